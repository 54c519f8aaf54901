/** How long parcels of one service took from hand-over to the door, in ms; the newest last. */
export interface TransitSample {
  readonly tookMs: readonly number[];
}

/** Fewer than this say nothing. */
const fewest = 20;
/** Of more, only the newest count. */
export const mostCounted = 300;

/**
 * Chance that a parcel that is under way for `elapsedMs` takes longer than `limitMs`: the share of those that were
 * under way as long and did. One imagined parcel of each kind keeps few observations from being certain. Undefined while
 * too little was observed.
 */
export function arrivesAfter(
  { tookMs }: TransitSample,
  elapsedMs: number,
  limitMs: number,
): number | undefined {
  if (tookMs.length < fewest) return undefined;
  const still = tookMs.filter((ms) => ms > elapsedMs);
  const late = still.filter((ms) => ms > limitMs);
  return (late.length + 1) / (still.length + 2);
}
