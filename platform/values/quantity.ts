import { codedError } from '../errors/codedError.ts';

/** The largest quantity somebody may ask for at once. */
export const maxQuantity = 99_999;

/** The largest count of units we keep (stock on hand, a day's capacity). */
export const maxCount = 1_000_000;

/** Is this a quantity one can order, move or return: a whole number from 1 to 99,999? */
export function isQuantity(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= maxQuantity;
}

/** The value, or INVALID_QUANTITY saying which field holds what. */
export function requireQuantity(value: number, field = 'quantity'): number {
  if (isQuantity(value)) return value;
  throw codedError('INVALID_QUANTITY', `${field} is a whole number from 1 to ${maxQuantity}, not ${value}.`, {
    field,
  });
}

/** As `requireQuantity` for levels we keep: a whole number from 0 to 1,000,000. */
export function requireCount(value: number, field = 'quantity'): number {
  if (Number.isInteger(value) && value >= 0 && value <= maxCount) return value + 0;
  throw codedError('INVALID_QUANTITY', `${field} is a whole number from 0 to ${maxCount}, not ${value}.`, {
    field,
  });
}
