import type { ObjectId } from 'bson';
import type { StringOrder } from '../document/compare.ts';
import { compareNumbers, compareValues, numericValue, rank, rankOf, sameValue } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { toRegExp } from '../document/pattern.ts';
import { toNumber } from '../document/toNumber.ts';
import { typeNames } from '../document/typeNames.ts';
import { bsonType, typeName } from '../document/types.ts';
import { bits } from './bits.ts';
import type { FilterOptions, Leaf } from './predicate.ts';

/** The test for being equal to `wanted`; a pattern matches strings, null matches what is missing. */
export function equals(wanted: unknown, strings?: StringOrder): Leaf {
  if (wanted === null || wanted === undefined) return (value) => value === null || value === undefined;
  switch (typeof wanted) {
    case 'string':
      if (strings) return (value) => typeof value === 'string' && strings(value, wanted) === 0;
      return (value) => value === wanted || (bsonType(value) === 'BSONSymbol' && sameValue(value, wanted));
    case 'boolean':
      return (value) => value === wanted;
    case 'number':
      return (value) =>
        value === wanted || (rankOf(value) === rank.number && compareNumbers(value, wanted) === 0);
    default:
      return equalsObject(wanted, strings);
  }
}

function equalsObject(wanted: unknown, strings?: StringOrder): Leaf {
  switch (bsonType(wanted)) {
    case 'ObjectId': {
      const bytes = (wanted as ObjectId).id;
      return (value) => bsonType(value) === 'ObjectId' && Buffer.compare((value as ObjectId).id, bytes) === 0;
    }
    case 'BSONRegExp': {
      const pattern = toRegExp(wanted, undefined);
      return (value) => (typeof value === 'string' ? pattern.test(value) : sameValue(value, wanted));
    }
    default:
      return (value) => value !== undefined && sameValue(value, wanted, strings);
  }
}

/** Compiles one operator that looks at single values. */
export function leafTest(name: string, operand: unknown, options: FilterOptions): Leaf {
  switch (name) {
    case '$eq':
      if (bsonType(operand) === 'BSONRegExp')
        return (value) => value !== undefined && sameValue(value, operand);
      return equals(operand, options.strings);
    case '$gt':
      return ordered(operand, (order) => order > 0, false, options.strings);
    case '$gte':
      return ordered(operand, (order) => order >= 0, true, options.strings);
    case '$lt':
      return ordered(operand, (order) => order < 0, false, options.strings);
    case '$lte':
      return ordered(operand, (order) => order <= 0, true, options.strings);
    case '$in':
      return oneOf(operand, options.strings);
    case '$type':
      return hasType(operand);
    case '$size':
      return hasSize(operand);
    case '$mod':
      return modulo(operand);
    case '$bitsAllSet':
      return bits(name, operand, (value, mask) => (value & mask) === mask);
    case '$bitsAnySet':
      return bits(name, operand, (value, mask) => (value & mask) !== 0n);
    case '$bitsAllClear':
      return bits(name, operand, (value, mask) => (value & mask) === 0n);
    case '$bitsAnyClear':
      return bits(name, operand, (value, mask) => (value & mask) !== mask);
    default:
      throw new MongoError(2, `unknown operator: ${name}`);
  }
}

function ordered(
  wanted: unknown,
  test: (order: number) => boolean,
  inclusive: boolean,
  strings?: StringOrder,
): Leaf {
  const type = rankOf(wanted);
  if (type === rank.regex) throw new MongoError(2, "Can't have RegEx as arg to predicate over field");
  if (type === rank.null) return (value) => inclusive && (value === null || value === undefined);
  if (type === rank.minKey || type === rank.maxKey)
    return (value) => value !== undefined && test(compareValues(value, wanted, strings));
  if (typeof wanted === 'number' && Number.isNaN(wanted))
    return (value) => inclusive && rankOf(value) === rank.number && compareNumbers(value, wanted) === 0;
  return (value) => {
    if (typeof value === 'number' && typeof wanted === 'number')
      return !Number.isNaN(value) && test(value - wanted);
    if (value === undefined || rankOf(value) !== type) return false;
    if (type === rank.number && isNaNValue(value)) return false;
    return test(compareValues(value, wanted, strings));
  };
}

function isNaNValue(value: unknown): boolean {
  const number = numericValue(value);
  return typeof number === 'number' && Number.isNaN(number);
}

function oneOf(operand: unknown, strings?: StringOrder): Leaf {
  if (!Array.isArray(operand)) throw new MongoError(2, '$in needs an array');
  const plain = new Set<unknown>();
  const others: Leaf[] = [];
  for (const item of operand as unknown[]) {
    if (typeof item === 'string' && !strings) plain.add(item);
    else others.push(equals(item, strings));
  }
  return (value) => (typeof value === 'string' && plain.has(value)) || others.some((test) => test(value));
}

function hasType(operand: unknown): Leaf {
  const names = typeNames(operand);
  return (value) => value !== undefined && names.has(typeName(value));
}

function hasSize(operand: unknown): Leaf {
  if (rankOf(operand) !== rank.number) throw new MongoError(2, 'Failed to parse $size. Expected a number');
  const size = toNumber(operand);
  if (!Number.isInteger(size) || size < 0)
    throw new MongoError(2, 'Failed to parse $size. Expected a non-negative integer');
  const leaf: Leaf = (value) => Array.isArray(value) && value.length === size;
  leaf.wholeOnly = true;
  return leaf;
}

function modulo(operand: unknown): Leaf {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw new MongoError(
      2,
      `malformed mod, ${Array.isArray(operand) && operand.length > 2 ? 'too many' : 'not enough'} elements`,
    );
  const divisor = Math.trunc(toNumber(operand[0]));
  const rest = Math.trunc(toNumber(operand[1]));
  if (Number.isNaN(divisor) || Number.isNaN(rest))
    throw new MongoError(2, 'malformed mod, divisor and remainder must be numbers');
  if (divisor === 0) throw new MongoError(2, 'divisor cannot be 0');
  return (value) => {
    if (rankOf(value) !== rank.number) return false;
    const number = toNumber(value);
    return Number.isFinite(number) && Math.trunc(number) % divisor === rest;
  };
}
