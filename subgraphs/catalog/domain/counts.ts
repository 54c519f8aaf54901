/** Is this a level of units we keep: a whole number from 0 to 1,000,000? */
export const isCount = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= 1_000_000;

/** What a location reports about units that are not where they should be. */
export interface Discrepancy {
  readonly reason: 'NOT_IN_STOCK' | 'DAMAGED';
  readonly missing: number;
  /** How many of the missing units are still held by the reservation that found it out. */
  readonly stillReserved: number;
}

/**
 * Units on hand after a discrepancy. Damaged units are taken off. Missing ones make the rest doubtful, so only what
 * others have reserved is believed to be there, until the next count.
 */
export function onHandAfter(
  stock: { readonly onHand: number; readonly reserved: number; readonly softReserved: number },
  { reason, missing, stillReserved }: Discrepancy,
): number {
  if (reason === 'DAMAGED') return Math.max(0, stock.onHand - missing);
  return Math.max(0, Math.min(stock.onHand, stock.reserved + stock.softReserved - stillReserved));
}
