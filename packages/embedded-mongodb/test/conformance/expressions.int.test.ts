import { Decimal128, Double, Long } from 'mongodb';
import { describe } from 'vitest';
import { itEvaluates, type ExpressionCase } from './expressionCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('arithmetic', () => {
  itEvaluates(
    target,
    [
      ['$add ints', { $add: [1, 2] }, 3],
      ['$add with a double', { $add: [1, 0.5] }, 1.5],
      ['$add a long', { $add: ['$n', 1] }, Long.fromNumber(6), { n: Long.fromNumber(5) }],
      [
        '$add decimals',
        { $add: ['$n', 1] },
        Decimal128.fromString('1.10'),
        { n: Decimal128.fromString('0.10') },
      ],
      ['$add with null is null', { $add: [1, '$none'] }, null],
      ['$add milliseconds to a date', { $add: ['$at', 1000] }, new Date(6000), { at: new Date(5000) }],
      ['$add past the int range is a long', { $add: [2147483647, 1] }, Long.fromNumber(2147483648)],
      ['$subtract', { $subtract: [5, 7] }, -2],
      [
        '$subtract dates gives milliseconds as a long',
        { $subtract: ['$b', '$a'] },
        Long.fromNumber(1500),
        { a: new Date(0), b: new Date(1500) },
      ],
      ['$subtract from a date', { $subtract: ['$a', 500] }, new Date(500), { a: new Date(1000) }],
      ['$multiply', { $multiply: [3, 4, 2] }, 24],
      ['$divide gives a double', { $divide: [7, 2] }, 3.5],
      ['$mod', { $mod: [7, 3] }, 1],
      ['$mod keeps the sign of the dividend', { $mod: [-7, 3] }, -1],
      ['$abs', { $abs: -5 }, 5],
      ['$ceil', { $ceil: 1.2 }, { $numberDouble: '2.0' }],
      ['$floor', { $floor: -1.2 }, { $numberDouble: '-2.0' }],
      ['$round half to even', { $round: [2.5, 0] }, { $numberDouble: '2.0' }],
      ['$round to a place', { $round: [1.256, 2] }, 1.26],
      ['$trunc', { $trunc: [7.89, 1] }, 7.8],
      ['$pow', { $pow: [2, 10] }, 1024],
      ['$sqrt', { $sqrt: 16 }, { $numberDouble: '4.0' }],
      ['$abs of null is null', { $abs: '$none' }, null],
    ].map(
      ([title, expression, value, document]) =>
        [title, expression, double(value), document] as ExpressionCase,
    ),
  );
});

/** A double without a fraction cannot be written as a plain number, which would become an int. */
function double(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$numberDouble' in value)) return value;
  return new Double(Number(value.$numberDouble));
}

describe('comparison and conditions', () => {
  itEvaluates(target, [
    ['$cmp', { $cmp: [1, 2] }, -1],
    ['$eq over numeric types', { $eq: [1, '$n'] }, true, { n: Long.fromNumber(1) }],
    ['$eq of other types', { $eq: [1, '1'] }, false],
    ['$gt over types follows their order', { $gt: ['a', 5] }, true],
    ['a missing field is less than null', { $lt: ['$none', null] }, true],
    ['$ne', { $ne: [1, 2] }, true],
    ['$and takes 0, null and missing as false', { $and: [true, '$none'] }, false],
    ['$and of nothing', { $and: [] }, true],
    ['$or takes a string as true', { $or: [0, 'x'] }, true],
    ['$or of nothing', { $or: [] }, false],
    ['$not', { $not: [0] }, true],
    ['$cond', { $cond: [{ $gte: ['$n', 3] }, 'yes', 'no'] }, 'yes', { n: 3 }],
    ['$cond by names', { $cond: { if: false, then: 1, else: 2 } }, 2],
    ['$ifNull takes the first that is there', { $ifNull: ['$none', '$n', 5] }, 7, { n: 7 }],
    [
      '$switch takes the first branch that holds',
      {
        $switch: {
          branches: [
            { case: false, then: 1 },
            { case: true, then: 2 },
          ],
          default: 3,
        },
      },
      2,
    ],
    [
      '$switch falls back to its default',
      { $switch: { branches: [{ case: false, then: 1 }], default: 3 } },
      3,
    ],
    ['$in', { $in: [2, '$a'] }, true, { a: [1, 2] }],
    ['$literal', { $literal: '$a' }, '$a'],
    ['a missing field has no value', '$none', undefined],
    ['$let', { $let: { vars: { x: 2, y: 3 }, in: { $multiply: ['$$x', '$$y'] } } }, 6],
    ['$$ROOT', { $type: '$$ROOT' }, 'object'],
    ['$$REMOVE leaves the field out', '$$REMOVE', undefined],
  ]);
});
