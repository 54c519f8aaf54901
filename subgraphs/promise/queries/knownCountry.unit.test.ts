import { describe, expect, it } from 'vitest';
import { countryName } from './knownCountry.ts';

describe('a country code', () => {
  it.each([
    ['FR', 'France'],
    ['JP', 'Japan'],
    ['BR', 'Brazil'],
  ])('%s names %s', (code, name) => {
    expect(countryName(code)).toBe(name);
  });
  it.each(['ZZ', 'QX', 'AA', 'EU', 'UN', 'jp', 'JPN', '', '1A', '001'])('%j names none', (code) => {
    expect(countryName(code)).toBeUndefined();
  });
});
