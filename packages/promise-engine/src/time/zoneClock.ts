import { Temporal } from 'temporal-polyfill';

/** First and last day (days since 1970-01-01) the clocks cover: 2000-01-01 to 2100-01-01. */
export const FIRST_DAY = 10_957;
export const LAST_DAY = 47_482;
export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** Monday = 0. */
export const weekdayOf = (day: number): number => (day + 3) % 7;

/** Days since 1970-01-01 of an ISO date; NaN when it is no date. */
export function dayOfIso(iso: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) / DAY_MS : NaN;
}

/** ISO date of a day number. */
export const isoOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Minutes after midnight of 'HH:MM' ('24:00' = 1440); NaN when malformed. */
export function minutesOf(clock: string): number {
  const m = /^(\d{2}):(\d{2})$/.exec(clock);
  if (!m) return NaN;
  const minutes = Number(m[1]) * 60 + Number(m[2]);
  return minutes <= 1440 && Number(m[2]) < 60 ? minutes : NaN;
}

/**
 * Local days of one time zone as numbers. Temporal builds each day's first instant once; afterwards every
 * question is array arithmetic, so the hot path never touches a calendar library.
 */
export class ZoneClock {
  readonly timeZone: string;
  readonly #starts = new Float64Array(LAST_DAY - FIRST_DAY + 2).fill(NaN);

  /** @throws RangeError when the zone is unknown. */
  constructor(timeZone: string) {
    this.timeZone = timeZone;
    this.dayStart(FIRST_DAY);
  }

  /** First instant of a local day, epoch ms. Days outside the range are clamped to it. */
  dayStart(day: number): number {
    const index = day < FIRST_DAY ? 0 : day > LAST_DAY ? LAST_DAY - FIRST_DAY + 1 : day - FIRST_DAY;
    const known = this.#starts[index]!;
    if (known === known) return known;
    const date = Temporal.PlainDate.from(isoOfDay(index + FIRST_DAY));
    const start = date.toZonedDateTime(this.timeZone).epochMilliseconds;
    this.#starts[index] = start;
    return start;
  }

  /** Local day of an instant. */
  dayOf(ms: number): number {
    let day = Math.floor(ms / DAY_MS);
    if (day < FIRST_DAY) return FIRST_DAY;
    if (day >= LAST_DAY) return LAST_DAY;
    while (day > FIRST_DAY && this.dayStart(day) > ms) day--;
    while (day < LAST_DAY && this.dayStart(day + 1) <= ms) day++;
    return day;
  }

  /** Instant of a local clock time. A time skipped in spring moves forward, a doubled one means the first. */
  at(day: number, minutes: number): number {
    const start = this.dayStart(day);
    const next = this.dayStart(day + 1);
    if (next - start === DAY_MS) return start + minutes * MINUTE_MS;
    if (minutes >= 1440) return next;
    const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
    const date = Temporal.PlainDate.from(isoOfDay(day));
    return date.toZonedDateTime({ timeZone: this.timeZone, plainTime: time }).epochMilliseconds;
  }
}

const clocks = new Map<string, ZoneClock>();

/** The shared clock of a zone. @throws RangeError when the zone is unknown. */
export function zoneClock(timeZone: string): ZoneClock {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new ZoneClock(timeZone);
    clocks.set(timeZone, clock);
  }
  return clock;
}
