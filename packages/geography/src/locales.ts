/** Languages in which everything that a customer reads exists. */
export const languages = ['en', 'fr', 'it'] as const;
export type Language = (typeof languages)[number];

/**
 * The language of a locale (BCP 47, whatever its case, `_` or `-`); regions and scripts nobody knows are ignored, and
 * what is no locale, or one in another language, is English.
 */
export function languageOf(locale: string | null | undefined): Language {
  const first = (locale ?? '').trim().toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return languages.find((language) => language === first) ?? 'en';
}
