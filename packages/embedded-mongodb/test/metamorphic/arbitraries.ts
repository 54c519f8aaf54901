import { Decimal128, Long } from 'mongodb';
import fc from 'fast-check';
import type { Document } from 'mongodb';

/** Few values of many types, so that documents and queries meet. */
const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom(0.5, 1.5, NaN, Infinity),
  fc.integer({ min: 0, max: 2 }).map((n) => Long.fromNumber(n)),
  fc.constantFrom('1', '2.5').map((text) => Decimal128.fromString(text)),
  fc.constantFrom('', 'a', 'b', 'ab', 'é'),
  fc.constantFrom(true, false, null),
  fc.integer({ min: 0, max: 2 }).map((n) => new Date(n * 1000)),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const inner = fc.record({ d: value, e: scalar }, { requiredKeys: [] });

/** Documents with plain, array and nested fields, each sometimes missing; without `_id`. */
export const documents: fc.Arbitrary<Document[]> = fc.array(
  fc.record(
    {
      a: value,
      b: scalar,
      c: fc.oneof(inner, fc.array(inner, { maxLength: 2 })),
      n: fc.integer({ min: 0, max: 9 }),
    },
    { requiredKeys: ['n'] },
  ),
  { minLength: 1, maxLength: 25 },
);

const path = fc.constantFrom('a', 'b', 'c.d', 'c.e', 'n');
const condition: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  fc
    .record({ op: fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), operand: scalar })
    .map(({ op, operand }) => ({ [op]: operand })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
  fc.array(scalar, { maxLength: 2 }).map(($nin) => ({ $nin })),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.constantFrom('number', 'string', 'array', 'bool', 'null').map(($type) => ({ $type })),
  scalar.map((operand) => ({ $not: { $gt: operand } })),
);
const fields: fc.Arbitrary<Document> = fc
  .array(fc.tuple(path, condition), { maxLength: 3 })
  .map((pairs) => Object.fromEntries(pairs));

/** Filters over those fields. */
export const filters: fc.Arbitrary<Document> = fc.oneof(
  { weight: 3, arbitrary: fields },
  { weight: 1, arbitrary: fc.array(fields, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })) },
  { weight: 1, arbitrary: fc.array(fields, { minLength: 1, maxLength: 2 }).map(($and) => ({ $and })) },
);

/**
 * Sorts that end in `_id`, so that the order is one. Only the first key may be an array: two of them in one document
 * cannot be sorted by.
 */
export const sorts: fc.Arbitrary<Record<string, 1 | -1>> = fc
  .tuple(path, fc.constantFrom('b', 'n'), fc.constantFrom<1 | -1>(1, -1), fc.constantFrom<1 | -1>(1, -1))
  .map(([first, second, way, otherWay]) => ({ [first]: way, [second]: otherWay, _id: 1 }));

/** Indexes that hold every document: any query may go by them. */
export const indexKeys: Record<string, 1 | -1>[] = [{ a: 1 }, { 'c.d': -1 }, { b: 1, n: -1 }, { n: 1, a: 1 }];
