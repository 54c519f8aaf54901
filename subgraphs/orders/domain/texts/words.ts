import { digitsOf } from '@promesse/geography/currencies';
import type { Language } from '@promesse/geography/locales';
import type { EventPayload } from '../../../../schema/events/registry.ts';
import type { OrderEventName } from '../order.ts';
import { reasonIn } from './reasons.ts';

/** Parts of sentences in one language. */
export interface Words {
  /** `2 units`, from the lines of an event. */
  units(lines: readonly { readonly quantity: number }[]): string;
  /** An amount with its currency. */
  money(amount: { readonly amountMinor: number; readonly currency: string }): string;
  /** A day and time at the place of the order. */
  instant(atMs: number): string;
  /** Words of the application in this language; what a person wrote is left as it is. */
  reason(text: string): string;
}

/** One sentence for each event of an order, without personal data. */
export type Summaries = { readonly [N in OrderEventName]: (data: EventPayload<N>, words: Words) => string };

const unitWords: Readonly<Record<Language, readonly [one: string, many: string]>> = {
  en: ['unit', 'units'],
  fr: ['article', 'articles'],
  it: ['articolo', 'articoli'],
};
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', it: 'it-IT' };

/** Orders of before may be in a currency that is none. */
const digitsIn = (currency: string): number => digitsOf(currency) ?? 2;

export const wordsIn = (language: Language, timeZone = 'UTC'): Words => ({
  units: (lines) => {
    const units = lines.reduce((sum, line) => sum + line.quantity, 0);
    return `${units} ${unitWords[language][units === 1 ? 0 : 1]}`;
  },
  money: ({ amountMinor, currency }) => {
    const digits = digitsIn(currency);
    const amount = (amountMinor / 10 ** digits).toFixed(digits);
    return `${language === 'en' ? amount : amount.replace('.', ',')} ${currency}`;
  },
  instant: (atMs) =>
    new Intl.DateTimeFormat(locales[language], {
      ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
      ...{ timeZone, timeZoneName: 'short' },
    }).format(new Date(atMs)),
  reason: (text) => reasonIn(language, text),
});

/** The same in another language. One that lacks a sentence fails a test; until it has it, English is told. */
export type TranslatedSummaries = Partial<Summaries>;
