import { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../platform/values/time.ts';
import type { KnownPlace } from './nearPlaces.ts';

/** From when until when, epoch ms. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Hours of a day, `HH:MM` on the wall of the place. */
interface Hours {
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Days looked ahead for the next opening. */
const horizonDays = 21;

const at = (day: Temporal.PlainDate, time: string, timeZone: string): number =>
  day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;

/** Spans of a day that are not over; one that closes after midnight ends on the next day. */
function spansOf(day: Temporal.PlainDate, hours: readonly Hours[], timeZone: string): Span[] {
  return hours
    .map(({ opensAt, closesAt }) => {
      const end = closesAt > opensAt ? day : day.add({ days: 1 });
      const closes =
        closesAt === '24:00' ? at(day.add({ days: 1 }), '00:00', timeZone) : at(end, closesAt, timeZone);
      return { fromMs: at(day, opensAt, timeZone), untilMs: closes };
    })
    .sort((a, b) => a.fromMs - b.fromMs);
}

/** Hours of a day: those said for that day alone, else the usual ones unless it is closed. */
function hoursOf({ openingHours, closedDays, today }: Opening, day: Temporal.PlainDate): readonly Hours[] {
  if (today != null && today.day === day.toString()) return today.hours;
  if (closedDays.includes(day.toString())) return [];
  return openingHours.filter(({ weekday }) => weekday === day.dayOfWeek);
}

export type Opening = Pick<KnownPlace, 'openingHours' | 'closedDays' | 'timeZone' | 'today'>;

/** When a place is open next, or still is; undefined when it is closed for weeks. */
export function nextOpening(place: Opening, nowMs: number): Span | undefined {
  const { timeZone } = place;
  const today = dateIn(nowMs, timeZone);
  for (let ahead = 0; ahead <= horizonDays; ahead++) {
    const day = today.add({ days: ahead });
    const span = spansOf(day, hoursOf(place, day), timeZone).find(({ untilMs }) => untilMs > nowMs);
    if (span !== undefined) return span;
  }
  return undefined;
}

/** When goods are picked up at home. */
export interface PickupTerms {
  /** Working days from today on, at least. */
  readonly leadDays: number;
  /** Days offered. */
  readonly days: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  readonly slots: readonly { readonly from: string; readonly until: string }[];
}

/** The place that takes the goods in: it has to be open on the day, for some time after the slot begins. */
export interface Receiving extends Opening {
  /** Whether an ISO date is a public holiday there. */
  readonly isHoliday: (date: string) => boolean;
}

/** Where goods are picked up: its zone, the days on which carriers rest there, and who takes the goods in. */
export interface PickupPlace {
  readonly timeZone: string;
  /** Whether an ISO date is a public holiday there. */
  readonly isHoliday: (date: string) => boolean;
  readonly receiving?: Receiving | undefined;
}

/** Can goods that are picked up in a slot of a day be taken in on that day? A place without any hours is always open. */
function takesIn(receiving: Receiving, day: Temporal.PlainDate, slot: Span): boolean {
  const { today, openingHours, closedDays, isHoliday, timeZone } = receiving;
  const date = day.toString();
  // What was said for this day alone goes before calendars.
  const isOwnDay = today != null && today.day === date;
  if (!isOwnDay && isHoliday(date)) return false;
  if (!isOwnDay && openingHours.length === 0) return !closedDays.includes(date);
  return spansOf(day, hoursOf(receiving, day), timeZone).some(({ untilMs }) => untilMs > slot.fromMs);
}

/** Slots in which goods can be picked up, in the zone of the address, the earliest first: the carrier works, and who takes them in. */
export function pickupSlots(
  { leadDays, days, weekdays, slots }: PickupTerms,
  { timeZone, isHoliday, receiving }: PickupPlace,
  nowMs: number,
): Span[] {
  const found: Span[] = [];
  let day = dateIn(nowMs, timeZone);
  for (let looked = 0, passed = 0, offered = 0; looked < 60 && offered < days; looked++) {
    day = day.add({ days: 1 });
    if (!weekdays.includes(day.dayOfWeek) || isHoliday(day.toString())) continue;
    if (++passed < leadDays) continue;
    const hours = slots.map(({ from, until }) => ({ opensAt: from, closesAt: until }));
    const today = spansOf(day, hours, timeZone).filter(
      (slot) => receiving === undefined || takesIn(receiving, day, slot),
    );
    offered += today.length > 0 ? 1 : 0;
    found.push(...today);
  }
  return found;
}
