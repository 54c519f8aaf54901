import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';

/** Fields every command takes. */
const generic = [
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'stmtId',
  'stmtIds',
  '$queryOptions',
  'querySettings',
  'allowDiskUse',
  'rawData',
  'maxTimeMSOpOnly',
  '$audit',
  '$client',
  '$configServerState',
  'mayBypassWriteBlocking',
  'coordinator',
];

const own: { readonly [command: string]: readonly string[] } = {
  find: [
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'max',
    'min',
    'returnKey',
    'showRecordId',
    'tailable',
    'oplogReplay',
    'noCursorTimeout',
    'awaitData',
    'allowPartialResults',
    'collation',
    'let',
    'includeQueryStatsMetrics',
  ],
  insert: ['documents', 'ordered', 'bypassDocumentValidation', 'bypassEmptyTsReplacement'],
  update: ['updates', 'ordered', 'bypassDocumentValidation', 'let', 'bypassEmptyTsReplacement'],
  delete: ['deletes', 'ordered', 'let'],
  count: ['query', 'limit', 'skip', 'hint', 'collation', 'fields', 'let'],
  distinct: ['key', 'query', 'collation', 'hint', 'let'],
  getMore: ['collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'],
  aggregate: [
    'pipeline',
    'explain',
    'cursor',
    'bypassDocumentValidation',
    'collation',
    'hint',
    'let',
    'isMapReduceCommand',
    'fromMongos',
    'needsMerge',
  ],
  findAndModify: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
    'collation',
    'arrayFilters',
    'hint',
    'let',
    'bypassEmptyTsReplacement',
  ],
};

const known = new Map(
  Object.entries(own).map(([command, fields]) => [command, new Set([...generic, ...fields, command])]),
);

/** Throws for a field the command does not have; a misspelt option must not be ignored. */
export function checkFields(command: string, body: Doc): void {
  const fields = known.get(command);
  if (!fields) return;
  for (const name in body)
    if (!fields.has(name))
      throw new MongoError(40415, `BSON field '${command}.${name}' is an unknown field.`);
}
