import type { AnyClientBulkWriteModel, Document } from 'mongodb';
import type { ObservedClient } from '../observedClient.ts';
import { openChangeStream } from './cursors.ts';
import { without } from './operation.ts';
import type { OperationTable } from './operation.ts';

const client = (target: unknown): ObservedClient => target as ObservedClient;

/** Operations on a client. */
export const clientOperations: OperationTable = {
  createChangeStream: (context) => openChangeStream(client(context.target), context),
  listDatabases: async ({ target, options }) =>
    (await client(target).db().admin().listDatabases(options)).databases,
  listDatabaseObjects: async ({ target, options }) =>
    (await client(target).db().admin().listDatabases(options)).databases,
  listDatabaseNames: async ({ target, options }) => {
    const { databases } = await client(target)
      .db()
      .admin()
      .listDatabases({ ...options, nameOnly: true });
    return databases.map(({ name }) => name);
  },
  clientBulkWrite: ({ target, args, options }) =>
    client(target).bulkWrite(models(args.models), without(options, 'models')),
  close: ({ target }) => client(target).close(),
};

function models(requests: Document[]): AnyClientBulkWriteModel<Document>[] {
  return requests.map((request) => {
    const [name, fields] = Object.entries(request)[0] as [string, Document];
    return { name, ...fields, ...(name === 'insertOne' && { document: { ...fields.document } }) };
  }) as AnyClientBulkWriteModel<Document>[];
}
