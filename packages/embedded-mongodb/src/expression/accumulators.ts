import { compareValues } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import type { Numeric } from '../document/numbers.ts';
import { add, isNumeric } from '../document/numbers.ts';
import { compileSort } from '../document/sort.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { isNullish, namedArguments } from '../operators/arguments.ts';
import { average, deviation, extreme } from '../operators/folds.ts';
import { fromMingo, toMingo } from '../operators/mingoValues.ts';
import type { Evaluate, Scope } from '../operators/scope.ts';
import { mingo } from '../operators/viaMingo.ts';
import { compileExpression } from './compile.ts';

/** Gathers values of one group. */
export interface Accumulation {
  take(scope: Scope): void;
  result(): unknown;
}

/** Starts a new group. */
export type Accumulator = () => Accumulation;

function fold<S>(
  operand: unknown,
  start: () => S,
  take: (state: S, value: unknown) => S,
  result: (state: S) => unknown,
): Accumulator {
  const evaluate = compileExpression(operand);
  return () => {
    let state = start();
    return {
      take: (scope) => {
        state = take(state, evaluate(scope));
      },
      result: () => result(state),
    };
  };
}

function collecting(operand: unknown, result: (values: unknown[]) => unknown): Accumulator {
  return fold<unknown[]>(
    operand,
    () => [],
    (values, value) => {
      values.push(value);
      return values;
    },
    result,
  );
}

function collectN(
  name: string,
  operand: unknown,
  pick: (values: unknown[], n: number) => unknown[],
): Accumulator {
  const { input, n } = namedArguments(name, operand, ['input', 'n']);
  const count = compileExpression(n);
  const evaluate = compileExpression(input);
  return () => {
    const values: unknown[] = [];
    let limit: number | undefined;
    return {
      take(scope) {
        limit ??= positiveCount(name, count(scope));
        values.push(evaluate(scope));
      },
      result: () => pick(values, limit ?? 0),
    };
  };
}

function positiveCount(name: string, value: unknown): number {
  const n = toNumber(value);
  if (!Number.isInteger(n) || n < 1) throw new MongoError(5787908, `'n' must be greater than 0 in ${name}`);
  return n;
}

function topN(name: string, operand: unknown, fromEnd: boolean, single: boolean): Accumulator {
  const args = namedArguments(name, operand, ['sortBy', 'output', 'n']);
  const order = compileSort(args['sortBy'] as Doc);
  const output = compileExpression(args['output']);
  const count = single ? () => 1 : compileExpression(args['n']);
  return () => {
    const rows: { doc: Doc; value: unknown }[] = [];
    let limit = 1;
    return {
      take(scope) {
        limit = positiveCount(name, count(scope));
        rows.push({ doc: isDoc(scope.current) ? scope.current : {}, value: output(scope) ?? null });
      },
      result() {
        rows.sort((a, b) => order(a.doc, b.doc));
        const picked = (fromEnd ? rows.slice(-limit) : rows.slice(0, limit)).map((row) => row.value);
        return single ? picked[0] : picked;
      },
    };
  };
}

function addToSet(operand: unknown): Accumulator {
  return fold<unknown[]>(
    operand,
    () => [],
    (values, value) => {
      if (value !== undefined && !values.some((other) => compareValues(other, value) === 0))
        values.push(value);
      return values;
    },
    (values) => values,
  );
}

function mergeObjects(operand: unknown): Accumulator {
  return fold<Doc>(
    operand,
    () => ({}),
    (merged, value) => {
      if (isNullish(value)) return merged;
      if (!isDoc(value)) throw new MongoError(40400, '$mergeObjects requires object inputs');
      return Object.assign(merged, value);
    },
    (merged) => merged,
  );
}

function throughMingo(name: string, operand: unknown): Accumulator {
  const args = isDoc(operand) ? operand : {};
  const evaluate: Evaluate = compileExpression(args['input'] ?? operand);
  return () => {
    const values: unknown[] = [];
    return {
      take: (scope) => void values.push(toMingo(evaluate(scope))),
      result() {
        const { core, options } = mingo();
        return fromMingo(core.evalExpr({ v: values }, { [name]: { ...args, input: '$v' } }, options));
      },
    };
  };
}

const compilers: { readonly [name: string]: (operand: unknown) => Accumulator } = {
  $sum: (operand) =>
    fold<Numeric>(
      operand,
      () => 0,
      (total, value) => (isNumeric(value) ? add(total, value) : total),
      (total) => total,
    ),
  $avg: (operand) => collecting(operand, average),
  $min: (operand) => collecting(operand, (values) => extreme(values, -1)),
  $max: (operand) => collecting(operand, (values) => extreme(values, 1)),
  $first: (operand) => collecting(operand, (values) => values[0] ?? null),
  $last: (operand) =>
    fold<unknown>(
      operand,
      () => null,
      (_, value) => value ?? null,
      (value) => value,
    ),
  $push: (operand) => collecting(operand, (values) => values.filter((value) => value !== undefined)),
  $addToSet: addToSet,
  $concatArrays: (operand) =>
    collecting(operand, (values) => values.flatMap((value) => (Array.isArray(value) ? value : []))),
  $setUnion: (operand) =>
    collecting(operand, (values) => {
      const union: unknown[] = [];
      for (const value of values.flatMap((each) => (Array.isArray(each) ? each : [])))
        if (!union.some((other) => compareValues(other, value) === 0)) union.push(value);
      return union;
    }),
  $mergeObjects: mergeObjects,
  $count: (operand) => {
    if (!isDoc(operand) || Object.keys(operand).length)
      throw new MongoError(9, '$count takes no arguments, i.e. $count:{}');
    return fold<number>(
      1,
      () => 0,
      (n) => n + 1,
      (n) => n,
    );
  },
  $stdDevPop: (operand) => collecting(operand, (values) => deviation(values, false)),
  $stdDevSamp: (operand) => collecting(operand, (values) => deviation(values, true)),
  $firstN: (operand) =>
    collectN('$firstN', operand, (values, n) => values.slice(0, n).map((value) => value ?? null)),
  $lastN: (operand) =>
    collectN('$lastN', operand, (values, n) => values.slice(-n).map((value) => value ?? null)),
  $minN: (operand) =>
    collectN('$minN', operand, (values, n) =>
      values
        .filter((value) => !isNullish(value))
        .sort((a, b) => compareValues(a, b))
        .slice(0, n),
    ),
  $maxN: (operand) =>
    collectN('$maxN', operand, (values, n) =>
      values
        .filter((value) => !isNullish(value))
        .sort((a, b) => compareValues(b, a))
        .slice(0, n),
    ),
  $top: (operand) => topN('$top', operand, false, true),
  $bottom: (operand) => topN('$bottom', operand, true, true),
  $topN: (operand) => topN('$topN', operand, false, false),
  $bottomN: (operand) => topN('$bottomN', operand, true, false),
  $median: (operand) => throughMingo('$median', operand),
  $percentile: (operand) => throughMingo('$percentile', operand),
};

/** Compiles `{$sum: '$x'}` and the like. */
export function compileAccumulator(field: string, spec: unknown): Accumulator {
  if (!isDoc(spec) || Object.keys(spec).length !== 1)
    throw new MongoError(40234, `The field '${field}' must be an accumulator object`);
  const [[name, operand]] = Object.entries(spec) as [[string, unknown]];
  if (name === '$accumulator')
    throw new MongoError(31446, 'Cannot run server-side javascript: this server runs none');
  const compile = compilers[name];
  if (!compile) throw new MongoError(15952, `unknown group operator '${name}'`);
  return compile(operand);
}
