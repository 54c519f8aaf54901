import { countries } from './countries.ts';
import { currencyDigits, furtherCurrencies } from './data/currencyDigits.ts';

const known: ReadonlyMap<string, number> = (() => {
  const digits = new Map<string, number>();
  for (const { currency } of countries.values()) digits.set(currency, 2);
  for (const currency of furtherCurrencies) digits.set(currency, 2);
  for (const [count, codes] of Object.entries(currencyDigits))
    for (const code of codes) digits.set(code, Number(count));
  return digits;
})();

/** Whether a code is a currency of ISO 4217 in use; "QQQ" and "eur" are none. */
export const isCurrency = (code: string): boolean => known.has(code);

/** Digits of a currency's minor unit (EUR 2, JPY 0, KWD 3); undefined when there is no such currency. */
export const digitsOf = (code: string): number | undefined => known.get(code);

/** All currencies in use, by code. */
export const currencyCodes = (): readonly string[] => [...known.keys()].sort();
