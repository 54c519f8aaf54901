import { ObjectId, Timestamp } from 'bson';
import { decodeDocument } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { bsonType, isDoc } from '../document/types.ts';
import type { CommandContext } from '../engine/command.ts';
import { trimCapped } from '../storage/capped.ts';
import { checkDocument } from '../storage/checkDocument.ts';
import type { Collection } from '../storage/collection.ts';
import { insertRecord } from '../storage/records.ts';

/** Stores one document as it came, giving it an _id when it has none. */
export function insertDocument(
  context: CommandContext,
  collection: Collection,
  document: Doc | Buffer,
): unknown {
  const raw = Buffer.isBuffer(document) ? document : undefined;
  if (raw && raw.length > 16 * 1024 * 1024 + 16_384) throw tooLarge(raw.length);
  let doc = raw ? decodeDocument(raw) : (document as Doc);
  if (!isDoc(doc)) throw new MongoError(14, 'documents to insert must be objects');
  let own = raw;
  let first = '';
  for (first in doc) break;
  if (first !== '_id') {
    const { _id = new ObjectId(), ...rest } = doc;
    doc = { _id, ...rest };
    own = undefined;
  }
  checkDocument(doc);
  if (hasEmptyTimestamp(doc)) own = undefined;
  if (collection.validator && context.body['bypassDocumentValidation'] !== true) validate(collection, doc);
  insertRecord(context.scope, collection, doc, own ? Buffer.from(own) : encodeDocument(doc));
  if (collection.spec.options['capped'] === true) trimCapped(context.scope, collection);
  return doc['_id'];
}

/** An empty timestamp at the top stands for the current one. */
function hasEmptyTimestamp(doc: Doc): boolean {
  let found = false;
  for (const name in doc) {
    const value = doc[name];
    if (name === '_id' || bsonType(value) !== 'Timestamp') continue;
    const { high, low } = value as { high: number; low: number };
    if (high !== 0 || low !== 0) continue;
    doc[name] = new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
    found = true;
  }
  return found;
}

/** Throws DocumentValidationFailure when the collection's validator refuses the document. */
export function validate(collection: Collection, doc: Doc): void {
  if (!collection.validator || collection.validator(doc)) return;
  if (
    collection.spec.options['validationAction'] === 'warn' ||
    collection.spec.options['validationLevel'] === 'off'
  )
    return;
  throw new MongoError(121, 'Document failed validation', {
    errInfo: {
      failingDocumentId: doc['_id'],
      details: { operatorName: '$jsonSchema', reason: 'the document does not match the validator' },
    },
  });
}

function tooLarge(size: number): MongoError {
  return new MongoError(
    10334,
    `BSONObj size: ${size} (0x${size.toString(16)}) is invalid. Size must be between 0 and 16793600(16MB)`,
  );
}
