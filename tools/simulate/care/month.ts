import type { Random } from '../../../platform/random/random.ts';
import { dayMs, type Duration } from './durations.ts';

/** First midnight of the month: a Thursday, as day 0 of 1970. */
export const monthStartMs = Date.UTC(2026, 0, 1);
const monthDays = 28;
/** Parcels of the days before teach what parcels take; they are not counted. */
const warmUpDays = 119;
const hourMs = 3_600_000;

/** Assumptions about what the tables do not have: reports of the carrier on the way, and parcels that never arrive. */
const lostShare = 0.005;
/** Of all deliveries, this share is tried once in vain the day before. */
const failedAttemptShare = 0.03;
/** On its way a parcel is reported about every so many days, at random moments. */
const daysPerScan = 3;

/** A report of the carrier. */
export interface Scan {
  readonly atMs: number;
  readonly milestone: 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'ATTEMPT_FAILED';
}

/** One parcel with everything that happens to it; epoch ms. */
export interface SimulatedParcel {
  readonly id: string;
  /** False for those of the days before. */
  readonly counts: boolean;
  readonly placedAtMs: number;
  readonly dispatchDueAtMs?: number;
  readonly labelledAtMs: number;
  readonly handedOverAtMs: number;
  readonly scans: readonly Scan[];
  /** Absent for a parcel that is lost. */
  readonly deliveredAtMs?: number;
  readonly promisedAtMs: number;
  readonly postalCode: string;
}

/** Draws `count` parcels of a month, and some of the time before it. The same seed draws the same. */
export function drawMonth(
  durations: readonly Duration[],
  count: number,
  random: Random,
  before = Math.max(1_500, Math.round(count / 10)),
): SimulatedParcel[] {
  return [
    ...draw(durations, { count: before, fromDay: -warmUpDays, days: warmUpDays, counts: false }, random),
    ...draw(durations, { count, fromDay: 0, days: monthDays, counts: true }, random),
  ].sort((a, b) => a.placedAtMs - b.placedAtMs || (a.id < b.id ? -1 : 1));
}

interface Span {
  readonly count: number;
  readonly fromDay: number;
  readonly days: number;
  readonly counts: boolean;
}

const draw = (
  durations: readonly Duration[],
  { count, fromDay, days, counts }: Span,
  random: Random,
): SimulatedParcel[] =>
  Array.from({ length: count }, (_, n) => {
    const duration = random.pick(durations);
    // On the day of the week on which it was bought, since what follows depends on it.
    const day = fromDay + 7 * random.int(days / 7) + duration.weekday;
    const placedAtMs = monthStartMs + day * dayMs + duration.timeMs;
    return parcelOf(duration, { id: `${counts ? 'p' : 'before'}${n}`, counts, placedAtMs }, random);
  });

function parcelOf(
  duration: Duration,
  known: Pick<SimulatedParcel, 'id' | 'counts' | 'placedAtMs'>,
  random: Random,
): SimulatedParcel {
  const { placedAtMs } = known;
  const handedOverAtMs = placedAtMs + duration.handedOverMs;
  const deliveredAtMs = placedAtMs + duration.deliveredMs;
  const labelLeadMs = Math.min(duration.handedOverMs, (1 + random.int(20)) * hourMs);
  const scans = scansOf(handedOverAtMs, deliveredAtMs, random);
  const lostFromMs = handedOverAtMs + random.next() * (deliveredAtMs - handedOverAtMs);
  const isLost = random.next() < lostShare;
  return {
    ...known,
    ...(duration.dispatchDueMs === undefined ? {} : { dispatchDueAtMs: placedAtMs + duration.dispatchDueMs }),
    ...{ labelledAtMs: handedOverAtMs - labelLeadMs, handedOverAtMs },
    scans: isLost ? scans.filter(({ atMs }) => atMs < lostFromMs) : scans,
    ...(isLost ? {} : { deliveredAtMs }),
    ...{ promisedAtMs: placedAtMs + duration.promisedMs, postalCode: duration.postalCode },
  };
}

/** What the carrier reports between hand-over and the door. */
function scansOf(handedOverAtMs: number, deliveredAtMs: number, random: Random): Scan[] {
  const midnight = Math.floor(deliveredAtMs / dayMs) * dayMs;
  const outAtMs = Math.max(
    handedOverAtMs + (deliveredAtMs - handedOverAtMs) / 2,
    Math.min(midnight + 7.5 * hourMs, deliveredAtMs - hourMs),
  );
  const scans: Scan[] = [{ atMs: outAtMs, milestone: 'OUT_FOR_DELIVERY' }];
  let endMs = outAtMs;
  if (random.next() < failedAttemptShare && outAtMs - dayMs > handedOverAtMs + hourMs) {
    endMs = outAtMs - dayMs;
    scans.push({ atMs: endMs, milestone: 'OUT_FOR_DELIVERY' });
    scans.push({ atMs: endMs + 6 * hourMs, milestone: 'ATTEMPT_FAILED' });
  }
  const count = 1 + Math.round((endMs - handedOverAtMs) / (daysPerScan * dayMs));
  for (let n = 0; n < count; n++) {
    const atMs = handedOverAtMs + random.next() * (endMs - handedOverAtMs);
    scans.push({ atMs, milestone: 'IN_TRANSIT' });
  }
  return scans.map((scan) => ({ ...scan, atMs: Math.round(scan.atMs) })).sort((a, b) => a.atMs - b.atMs);
}
