import { describe, expect, it } from 'vitest';
import { countries, countryCode } from './countries.ts';
import { digitsOf, isCurrency } from './currencies.ts';
import { languageOf, languages } from './locales.ts';
import { placeName } from './names.ts';
import { destinationCode, destinationsUnder, territory, timeZoneOf } from './territories.ts';
import { territoryRows } from './data/territories.ts';
import { readPostalCode } from './postalCode.ts';
import { vatRate } from './vat/vatRate.ts';

describe('countries', () => {
  it('have a time zone that exists, a currency, a point and names in three languages', () => {
    for (const { code, timeZone, currency, latitude, longitude } of countries.values()) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone }), code).not.toThrow();
      expect(isCurrency(currency), code).toBe(true);
      expect(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, code).toBe(true);
      for (const language of languages) expect(placeName(code, language), code).toBeTruthy();
    }
  });

  it('know those that a retailer was refused before', () => {
    for (const code of ['PL', 'SE', 'DK', 'US', 'MC', 'AD']) expect(countries.has(code), code).toBe(true);
    expect(placeName('PL', 'fr')).toBe('Pologne');
    expect(placeName('QQ', 'en')).toBeUndefined();
  });

  it('are named by other habits, too', () => {
    expect([countryCode('uk'), countryCode('EL'), countryCode(' fr ')]).toEqual(['GB', 'GR', 'FR']);
  });
});

describe('currencies', () => {
  it('have their digits by ISO 4217', () => {
    expect(['EUR', 'PLN', 'JPY', 'ISK', 'KWD', 'TND', 'QQQ', 'eur', 'XXX'].map(digitsOf)).toEqual([
      2,
      2,
      0,
      0,
      3,
      3,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('locales', () => {
  it('are read whatever their case, and without a region nobody knows', () => {
    const asked = ['FR', 'fr-CA', 'fr_FR', 'IT', 'it-CH', 'en-GB', 'de', '', undefined];
    expect(asked.map(languageOf)).toEqual(['fr', 'fr', 'fr', 'it', 'it', 'en', 'en', 'en', 'en']);
  });
});

describe('territories', () => {
  const cases = [
    ['FR', '97400', 'RE'],
    ['FR', '97133', 'BL'],
    ['FR', '97100', 'GP'],
    ['FR', '98800', 'NC'],
    ['FR', '98000', 'MC'],
    ['FR', '20000', 'FR'],
    ['ES', '35001', 'IC'],
    ['ES', '38001', 'IC'],
    ['ES', '51001', 'EA'],
    ['ES', '28001', 'ES'],
    ['PT', '9000-001', 'PT-MAD'],
    ['PT', '9500-150', 'PT-ACO'],
    ['PT', '1000-001', 'PT'],
    ['IT', '23041', 'IT-LIV'],
    ['IT', '22061', 'IT-CAM'],
    ['IT', '23100', 'IT'],
    ['DE', '27498', 'DE-HEL'],
    ['DE', '78266', 'DE-BUS'],
    ['FI', '22100', 'AX'],
    ['GR', '630 86', 'GR-ATH'],
    ['GB', 'BT1 1AA', 'GB-NIR'],
    ['GB', 'je2 3ab', 'JE'],
    ['GB', 'SW1A 1AA', 'GB'],
    ['DK', '3900', 'GL'],
    ['RE', '97400', 'RE'],
    ['FR', 'F-97400', 'RE'],
    ['FR', 'FR-97133', 'BL'],
    ['IT', 'I-23041', 'IT-LIV'],
    ['DE', 'D-78266', 'DE-BUS'],
    ['ES', 'E-35001', 'IC'],
    ['PT', 'P-9500-150', 'PT-ACO'],
    ['DK', 'DK-3900', 'GL'],
    ['DK', 'FO-100', 'FO'],
    ['CH', '9484', 'CH'],
    ['CH', '9485', 'LI'],
    ['CH', '9487', 'LI'],
    ['CH', 'CH-9490', 'LI'],
    ['CH', '9498', 'LI'],
    ['LI', 'FL-9490', 'LI'],
    ['CH', '8238', 'DE-BUS'],
    ['CH', 'CH-8238', 'DE-BUS'],
    ['CH', '8239', 'CH'],
    ['CH', '6911', 'IT-CAM'],
    ['CH', '6912', 'CH'],
    ['CH', '7562', 'CH-SAM'],
    ['CH', '7563', 'CH-SAM'],
    ['CH', '7560', 'CH'],
  ] as const;

  it.each(cases)('%s %s is a destination in %s', (country, postalCode, destination) => {
    expect(destinationCode(country, postalCode)).toBe(destination);
  });

  /** Territory: standard VAT in basis points (null: an export), customs for goods from the parent's mainland. */
  const special: Readonly<Record<string, readonly [vat: number | null, customs: boolean]>> = {
    ...{ GP: [850, false], MQ: [850, false], RE: [850, false], GF: [null, false], YT: [null, false] },
    ...{ MF: [null, false], BL: [null, true], PM: [null, true], TF: [null, true], WF: [null, true] },
    ...{ PF: [null, true], NC: [null, true], MC: [2000, false] },
    ...{ IC: [null, false], EA: [null, true], 'PT-ACO': [1600, false], 'PT-MAD': [2200, false] },
    ...{ 'IT-LIV': [null, true], 'IT-CAM': [null, false], SM: [null, false], VA: [null, true] },
    ...{ 'DE-HEL': [null, true], 'DE-BUS': [810, true], AX: [null, false], 'GR-ATH': [null, false] },
    ...{ FO: [null, true], GL: [null, true], SJ: [null, true] },
    ...{ LI: [810, false], 'CH-SAM': [null, true] },
    ...{ 'GB-NIR': [2000, true], JE: [null, true], GG: [null, true], IM: [2000, false], GI: [null, true] },
    ...{ 'CY-N': [null, true], PR: [null, false], VI: [null, true], AS: [null, true], GU: [null, true] },
    ...{ MP: [null, true], AW: [null, true], CW: [null, true], SX: [null, true], BQ: [null, true] },
  };
  it.each(territoryRows)('$code has its tax, its customs and its codes, however it is written', (row) => {
    const { code, parent, prefixes, also } = row;
    const [vat, customs] = special[code] ?? [];
    expect(customs).toBe(row.customs);
    const rate = vatRate(code, 'STANDARD', '2026-11-30');
    expect(rate.basis === 'EXPORT' ? null : rate.basisPoints).toBe(vat);
    for (const [country, starts] of [
      [parent, prefixes],
      [also?.country ?? parent, also?.prefixes ?? []],
    ] as const)
      for (const prefix of starts) {
        // A longer beginning may belong to another: 971 is Guadeloupe, 97150 is not.
        expect(destinationCode(country, prefix)).toBe(code);
        expect(destinationCode(country, `${country}-${prefix}`)).toBe(code);
      }
  });

  it('are all in that table, and nothing else is', () => {
    expect(Object.keys(special).sort()).toEqual(territoryRows.map(({ code }) => code).sort());
  });

  it('have a name, a time zone and a parent that exists', () => {
    for (const { code, parent } of territoryRows) {
      for (const language of languages) expect(placeName(code, language), code).toBeTruthy();
      expect(timeZoneOf(code), code).toBeTruthy();
      expect(countries.has(parent), code).toBe(true);
    }
    expect(timeZoneOf('PT-ACO')).toBe('Atlantic/Azores');
    expect(territory('IC')).toMatchObject({ vat: 'OUTSIDE', customs: false });
  });

  it('are meant by a beginning of their codes, and not by one of the mainland', () => {
    expect(destinationsUnder('FR', '974')).toEqual(['RE']);
    expect(destinationsUnder('FR', '97')).toEqual(expect.arrayContaining(['RE', 'GP', 'MQ']));
    expect(destinationsUnder('PT', '9')).toEqual(expect.arrayContaining(['PT-ACO', 'PT-MAD']));
    expect(destinationsUnder('IT', '23')).toEqual(['IT']);
    expect(destinationsUnder('FR', '')).toEqual(['FR']);
  });
});

describe('postal codes', () => {
  const valid = [
    ['NL', '1012AB', '1012 AB'],
    ['NL', '1012 ab', '1012 AB'],
    ['PT', '1000001', '1000-001'],
    ['PT', '1000', '1000'],
    ['BR', '01310', '01310'],
    ['BR', '01310100', '01310-100'],
    ['PL', '00001', '00-001'],
    ['SE', '11122', '111 22'],
    ['CZ', '110 00', '110 00'],
    ['GR', '10431', '104 31'],
    ['IE', 'd02x285', 'D02 X285'],
    ['IE', 'D6W XY00', 'D6W XY00'],
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'M11AE', 'M1 1AE'],
    ['LU', 'L-4968', '4968'],
    ['DE', '01067', '01067'],
    ['FR', '75 011', '75011'],
    ['AD', 'AD500', 'AD500'],
    ['MT', 'VLT1117', 'VLT 1117'],
    ['LV', '1010', 'LV-1010'],
    ['LV', 'LV-1010', 'LV-1010'],
    ['AD', '500', 'AD500'],
    ['AD', 'AD-500', 'AD500'],
    ['DE', 'D-70173', '70173'],
    ['DE', 'DE - 70173', '70173'],
    ['IT', 'I-16121', '16121'],
    ['ES', 'E-28001', '28001'],
    ['AT', 'a-1010', '1010'],
    ['NL', 'NL-1012 AB', '1012 AB'],
    ['CH', 'CH-8001', '8001'],
    ['LI', 'FL-9490', '9490'],
    ['MT', 'M-VLT 1117', 'VLT 1117'],
    ['MT', 'VLT-1117', 'VLT 1117'],
    ['RE', 'F-97400', '97400'],
    ['RE', '97400', '97400'],
    ['US', '10001-1234', '10001'],
  ] as const;

  it.each(valid)('%s %s is %s', (country, written, postalCode) => {
    expect(readPostalCode(country, written)).toEqual({ kind: 'VALID', postalCode });
    expect(readPostalCode(country, postalCode)).toEqual({ kind: 'VALID', postalCode });
  });

  const invalid = [
    ['FR', 'ABCDE'],
    ['FR', '7501'],
    ['FR', '00000'],
    ['FR', 'D-70173A'],
    ['DE', 'F-75011'],
    ['NL', 'D-1012 AB'],
    ['DE', '7017A'],
    ['IE', 'D02 O285'],
    ['IE', 'D02'],
    ['NL', '0012 AB'],
    ['NL', '1012'],
    ['ES', '99001'],
    ['PT', '90001'],
    ['GB', '12345'],
    ['PL', '00_001'],
    ['BE', '１０００'],
  ] as const;

  it.each(invalid)('%s %s cannot exist', (country, written) => {
    expect(readPostalCode(country, written)).toEqual({ kind: 'INVALID' });
  });

  it('may be missing in Ireland, not in France, and say nothing where there are none', () => {
    expect(readPostalCode('IE', null)).toEqual({ kind: 'MISSING', required: false });
    expect(readPostalCode('FR', ' ')).toEqual({ kind: 'MISSING', required: true });
    expect(readPostalCode('AE', undefined)).toEqual({ kind: 'MISSING', required: false });
  });
});
