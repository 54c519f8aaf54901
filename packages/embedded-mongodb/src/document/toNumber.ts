import type { Decimal128, Double } from 'bson';
import { decimalToNumber, readDecimal } from './decimal.ts';
import { bsonType } from './types.ts';

/** The nearest double of a numeric value; NaN for anything else. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  switch (bsonType(value)) {
    case 'Double':
      return (value as Double).value;
    case 'Decimal128':
      return decimalToNumber(readDecimal(value as Decimal128));
    default:
      return NaN;
  }
}
