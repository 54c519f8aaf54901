import type { PromiseResult } from '@promesse/promise-engine/model/types';
import type { UnavailableOption } from '@promesse/promise-engine/model/reasons';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Codes of the list that name no country: groups of countries, tests, and "unknown". */
const noCountry = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** English name of a country by its ISO 3166 code; undefined when there is none. */
export function countryName(code: string): string | undefined {
  return /^[A-Z]{2}$/.test(code) && !noCountry.has(code) ? regions.of(code) : undefined;
}

/**
 * The engine knows the countries the retailer has to do with. Of the others, those that exist are not served; only a
 * code that names no country is unknown.
 */
export function namingCountries(result: PromiseResult, code: string): PromiseResult {
  const name = result.destination.zoneId === null ? countryName(code) : undefined;
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
