import { collectionName, ensureCollection } from '../collections/collections.ts';
import { insertDocument } from '../collections/insertDocument.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { runStatements } from './statements.ts';

function run(context: CommandContext): Doc {
  const name = collectionName(context, 'insert');
  const documents = context.body['documents'];
  if (!Array.isArray(documents))
    throw new MongoError(40414, "BSON field 'insert.documents' is missing but a required field");
  if (documents.length === 0 || documents.length > 100_000)
    throw new MongoError(
      16,
      `Write batch sizes must be between 1 and 100000. Got ${documents.length} operations.`,
    );
  const collection = ensureCollection(context, name);
  const { n, writeErrors } = runStatements(context, documents, (document) => {
    insertDocument(context, collection, document as Doc | Buffer);
    return { n: 1 };
  });
  return { n, ...(writeErrors.length && { writeErrors }) };
}

/** Stores documents. */
export const insert: Command = { name: 'insert', kind: 'write', inTransactions: true, retryable: true, run };
