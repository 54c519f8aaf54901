import type { Decimal128 } from 'bson';
import { readDecimal, roundHalfEven, writeDecimal } from '../document/decimal.ts';
import { MongoError } from '../document/errors.ts';
import type { Numeric } from '../document/numbers.ts';
import {
  add,
  divide,
  double,
  isNumeric,
  modulo,
  multiply,
  numberOf,
  numericWidth,
  subtract,
} from '../document/numbers.ts';
import { bsonType, typeName } from '../document/types.ts';
import { isNullish, positional, unary } from './arguments.ts';
import type { OperatorCompiler } from './scope.ts';

const many = Number.MAX_SAFE_INTEGER;

function numeric(name: string, value: unknown): Numeric {
  if (isNumeric(value)) return value;
  throw new MongoError(14, `${name} only supports numeric types, not ${typeName(value)}`);
}

function shiftDate(date: Date, by: Numeric): Date {
  return new Date(date.getTime() + Math.round(numberOf(by)));
}

function addAll(values: unknown[]): unknown {
  let sum: Numeric = 0;
  let date: Date | undefined;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (value instanceof Date) {
      if (date) throw new MongoError(16612, 'only one date allowed in an $add expression');
      date = value;
    } else sum = add(sum, numeric('$add', value));
  }
  return date ? shiftDate(date, sum) : sum;
}

function difference(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(numberOf(b)));
  if (!isNumeric(a) || !isNumeric(b))
    throw new MongoError(14, `can't $subtract ${typeName(b)} from ${typeName(a)}`);
  return subtract(a, b);
}

/** An operator over doubles whose result is a double. */
function realFunction(name: string, apply: (value: number) => number): OperatorCompiler {
  return unary(name, (value) => (isNullish(value) ? null : double(apply(numberOf(numeric(name, value))))));
}

/** Rounds towards what `direct` says at `place` decimal digits. */
function rounding(name: string, direct: (value: number) => number, halfEven: boolean): OperatorCompiler {
  return positional(name, 1, 2, ([value, place]) => {
    if (isNullish(value) || place === null) return null;
    const digits = place === undefined ? 0 : numberOf(numeric(name, place));
    const number = numeric(name, value);
    if (bsonType(number) === 'Decimal128') return roundDecimal(number as Decimal128, digits, halfEven);
    if (numericWidth(number) < 2 && digits >= 0) return number;
    const exact = readDecimal({ toString: () => String(numberOf(number)) } as Decimal128);
    if (typeof exact === 'number') return double(exact);
    const rounded = Number(
      roundDecimal({ toString: () => String(numberOf(number)) } as Decimal128, digits, halfEven).toString(),
    );
    if (numericWidth(number) === 1) return BigInt(rounded);
    return numericWidth(number) === 0
      ? rounded
      : double(digits === 0 && halfEven === false ? direct(numberOf(number)) : rounded);
  });
}

function roundDecimal(value: Decimal128, digits: number, halfEven: boolean): Decimal128 {
  const exact = readDecimal(value);
  if (typeof exact === 'number') return value;
  const drop = -digits - exact.exponent;
  if (drop <= 0) return writeDecimal(exact);
  const divisor = 10n ** BigInt(drop);
  const coefficient = halfEven ? roundHalfEven(exact.coefficient, divisor) : exact.coefficient / divisor;
  return writeDecimal({ coefficient, exponent: -digits });
}

function towards(name: string, direct: (value: number) => number): OperatorCompiler {
  return unary(name, (value) => {
    if (isNullish(value)) return null;
    const number = numeric(name, value);
    if (bsonType(number) !== 'Decimal128')
      return numericWidth(number) < 2 ? number : double(direct(numberOf(number)));
    const cut = roundDecimal(number as Decimal128, 0, false);
    const off = numberOf(number) - numberOf(cut);
    const step = name === '$ceil' ? (off > 0 ? 1 : 0) : off < 0 ? -1 : 0;
    return add(cut, step);
  });
}

function absolute(value: unknown): unknown {
  if (isNullish(value)) return null;
  const number = numeric('$abs', value);
  return numberOf(number) < 0 ? subtract(0, number) : number;
}

/** Arithmetic that keeps MongoDB's numeric types apart. */
export const arithmetic: { [name: string]: OperatorCompiler } = {
  $add: positional('$add', 0, many, addAll),
  $subtract: positional('$subtract', 2, 2, ([a, b]) => difference(a, b)),
  $multiply: positional('$multiply', 0, many, (values) =>
    values.some(isNullish)
      ? null
      : values.reduce<Numeric>((product, value) => multiply(product, numeric('$multiply', value)), 1),
  ),
  $divide: positional('$divide', 2, 2, ([a, b]) =>
    isNullish(a) || isNullish(b) ? null : divide(numeric('$divide', a), numeric('$divide', b)),
  ),
  $mod: positional('$mod', 2, 2, ([a, b]) =>
    isNullish(a) || isNullish(b) ? null : modulo(numeric('$mod', a), numeric('$mod', b)),
  ),
  $abs: unary('$abs', absolute),
  $ceil: towards('$ceil', Math.ceil),
  $floor: towards('$floor', Math.floor),
  $round: rounding('$round', Math.round, true),
  $trunc: rounding('$trunc', Math.trunc, false),
  $sqrt: realFunction('$sqrt', (value) => {
    if (value < 0) throw new MongoError(28714, "$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(value);
  }),
  $exp: realFunction('$exp', Math.exp),
  $ln: realFunction('$ln', Math.log),
  $log10: realFunction('$log10', Math.log10),
  $log: positional('$log', 2, 2, ([value, base]) =>
    isNullish(value) || isNullish(base)
      ? null
      : double(Math.log(numberOf(numeric('$log', value))) / Math.log(numberOf(numeric('$log', base)))),
  ),
  $pow: positional('$pow', 2, 2, ([value, power]) => {
    if (isNullish(value) || isNullish(power)) return null;
    const a = numeric('$pow', value);
    const b = numeric('$pow', power);
    const result = numberOf(a) ** numberOf(b);
    if (numericWidth(a) < 2 && numericWidth(b) < 2 && Number.isSafeInteger(result))
      return numericWidth(a) === 0 && numericWidth(b) === 0
        ? add(0, result | 0) === result
          ? result
          : BigInt(result)
        : BigInt(result);
    return double(result);
  }),
};
