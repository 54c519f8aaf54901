import { ruleOf } from '../../../subgraphs/care/domain/codes.ts';
import type { MessageState } from '../../../subgraphs/care/domain/message.ts';
import { dayMs } from './durations.ts';
import type { SimulatedParcel } from './month.ts';

/** What came of the month. Counts of parcels, unless said otherwise. */
export interface Figures {
  readonly parcels: number;
  /** Arrived after the promised moment, and not after it. */
  readonly late: number;
  readonly onTime: number;
  /** Late ones whose customer was told of a delay before the promised moment. */
  readonly toldInTime: number;
  /** How long before the promised moment those were told, hours. */
  readonly medianHoursAhead: number;
  /** In time, and told of a delay or a loss. */
  readonly wronglyTold: number;
  /** Promised dates of which a customer was told more than once. */
  readonly toldTwice: number;
  /** Never arrived; found by the watch; arrived though the watch had counted them as lost. */
  readonly lost: number;
  readonly lostFound: number;
  readonly lostFalse: number;
  /** Days from the moment it could be known (silent for longer than 99 of 100 that arrived in its area) until it was found. */
  readonly medianDaysToFind: number;
  /** Told that the preparation takes longer, with no word of another date: of late ones, and of those in time. */
  readonly preparingLate: { readonly late: number; readonly onTime: number };
  /** Mails in all, those of the days before included. */
  readonly mails: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const low = sorted[Math.ceil(half) - 1] ?? Number.NaN;
  return half % 1 === 0 ? (low + (sorted[half] ?? low)) / 2 : low;
};

/** What customers were told, and what was found, by order. */
export interface Seen {
  readonly messages: ReadonlyMap<string, readonly MessageState[]>;
  /** When a parcel was first counted as lost. */
  readonly lostAtMs: ReadonlyMap<string, number>;
  /** Mails that went out. */
  readonly mails: number;
}

/** Counts what care did with the parcels of the month. */
export function figuresOf(parcels: readonly SimulatedParcel[], seen: Seen): Figures {
  const counted = parcels.filter(({ counts }) => counts);
  const isLate = ({ deliveredAtMs = 0, promisedAtMs }: SimulatedParcel): boolean =>
    deliveredAtMs > promisedAtMs;
  const arrived = counted.filter(({ deliveredAtMs }) => deliveredAtMs !== undefined);
  const late = arrived.filter(isLate);
  const onTime = arrived.filter((parcel) => !isLate(parcel));
  const lost = counted.filter(({ deliveredAtMs }) => deliveredAtMs === undefined);
  const ahead = late.flatMap((parcel) => aheadOf(parcel, seen));
  const toFind = daysToFind(parcels, lost, seen);
  return {
    ...{ parcels: counted.length, late: late.length, onTime: onTime.length },
    ...{ toldInTime: ahead.length, medianHoursAhead: median(ahead) / 3_600_000 },
    wronglyTold: onTime.filter((parcel) => tellings(parcel, seen).length > 0).length,
    toldTwice: counted.reduce((sum, parcel) => sum + twice(tellings(parcel, seen)), 0),
    ...{ lost: lost.length, lostFound: toFind.length, medianDaysToFind: median(toFind) },
    lostFalse: arrived.filter(({ id }) => seen.lostAtMs.has(id)).length,
    preparingLate: { late: countPreparing(late, seen), onTime: countPreparing(onTime, seen) },
    mails: seen.mails,
  };
}

/** Messages that told of a delay or a loss. */
const tellings = ({ id }: SimulatedParcel, { messages }: Seen): readonly MessageState[] =>
  (messages.get(id) ?? []).filter(
    ({ code, status }) => status === 'SENT' && (ruleOf(code).delay === true || code === 'PARCEL_LOST'),
  );

/** How long before the promised moment a customer first heard; nothing if later or never. */
function aheadOf(parcel: SimulatedParcel, seen: Seen): number[] {
  const first = Math.min(...tellings(parcel, seen).map(({ sentAtMs = Infinity }) => sentAtMs));
  return first < parcel.promisedAtMs ? [parcel.promisedAtMs - first] : [];
}

const twice = (messages: readonly MessageState[]): number => {
  const dates = messages
    .filter(({ code }) => ruleOf(code).delay === true)
    .map(({ facts }) => facts.latestAtMs);
  return dates.length - new Set(dates).size;
};

const countPreparing = (parcels: readonly SimulatedParcel[], { messages }: Seen): number =>
  parcels.filter(({ id }) =>
    messages.get(id)?.some(({ code, status }) => status === 'SENT' && code === 'PREPARING_LATE'),
  ).length;

/** For each lost parcel that was found: days after it could be known. */
function daysToFind(
  parcels: readonly SimulatedParcel[],
  lost: readonly SimulatedParcel[],
  { lostAtMs }: Seen,
): number[] {
  const knowable = knowableSilence(parcels);
  return lost.flatMap((parcel) => {
    const foundMs = lostAtMs.get(parcel.id);
    if (foundMs === undefined) return [];
    const lastMs = parcel.scans.at(-1)?.atMs ?? parcel.handedOverAtMs;
    return [(foundMs - lastMs - knowable(parcel)) / dayMs];
  });
}

const areaOf = ({ postalCode }: SimulatedParcel): string => postalCode.slice(0, 2);

/** The silence that 99 of 100 parcels to an area did not exceed, known from all of them; of all areas where there are few. */
function knowableSilence(parcels: readonly SimulatedParcel[]): (parcel: SimulatedParcel) => number {
  const byArea = new Map<string, number[]>([['', []]]);
  for (const parcel of parcels) {
    if (parcel.deliveredAtMs === undefined) continue;
    const moments = [parcel.handedOverAtMs, ...parcel.scans.map(({ atMs }) => atMs), parcel.deliveredAtMs];
    const longest = Math.max(...moments.slice(1).map((atMs, n) => atMs - (moments[n] ?? atMs)));
    byArea.get('')?.push(longest);
    const area = byArea.get(areaOf(parcel));
    if (area === undefined) byArea.set(areaOf(parcel), [longest]);
    else area.push(longest);
  }
  for (const silences of byArea.values()) silences.sort((a, b) => a - b);
  const all = byArea.get('') ?? [];
  return (parcel) => {
    const near = byArea.get(areaOf(parcel)) ?? [];
    const silences = near.length < 200 ? all : near;
    return silences[Math.ceil(0.99 * silences.length) - 1] ?? 0;
  };
}
