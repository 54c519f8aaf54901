import { v7 } from 'uuid';
import type { Clock } from '../clock/clock.ts';
import { seededRandom } from '../random/random.ts';

/** Makes a fresh id: a lower-case UUID of version 7, so ids sort by the time they were made. */
export type NewId = () => string;

/** Ids of a running process. The time inside follows the machine, also under a simulated clock. */
export function uuidIds(): NewId {
  return () => v7();
}

/** Deterministic ids for tests and seeded data: same seed, same ids, in the same order. */
export function seededIds(seed: number | string, clock?: Pick<Clock, 'nowMs'>): NewId {
  const random = seededRandom(seed);
  let count = 0;
  return () => {
    const bytes = Uint8Array.from({ length: 16 }, () => random.int(256));
    return v7({ msecs: clock?.nowMs() ?? 0, seq: count++, random: bytes });
  };
}
