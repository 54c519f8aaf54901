import { countryCode } from '@promesse/geography/countries';
import { placeName } from '@promesse/geography/names';
import { readPostalCode } from '@promesse/geography/postalCode';
import type { PromiseResult } from '@promesse/promise-engine/model/types';
import type { Reason, UnavailableOption } from '@promesse/promise-engine/model/reasons';
import type { Question } from './question.ts';

/** Why a postal code cannot be delivered to; undefined when it can exist, or none is given. */
export function wrongPostalCode({ country, postalCode }: Question['destination']): Reason | undefined {
  if (readPostalCode(country, postalCode).kind !== 'INVALID') return undefined;
  const name = placeName(countryCode(country), 'en') ?? country;
  return { code: 'BAD_INPUT', message: `${JSON.stringify(postalCode)} is no postal code of ${name}.` };
}

/**
 * The engine knows the countries the retailer has to do with. Of the others, those that exist are not served; only a
 * code that names no country is unknown.
 */
export function namingCountries(result: PromiseResult, code: string): PromiseResult {
  const name = result.destination.zoneId === null ? placeName(code, 'en') : undefined;
  if (name === undefined) return result;
  const unavailable = result.unavailable.map((option): UnavailableOption => {
    const reasons = option.reasons.map((reason) =>
      reason.code === 'UNKNOWN_COUNTRY'
        ? { ...reason, code: 'COUNTRY_NOT_SERVED' as const, message: `Nothing is delivered to ${name}.` }
        : reason,
    );
    return { ...option, reasons };
  });
  return { ...result, unavailable };
}
