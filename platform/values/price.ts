/**
 * The dearest price of one unit, in minor units: 90,000 of the dearest are still a whole number that is told exactly
 * (2^53 - 1), so sums of carts, orders and refunds stay right.
 */
export const maxPriceMinor = 100_000_000_000;

/** Is this a price we take: a whole number of minor units from 0 to 100,000,000,000? */
export const isPrice = (amountMinor: number): boolean =>
  Number.isInteger(amountMinor) && amountMinor >= 0 && amountMinor <= maxPriceMinor;
