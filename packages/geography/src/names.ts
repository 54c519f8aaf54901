import { countries } from './countries.ts';
import type { Language } from './locales.ts';
import { territory } from './territories.ts';

const names = new Map<string, Intl.DisplayNames>();

function regions(language: Language): Intl.DisplayNames {
  let found = names.get(language);
  if (found === undefined) {
    found = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    names.set(language, found);
  }
  return found;
}

/** Name of a country or territory in a language; undefined when the code names neither. */
export function placeName(code: string, language: Language): string | undefined {
  const own = territory(code)?.names?.[language];
  if (own !== undefined) return own;
  return countries.has(code) ? regions(language).of(code) : undefined;
}
