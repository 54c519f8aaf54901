import type { Document } from 'mongodb';
import { isDocument } from './values.ts';

/**
 * What the Node driver does otherwise than the specifications say, without the server having a part in it. The tests
 * are about the server here, so these differences are taken out before comparing; everything else stays strict.
 */

/** The driver puts `wtimeout: 10000` on every commit and abort with a write concern, not only on a repeated commit. */
export function withoutExtraTimeout(expected: Document, command: Document): Document {
  const wanted = expected.writeConcern;
  if (!isDocument(command.writeConcern) || !isDocument(wanted) || 'wtimeout' in wanted) return command;
  const { wtimeout: _extra, ...writeConcern } = command.writeConcern;
  return { ...command, writeConcern };
}

/** The driver's GridFS looks for `{ _id: { $eq: id } }` where the specification has `{ _id: id }`. */
export function withPlainEquality(command: Document): Document {
  if (!isDocument(command.filter) || !/^fs\.(files|chunks)$/.test(String(command.find))) return command;
  const filter = Object.entries(command.filter).map(([name, value]) => [
    name,
    isDocument(value) && '$eq' in value ? value.$eq : value,
  ]);
  return { ...command, filter: Object.fromEntries(filter) };
}

/** The driver tells of every update of a bulk write whether it upserted, which the specification does not have. */
export function withoutDidUpsert(result: Document): Document {
  const { didUpsert: _extra, ...others } = result;
  return others;
}

/** The driver replaces an `_id` of null by an ObjectId, unless it is told that ids are the server's business. */
export function keepingNullIds(documents: readonly Document[]): Document {
  return documents.some((document) => document._id === null) ? { forceServerObjectId: true } : {};
}
