import { codedError } from '../errors/codedError.ts';

/** Quantities are whole numbers above 0 and below this. */
export const quantityLimit = 1_000_000;

/** Is this a quantity one can order, move or count: a whole number from 1 to 999,999? */
export function isQuantity(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value < quantityLimit;
}

/** The value, or INVALID_QUANTITY saying which field holds what. */
export function requireQuantity(value: number, field = 'quantity'): number {
  if (isQuantity(value)) return value;
  throw codedError(
    'INVALID_QUANTITY',
    `${field} is a whole number from 1 to ${quantityLimit - 1}, not ${value}.`,
    { field },
  );
}

/** As `requireQuantity`, for counts that may also be 0 (stock levels, safety stock). */
export function requireCount(value: number, field = 'quantity'): number {
  return value === 0 && !Object.is(value, -0) ? value : requireQuantity(value, field);
}
