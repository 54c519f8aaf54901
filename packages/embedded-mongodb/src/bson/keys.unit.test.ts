import { Binary, BSONRegExp, Decimal128, Double, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { describe, expect, it } from 'vitest';
import { compareValues } from '../document/compare.ts';
import { afterPrefix, KeyWriter } from './keys.ts';
import fc from 'fast-check';

const key = (value: unknown, descending = false): Buffer =>
  new KeyWriter().start().value(value, descending).take();

const scalar = fc.oneof(
  fc.integer({ min: -1_000, max: 1_000 }),
  fc.double(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.integer({ min: -50, max: 50 }).map((value) => new Double(value)),
  fc.integer({ min: -999, max: 999 }).map((value) => Decimal128.fromString(`${value}.5`)),
  fc.string(),
  fc.string({ unit: 'grapheme' }).map((text) => `${text}\0${text}`),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 9 }).map((bytes) => new Binary(bytes)),
  fc.nat().map((t) => new Timestamp({ t, i: t % 7 })),
  fc.constantFrom(new MinKey(), new MaxKey(), new BSONRegExp('a', 'i'), new BSONRegExp('a')),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 3 }), tie('any'), { maxKeys: 3 }),
  ),
})).any;

describe('index keys', () => {
  it('sort as the values do', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(Buffer.compare(key(a), key(b)))).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('sort the other way round when descending', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(Buffer.compare(key(a, true), key(b, true)))).toBe(
          -Math.sign(compareValues(a, b)) || 0,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('are equal for equal numbers of different types', () => {
    for (const same of [1n, new Double(1), Decimal128.fromString('1'), Decimal128.fromString('1.00')])
      expect(key(same)).toEqual(key(1));
  });

  it('tell long integers apart that no double can', () => {
    expect(Buffer.compare(key(2n ** 53n), key(2n ** 53n + 1n))).toBe(-1);
  });

  it('have nothing between a prefix and what comes after it', () => {
    expect(afterPrefix(Buffer.from([1, 0xff]))).toEqual(Buffer.from([2]));
  });
});
