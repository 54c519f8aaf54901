import type { BSONSymbol, Decimal128, ObjectId } from 'bson';
import { Double, ObjectId as ObjectIdClass } from 'bson';
import { decimalOf, parseDecimal, writeDecimal } from '../document/decimal.ts';
import { MongoError } from '../document/errors.ts';
import { double, isNumeric } from '../document/numbers.ts';
import { toNumber } from '../document/toNumber.ts';
import { isTrue } from '../document/truth.ts';
import { typeNames } from '../document/typeNames.ts';
import { bsonType, isInt32, typeName } from '../document/types.ts';
import { isNullish, namedArguments, unary } from './arguments.ts';
import type { Compile, Evaluate, OperatorCompiler } from './scope.ts';

/** A value as $toString prints it. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  switch (bsonType(value)) {
    case 'ObjectId':
      return (value as ObjectId).toHexString();
    case 'Double':
      return String((value as Double).value);
    case 'Decimal128':
      return (value as Decimal128).toString();
    case 'BSONSymbol':
      return (value as BSONSymbol).value;
    default:
      if (typeof value === 'object') throw failure(value, 'string');
      return String(value);
  }
}

function failure(value: unknown, to: string, why?: string): MongoError {
  return new MongoError(
    241,
    why ?? `Unsupported conversion from ${typeName(value)} to ${to} in $convert with no onError value`,
  );
}

function toDouble(value: unknown): unknown {
  if (typeof value === 'boolean') return new Double(value ? 1 : 0);
  if (value instanceof Date) return double(value.getTime());
  if (isNumeric(value)) return double(toNumber(value));
  if (typeof value === 'string') {
    const number = value.trim() === value && value !== '' ? Number(value) : NaN;
    if (Number.isNaN(number))
      throw failure(value, 'double', `Failed to parse number '${value}' in $convert with no onError value`);
    return double(number);
  }
  throw failure(value, 'double');
}

function toInteger(value: unknown, to: 'int' | 'long'): unknown {
  let number: bigint;
  if (typeof value === 'bigint') number = value;
  else if (typeof value === 'boolean') number = value ? 1n : 0n;
  else if (value instanceof Date && to === 'long') number = BigInt(value.getTime());
  else if (isNumeric(value)) {
    const exact = toNumber(value);
    if (!Number.isFinite(exact))
      throw failure(
        value,
        to,
        `Attempt to convert ${exact} value to integer type in $convert with no onError value`,
      );
    number = BigInt(Math.trunc(exact));
  } else if (typeof value === 'string' && /^[+-]?\d+$/.test(value)) number = BigInt(value);
  else if (typeof value === 'string')
    throw failure(value, to, `Failed to parse number '${value}' in $convert with no onError value`);
  else throw failure(value, to);
  if (to === 'int') {
    if (!isInt32(Number(number)))
      throw failure(
        value,
        to,
        `Conversion would overflow target type in $convert with no onError value: ${number}`,
      );
    return Number(number);
  }
  if (BigInt.asIntN(64, number) !== number)
    throw failure(
      value,
      to,
      `Conversion would overflow target type in $convert with no onError value: ${number}`,
    );
  return number;
}

function toDate(value: unknown): unknown {
  if (value instanceof Date) return value;
  if (bsonType(value) === 'ObjectId') return (value as ObjectId).getTimestamp();
  if (
    typeof value === 'bigint' ||
    bsonType(value) === 'Double' ||
    bsonType(value) === 'Decimal128' ||
    (typeof value === 'number' && !isInt32(value))
  )
    return new Date(toNumber(value));
  if (typeof value === 'string') {
    const text = /^\d{4}-\d{2}-\d{2}(T[\d:.]+)?$/.test(value) && value.includes('T') ? `${value}Z` : value;
    const date = new Date(text);
    if (!Number.isNaN(date.getTime())) return date;
    throw failure(value, 'date', `Error parsing date string '${value}'`);
  }
  throw failure(value, 'date');
}

function toDecimal(value: unknown): unknown {
  if (bsonType(value) === 'Decimal128') return value;
  if (typeof value === 'boolean') return writeDecimal({ coefficient: value ? 1n : 0n, exponent: 0 });
  if (value instanceof Date) return writeDecimal(decimalOf(value.getTime()));
  if (isNumeric(value)) return writeDecimal(decimalOf(typeof value === 'bigint' ? value : toNumber(value)));
  if (typeof value === 'string') {
    const parsed = parseDecimal(value);
    if (typeof parsed === 'object') return writeDecimal(parsed);
  }
  throw failure(value, 'decimal');
}

function toObjectId(value: unknown): unknown {
  if (bsonType(value) === 'ObjectId') return value;
  if (typeof value === 'string' && /^[0-9a-fA-F]{24}$/.test(value)) return new ObjectIdClass(value);
  if (typeof value === 'string')
    throw failure(
      value,
      'objectId',
      `Failed to parse objectId '${value}' in $convert with no onError value: Invalid string length for parsing to OID, expected 24 but found ${value.length}`,
    );
  throw failure(value, 'objectId');
}

const targets: { [name: string]: (value: unknown) => unknown } = {
  double: toDouble,
  string: toText,
  objectId: toObjectId,
  bool: (value) => (isNumeric(value) || typeof value === 'boolean' ? isTrue(value) : true),
  date: toDate,
  int: (value) => toInteger(value, 'int'),
  long: (value) => toInteger(value, 'long'),
  decimal: toDecimal,
};

function converter(name: string, target: string): OperatorCompiler {
  const apply = targets[target] as (value: unknown) => unknown;
  return unary(name, (value) => (isNullish(value) ? null : apply(value)));
}

function convert(operand: unknown, compile: Compile): Evaluate {
  const args = namedArguments('$convert', operand, [
    'input',
    'to',
    'onError',
    'onNull',
    'format',
    'byteOrder',
  ]);
  const input = compile(args['input']);
  const target = compile(args['to']);
  const onError = 'onError' in args ? compile(args['onError']) : undefined;
  const onNull = 'onNull' in args ? compile(args['onNull']) : undefined;
  return (scope) => {
    const value = input(scope);
    const wanted = target(scope);
    if (isNullish(value)) return onNull ? onNull(scope) : null;
    if (isNullish(wanted)) return null;
    const [name = ''] = typeNames(wanted);
    const apply = targets[name];
    if (!apply) throw failure(value, name);
    try {
      return apply(value);
    } catch (error) {
      if (onError && error instanceof MongoError && error.code === 241) return onError(scope);
      throw error;
    }
  };
}

/** Type tests and conversions. */
export const conversion: { [name: string]: OperatorCompiler } = {
  $type: unary('$type', (value) => typeName(value)),
  $isNumber: unary('$isNumber', isNumeric),
  $toString: converter('$toString', 'string'),
  $toInt: converter('$toInt', 'int'),
  $toLong: converter('$toLong', 'long'),
  $toDouble: converter('$toDouble', 'double'),
  $toDecimal: converter('$toDecimal', 'decimal'),
  $toBool: converter('$toBool', 'bool'),
  $toDate: converter('$toDate', 'date'),
  $toObjectId: converter('$toObjectId', 'objectId'),
  $convert: convert,
};
