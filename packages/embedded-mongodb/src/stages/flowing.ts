import { Editor, remove } from '../document/editor.ts';
import { MongoError } from '../document/errors.ts';
import { pathValue } from '../document/path.ts';
import { compileSort } from '../document/sort.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { StageCompiler } from './stage.ts';

function wholeNumber(name: string, operand: unknown, least: number): number {
  const n = toNumber(operand);
  if (!Number.isFinite(n) || Math.trunc(n) !== n || n < least)
    throw new MongoError(
      name === '$limit' ? (n === 0 ? 15958 : 5107201) : 5107200,
      `invalid argument to ${name} stage: Expected a ${least ? 'positive' : 'non-negative'} number in: ${name}: ${String(operand)}`,
    );
  return n;
}

/** $limit. */
export const limit: StageCompiler = (operand) => {
  const n = wholeNumber('$limit', operand, 1);
  return function* (input) {
    let left = n;
    for (const doc of input) {
      yield doc;
      if (--left <= 0) return;
    }
  };
};

/** $skip. */
export const skip: StageCompiler = (operand) => {
  const n = wholeNumber('$skip', operand, 0);
  return function* (input) {
    let left = n;
    for (const doc of input) if (left-- <= 0) yield doc;
  };
};

/** $sort. */
export const sort: StageCompiler = (operand, { strings }) => {
  if (!isDoc(operand)) throw new MongoError(15973, 'the $sort key specification must be an object');
  if (Object.keys(operand).length === 0)
    throw new MongoError(15976, '$sort stage must have at least one sort key');
  const order = compileSort(operand, strings);
  return function* (input) {
    yield* [...input].sort(order);
  };
};

/** $count. */
export const count: StageCompiler = (operand) => {
  if (typeof operand !== 'string') throw new MongoError(40156, 'the count field must be a non-empty string');
  if (operand === '') throw new MongoError(40157, 'the count field must be a non-empty string');
  if (operand.startsWith('$')) throw new MongoError(40158, 'the count field cannot be a $-prefixed path');
  if (operand.includes('.')) throw new MongoError(40160, "the count field cannot contain '.'");
  return function* (input) {
    let n = 0;
    for (const doc of input) if (doc) n++;
    if (n) yield { [operand]: n };
  };
};

/** $sample. */
export const sample: StageCompiler = (operand) => {
  if (!isDoc(operand) || !('size' in operand))
    throw new MongoError(28749, '$sample stage must specify a size');
  const size = toNumber(operand['size']);
  if (!(size > 0)) throw new MongoError(28747, 'size argument to $sample must be a positive integer');
  return function* (input) {
    const all = [...input];
    for (let i = 0; i < Math.min(size, all.length); i++) {
      const at = i + Math.floor(Math.random() * (all.length - i));
      [all[i], all[at]] = [all[at] as Doc, all[i] as Doc];
      yield all[i] as Doc;
    }
  };
};

/** $unwind. */
export const unwind: StageCompiler = (operand) => {
  const spec: Doc = isDoc(operand) ? operand : { path: operand };
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = spec;
  if (typeof path !== 'string')
    throw new MongoError(28808, 'expected a string as the path for $unwind stage');
  if (!path.startsWith('$'))
    throw new MongoError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const parts = path.slice(1).split('.');
  const index = typeof includeArrayIndex === 'string' ? includeArrayIndex.split('.') : undefined;
  const keeps = preserveNullAndEmptyArrays === true;

  function put(doc: Doc, value: unknown, at: bigint | null): Doc {
    const editor = new Editor(doc);
    if (value !== undefined) editor.edit(parts, () => value);
    else if (editor.peek(parts) !== undefined) editor.edit(parts, () => remove);
    if (index) editor.edit(index, () => at);
    return editor.root;
  }
  return function* (input) {
    for (const doc of input) {
      const value = pathValue(doc, parts);
      if (Array.isArray(value)) {
        if (value.length === 0 && keeps) yield put(doc, undefined, null);
        for (let i = 0; i < value.length; i++) yield put(doc, value[i] as unknown, BigInt(i));
      } else if (value === undefined || value === null) {
        if (keeps) yield index ? put(doc, value, null) : doc;
      } else yield index ? put(doc, value, null) : doc;
    }
  };
};
