/** Languages the console speaks. */
export const languages = ['en', 'fr', 'it'] as const;
export type Language = (typeof languages)[number];

/** A language as people write its name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  it: 'Italiano',
};

export const isLanguage = (word: string): word is Language => languages.some((each) => each === word);

/** The first wish that the console can meet; English otherwise. */
export function languageAmong(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const word = wish.slice(0, 2).toLowerCase();
    if (isLanguage(word)) return word;
  }
  return 'en';
}
