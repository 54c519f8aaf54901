import { describe, expect, it } from 'vitest';
import { vatTaxes } from './vatTaxes.ts';

const atMs = Date.parse('2026-11-30T12:00:00Z');
const rates = (country: string, postalCode: string | undefined, ...categories: string[]) =>
  vatTaxes.rates({
    destination: postalCode === undefined ? { country } : { country, postalCode },
    categories,
    atMs,
  });

describe('the taxes that come along', () => {
  it.each([
    ['DE', [1_900, 700, 1_900]],
    ['IE', [2_300, 0, 0]],
    ['FR', [2_000, 550, 2_000]],
    ['IT', [2_200, 400, 2_200]],
    ['LU', [1_700, 300, 300]],
    ['DK', [2_500, 2_500, 2_500]],
  ])('go by the destination and the category: %s', async (country, expected) => {
    expect(await rates(country, undefined, 'STANDARD', 'BOOKS', 'CHILDREN_CLOTHING')).toEqual(expected);
  });

  it.each([
    ['FR', '97400', 850],
    ['ES', '35001', 0],
    ['PT', '9500-150', 1_600],
    ['IT', '23041', 0],
    ['US', '10001', 0],
  ])('go by the territory: %s %s', async (country, postalCode, expected) => {
    expect(await rates(country, postalCode, 'STANDARD')).toEqual([expected]);
  });

  it('are nothing for what is exempt, and the standard rate for a category of another time', async () => {
    expect(await rates('FR', '75011', 'EXEMPT', 'SOMETHING')).toEqual([0, 2_000]);
  });
});
