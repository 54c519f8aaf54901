import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { bsonType, isDoc } from '../document/types.ts';

/** MongoDB's limit on nesting in stored documents. */
const maxNesting = 100;

/** Throws for a document that must not be stored: a bad _id, too deep. */
export function checkDocument(doc: Doc): void {
  checkId(doc['_id']);
  checkDepth(doc, 1);
}

function checkId(id: unknown): void {
  if (Array.isArray(id)) throw new MongoError(53, "The '_id' value cannot be of type array");
  if (bsonType(id) === 'BSONRegExp') throw new MongoError(53, "The '_id' value cannot be of type regex");
  if (id === undefined) throw new MongoError(53, "The '_id' value cannot be of type undefined");
  if (!isDoc(id)) return;
  for (const name in id)
    if (name.startsWith('$') && !['$ref', '$id', '$db'].includes(name))
      throw new MongoError(
        52,
        `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`,
      );
}

function checkDepth(value: object, depth: number): void {
  if (depth > maxNesting)
    throw new MongoError(15, `cannot store a document nested deeper than ${maxNesting} levels`);
  if (Array.isArray(value)) {
    for (const item of value as unknown[])
      if (typeof item === 'object' && item !== null) checkNested(item, depth);
  } else
    for (const name in value) {
      const item = (value as Doc)[name];
      if (typeof item === 'object' && item !== null) checkNested(item, depth);
    }
}

function checkNested(item: object, depth: number): void {
  if (Array.isArray(item) || isDoc(item)) checkDepth(item, depth + 1);
}
