import type { Collection, Document } from 'mongodb';
import { keepingNullIds } from '../driverQuirks.ts';
import { without } from './operation.ts';
import type { OperationTable } from './operation.ts';

const collection = (target: unknown): Collection => target as Collection;

/** Operations on a collection that change its documents. */
export const collectionWrites: OperationTable = {
  // Copies, because the driver adds a missing _id to what it is given and a file's document may be used twice.
  insertOne: ({ target, args, options }) =>
    collection(target).insertOne(
      { ...args.document },
      {
        ...without(options, 'document'),
        ...keepingNullIds([args.document]),
      },
    ),
  insertMany: ({ target, args, options }) =>
    collection(target).insertMany(
      (args.documents as Document[]).map((document) => ({ ...document })),
      { ...without(options, 'documents'), ...keepingNullIds(args.documents) },
    ),
  updateOne: ({ target, args, options }) =>
    collection(target).updateOne(args.filter, args.update, without(options, 'filter', 'update')),
  updateMany: ({ target, args, options }) =>
    collection(target).updateMany(args.filter, args.update, without(options, 'filter', 'update')),
  replaceOne: ({ target, args, options }) =>
    collection(target).replaceOne(args.filter, args.replacement, without(options, 'filter', 'replacement')),
  deleteOne: ({ target, args, options }) =>
    collection(target).deleteOne(args.filter, without(options, 'filter')),
  deleteMany: ({ target, args, options }) =>
    collection(target).deleteMany(args.filter, without(options, 'filter')),
  findOneAndUpdate: ({ target, args, options }) =>
    collection(target).findOneAndUpdate(args.filter, args.update, without(options, 'filter', 'update')),
  findOneAndReplace: ({ target, args, options }) =>
    collection(target).findOneAndReplace(
      args.filter,
      args.replacement,
      without(options, 'filter', 'replacement'),
    ),
  findOneAndDelete: ({ target, args, options }) =>
    collection(target).findOneAndDelete(args.filter, without(options, 'filter')),
  bulkWrite: ({ target, args, options }) =>
    collection(target).bulkWrite(structuredRequests(args.requests), {
      ...without(options, 'requests'),
      ...keepingNullIds(insertedDocuments(args.requests)),
    }),
};

function insertedDocuments(requests: Document[]): Document[] {
  return requests.flatMap(({ insertOne }) => (insertOne ? [insertOne.document as Document] : []));
}

/** A file's requests in the driver's form. */
function structuredRequests(requests: Document[]): Parameters<Collection['bulkWrite']>[0] {
  const written = requests.map((request) => {
    const [name, fields] = Object.entries(request)[0] as [string, Document];
    return { [name]: name === 'insertOne' ? { ...fields, document: { ...fields.document } } : fields };
  });
  // The files hold the driver's form; a computed name hides that from the compiler.
  return written as unknown as Parameters<Collection['bulkWrite']>[0];
}
