import { countryCode } from './countries.ts';
import { postalRows } from './data/postalRules.ts';
import { compactPostalCode, parentOf } from './territories.ts';

/**
 * What a written postal code is: one that can exist, in its country's one form; one missing where it may be
 * (`required` says whether an address needs it); or one that cannot exist there.
 */
export type ReadPostalCode =
  | { readonly kind: 'VALID'; readonly postalCode: string }
  | { readonly kind: 'MISSING'; readonly required: boolean }
  | { readonly kind: 'INVALID' };

const patterns = new Map<string, RegExp>();

function patternOf(country: string, source: string): RegExp {
  let found = patterns.get(country);
  if (found === undefined) patterns.set(country, (found = new RegExp(`^(?:${source})$`)));
  return found;
}

const ruleOf = (code: string) => postalRows[code] ?? postalRows[parentOf(code)];

/**
 * Reads a postal code as people write it: case, spaces and hyphens do not matter, and "1012 AB" is "1012AB".
 * @param country ISO 3166 code, or a territory's.
 */
export function readPostalCode(country: string, written: string | null | undefined): ReadPostalCode {
  const code = countryCode(country);
  const rule = ruleOf(code);
  const compact = compactPostalCode(written ?? '', code);
  if ((written ?? '').trim() === '') return { kind: 'MISSING', required: rule?.[2] ?? false };
  if (rule === undefined) return { kind: 'VALID', postalCode: (written ?? '').trim().toUpperCase() };
  const [source, format] = rule;
  // Letters of another script, and signs that are no separators, are no part of a code.
  const match = /^[0-9A-Za-z\s\-–.]*$/.test(written ?? '') ? patternOf(code, source).exec(compact) : null;
  if (match === null) return { kind: 'INVALID' };
  const groups = match.slice(1).filter((group) => group !== undefined);
  const postalCode = format.replace(/\$(\d)/g, (_, n: string) => groups[Number(n) - 1] ?? '');
  // Where the last group may be missing, so is what comes before it.
  return { kind: 'VALID', postalCode: postalCode.replace(/[ -]+$/, '') };
}

/** The one form of a postal code; what cannot exist is given back as it was written, in capitals. */
export function canonicalPostalCode(country: string, written: string): string {
  const read = readPostalCode(country, written);
  return read.kind === 'VALID' ? read.postalCode : written.trim().toUpperCase();
}

/** Whether an address of a country can have a postal code that is checked. */
export const hasPostalRule = (country: string): boolean => ruleOf(countryCode(country)) !== undefined;
