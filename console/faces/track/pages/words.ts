import type { TextOf } from '../../../texts/catalogue.ts';
import { textsIn } from '../../../texts/catalogue.ts';
import type { Language } from '../../../texts/language.ts';
import { trackTexts } from '../texts/track.ts';

/** How the page speaks: texts, dates and money in the language and zone of the order. */
export interface Words {
  readonly language: Language;
  readonly t: TextOf<keyof (typeof trackTexts)['en'] & string>;
  day(instant: string): string;
  dayTime(instant: string): string;
  money(amountMinor: number, currency: string): string;
}

export function wordsIn(language: Language, timeZone: string): Words {
  const date = (options: Intl.DateTimeFormatOptions) => (instant: string) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone, ...options }).format(
      new Date(instant),
    );
  return {
    language,
    t: textsIn(trackTexts, language),
    day: date({ weekday: 'long', day: 'numeric', month: 'long' }),
    dayTime: date({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
    money(amountMinor, currency) {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency });
      return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
  };
}
