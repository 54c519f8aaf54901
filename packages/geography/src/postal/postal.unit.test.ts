import { describe, expect, it } from 'vitest';
import { derivePostalAreas } from './derive.ts';
import { metresBetween } from './distance.ts';
import { postalFiles } from './files.ts';
import { locateIn } from './locate.ts';
import { readPostalTable, writePostalTable } from './table.ts';

const files = postalFiles();
const locate = (country: string, postalCode?: string) => locateIn(files, country, postalCode);

/** Town halls and stations, rounded: where an address of the code may well be. */
const known = [
  ['FR', '75011', 48.859, 2.379],
  ['FR', '92100', 48.835, 2.241],
  ['FR', '78000', 48.804, 2.13],
  ['FR', '29200', 48.39, -4.486],
  ['FR', '75014', 48.833, 2.327],
  ['FR', '13001', 43.297, 5.381],
  ['IT', '16121', 44.407, 8.934],
  ['IT', '20121', 45.472, 9.19],
  ['DE', '70173', 48.778, 9.18],
  ['DE', '10117', 52.517, 13.389],
  ['NL', '1012 AB', 52.374, 4.898],
  ['GB', 'SW1A 1AA', 51.501, -0.142],
  ['IE', 'D02 X285', 53.338, -6.255],
  ['PL', '00-001', 52.23, 21.012],
  ['PT', '1100-148', 38.71, -9.137],
  ['ES', '28001', 40.424, -3.684],
] as const;

describe('a postal code', () => {
  it.each(known)(
    '%s %s lies where it is, within its uncertainty',
    (country, postalCode, latitude, longitude) => {
      const found = locate(country, postalCode);
      expect(found).toMatchObject({ destination: country });
      expect(metresBetween(found!, { latitude, longitude })).toBeLessThanOrEqual(found!.radiusMetres);
      expect(found!.radiusMetres).toBeLessThan(16_000);
    },
  );

  it('that nobody knows is known by its beginning, with an uncertainty that holds all of it', () => {
    const unknown = locate('FR', '75999')!;
    expect(unknown).toMatchObject({ precision: 'PREFIX', area: '75' });
    for (const code of ['75001', '75013', '75016', '75020'])
      expect(metresBetween(unknown, locate('FR', code)!)).toBeLessThan(unknown.radiusMetres);
    expect(locate('GB', 'SW1Z 1AA')).toMatchObject({ precision: 'PREFIX', area: 'SW1' });
  });

  it('of a country without a table, or none at all, is as certain as the country', () => {
    expect(locate('SE', '111 22')).toMatchObject({ precision: 'COUNTRY', area: '', radiusMetres: 850_000 });
    expect(locate('FR')).toMatchObject({ precision: 'COUNTRY', destination: 'FR' });
    expect(locate('QQ', '1')).toBeUndefined();
  });

  it('of a territory is there, not on the mainland', () => {
    expect(locate('FR', '97400')).toMatchObject({ destination: 'RE', latitude: -21.1 });
    expect(locate('PT', '9000-001')!.latitude).toBeLessThan(34);
    expect(locate('ES', '35001')!.latitude).toBeLessThan(30);
    expect(locate('IT', '23041')).toMatchObject({ destination: 'IT-LIV' });
  });
});

describe('the compact table', () => {
  it('comes back as it was, to a thousandth of a degree and a hundred metres', () => {
    const areas = [
      { area: '75011', latitude: 48.859, longitude: 2.379, radiusMetres: 1_500 },
      { area: '75', latitude: 48.86, longitude: 2.34, radiusMetres: 6_000 },
      { area: '7', latitude: -0.001, longitude: -179.9, radiusMetres: 99_900 },
    ];
    expect([...readPostalTable(writePostalTable(areas)).values()]).toEqual(areas.toReversed());
  });

  it('refuses another shape', () => {
    expect(() => readPostalTable('075011\tnorth\t2\t3\n')).toThrow('No line of a postal table');
  });
});

describe('deriving', () => {
  const grid = Array.from({ length: 9 }, (_, i) => ({
    postalCode: `1${i}`,
    latitude: 50 + Math.floor(i / 3) * 0.1,
    longitude: 4 + (i % 3) * 0.1,
  }));

  it('leaves out a code that is noted far from its neighbours', () => {
    const areas = derivePostalAreas('XX', [
      ...grid.map((row) => ({ ...row, postalCode: `1${row.postalCode}` })),
      { postalCode: '119', latitude: 44, longitude: 20 },
    ]);
    expect(areas.find(({ area }) => area === '119')).toBeUndefined();
  });

  it('puts every code within the circle of its beginning', () => {
    const areas = derivePostalAreas('XX', grid);
    const whole = areas.find(({ area }) => area === '1')!;
    for (const code of areas) expect(metresBetween(whole, code)).toBeLessThanOrEqual(whole.radiusMetres);
  });

  it('says nothing of a beginning that few codes are known of', () => {
    const areas = derivePostalAreas('XX', [...grid, { postalCode: '21', latitude: 50, longitude: 4 }]);
    expect(areas.map(({ area }) => area)).not.toContain('2');
  });
});
