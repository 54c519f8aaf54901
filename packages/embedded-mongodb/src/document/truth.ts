import { rank, rankOf } from './compare.ts';
import { toNumber } from './toNumber.ts';

/** Truth in MongoDB's sense: false, null, 0 and missing are not true. */
export function isTrue(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return rankOf(value) !== rank.number || toNumber(value) !== 0;
}
