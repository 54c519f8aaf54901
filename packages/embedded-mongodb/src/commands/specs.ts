import { sameValue } from '../document/compare.ts';
import type { Doc } from '../document/types.ts';

/** True when two specifications say the same, whatever the order of their fields. */
export function compare(a: Doc, b: Doc): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => name in a && name in b && sameValue(a[name], b[name]));
}
