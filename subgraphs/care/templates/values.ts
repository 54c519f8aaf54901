import type { Language } from './text.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', it: 'it-IT' };
const dates = new Map<string, Intl.DateTimeFormat>();
const amounts = new Map<string, Intl.NumberFormat>();

/** An instant as people at the place it goes to read it: weekday, day, month, hour. */
export function instantText(ms: number, language: Language, timeZone: string): string {
  const key = `${language} ${timeZone}`;
  let found = dates.get(key);
  if (found === undefined)
    dates.set(
      key,
      (found = new Intl.DateTimeFormat(locales[language], {
        ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
        ...{ hourCycle: 'h23', timeZone },
      })),
    );
  return found.format(ms);
}

/** An amount with its currency's sign and digits. */
export function moneyText(
  { amountMinor, currency }: { readonly amountMinor: number; readonly currency: string },
  language: Language,
): string {
  const key = `${language} ${currency}`;
  let found = amounts.get(key);
  if (found === undefined)
    amounts.set(key, (found = new Intl.NumberFormat(locales[language], { style: 'currency', currency })));
  const digits = found.resolvedOptions().maximumFractionDigits ?? 2;
  return found.format(amountMinor / 10 ** digits);
}
