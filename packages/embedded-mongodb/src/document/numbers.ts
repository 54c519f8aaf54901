import type { Decimal128 } from 'bson';
import { Double } from 'bson';
import type { Decimal } from './decimal.ts';
import {
  addDecimal,
  decimalOf,
  decimalToNumber,
  divideDecimal,
  multiplyDecimal,
  readDecimal,
  writeDecimal,
} from './decimal.ts';
import { MongoError } from './errors.ts';
import { bsonType, isInt32 } from './types.ts';

/** A numeric BSON value. */
export type Numeric = number | bigint | Double | Decimal128;

const longMin = -(2n ** 63n);
const longMax = 2n ** 63n - 1n;

/** True for int32, int64, double and decimal values. */
export function isNumeric(value: unknown): value is Numeric {
  if (typeof value === 'number' || typeof value === 'bigint') return true;
  const type = bsonType(value);
  return type === 'Double' || type === 'Decimal128';
}

/** How wide a numeric type is: int 0, long 1, double 2, decimal 3. */
function width(value: Numeric): 0 | 1 | 2 | 3 {
  if (typeof value === 'number') return isInt32(value) ? 0 : 2;
  if (typeof value === 'bigint') return 1;
  return bsonType(value) === 'Decimal128' ? 3 : 2;
}

function plain(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return bsonType(value) === 'Decimal128'
    ? decimalToNumber(readDecimal(value as Decimal128))
    : (value as Double).value;
}

function whole(value: Numeric): bigint {
  return typeof value === 'bigint' ? value : BigInt(value as number);
}

function decimal(value: Numeric): Decimal | number {
  if (typeof value === 'object' && bsonType(value) === 'Decimal128') return readDecimal(value as Decimal128);
  return decimalOf(typeof value === 'bigint' ? value : plain(value));
}

/** A double result, kept apart from an int32. */
export function double(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

/** An integral result: an int32 when both operands were and it fits, else an int64. */
export function integral(value: bigint, wide: boolean): number | bigint | undefined {
  if (value < longMin || value > longMax) return undefined;
  const small = Number(value);
  return !wide && isInt32(small) ? small : value;
}

function combine(
  a: Numeric,
  b: Numeric,
  integers: (a: bigint, b: bigint) => bigint,
  doubles: (a: number, b: number) => number,
  decimals: (a: Decimal, b: Decimal) => Decimal,
): Numeric | undefined {
  const widest = Math.max(width(a), width(b));
  if (widest === 3) {
    const x = decimal(a);
    const y = decimal(b);
    if (typeof x === 'number' || typeof y === 'number')
      return writeDecimal(doubles(decimalToNumber(x), decimalToNumber(y)));
    return writeDecimal(decimals(x, y));
  }
  if (widest === 2) return double(doubles(plain(a), plain(b)));
  return integral(integers(whole(a), whole(b)), widest === 1);
}

/** The sum in the wider of both types; an int64 that overflows becomes a double, unless `strict`. */
export function add(a: Numeric, b: Numeric, strict = false): Numeric {
  if (typeof a === 'number' && typeof b === 'number' && isInt32(a) && isInt32(b) && isInt32(a + b))
    return a + b;
  const sum = combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
    addDecimal,
  );
  if (sum !== undefined) return sum;
  if (strict) throw new MongoError(2, 'Failed to apply $inc operations to current value: integer overflow');
  return double(plain(a) + plain(b));
}

/** The product in the wider of both types. */
export function multiply(a: Numeric, b: Numeric, strict = false): Numeric {
  const product = combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
    multiplyDecimal,
  );
  if (product !== undefined) return product;
  if (strict) throw new MongoError(2, 'Failed to apply $mul operations to current value: integer overflow');
  return double(plain(a) * plain(b));
}

/** The difference in the wider of both types. */
export function subtract(a: Numeric, b: Numeric): Numeric {
  const difference = combine(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
    (x, y) => addDecimal(x, { coefficient: -y.coefficient, exponent: y.exponent }),
  );
  return difference ?? double(plain(a) - plain(b));
}

/** The quotient: a decimal when either is one, else a double. */
export function divide(a: Numeric, b: Numeric): Numeric {
  if (plain(b) === 0) throw new MongoError(2, "can't $divide by zero");
  if (width(a) < 3 && width(b) < 3) return double(plain(a) / plain(b));
  const x = decimal(a);
  const y = decimal(b);
  if (typeof x === 'number' || typeof y === 'number')
    return writeDecimal(decimalToNumber(x) / decimalToNumber(y));
  return writeDecimal(divideDecimal(x, y));
}

/** The remainder, with the sign of the dividend. */
export function modulo(a: Numeric, b: Numeric): Numeric {
  if (plain(b) === 0) throw new MongoError(16610, "can't $mod by zero");
  const widest = Math.max(width(a), width(b));
  if (widest < 2) return integral(whole(a) % whole(b), widest === 1) as Numeric;
  if (widest === 2) return double(plain(a) % plain(b));
  const x = decimal(a);
  const y = decimal(b);
  if (typeof x === 'number' || typeof y === 'number')
    return writeDecimal(decimalToNumber(x) % decimalToNumber(y));
  const exponent = Math.min(x.exponent, y.exponent);
  const left = x.coefficient * 10n ** BigInt(x.exponent - exponent);
  const right = y.coefficient * 10n ** BigInt(y.exponent - exponent);
  return writeDecimal({ coefficient: left % right, exponent });
}

export { plain as numberOf, width as numericWidth };
