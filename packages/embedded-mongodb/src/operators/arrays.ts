import { compareValues, sameValue } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { isNumeric } from '../document/numbers.ts';
import { compileSort } from '../document/sort.ts';
import { toNumber } from '../document/toNumber.ts';
import { isTrue } from '../document/truth.ts';
import type { Doc } from '../document/types.ts';
import { isDoc, setField, typeName } from '../document/types.ts';
import { isNullish, named, namedArguments, positional, unary } from './arguments.ts';
import { average, deviation, extreme, sum } from './folds.ts';
import type { Compile, Evaluate, OperatorCompiler } from './scope.ts';
import { withVariables } from './scope.ts';

const many = Number.MAX_SAFE_INTEGER;

function arrayOf(name: string, value: unknown, code = 28689): unknown[] {
  if (Array.isArray(value)) return value;
  throw new MongoError(code, `${name} requires an array, found: ${typeName(value)}`);
}

/** $map and $filter: an expression over each element under a name. */
function each(
  name: string,
  body: string,
  known: readonly string[],
  apply: (items: unknown[], test: (item: unknown) => unknown, limit: unknown) => unknown,
): OperatorCompiler {
  return (operand, compile) => {
    const args = namedArguments(name, operand, known);
    if (!('input' in args)) throw new MongoError(28648, `Missing 'input' parameter to ${name}`);
    if (!(body in args)) throw new MongoError(28650, `Missing '${body}' parameter to ${name}`);
    const input = compile(args['input']);
    const inner = compile(args[body]);
    const limit = 'limit' in args ? compile(args['limit']) : undefined;
    const as = typeof args['as'] === 'string' ? args['as'] : 'this';
    return (scope) => {
      const items = input(scope);
      if (isNullish(items)) return null;
      return apply(
        arrayOf(`input to ${name}`, items, 28651),
        (item) => inner(withVariables(scope, { [as]: item })),
        limit?.(scope),
      );
    };
  };
}

function reduce(operand: unknown, compile: Compile): Evaluate {
  const args = namedArguments('$reduce', operand, ['input', 'initialValue', 'in']);
  const [input, initial, body] = [args['input'], args['initialValue'], args['in']].map(compile) as [
    Evaluate,
    Evaluate,
    Evaluate,
  ];
  return (scope) => {
    const items = input(scope);
    if (isNullish(items)) return null;
    let value = initial(scope);
    for (const item of arrayOf('$reduce', items, 40080))
      value = body(withVariables(scope, { this: item, value }));
    return value;
  };
}

function elementAt(array: unknown, index: unknown): unknown {
  if (isNullish(array) || isNullish(index)) return null;
  const items = arrayOf("$arrayElemAt's first argument", array);
  if (!isNumeric(index))
    throw new MongoError(
      28690,
      `$arrayElemAt's second argument must be a numeric value, but is ${typeName(index)}`,
    );
  const at = toNumber(index);
  if (!Number.isInteger(at))
    throw new MongoError(28691, `$arrayElemAt's second argument must be representable as a 32-bit integer`);
  return items[at < 0 ? items.length + at : at];
}

function slice([array, first, second]: unknown[]): unknown {
  if (isNullish(array) || isNullish(first)) return null;
  const items = arrayOf('$slice', array, 28724);
  const a = toNumber(first);
  if (second === undefined) return a < 0 ? items.slice(a) : items.slice(0, a);
  const from = a < 0 ? Math.max(items.length + a, 0) : a;
  const count = toNumber(second);
  if (count <= 0) throw new MongoError(28729, 'Third argument to $slice must be positive');
  return items.slice(from, from + count);
}

function concatenate(values: unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return values.flatMap((value) => arrayOf('$concatArrays', value, 28664));
}

function sortArray({ input, sortBy }: Doc): unknown {
  if (isNullish(input)) return null;
  const items = [...arrayOf('$sortArray', input, 2942504)];
  if (!isDoc(sortBy)) {
    const direction = toNumber(sortBy);
    return items.sort((a, b) => direction * compareValues(a, b));
  }
  const order = compileSort(sortBy);
  return items.sort((a, b) => order(isDoc(a) ? a : {}, isDoc(b) ? b : {}));
}

function ends(name: string, pick: (items: unknown[]) => unknown): OperatorCompiler {
  return unary(name, (value) => (isNullish(value) ? null : pick(arrayOf(name, value))));
}

function someOf(name: string, pick: (items: unknown[], n: number) => unknown): OperatorCompiler {
  return named(name, ['input', 'n'], ({ input, n }) => {
    if (isNullish(input)) return null;
    return pick(arrayOf(name, input, 5788200), toNumber(n));
  });
}

function pairsToObject(value: unknown): unknown {
  if (isNullish(value)) return null;
  const doc: Doc = {};
  for (const pair of arrayOf('$arrayToObject', value, 40386)) {
    if (Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string')
      setField(doc, pair[0], pair[1]);
    else if (isDoc(pair) && typeof pair['k'] === 'string') setField(doc, pair['k'], pair['v']);
    else throw new MongoError(40392, '$arrayToObject requires an array of key-value pairs');
  }
  return doc;
}

/** An accumulator used as an expression: over the elements of one array, or over its arguments. */
function overValues(name: string, apply: (values: unknown[]) => unknown): OperatorCompiler {
  return positional(name, 0, many, (values) =>
    apply(values.length === 1 && Array.isArray(values[0]) ? values[0] : values),
  );
}

/** Array operators. */
export const arrays: { [name: string]: OperatorCompiler } = {
  $map: each('$map', 'in', ['input', 'as', 'in'], (items, test) => items.map((item) => test(item) ?? null)),
  $filter: each('$filter', 'cond', ['input', 'as', 'cond', 'limit'], (items, test, limit) => {
    const kept = items.filter((item) => isTrue(test(item)));
    return isNullish(limit) ? kept : kept.slice(0, toNumber(limit));
  }),
  $reduce: reduce,
  $size: unary('$size', (value) => {
    if (!Array.isArray(value))
      throw new MongoError(
        17124,
        `The argument to $size must be an array, but was of type: ${typeName(value)}`,
      );
    return value.length;
  }),
  $isArray: unary('$isArray', (value) => Array.isArray(value)),
  $arrayElemAt: positional('$arrayElemAt', 2, 2, ([array, index]) => elementAt(array, index)),
  $first: ends('$first', (items) => items[0]),
  $last: ends('$last', (items) => items.at(-1)),
  $firstN: someOf('$firstN', (items, n) => items.slice(0, n)),
  $lastN: someOf('$lastN', (items, n) => items.slice(-n)),
  $maxN: someOf('$maxN', (items, n) =>
    items
      .filter((item) => !isNullish(item))
      .sort((a, b) => compareValues(b, a))
      .slice(0, n),
  ),
  $minN: someOf('$minN', (items, n) =>
    items
      .filter((item) => !isNullish(item))
      .sort((a, b) => compareValues(a, b))
      .slice(0, n),
  ),
  $slice: positional('$slice', 2, 3, slice),
  $concatArrays: positional('$concatArrays', 0, many, concatenate),
  $reverseArray: unary('$reverseArray', (value) =>
    isNullish(value) ? null : [...arrayOf('$reverseArray', value, 34435)].reverse(),
  ),
  $in: positional('$in', 2, 2, ([value, array], scope) => {
    if (!Array.isArray(array))
      throw new MongoError(40081, `$in requires an array as a second argument, found: ${typeName(array)}`);
    return array.some((item) => sameValue(item, value, scope.strings));
  }),
  $indexOfArray: positional('$indexOfArray', 2, 4, ([array, wanted, from, to]) => {
    if (isNullish(array)) return null;
    const items = arrayOf('$indexOfArray', array, 40090);
    const end = to === undefined ? items.length : toNumber(to);
    for (let i = from === undefined ? 0 : toNumber(from); i < Math.min(end, items.length); i++)
      if (sameValue(items[i], wanted)) return i;
    return -1;
  }),
  $range: positional('$range', 2, 3, ([from, to, by]) => {
    const step = by === undefined ? 1 : toNumber(by);
    if (step === 0) throw new MongoError(34449, '$range requires a non-zero step value');
    const numbers: number[] = [];
    for (let at = toNumber(from); step > 0 ? at < toNumber(to) : at > toNumber(to); at += step)
      numbers.push(at);
    return numbers;
  }),
  $sum: overValues('$sum', sum),
  $avg: overValues('$avg', average),
  $min: overValues('$min', (values) => extreme(values, -1)),
  $max: overValues('$max', (values) => extreme(values, 1)),
  $stdDevPop: overValues('$stdDevPop', (values) => deviation(values, false)),
  $stdDevSamp: overValues('$stdDevSamp', (values) => deviation(values, true)),
  $sortArray: named('$sortArray', ['input', 'sortBy'], sortArray),
  $arrayToObject: unary('$arrayToObject', pairsToObject),
};
