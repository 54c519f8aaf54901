import { expect, it } from 'vitest';
import { maxQuantity } from './quantity.ts';
import { isPrice, maxPriceMinor } from './price.ts';

it.each([0, 1, 3_823, maxPriceMinor])('%d is a price', (amount) => expect(isPrice(amount)).toBe(true));
it.each([-1, 0.5, maxPriceMinor + 1, Number.MAX_SAFE_INTEGER, NaN, Infinity])('%d is none', (amount) =>
  expect(isPrice(amount)).toBe(false),
);
it('leaves sums of ten thousand of the dearest exact', () => {
  expect(Number.isSafeInteger(10_000 * maxPriceMinor)).toBe(true);
  expect(Number.isSafeInteger(Math.floor(maxQuantity * 0.9) * maxPriceMinor)).toBe(true);
});
