import { useMemo } from 'react';
import { usePreferences } from './preferences.ts';

/** Money as the graph gives it: minor units and ISO 4217 currency. */
export interface MoneyValue {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Writes values as the person's language does. Instants are RFC 3339; `timeZone` is that of whom they concern. */
export interface Formats {
  money(value: MoneyValue): string;
  number(value: number): string;
  /** A share of 1, in percent. */
  share(value: number): string;
  /** Monday 4 May. */
  day(instant: string, timeZone?: string): string;
  /** Mon 4 May, 14:05. */
  dayTime(instant: string, timeZone?: string): string;
  time(instant: string, timeZone?: string): string;
}

const zone = (timeZone: string | undefined) => (timeZone === undefined ? {} : { timeZone });

/** Formats of one language; the currency says how many digits its minor unit has. */
export function formatsIn(language: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions, instant: string): string =>
    new Intl.DateTimeFormat(language, options).format(new Date(instant));
  return {
    money({ amountMinor, currency }) {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
      return format.format(amountMinor / 10 ** digits);
    },
    number: (value) => new Intl.NumberFormat(language).format(value),
    share: (value) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value),
    day: (instant, timeZone) =>
      dates({ weekday: 'long', day: 'numeric', month: 'long', ...zone(timeZone) }, instant),
    dayTime: (instant, timeZone) =>
      dates(
        {
          ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
          ...zone(timeZone),
        },
        instant,
      ),
    time: (instant, timeZone) => dates({ hour: '2-digit', minute: '2-digit', ...zone(timeZone) }, instant),
  };
}

export function useFormats(): Formats {
  const { language } = usePreferences();
  return useMemo(() => formatsIn(language), [language]);
}
