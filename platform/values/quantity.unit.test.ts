import { describe, expect, it } from 'vitest';
import { requireCount, requireQuantity } from './quantity.ts';

describe('quantities', () => {
  it.each([0, -1, 1.5, 1_000_000, 100_000, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (value) => {
    expect(() => requireQuantity(value)).toThrow('whole number');
  });
  it.each([1, 99_999])('takes %s', (value) => expect(requireQuantity(value)).toBe(value));
  it.each([-1, 0.5, 1_000_001])('refuses a level of %s', (value) =>
    expect(() => requireCount(value)).toThrow('whole'),
  );
  it.each([0, 1_000_000])('takes a level of %s', (value) => expect(requireCount(value)).toBe(value));
});
