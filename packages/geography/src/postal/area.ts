import { compactPostalCode } from '../territories.ts';

/**
 * The part of a postal code that tells where it lies: the outward code in Britain and its dependencies, elsewhere all
 * of it. Only the inward code begins with the last digit, so it is three signs long.
 */
export function areaPart(country: string, postalCode: string): string {
  const compact = compactPostalCode(postalCode, country);
  if (country === 'GB' && compact.length > 4) return compact.slice(0, -3);
  return country === 'LU' || country === 'LV' || country === 'SE' ? compact.replace(/^[A-Z]+/, '') : compact;
}

/** Ever wider areas that a code lies in, the narrowest first, without itself. */
export function widerAreas(country: string, area: string): string[] {
  if (country === 'GB') {
    const letters = /^[A-Z]+/.exec(area)?.[0] ?? '';
    const district = /^[A-Z]+\d+/.exec(area)?.[0] ?? '';
    return [...new Set([district, letters])].filter((wider) => wider !== '' && wider !== area);
  }
  return Array.from({ length: area.length - 1 }, (_, i) => area.slice(0, area.length - 1 - i));
}
