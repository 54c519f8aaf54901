import type { Double } from 'bson';
import { BSONRegExp } from 'bson';
import { toRegExp } from '../document/pattern.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { bsonType, isDoc } from '../document/types.ts';

/** A value as mingo knows it: plain numbers and patterns. */
export function toMingo(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(toMingo);
  switch (bsonType(value)) {
    case 'Double':
      return (value as Double).value;
    case 'Decimal128':
      return toNumber(value);
    case 'BSONRegExp':
      return toRegExp(value, undefined);
    case undefined:
      return isDoc(value)
        ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toMingo(each)]))
        : value;
    default:
      return value;
  }
}

/** A value of mingo as it is stored. */
export function fromMingo(value: unknown): unknown {
  if (value instanceof RegExp) return new BSONRegExp(value.source, value.flags.replace(/[^imsx]/g, ''));
  if (Array.isArray(value)) return value.map(fromMingo);
  if (!isDoc(value)) return value;
  const doc: Doc = {};
  for (const [name, each] of Object.entries(value)) doc[name] = fromMingo(each);
  return doc;
}
