import { Binary, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'mongodb';
import { isDocument } from './values.ts';

/** How a driver value shows that it is of a BSON type, by the type's `$type` alias. */
const CHECKS: Record<string, (value: unknown) => boolean> = {
  double: (value) => typeof value === 'number' || value instanceof Double,
  string: (value) => typeof value === 'string',
  object: isDocument,
  array: Array.isArray,
  binData: (value) => value instanceof Binary || Buffer.isBuffer(value),
  objectId: (value) => value instanceof ObjectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp,
  timestamp: (value) => value instanceof Timestamp,
  int: (value) => Number.isInteger(value) || value instanceof Int32,
  long: (value) => Number.isInteger(value) || Long.isLong(value) || typeof value === 'bigint',
  decimal: (value) => value instanceof Decimal128,
};

/** Whether a value is of the BSON type with this alias. Throws for an alias no test uses. */
export function bsonTypeIs(alias: string, value: unknown): boolean {
  const check = CHECKS[alias];
  if (!check) throw new Error(`this runner does not know the BSON type ${alias}`);
  return check(value);
}
