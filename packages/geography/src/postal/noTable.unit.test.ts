import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { postalFiles } from './files.ts';
import { derivePostalAreas } from './derive.ts';
import { locateIn } from './locate.ts';
import { readPostalTable, writePostalTable } from './table.ts';

const codes = readdirSync(new URL('../../data/postal', import.meta.url)).map((name) =>
  name.slice(0, 2).toUpperCase(),
);

describe('a country without a table of postal codes', () => {
  it('is not among those that the README names', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(/come with a table: ([A-Z ]+)\./.exec(readme)?.[1]?.split(' ')).toEqual(codes.sort());
  });

  it.each([
    ['SE', '111 22'],
    ['GR', '104 31'],
    ['EE', '10111'],
    ['LV', 'LV-1010'],
    ['LT', '01100'],
  ])('%s is its whole country, and a table lifts that', (country, postalCode) => {
    const before = locateIn(postalFiles(), country, postalCode);
    expect(before).toMatchObject({ precision: 'COUNTRY', area: '' });
    expect(before?.radiusMetres).toBeGreaterThan(100_000);
    const near = [0, 1, 2, 3].map((n) => ({
      ...{ latitude: (before?.latitude ?? 0) + n / 100, longitude: before?.longitude ?? 0 },
      postalCode:
        n === 0 ? postalCode : `${postalCode.slice(0, -1)}${(Number(postalCode.slice(-1)) + n) % 10}`,
    }));
    const table = readPostalTable(writePostalTable(derivePostalAreas(country, near)));
    const after = locateIn((code) => (code === country ? table : undefined), country, postalCode);
    expect(after?.precision).toBe('CODE');
    expect(after?.radiusMetres).toBeLessThan(10_000);
  });
});
