import { compareValues } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { isTrue } from '../document/truth.ts';
import { typeName } from '../document/types.ts';
import { isNullish, positional, unary } from './arguments.ts';
import type { OperatorCompiler } from './scope.ts';

/** The different values, in sort order. */
export function distinctValues(values: readonly unknown[]): unknown[] {
  const sorted = [...values].sort((a, b) => compareValues(a, b));
  return sorted.filter((value, i) => i === 0 || compareValues(value, sorted[i - 1]) !== 0);
}

function contains(set: readonly unknown[], value: unknown): boolean {
  return set.some((item) => compareValues(item, value) === 0);
}

function setOf(name: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new MongoError(
    17047,
    `All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`,
  );
}

function overSets(
  name: string,
  least: number,
  most: number,
  apply: (sets: unknown[][]) => unknown,
): OperatorCompiler {
  return positional(name, least, most, (values) =>
    values.some(isNullish) ? null : apply(values.map((value) => setOf(name, value))),
  );
}

const many = Number.MAX_SAFE_INTEGER;

/** Set operators; order and repetition do not count. */
export const sets: { [name: string]: OperatorCompiler } = {
  $setUnion: overSets('$setUnion', 0, many, (all) => distinctValues(all.flat())),
  $setIntersection: overSets('$setIntersection', 0, many, ([first = [], ...rest]) =>
    distinctValues(first.filter((value) => rest.every((set) => contains(set, value)))),
  ),
  $setDifference: overSets('$setDifference', 2, 2, ([a = [], b = []]) =>
    a.filter((value, i) => !contains(b, value) && !contains(a.slice(0, i), value)),
  ),
  $setEquals: overSets('$setEquals', 2, many, ([first = [], ...rest]) =>
    rest.every(
      (set) => set.every((value) => contains(first, value)) && first.every((value) => contains(set, value)),
    ),
  ),
  $setIsSubset: overSets('$setIsSubset', 2, 2, ([a = [], b = []]) => a.every((value) => contains(b, value))),
  $allElementsTrue: unary('$allElementsTrue', (value) => setOf('$allElementsTrue', value).every(isTrue)),
  $anyElementTrue: unary('$anyElementTrue', (value) => setOf('$anyElementTrue', value).some(isTrue)),
};
