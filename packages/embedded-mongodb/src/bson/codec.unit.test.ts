import {
  Binary,
  BSON,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from './decode.ts';
import { encodeDocument } from './encode.ts';

const sample = {
  int: new Int32(7),
  integralDouble: new Double(7),
  double: 1.5,
  minusZero: new Double(-0),
  long: Long.fromString('9007199254740993'),
  smallLong: Long.fromNumber(3),
  decimal: Decimal128.fromString('1.10'),
  text: 'grün 🌱 and a text longer than the short path takes',
  nothing: null,
  yes: true,
  date: new Date('1969-12-31T23:59:59.999Z'),
  id: new ObjectId('0123456789abcdef01234567'),
  bytes: new Binary(Buffer.from([1, 2, 3]), 4),
  oldBytes: new Binary(Buffer.from([1, 2, 3]), 2),
  pattern: new BSONRegExp('^a', 'i'),
  code: new Code('f()', { a: 1 }),
  time: new Timestamp({ t: 4_000_000_000, i: 2 }),
  least: new MinKey(),
  most: new MaxKey(),
  list: [1, 'two', { three: [3] }],
  nested: { a: { b: {} } },
};

describe('the BSON codec', () => {
  it('gives back the very bytes it was given, for every type', () => {
    const bytes = Buffer.from(BSON.serialize(sample));
    expect(encodeDocument(decodeDocument(bytes))).toEqual(bytes);
  });

  it('keeps a field called __proto__ a field', () => {
    const doc = decodeDocument(Buffer.from(BSON.serialize(JSON.parse('{"__proto__":{"a":1}}'))));
    expect(Object.keys(doc)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(doc)).toBe(Object.prototype);
  });

  it('refuses every truncation with InvalidBSON', () => {
    const bytes = Buffer.from(BSON.serialize(sample));
    for (let size = 0; size < bytes.length; size++)
      expect(() => decodeDocument(bytes.subarray(0, size))).toThrow(expect.objectContaining({ code: 22 }));
  });

  it('refuses nesting that would exhaust the stack', () => {
    let doc = {};
    for (let i = 0; i < 300; i++) doc = { a: doc };
    expect(() => decodeDocument(encodeDocument(doc))).toThrow(expect.objectContaining({ code: 15 }));
  });
});
