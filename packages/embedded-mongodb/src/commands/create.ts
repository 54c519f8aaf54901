import { collectionName, createCollection, findCollection } from '../collections/collections.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { compileFilter } from '../filter/match.ts';
import { pipelineContext } from '../pipeline/context.ts';
import { compilePipeline } from '../pipeline/pipeline.ts';
import { compare as compareSpecs } from './specs.ts';

const known = [
  'capped',
  'size',
  'max',
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'collation',
  'changeStreamPreAndPostImages',
  'indexOptionDefaults',
  'storageEngine',
  'clusteredIndex',
  'expireAfterSeconds',
];

function run(context: CommandContext): Doc {
  const { body, db } = context;
  const name = collectionName(context, 'create');
  if (body['timeseries'] !== undefined)
    throw new MongoError(115, 'time series collections are not supported by this server');
  if (isDoc(body['collation']) && body['collation']['locale'] !== 'simple')
    throw new MongoError(
      115,
      'a default collation is not supported by this server: give it with each command',
    );
  if (body['encryptedFields'] !== undefined)
    throw new MongoError(115, 'queryable encryption is not supported by this server');
  const options: Doc = {};
  for (const field of known) if (body[field] !== undefined) options[field] = body[field];
  if (options['capped'] === false) delete options['capped'];
  if (options['capped'] === true && options['size'] === undefined)
    throw new MongoError(72, "the 'size' field is required when 'capped' is true");
  if (isDoc(options['validator'])) compileFilter(options['validator']);
  if (options['pipeline'] !== undefined && options['viewOn'] === undefined)
    throw new MongoError(72, "'pipeline' requires 'viewOn' to also be specified");
  if (options['viewOn'] !== undefined)
    compilePipeline(
      (options['pipeline'] as Doc[] | undefined) ?? [],
      pipelineContext({ command: context, db, variables: {}, strings: undefined }),
    );
  checkClustered(options);
  const existing = findCollection(context, name);
  if (existing) {
    if (compareSpecs(existing.spec.options, options)) return {};
    throw new MongoError(48, `Collection ${db}.${name} already exists.`);
  }
  createCollection(context, name, options);
  return {};
}

function checkClustered(options: Doc): void {
  const clustered = options['clusteredIndex'];
  if (clustered === undefined) return;
  if (!isDoc(clustered) || clustered['unique'] !== true)
    throw new MongoError(5979700, 'The clusteredIndex option requires unique: true');
  options['clusteredIndex'] = { v: 2, key: { _id: 1 }, name: clustered['name'] ?? '_id_', unique: true };
}

/** Makes a collection or a view. */
export const create: Command = { name: 'create', kind: 'write', inTransactions: true, run };
