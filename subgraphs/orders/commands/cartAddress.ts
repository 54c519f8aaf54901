import { countryCode } from '@promesse/geography/countries';
import { placeName } from '@promesse/geography/names';
import { readPostalCode } from '@promesse/geography/postalCode';
import { codedError } from '../../../platform/errors/codedError.ts';
import type { AddressInput } from '../generated/resolverTypes.ts';
import type { AddressDoc, DestinationDoc } from '../store/models.ts';

/** A language tag as customers' clients send it, such as en or fr-CH. */
export function localeOf(given: string | null | undefined): string {
  const locale = given ?? 'en';
  if (/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$/.test(locale)) return locale;
  throw codedError('BAD_USER_INPUT', 'A locale is a language such as en or fr-CH.', { field: 'locale' });
}

/** A postal code in its country's one form; BAD_USER_INPUT for one that cannot exist there. */
function postalCodeOf(country: string, written: string | null | undefined): string | undefined {
  const read = readPostalCode(country, written);
  if (read.kind === 'VALID') return read.postalCode;
  if (read.kind === 'MISSING') return undefined;
  const name = placeName(countryCode(country), 'en') ?? country;
  throw codedError('BAD_USER_INPUT', `${JSON.stringify(written)} is no postal code of ${name}.`, {
    field: 'postalCode',
  });
}

/** Where goods go, as a promise needs it. */
export function destinationOf(input: {
  country: string;
  postalCode?: string | null | undefined;
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
}): DestinationDoc {
  const { country, latitude, longitude } = input;
  const postalCode = postalCodeOf(country, input.postalCode);
  return {
    country: countryCode(country),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(latitude == null ? {} : { latitude }),
    ...(longitude == null ? {} : { longitude }),
  };
}

/** Parts of an address that may be left out. */
const spare: readonly string[] = ['company', 'line2', 'region', 'instructions'];

/** A postal address in its one form; BAD_USER_INPUT names the part that is missing or too long. */
export function addressOf(input: AddressInput): AddressDoc {
  const { name, line1, postalCode, city, country } = input;
  const more = Object.fromEntries(
    Object.entries(input).filter(([part, value]) => spare.includes(part) && value != null && value !== ''),
  );
  const address = {
    ...{ name, line1, postalCode: postalCode ?? '', city, country: countryCode(country) },
    ...more,
  };
  const missing = readPostalCode(country, postalCode);
  // Some countries have no postal codes, or addresses without one.
  const optional = missing.kind === 'MISSING' && !missing.required;
  const tooLong = Object.entries(address).find(
    ([field, value]) => (value.trim() === '' && !(optional && field === 'postalCode')) || value.length > 200,
  );
  if (tooLong !== undefined)
    throw codedError('BAD_USER_INPUT', `${tooLong[0]} of an address is 1 to 200 characters long.`);
  return { ...address, postalCode: postalCodeOf(country, postalCode) ?? '' };
}
