import { describe, expect, it } from 'vitest';
import { coveredPlaces, isDivided, narrowness, placeOf, type Coverage } from './coverage.ts';

const to = (
  destinationCountry: string,
  postalPrefixes: string[] = [],
  excludedPostalPrefixes?: string[],
): Coverage => ({
  ...{ destinationCountry, postalPrefixes },
  ...(excludedPostalPrefixes === undefined ? {} : { excludedPostalPrefixes }),
});

describe('coverage', () => {
  it('is as narrow as the longest beginning that an address has', () => {
    const bastia = placeOf('FR', '20200');
    expect(narrowness(to('FR'), bastia)).toBe(0);
    expect(narrowness(to('FR', ['20']), bastia)).toBe(2);
    expect(narrowness(to('FR', ['2', '202', '75']), bastia)).toBe(3);
    expect(narrowness(to('FR', ['75']), bastia)).toBe(-1);
    expect(narrowness(to('IT'), bastia)).toBe(-1);
  });

  it('is read without separators on either side', () => {
    expect(narrowness(to('GB', ['SW1A 1']), placeOf('GB', 'sw1a1aa'))).toBe(5);
    expect(narrowness(to('PL', ['00-']), placeOf('PL', '00-950'))).toBe(2);
    expect(narrowness(to('UK'), placeOf('GB', 'E1 6AN'))).toBe(0);
  });

  it('leaves out what it excepts', () => {
    const mainland = to('FR', [], ['20', '75011']);
    expect(narrowness(mainland, placeOf('FR', '20200'))).toBe(-1);
    expect(narrowness(mainland, placeOf('FR', '75011'))).toBe(-1);
    expect(narrowness(mainland, placeOf('FR', '75012'))).toBe(0);
    expect([isDivided(mainland), isDivided(to('FR')), isDivided(to('FR', ['974']))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['FR', '97400', '974'],
    ['ES', '35001', '35'],
    ['PT', '9000-001', '9'],
    ['IT', '23041', '23041'],
    ['DE', '27498', '27498'],
    ['GB', 'BT1 1AA', 'BT'],
  ])('of %s does not reach %s unless it says so', (country, postalCode, prefix) => {
    const place = placeOf(country, postalCode);
    expect(narrowness(to(country), place)).toBe(-1);
    expect(narrowness(to(country, [prefix]), place)).toBe(0);
  });

  it('of a country with a beginning of a territory is the territory', () => {
    expect(coveredPlaces(to('FR', ['974', '75', '97411']))).toEqual([
      { destination: 'RE', prefix: '' },
      { destination: 'FR', prefix: '75' },
      { destination: 'RE', prefix: '97411' },
    ]);
    expect(narrowness(to('RE'), placeOf('FR', '97400'))).toBe(0);
  });
});
