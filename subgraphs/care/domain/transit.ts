/** What one parcel took that has arrived, in ms. */
export interface Journey {
  /** Where it went: country and the beginning of the postal code. */
  readonly area: string;
  /** From the order to the carrier; absent when that was not seen. */
  readonly handlingMs?: number;
  /** From the carrier to the door. */
  readonly tookMs: number;
  /** The longest time without a report on its way. */
  readonly silentMs?: number;
}

/** Parcels of one service that arrived lately. */
export interface TransitSample {
  readonly journeys: readonly Journey[];
}

/** A parcel, or an order without one, whose chance is asked for. Times in ms. */
export interface UnderWay {
  readonly area: string;
  /** From the order to the carrier; absent while it has not left. */
  readonly handlingMs?: number;
  /** Since it was ordered, or, where that is unknown, since it left. */
  readonly elapsedMs: number;
  /** From the same moment to the promised one. */
  readonly limitMs: number;
}

/** Fewer than this say nothing. */
const fewest = 20;
/** Of more, only the newest count. */
export const mostCounted = 2_000;
/** What all parcels of the service did weighs as much as so many of the area. */
const weightOfAll = 10;
/** It takes so many to say which silence is unusual. */
const fewestForSilence = 200;
/** Of parcels that arrived, this share was never silent for longer. */
const usualSilence = 0.995;

interface Count {
  readonly still: number;
  readonly late: number;
}

/** Of past parcels that were where this one is for as long: how many, and how many of them would have been too late. */
function countLike(journeys: readonly Journey[], { handlingMs, elapsedMs, limitMs }: UnderWay): Count {
  let still = 0;
  let late = 0;
  for (const past of journeys) {
    if (handlingMs !== undefined) {
      if (past.tookMs <= elapsedMs - handlingMs) continue;
      if (past.tookMs > limitMs - handlingMs) late += 1;
    } else {
      if (past.handlingMs === undefined || past.handlingMs <= elapsedMs) continue;
      if (past.handlingMs + past.tookMs > limitMs) late += 1;
    }
    still += 1;
  }
  return { still, late };
}

/** Journeys by area, and the silences asked for so far; a sample is asked thousands of times. */
interface Index {
  readonly byArea: ReadonlyMap<string, readonly Journey[]>;
  readonly silence: Map<string, number | undefined>;
  /** Times on the way, and from the order to the carrier, that only so many exceeded as it takes to say something. */
  readonly longTookMs: number;
  readonly longHandlingMs: number;
}
const indexes = new WeakMap<readonly Journey[], Index>();

function indexOf(journeys: readonly Journey[]): Index {
  const known = indexes.get(journeys);
  if (known !== undefined) return known;
  const byArea = new Map<string, Journey[]>();
  for (const journey of journeys) {
    const near = byArea.get(journey.area);
    if (near === undefined) byArea.set(journey.area, [journey]);
    else near.push(journey);
  }
  const index = {
    ...{ byArea, silence: new Map<string, number | undefined>() },
    longTookMs: exceededByFew(journeys.map(({ tookMs }) => tookMs)),
    longHandlingMs: exceededByFew(journeys.flatMap(({ handlingMs }) => handlingMs ?? [])),
  };
  indexes.set(journeys, index);
  return index;
}

/** A twentieth of few, or as many as it takes to say something. */
const exceededByFew = (times: number[]): number =>
  times.sort((a, b) => b - a)[Math.min(fewest, Math.floor(times.length / 20))] ?? 0;

/**
 * What is under way for longer than nearly all others were is compared with the longest of them, in their last days: so many
 * are left of them as it takes, and as much time is left to the promised moment.
 */
function amongLongest(what: UnderWay, { longTookMs, longHandlingMs }: Index): UnderWay {
  const { handlingMs, elapsedMs, limitMs } = what;
  const beyond = handlingMs === undefined ? elapsedMs - longHandlingMs : elapsedMs - handlingMs - longTookMs;
  return beyond <= 0 ? what : { ...what, elapsedMs: elapsedMs - beyond, limitMs: limitMs - beyond };
}

/**
 * Chance that something under way comes after its promised moment: the share of parcels of its service that were as long
 * where it is now, and did. Parcels of its area count for more the more of them there are. One imagined parcel of each kind
 * keeps few observations from being certain. Undefined while too little was observed.
 */
export function chanceOfLate({ journeys }: TransitSample, underWay: UnderWay): number | undefined {
  if (journeys.length < fewest) return undefined;
  const index = indexOf(journeys);
  const what = amongLongest(underWay, index);
  const all = countLike(journeys, what);
  const chance = (all.late + 1) / (all.still + 2);
  const near = countLike(index.byArea.get(what.area) ?? [], what);
  return (near.late + weightOfAll * chance) / (near.still + weightOfAll);
}

/**
 * For how long a parcel to an area may be without a report before it counts as lost, ms: longer than nearly all that
 * arrived there ever were; of all areas where few did. Undefined while too little was observed.
 */
export function silenceOfLost({ journeys }: TransitSample, to: string): number | undefined {
  const { byArea, silence } = indexOf(journeys);
  const near = byArea.get(to) ?? [];
  const key = near.length < fewestForSilence ? '' : to;
  if (!silence.has(key)) silence.set(key, unusualSilence(key === '' ? journeys : near));
  return silence.get(key);
}

function unusualSilence(journeys: readonly Journey[]): number | undefined {
  const silences = journeys.flatMap(({ silentMs }) => (silentMs === undefined ? [] : [silentMs]));
  if (silences.length < fewestForSilence) return undefined;
  silences.sort((a, b) => a - b);
  return silences[Math.ceil(usualSilence * silences.length) - 1];
}

/**
 * How long after their hand-over nearly all parcels have arrived, ms. Only parcels that left longer ago than this teach: of
 * those that left later the fast ones have arrived and the slow ones have not, most of all when sales grow. 0 while too
 * little was observed.
 */
export function patienceMs({ journeys }: TransitSample): number {
  if (journeys.length < fewestForSilence) return 0;
  const took = journeys.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  return took[Math.ceil(0.99 * took.length) - 1] ?? 0;
}

/** With fewer that left long enough ago, all that arrived teach. */
export const isEnough = ({ journeys }: TransitSample): boolean => journeys.length >= fewestForSilence;

const hourMs = 3_600_000;
/** From so many on, one parcel more changes little. */
const much = 500;

/**
 * The moments up to which arrivals count at a moment, epoch ms: what has been learned changes every twelve hours, or every
 * ten minutes while little was seen. Whoever asks within one of these gets the same, however often and in whichever process.
 */
export const learnedUntilMs = (nowMs: number): { readonly long: number; readonly short: number } => ({
  long: Math.floor(nowMs / (12 * hourMs)) * 12 * hourMs,
  short: Math.floor(nowMs / (hourMs / 6)) * (hourMs / 6),
});

export const isMuch = ({ journeys }: TransitSample): boolean => journeys.length >= much;

/** Nearly everything that left so long ago and arrives has arrived, ms. */
const settledAfterMs = 60 * 24 * hourMs;
/** How often patience is asked for at most, of a service that nobody has used for so long. */
const mostRounds = 12;

/**
 * When the parcels that teach had left at the latest: so long ago that nearly all of their like have arrived, as those that
 * left two months ago say. Where few did, patience grows from sample to sample, since what has arrived of the newest is what
 * is fast, until it grows no more. Asks for the newest that had left by a moment and have arrived.
 */
export function* settling(asOfMs: number): Generator<number, TransitSample, TransitSample> {
  const old = yield asOfMs - settledAfterMs;
  let sample = isEnough(old) ? old : yield asOfMs;
  for (let round = 0, waited = 0; round < mostRounds; round++) {
    const patience = patienceMs(sample);
    if (patience <= waited) break;
    const settled = yield asOfMs - patience;
    if (!isEnough(settled)) break;
    [sample, waited] = [settled, patience];
    if (isEnough(old)) break;
  }
  return sample;
}
