import type { StringOrder } from './compare.ts';
import { compareValues } from './compare.ts';
import { MongoError } from './errors.ts';
import { toNumber } from './toNumber.ts';
import type { Doc } from './types.ts';
import { isDoc } from './types.ts';

/** Orders two documents. */
export type DocOrder = (a: Doc, b: Doc) => number;

/** Compiles a sort specification; an array sorts by its smallest value upwards, its largest downwards. */
export function compileSort(sort: Doc, strings?: StringOrder): DocOrder {
  const parts = Object.entries(sort).map(([field, direction]) => {
    const descending = sortDirection(field, direction) < 0;
    return { path: field.split('.'), descending };
  });
  return (a, b) => {
    for (const { path, descending } of parts) {
      const order = compareValues(
        sortValue(a, path, descending, strings),
        sortValue(b, path, descending, strings),
        strings,
      );
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
}

/** 1 or -1. Throws BadValue for anything else. */
export function sortDirection(field: string, direction: unknown): 1 | -1 {
  if (isDoc(direction))
    throw new MongoError(2, `$meta sort on ${field} is not supported: this server has no text index`);
  const number = toNumber(direction);
  if (number === 1 || number === -1) return number;
  if (Number.isNaN(number))
    throw new MongoError(15974, `Illegal key in $sort specification: ${field}: ${String(direction)}`);
  throw new MongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
}

const emptyArray = Symbol('empty array');

function sortValue(doc: Doc, path: readonly string[], descending: boolean, strings?: StringOrder): unknown {
  const values = collect(doc, path, 0);
  if (values.length <= 1) return values.length === 1 ? values[0] : null;
  return values.reduce((best, value) => {
    const order = compareValues(value, best, strings);
    return (descending ? order > 0 : order < 0) ? value : best;
  });
}

function collect(base: unknown, path: readonly string[], at: number): unknown[] {
  if (at === path.length) {
    if (!Array.isArray(base)) return [base ?? null];
    return base.length === 0 ? [emptyArray] : base;
  }
  const name = path[at] as string;
  if (Array.isArray(base)) {
    if (/^\d+$/.test(name) && base[Number(name)] !== undefined)
      return collect(base[Number(name)], path, at + 1);
    const found = base.filter(isDoc).flatMap((item) => collect(item, path, at));
    return found.length ? found : [null];
  }
  return isDoc(base) && Object.hasOwn(base, name) ? collect(base[name], path, at + 1) : [null];
}
