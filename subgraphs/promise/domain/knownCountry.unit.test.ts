import { expect, it } from 'vitest';
import { wrongPostalCode } from './knownCountry.ts';

it.each([
  ['FR', 'ABCDE', 'France'],
  ['IE', 'D02 O285', 'Ireland'],
  ['NL', '1012', 'Netherlands'],
])('%s %s is told to be none', (country, postalCode, name) => {
  expect(wrongPostalCode({ country, postalCode })).toEqual({
    code: 'BAD_INPUT',
    message: `"${postalCode}" is no postal code of ${name}.`,
  });
});

it.each([
  ['FR', '75011'],
  ['IE', undefined],
  ['FR', null],
  ['NL', '1012ab'],
  ['ZZ', 'whatever'],
])('%s %j is not', (country, postalCode) => {
  expect(wrongPostalCode({ country, postalCode })).toBeUndefined();
});
