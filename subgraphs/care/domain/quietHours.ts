import { Temporal } from 'temporal-polyfill';
import { zonedOf } from '../../../platform/values/time.ts';

/** Hours in which nobody wants a short message, as HH:MM on the recipient's wall; equal ends mean none. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/**
 * End of the quiet hours at `nowMs` in `zone`, epoch ms; undefined outside of them. The wall counts: a night with a
 * change of the clock is an hour shorter or longer.
 */
export function quietUntilMs(nowMs: number, zone: string, { from, until }: QuietHours): number | undefined {
  if (from === until) return undefined;
  const now = zonedOf(nowMs, zone);
  const time = now.toPlainTime();
  const isAfter = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(from)) >= 0;
  const isBefore = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(until)) < 0;
  const overnight = from > until;
  const isQuiet = overnight ? isAfter || isBefore : isAfter && isBefore;
  if (!isQuiet) return undefined;
  const day = overnight && isAfter ? now.toPlainDate().add({ days: 1 }) : now.toPlainDate();
  return day.toZonedDateTime({ timeZone: zone, plainTime: until }).epochMilliseconds;
}
