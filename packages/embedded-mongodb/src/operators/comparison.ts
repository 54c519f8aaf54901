import { compareValues } from '../document/compare.ts';
import { isTrue } from '../document/truth.ts';
import { positional, unary } from './arguments.ts';
import type { OperatorCompiler, Scope } from './scope.ts';

/** A missing value is below null here, unlike in filters. */
export function order(a: unknown, b: unknown, scope: Scope): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
  return compareValues(a, b, scope.strings);
}

function comparing(name: string, test: (order: number) => unknown): OperatorCompiler {
  return positional(name, 2, 2, ([a, b], scope) => test(order(a, b, scope)));
}

/** Comparisons and boolean logic over values of any type. */
export const comparison: { [name: string]: OperatorCompiler } = {
  $eq: comparing('$eq', (o) => o === 0),
  $ne: comparing('$ne', (o) => o !== 0),
  $gt: comparing('$gt', (o) => o > 0),
  $gte: comparing('$gte', (o) => o >= 0),
  $lt: comparing('$lt', (o) => o < 0),
  $lte: comparing('$lte', (o) => o <= 0),
  $cmp: comparing('$cmp', Math.sign),
  $and: positional('$and', 0, Number.MAX_SAFE_INTEGER, (values) => values.every(isTrue)),
  $or: positional('$or', 0, Number.MAX_SAFE_INTEGER, (values) => values.some(isTrue)),
  $not: unary('$not', (value) => !isTrue(value)),
};
