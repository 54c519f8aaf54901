import { Decimal128 } from 'bson';
import { MongoError } from './errors.ts';

/** A finite decimal: coefficient times ten to the exponent. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** The finite value of a Decimal128, or the double it stands for when it is NaN or infinite. */
export function readDecimal(value: Decimal128): Decimal | number {
  return parseDecimal(value.toString());
}

/** Reads decimal notation; NaN and the infinities come back as numbers. */
export function parseDecimal(text: string): Decimal | number {
  if (text.includes('Inf')) return text.startsWith('-') ? -Infinity : Infinity;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/i.exec(text);
  if (!match || (match[2] ?? '') + (match[3] ?? '') === '') return NaN;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  const digits = BigInt(whole + fraction);
  return { coefficient: sign === '-' ? -digits : digits, exponent: Number(power) - fraction.length };
}

/** The decimal a double is printed as; MongoDB rounds doubles to fifteen digits when it mixes them with decimals. */
export function decimalOf(value: number | bigint): Decimal | number {
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 };
  if (!Number.isFinite(value)) return value;
  return parseDecimal(
    Number.isInteger(value) && Math.abs(value) < 1e21 ? value.toFixed(0) : value.toPrecision(15),
  );
}

function scale(a: Decimal, exponent: number): bigint {
  return a.coefficient * 10n ** BigInt(a.exponent - exponent);
}

export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { coefficient: scale(a, exponent) + scale(b, exponent), exponent };
}

export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
}

/** Divides to 34 digits. `b` must not be zero. */
export function divideDecimal(a: Decimal, b: Decimal): Decimal {
  const raised = a.coefficient * 10n ** 40n;
  let coefficient = raised / b.coefficient;
  let exponent = a.exponent - 40 - b.exponent;
  const ideal = a.exponent - b.exponent;
  while (exponent < ideal && coefficient % 10n === 0n && coefficient !== 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return { coefficient, exponent };
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function compareDecimal(a: Decimal, b: Decimal): number {
  const signA = a.coefficient === 0n ? 0 : a.coefficient < 0n ? -1 : 1;
  const signB = b.coefficient === 0n ? 0 : b.coefficient < 0n ? -1 : 1;
  if (signA !== signB || signA === 0) return signA - signB;
  const sizeA = magnitude(a);
  const sizeB = magnitude(b);
  if (sizeA !== sizeB) return sizeA < sizeB ? -signA : signA;
  const exponent = Math.min(a.exponent, b.exponent);
  const left = scale(a, exponent);
  const right = scale(b, exponent);
  return left < right ? -1 : left > right ? 1 : 0;
}

function magnitude(a: Decimal): number {
  return String(a.coefficient < 0n ? -a.coefficient : a.coefficient).length + a.exponent;
}

/** Rounds half to even to what a Decimal128 holds. */
export function writeDecimal(value: Decimal | number): Decimal128 {
  if (typeof value === 'number')
    return Decimal128.fromString(
      Number.isNaN(value)
        ? 'NaN'
        : value === Infinity
          ? 'Infinity'
          : value === -Infinity
            ? '-Infinity'
            : String(value),
    );
  let { coefficient, exponent } = value;
  const digits = String(coefficient < 0n ? -coefficient : coefficient).length;
  if (digits > 34) {
    const divisor = 10n ** BigInt(digits - 34);
    coefficient = roundHalfEven(coefficient, divisor);
    exponent += digits - 34;
  }
  try {
    return Decimal128.fromStringWithRounding(`${coefficient}E${exponent}`);
  } catch {
    throw new MongoError(2, 'a decimal result is out of range');
  }
}

/** `value / divisor`, ties to the even neighbour. */
export function roundHalfEven(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  const rest = value % divisor;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice < divisor || (twice === divisor && quotient % 2n === 0n)) return quotient;
  return value < 0n ? quotient - 1n : quotient + 1n;
}

/** The nearest double. */
export function decimalToNumber(value: Decimal | number): number {
  return typeof value === 'number' ? value : Number(`${value.coefficient}e${value.exponent}`);
}
