import { Failure } from '../data/errorLedger.ts';

type Fields = Record<string, unknown>;

/**
 * Adds the fields of `source` to `target`; objects and lists found on both sides are merged, a place where an
 * earlier fetch failed is filled. With `copy`, nested values are copied, so that no two places share an object.
 */
export function mergeData(target: Fields, source: Fields, copy: boolean): void {
  for (const key in source) {
    const present = target[key];
    // Nobody asks for `__proto__`, `constructor` and the like (data keys avoid them), so nothing of theirs is taken.
    if (key === '__proto__' || typeof present === 'function') continue;
    const incoming = source[key];
    if (incoming === null || typeof incoming !== 'object') {
      // A later fetch may know better (the concrete `__typename` of an interface object), but null is no knowledge.
      if (incoming !== null || present === undefined) target[key] = incoming;
    } else if (incoming instanceof Failure) {
      if (present === undefined || present === null) target[key] = incoming;
    } else if (present === null || typeof present !== 'object' || present instanceof Failure) {
      target[key] = copy ? copyData(incoming) : incoming;
    } else if (present !== incoming) {
      mergeNested(present as object, incoming, copy);
    }
  }
}

function mergeNested(present: object, incoming: object, copy: boolean): void {
  if (!Array.isArray(present)) {
    if (!Array.isArray(incoming)) mergeData(present as Fields, incoming as Fields, copy);
    return;
  }
  if (!Array.isArray(incoming)) return;
  const length = Math.min(present.length, incoming.length);
  for (let index = 0; index < length; index++) {
    const before: unknown = present[index];
    const after: unknown = incoming[index];
    if (after === null || typeof after !== 'object' || after instanceof Failure) continue;
    if (before === null || typeof before !== 'object' || before instanceof Failure) {
      if (before === undefined) present[index] = copy ? copyData(after) : after;
    } else if (before !== after) {
      mergeNested(before, after, copy);
    }
  }
}

/** A copy of plain data, all the way down. What is not plain (a scalar that is an object) is kept as it is. */
export function copyData(value: object): object {
  if (value instanceof Failure) return value;
  if (Array.isArray(value)) {
    return value.map((item: unknown) => (item !== null && typeof item === 'object' ? copyData(item) : item));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const copied: Fields = {};
  for (const key in value) {
    if (key === '__proto__') continue;
    const field = (value as Fields)[key];
    copied[key] = field !== null && typeof field === 'object' ? copyData(field) : field;
  }
  return copied;
}
