import type { MessageCode } from '../domain/codes.ts';

/** What one message says in one language, as ICU texts. */
export interface MessageText {
  readonly subject: string;
  /** Paragraphs. */
  readonly body: readonly string[];
  /** The same in a short message. */
  readonly sms?: string;
}

/** Words that all messages share. */
export interface SharedText {
  readonly greeting: string;
  readonly greetingWithoutName: string;
  readonly orderLink: string;
  readonly order: string;
  readonly tracking: string;
  readonly footer: string;
  readonly offers: string;
  readonly unsubscribe: string;
}

/** Everything in one language. */
export interface LanguageTexts {
  readonly shared: SharedText;
  readonly messages: Readonly<Record<MessageCode, MessageText>>;
}

export const languages = ['en', 'fr', 'it'] as const;
export type Language = (typeof languages)[number];

/** The language of a locale such as fr-BE; English for those that are not spoken here. */
export const languageOf = (locale: string): Language =>
  languages.find((language) => language === locale.slice(0, 2).toLowerCase()) ?? 'en';
