import type { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, ObjectId, Timestamp } from 'bson';
import type { Decimal } from './decimal.ts';
import { compareDecimal, decimalOf, readDecimal } from './decimal.ts';
import type { Doc } from './types.ts';
import { bsonType } from './types.ts';

/** Orders two strings; MongoDB's default is by UTF-8 bytes, a collation brings its own. */
export type StringOrder = (a: string, b: string) => number;

/** The place of each type in MongoDB's sort order. A missing value sorts with null. */
export const rank = {
  minKey: 1,
  undefinedValue: 4,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  dbPointer: 55,
  code: 60,
  codeWithScope: 65,
  maxKey: 127,
} as const;

/** The rank of a value's type. */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return rank.number;
    case 'string':
      return rank.string;
    case 'boolean':
      return rank.bool;
    case 'undefined':
      return rank.null;
    case 'symbol':
      return rank.undefinedValue;
    default:
      return rankOfObject(value);
  }
}

function rankOfObject(value: unknown): number {
  if (value === null) return rank.null;
  if (Array.isArray(value)) return rank.array;
  if (value instanceof Date) return rank.date;
  switch (bsonType(value)) {
    case 'ObjectId':
      return rank.objectId;
    case 'Double':
    case 'Decimal128':
      return rank.number;
    case 'Binary':
      return rank.binary;
    case 'Timestamp':
      return rank.timestamp;
    case 'BSONRegExp':
      return rank.regex;
    case 'BSONSymbol':
      return rank.string;
    case 'Code':
      return (value as Code).scope ? rank.codeWithScope : rank.code;
    case 'MinKey':
      return rank.minKey;
    case 'MaxKey':
      return rank.maxKey;
    default:
      return rank.object;
  }
}

/** The exact numeric value: a number or bigint where one can hold it, else a decimal. */
export function numericValue(value: unknown): number | bigint | Decimal {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (bsonType(value) === 'Double') return (value as Double).value;
  return readDecimal(value as Decimal128);
}

/** Compares two numeric values of any BSON types; NaN is below everything. */
export function compareNumbers(a: unknown, b: unknown): number {
  const x = numericValue(a);
  const y = numericValue(b);
  if (typeof x !== 'object' && typeof y !== 'object') {
    if (x < y) return -1;
    if (x > y) return 1;
    if (x == y) return 0;
    return (Number.isNaN(x) ? 0 : 1) - (Number.isNaN(y) ? 0 : 1);
  }
  const left = typeof x === 'object' ? x : decimalOf(x);
  const right = typeof y === 'object' ? y : decimalOf(y);
  if (typeof left === 'object' && typeof right === 'object') return compareDecimal(left, right);
  if (typeof left === 'number') return Number.isNaN(left) || left < 0 ? -1 : 1;
  return Number.isNaN(right as number) || (right as number) < 0 ? 1 : -1;
}

/** Orders by code points, which is the order of the UTF-8 bytes, while JavaScript compares UTF-16 units. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const highX = x >= 0xd800 && x <= 0xdfff;
    const highY = y >= 0xd800 && y <= 0xdfff;
    if (highX !== highY) return highX ? 1 : -1;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** MongoDB's total order over values of all types. */
export function compareValues(a: unknown, b: unknown, strings: StringOrder = compareStrings): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return strings(a, b);
  const rankA = rankOf(a);
  const rankB = rankOf(b);
  if (rankA !== rankB) return rankA - rankB;
  switch (rankA) {
    case rank.null:
    case rank.minKey:
    case rank.maxKey:
      return 0;
    case rank.number:
      return compareNumbers(a, b);
    case rank.string:
      return strings(stringOf(a), stringOf(b));
    case rank.object:
      return compareDocs(a as Doc, b as Doc, strings);
    case rank.array:
      return compareArrays(a as unknown[], b as unknown[], strings);
    case rank.binary:
      return compareBinary(a as Binary, b as Binary);
    case rank.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case rank.bool:
      return Number(a) - Number(b);
    case rank.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case rank.timestamp: {
      const x = a as Timestamp;
      const y = b as Timestamp;
      return (x.high >>> 0) - (y.high >>> 0) || (x.low >>> 0) - (y.low >>> 0);
    }
    case rank.regex: {
      const x = a as BSONRegExp;
      const y = b as BSONRegExp;
      return compareStrings(x.pattern, y.pattern) || compareStrings(x.options, y.options);
    }
    default:
      return compareStrings((a as Code).code, (b as Code).code);
  }
}

/** True when the two are the same value in MongoDB's sense: 1, 1.0 and NumberLong(1) are. */
export function sameValue(a: unknown, b: unknown, strings: StringOrder = compareStrings): boolean {
  return compareValues(a, b, strings) === 0;
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : (value as BSONSymbol).value;
}

function compareDocs(a: Doc, b: Doc, strings: StringOrder): number {
  const namesA = Object.keys(a);
  const namesB = Object.keys(b);
  const size = Math.min(namesA.length, namesB.length);
  for (let i = 0; i < size; i++) {
    const nameA = namesA[i] as string;
    const nameB = namesB[i] as string;
    const order =
      rankOf(a[nameA]) - rankOf(b[nameB]) ||
      compareStrings(nameA, nameB) ||
      compareValues(a[nameA], b[nameB], strings);
    if (order !== 0) return order;
  }
  return namesA.length - namesB.length;
}

function compareArrays(a: unknown[], b: unknown[], strings: StringOrder): number {
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; i++) {
    const order = compareValues(a[i], b[i], strings);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareBinary(a: Binary, b: Binary): number {
  return (
    a.position - b.position ||
    a.sub_type - b.sub_type ||
    Buffer.compare(a.buffer.subarray(0, a.position), b.buffer.subarray(0, b.position))
  );
}
