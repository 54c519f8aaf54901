import type { OrderSearchInput } from '../generated/operations.ts';

/** What may be meant by words in the search box, each a search of its own; the surest first. */
export function criteriaOf(words: string): OrderSearchInput[] {
  const text = words.trim();
  if (text === '') return [];
  if (text.includes('@')) return [{ email: text }];
  const digits = text.replaceAll(/[\s().\-/]/g, '');
  if (/^\+\d{6,15}$/.test(digits)) return [{ phone: digits }];
  const code = text.toUpperCase();
  if (/\d/.test(text) && !/\s/.test(text))
    return [
      { number: code },
      { trackingCode: text },
      { sku: code },
      ...(/^0\d{7,}$/.test(digits) ? [{ phone: digits, phoneCountry: 'FR' }] : []),
    ];
  return [{ name: text }];
}
