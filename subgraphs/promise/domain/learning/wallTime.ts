import { zonedOf } from '../../../../platform/values/time.ts';

/** Local time of an instant, read as if it were UTC. */
export const wallOf = (atMs: number, timeZone: string): number => {
  const local = zonedOf(atMs, timeZone);
  return atMs + local.offsetNanoseconds / 1_000_000;
};
