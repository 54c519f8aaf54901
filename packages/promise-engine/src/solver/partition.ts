/**
 * Least scores of dividing sets among parts, given the least score of every set as one part (dynamic programming over
 * subsets, as Held and Karp, 1962). The part that holds a set's first item is noted, which leads to all of them.
 */
export interface Partition {
  readonly single: Float64Array;
  readonly part: Float64Array;
  readonly partOf: Int32Array;
}

/** The best partition of every set. */
export function divideAll(p: Partition, size: number): void {
  p.part[0] = 0;
  for (let s = 1; s < size; s++) divide(p, s);
}

/** The best partition of the last set, for a third of the work: what its first part leaves never has the first item. */
export function divideLast(p: Partition, size: number): void {
  p.part[0] = 0;
  for (let s = 2; s < size; s += 2) divide(p, s);
  divide(p, size - 1);
}

function divide({ single, part, partOf }: Partition, s: number): void {
  const low = s & -s;
  const rest = s ^ low;
  let least = Infinity;
  let by = 0;
  for (let t = rest; ; t = (t - 1) & rest) {
    const value = single[t | low]! + part[rest ^ t]!;
    if (value < least) {
      least = value;
      by = t | low;
    }
    if (t === 0) break;
  }
  part[s] = least;
  partOf[s] = by;
}

/** The parts of the best partition of a set, largest set first in no particular order. */
export function partsOf({ partOf }: Partition, set: number): number[] {
  const parts: number[] = [];
  for (let s = set; s > 0 && partOf[s]! > 0; s ^= partOf[s]!) parts.push(partOf[s]!);
  return parts;
}
