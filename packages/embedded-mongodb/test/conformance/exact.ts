import { BSON } from 'mongodb';
import type { Collection, Document, Filter } from 'mongodb';
import type { Row } from '../rows.ts';

const { deserialize, EJSON, serialize } = BSON;

/** A document as text that tells int, long and double apart and keeps the order of fields. */
export function exact(document: Document | null): string {
  if (document === null) return 'null';
  const typed = deserialize(serialize(document), {
    promoteValues: false,
    promoteBuffers: false,
    bsonRegExp: true,
  });
  return EJSON.stringify(typed, { relaxed: false });
}

/** What a collection holds for a filter, exactly, in `_id` order. */
export async function exactContents(
  collection: Collection<Row>,
  filter: Filter<Row> = {},
): Promise<string[]> {
  const rows = await collection
    .find(filter, { promoteValues: false, promoteBuffers: false, bsonRegExp: true })
    .sort({ _id: 1 })
    .toArray();
  return rows.map((row) => EJSON.stringify(row, { relaxed: false }));
}

/** The code and code name a rejected promise carries; fails the case when it does not reject. */
export async function errorOf(work: Promise<unknown>): Promise<Document> {
  try {
    await work;
  } catch (error) {
    return error as Document;
  }
  throw new Error('expected a rejection');
}
