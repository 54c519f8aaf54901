/** A text in the languages of the application; English is always there. */
export interface LocalizedText {
  readonly en: string;
  readonly fr?: string | undefined;
  readonly it?: string | undefined;
}

/** The text in the asked language (en, fr, it, also as fr-FR); English if there is none. */
export function localized(text: LocalizedText, locale: string | null | undefined): string {
  const language = locale?.slice(0, 2).toLowerCase();
  return (language === 'fr' || language === 'it' ? text[language] : undefined) ?? text.en;
}
