import { KeyWriter, isTooLong, shorten } from '../bson/keys.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';

/** What key extraction needs to know of an index. */
export interface KeyPattern {
  readonly id: number;
  /** Field paths, split at the dots. */
  readonly paths: readonly (readonly string[])[];
  readonly descending: readonly boolean[];
  readonly sparse: boolean;
}

/** The keys of one document in one index. */
export interface DocumentKeys {
  /** Without record id; index id first. */
  readonly keys: Buffer[];
  /** The positions whose values came out of an array. */
  readonly multikey: readonly boolean[];
  /** True when a key had to be cut, so that its order is lost. */
  readonly cut: boolean;
}

/** An empty array is indexed as `undefined`, which sorts below null. */
const emptyArray = Symbol('empty array');
const missing = Symbol('missing');

const writer = new KeyWriter();

/** The keys under which `doc` is found in the index. */
export function documentKeys(index: KeyPattern, doc: Doc): DocumentKeys {
  const tuples: unknown[][] = [];
  const multikey = index.paths.map(() => false);
  expand(
    index.paths.map((path) => ({ base: doc, path, done: false })),
    multikey,
    tuples,
  );
  const keys: Buffer[] = [];
  const seen = new Set<string>();
  let cut = false;
  for (const tuple of tuples) {
    if (index.sparse && tuple.every((value) => value === missing)) continue;
    writer.start().u32(index.id);
    tuple.forEach((value, i) => writer.value(value === missing ? null : value, index.descending[i]));
    let key = writer.take();
    if (isTooLong(key)) {
      cut = true;
      key = shorten(key);
    }
    if (tuples.length > 1) {
      const name = key.latin1Slice();
      if (seen.has(name)) continue;
      seen.add(name);
    }
    keys.push(key);
  }
  return { keys, multikey, cut };
}

/** One key position on its way from the document to a value. */
interface Step {
  readonly base: unknown;
  readonly path: readonly string[];
  readonly done: boolean;
}

function expand(steps: readonly Step[], multikey: boolean[], tuples: unknown[][]): void {
  const found = steps.map(descend);
  const arrays = found.filter((step) => !step.done);
  if (arrays.length === 0) {
    tuples.push(found.map((step) => step.base));
    return;
  }
  const array = (arrays[0] as Step).base as unknown[];
  if (arrays.some((step) => step.base !== array))
    throw new MongoError(
      171,
      `cannot index parallel arrays [${arrays.map((step) => step.path[0] ?? '').join('] [')}]`,
    );
  found.forEach((step, i) => {
    if (!step.done) multikey[i] = true;
  });
  if (array.length === 0) {
    tuples.push(found.map((step) => (step.done ? step.base : step.path.length ? missing : emptyArray)));
    return;
  }
  for (const item of array)
    expand(
      found.map((step) => (step.done ? step : intoElement(step, item))),
      multikey,
      tuples,
    );
}

function intoElement(step: Step, item: unknown): Step {
  if (step.path.length === 0) return { base: item, path: [], done: true };
  if (isDoc(item)) return { base: item, path: step.path, done: false };
  return { base: missing, path: [], done: true };
}

/** Follows a path until it ends or meets an array. */
function descend(step: Step): Step {
  if (step.done) return step;
  let { base } = step;
  for (let i = 0; i < step.path.length; i++) {
    const name = step.path[i] as string;
    if (Array.isArray(base)) {
      const item: unknown = /^\d+$/.test(name) ? base[Number(name)] : undefined;
      if (item === undefined) return { base, path: step.path.slice(i), done: false };
      base = item;
    } else if (isDoc(base) && Object.hasOwn(base, name)) base = base[name];
    else return { base: missing, path: [], done: true };
  }
  return Array.isArray(base) ? { base, path: [], done: false } : { base, path: [], done: true };
}
