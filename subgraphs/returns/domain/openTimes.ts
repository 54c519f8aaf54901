import { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../platform/values/time.ts';
import type { KnownPlace } from './returnPlaces.ts';

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

/** When a place is open next, or still is; undefined when it is closed for weeks. */
export function nextOpening(
  { openingHours, closedDays, timeZone }: Pick<KnownPlace, 'openingHours' | 'closedDays' | 'timeZone'>,
  nowMs: number,
): Span | undefined {
  const today = dateIn(nowMs, timeZone);
  for (let ahead = 0; ahead <= horizonDays; ahead++) {
    const day = today.add({ days: ahead });
    if (closedDays.includes(day.toString())) continue;
    const hours = openingHours.filter(({ weekday }) => weekday === day.dayOfWeek);
    const span = spansOf(day, hours, timeZone).find(({ untilMs }) => untilMs > nowMs);
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

/** Slots in which goods can be picked up, in the zone of the address, the earliest first. */
export function pickupSlots(
  { leadDays, days, weekdays, slots }: PickupTerms,
  timeZone: string,
  nowMs: number,
): Span[] {
  const found: Span[] = [];
  let day = dateIn(nowMs, timeZone);
  for (let looked = 0, passed = 0, offered = 0; looked < 60 && offered < days; looked++) {
    day = day.add({ days: 1 });
    if (!weekdays.includes(day.dayOfWeek)) continue;
    if (++passed < leadDays) continue;
    offered += 1;
    const hours = slots.map(({ from, until }) => ({ opensAt: from, closesAt: until }));
    found.push(...spansOf(day, hours, timeZone));
  }
  return found;
}
