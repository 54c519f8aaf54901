import { Decimal128, Double, Long, ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { Document } from 'mongodb';
import { errorOf, exact } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

/** An expression over the document given, and the value it has; undefined for "no value". */
type ExpressionCase = readonly [title: string, expression: unknown, value: unknown, document?: Document];

function itEvaluates(cases: readonly ExpressionCase[]): void {
  for (const [title, expression, value, document = {}] of cases) {
    it(title, async () => {
      const collection = await target.collection([{ _id: 1, ...document }]);
      const pipeline = [{ $project: { _id: 0, v: expression } }];
      const rows = await collection
        .aggregate(pipeline, { promoteValues: false, promoteBuffers: false })
        .toArray();
      expect(exact(rows[0] ?? null)).toBe(exact(value === undefined ? {} : { v: value }));
    });
  }
}

describe('arithmetic', () => {
  itEvaluates(
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
  itEvaluates([
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

describe('strings', () => {
  itEvaluates([
    ['$concat', { $concat: ['a', 'b', '$s'] }, 'abc', { s: 'c' }],
    ['$concat with null is null', { $concat: ['a', '$none'] }, null],
    ['$toUpper', { $toUpper: 'abC' }, 'ABC'],
    ['$toLower of null is empty', { $toLower: '$none' }, ''],
    ['$substrCP', { $substrCP: ['héllo', 1, 3] }, 'éll'],
    ['$substrBytes', { $substrBytes: ['hello', 1, 3] }, 'ell'],
    ['$strLenCP', { $strLenCP: 'é' }, 1],
    ['$strLenBytes', { $strLenBytes: 'é' }, 2],
    ['$split', { $split: ['a-b-c', '-'] }, ['a', 'b', 'c']],
    ['$trim', { $trim: { input: '  a ' } }, 'a'],
    ['$ltrim of chosen characters', { $ltrim: { input: 'xxa', chars: 'x' } }, 'a'],
    ['$rtrim', { $rtrim: { input: 'a  ' } }, 'a'],
    ['$indexOfCP', { $indexOfCP: ['abcb', 'b'] }, 1],
    ['$indexOfCP from a place', { $indexOfCP: ['abcb', 'b', 2] }, 3],
    ['$indexOfCP of what is not there', { $indexOfCP: ['abc', 'z'] }, -1],
    ['$replaceOne', { $replaceOne: { input: 'a.a', find: '.', replacement: '-' } }, 'a-a'],
    ['$replaceAll', { $replaceAll: { input: 'a.a.a', find: 'a', replacement: 'b' } }, 'b.b.b'],
    ['$regexMatch', { $regexMatch: { input: 'Order 12', regex: '^order', options: 'i' } }, true],
    [
      '$regexFind',
      { $regexFind: { input: 'ab12', regex: '([0-9])([0-9])' } },
      { match: '12', idx: 2, captures: ['1', '2'] },
    ],
    ['$regexFind of nothing', { $regexFind: { input: 'ab', regex: '[0-9]' } }, null],
    [
      '$regexFindAll',
      { $regexFindAll: { input: 'a1b2', regex: '[0-9]' } },
      [
        { match: '1', idx: 1, captures: [] },
        { match: '2', idx: 3, captures: [] },
      ],
    ],
    ['$strcasecmp', { $strcasecmp: ['ABC', 'abd'] }, -1],
    ['$toString of a number', { $toString: 1.5 }, '1.5'],
    [
      '$toString of a date',
      { $toString: '$at' },
      '2024-05-06T07:08:09.010Z',
      { at: new Date('2024-05-06T07:08:09.010Z') },
    ],
  ]);
});

describe('arrays', () => {
  itEvaluates([
    ['$size', { $size: '$a' }, 3, { a: [1, 2, 3] }],
    ['$arrayElemAt', { $arrayElemAt: ['$a', 1] }, 2, { a: [1, 2] }],
    ['$arrayElemAt from the end', { $arrayElemAt: ['$a', -1] }, 2, { a: [1, 2] }],
    ['$arrayElemAt beyond the end has no value', { $arrayElemAt: ['$a', 5] }, undefined, { a: [1] }],
    ['$first', { $first: '$a' }, 1, { a: [1, 2] }],
    ['$last', { $last: '$a' }, 2, { a: [1, 2] }],
    ['$slice', { $slice: ['$a', 1, 2] }, [2, 3], { a: [1, 2, 3, 4] }],
    ['$slice of the last', { $slice: ['$a', -2] }, [3, 4], { a: [1, 2, 3, 4] }],
    ['$concatArrays', { $concatArrays: ['$a', [9]] }, [1, 9], { a: [1] }],
    ['$concatArrays with null is null', { $concatArrays: ['$none', [9]] }, null],
    ['$filter', { $filter: { input: '$a', as: 'x', cond: { $gt: ['$$x', 2] } } }, [3, 4], { a: [1, 3, 4] }],
    [
      '$filter with a limit',
      { $filter: { input: '$a', as: 'x', cond: { $gt: ['$$x', 0] }, limit: 1 } },
      [1],
      { a: [1, 3] },
    ],
    ['$map', { $map: { input: '$a', as: 'x', in: { $add: ['$$x', 1] } } }, [2, 3], { a: [1, 2] }],
    [
      '$map over a path',
      { $map: { input: '$lines', as: 'l', in: '$$l.sku' } },
      ['A', 'B'],
      { lines: [{ sku: 'A' }, { sku: 'B' }] },
    ],
    [
      '$reduce',
      { $reduce: { input: '$a', initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
      6,
      { a: [1, 2, 3] },
    ],
    ['$range', { $range: [0, 6, 2] }, [0, 2, 4]],
    ['$reverseArray', { $reverseArray: '$a' }, [2, 1], { a: [1, 2] }],
    [
      '$zip',
      { $zip: { inputs: ['$a', '$b'] } },
      [
        [1, 'x'],
        [2, 'y'],
      ],
      { a: [1, 2, 3], b: ['x', 'y'] },
    ],
    ['$indexOfArray', { $indexOfArray: ['$a', 2] }, 1, { a: [1, 2] }],
    ['$isArray', { $isArray: ['$a'] }, true, { a: [] }],
    [
      '$sortArray by a field',
      { $sortArray: { input: '$a', sortBy: { n: -1 } } },
      [{ n: 2 }, { n: 1 }],
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['$sortArray of values', { $sortArray: { input: '$a', sortBy: 1 } }, [1, 2, 3], { a: [3, 1, 2] }],
    ['$firstN', { $firstN: { n: 2, input: '$a' } }, [1, 2], { a: [1, 2, 3] }],
    ['$maxN', { $maxN: { n: 2, input: '$a' } }, [9, 5], { a: [5, 1, 9] }],
    ['$sum over an array', { $sum: '$a' }, 6, { a: [1, 2, 3] }],
    ['$sum leaves out what is no number', { $sum: '$a' }, 3, { a: [1, 'x', 2] }],
    ['$sum over a path through documents', { $sum: '$lines.qty' }, 5, { lines: [{ qty: 2 }, { qty: 3 }] }],
    ['$avg over an array', { $avg: '$a' }, 1.5, { a: [1, 2] }],
    ['$min over an array', { $min: '$a' }, 1, { a: [3, 1, 2] }],
    ['$max over an array', { $max: '$a' }, 3, { a: [3, 1, 2] }],
    [
      'a path through an array gives an array',
      '$lines.sku',
      ['A', 'B'],
      { lines: [{ sku: 'A' }, { sku: 'B' }, {}] },
    ],
    ['an array of expressions', ['$a', '$none', 1], [5, null, 1], { a: 5 }],
  ]);
});

describe('sets and objects', () => {
  itEvaluates([
    [
      '$setEquals',
      {
        $setEquals: [
          [1, 2],
          [2, 1, 1],
        ],
      },
      true,
    ],
    ['$setIsSubset', { $setIsSubset: [[1], [1, 2]] }, true],
    [
      '$setIntersection',
      {
        $sortArray: {
          input: {
            $setIntersection: [
              [1, 2, 3],
              [2, 3, 4],
            ],
          },
          sortBy: 1,
        },
      },
      [2, 3],
    ],
    [
      '$setUnion',
      {
        $sortArray: {
          input: {
            $setUnion: [
              [1, 2],
              [2, 3],
            ],
          },
          sortBy: 1,
        },
      },
      [1, 2, 3],
    ],
    ['$setDifference keeps the order of the first', { $setDifference: [[3, 1, 2], [1]] }, [3, 2]],
    ['$anyElementTrue', { $anyElementTrue: [[0, 1]] }, true],
    ['$allElementsTrue', { $allElementsTrue: [[1, null]] }, false],
    ['$mergeObjects', { $mergeObjects: ['$a', { y: 2 }] }, { x: 1, y: 2 }, { a: { x: 1, y: 1 } }],
    ['$mergeObjects leaves null out', { $mergeObjects: ['$a', '$none'] }, { x: 1 }, { a: { x: 1 } }],
    [
      '$objectToArray',
      { $objectToArray: '$a' },
      [
        { k: 'x', v: 1 },
        { k: 'y', v: 2 },
      ],
      { a: { x: 1, y: 2 } },
    ],
    [
      '$arrayToObject of pairs',
      {
        $arrayToObject: [
          [
            ['a', 1],
            ['b', 2],
          ],
        ],
      },
      { a: 1, b: 2 },
    ],
    ['$arrayToObject of documents', { $arrayToObject: '$a' }, { x: 1 }, { a: [{ k: 'x', v: 1 }] }],
    ['$getField with a dot in its name', { $getField: 'a.b' }, 5, { 'a.b': 5 }],
    ['$setField', { $setField: { field: 'z', input: '$a', value: 9 } }, { x: 1, z: 9 }, { a: { x: 1 } }],
    ['$unsetField', { $unsetField: { field: 'x', input: '$a' } }, { y: 2 }, { a: { x: 1, y: 2 } }],
    ['a document of expressions', { n: { $add: [1, 1] }, a: '$x' }, { n: 2, a: 3 }, { x: 3 }],
  ]);
});

describe('types and conversions', () => {
  itEvaluates([
    ['$type of an int', { $type: '$v' }, 'int', { v: 1 }],
    ['$type of a missing field', { $type: '$none' }, 'missing'],
    ['$type of a decimal', { $type: '$v' }, 'decimal', { v: Decimal128.fromString('1') }],
    ['$isNumber', { $isNumber: 'x' }, false],
    ['$toInt', { $toInt: '12' }, 12],
    ['$toInt cuts off the fraction', { $toInt: 1.9 }, 1],
    ['$toLong', { $toLong: 5 }, Long.fromNumber(5)],
    ['$toDecimal', { $toDecimal: '1.10' }, Decimal128.fromString('1.10')],
    ['$toDouble', { $toDouble: '1.5' }, 1.5],
    ['$toBool of a number', { $toBool: 0 }, false],
    ['$toBool of a string', { $toBool: 'false' }, true],
    ['$toDate of milliseconds', { $toDate: Long.fromNumber(1000) }, new Date(1000)],
    ['$toObjectId', { $toObjectId: '64b000000000000000000001' }, new ObjectId('64b000000000000000000001')],
    ['$convert with onError', { $convert: { input: 'x', to: 'int', onError: -1 } }, -1],
    ['$convert with onNull', { $convert: { input: null, to: 'int', onNull: 0 } }, 0],
    ['$toInt of null is null', { $toInt: null }, null],
  ]);

  it('$toInt of a word is ConversionFailure', async () => {
    const collection = await target.collection([{ s: 'x' }]);
    const rows = collection.aggregate([{ $project: { v: { $toInt: '$s' } } }]).toArray();
    expect(await errorOf(rows)).toMatchObject({ code: 241, codeName: 'ConversionFailure' });
  });
  it('$divide by zero is an error', async () => {
    const collection = await target.collection([{ n: 0 }]);
    const error = await errorOf(
      collection.aggregate([{ $project: { v: { $divide: [1, '$n'] } } }]).toArray(),
    );
    expect(error.message).toMatch(/divide by zero/i);
  });
  it('an unknown operator is InvalidPipelineOperator', async () => {
    const collection = await target.collection([{ n: 0 }]);
    expect(await errorOf(collection.find({ $expr: { $frob: 1 } }).toArray())).toMatchObject({ code: 168 });
  });
  it('$add of a string is TypeMismatch', async () => {
    const collection = await target.collection([{ s: 'x' }]);
    expect(
      await errorOf(collection.aggregate([{ $project: { v: { $add: ['$s', 1] } } }]).toArray()),
    ).toMatchObject({ code: 14 });
  });
  it('$size of what is no array is an error', async () => {
    const collection = await target.collection([{ n: 1 }]);
    expect(
      await errorOf(collection.aggregate([{ $project: { v: { $size: '$n' } } }]).toArray()),
    ).toMatchObject({ code: 17124 });
  });
});

const at = new Date('2024-02-29T13:14:15.016Z');

describe('dates', () => {
  itEvaluates([
    ['$year', { $year: '$at' }, 2024, { at }],
    ['$month', { $month: '$at' }, 2, { at }],
    ['$dayOfMonth', { $dayOfMonth: '$at' }, 29, { at }],
    ['$dayOfWeek counts from Sunday', { $dayOfWeek: '$at' }, 5, { at }],
    ['$dayOfYear', { $dayOfYear: '$at' }, 60, { at }],
    ['$hour in a time zone', { $hour: { date: '$at', timezone: 'Europe/Paris' } }, 14, { at }],
    ['$minute', { $minute: '$at' }, 14, { at }],
    ['$second', { $second: '$at' }, 15, { at }],
    ['$millisecond', { $millisecond: '$at' }, 16, { at }],
    ['$isoWeek', { $isoWeek: '$at' }, 9, { at }],
    ['$isoDayOfWeek', { $isoDayOfWeek: '$at' }, 4, { at }],
    [
      '$dateToString',
      { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M' } },
      '2024-02-29 13:14',
      { at },
    ],
    [
      '$dateToString in a time zone',
      { $dateToString: { date: '$at', format: '%H:%M', timezone: '+02:00' } },
      '15:14',
      { at },
    ],
    ['$dateToString of null', { $dateToString: { date: '$none', onNull: 'never' } }, 'never'],
    [
      '$dateFromString',
      { $dateFromString: { dateString: '2024-02-29T00:00:00Z' } },
      new Date('2024-02-29T00:00:00Z'),
    ],
    [
      '$dateFromParts',
      { $dateFromParts: { year: 2024, month: 3, day: 1, hour: 5 } },
      new Date('2024-03-01T05:00:00Z'),
    ],
    [
      '$dateAdd months end at the last day',
      { $dateAdd: { startDate: new Date('2024-01-31T00:00:00Z'), unit: 'month', amount: 1 } },
      new Date('2024-02-29T00:00:00Z'),
    ],
    [
      '$dateSubtract',
      { $dateSubtract: { startDate: '$at', unit: 'day', amount: 1 } },
      new Date('2024-02-28T13:14:15.016Z'),
      { at },
    ],
    [
      '$dateDiff counts boundaries',
      {
        $dateDiff: {
          startDate: new Date('2024-01-01T23:59:00Z'),
          endDate: new Date('2024-01-02T00:01:00Z'),
          unit: 'day',
        },
      },
      Long.fromNumber(1),
    ],
    ['$dateTrunc', { $dateTrunc: { date: '$at', unit: 'hour' } }, new Date('2024-02-29T13:00:00Z'), { at }],
    [
      '$dateTrunc to bins',
      { $dateTrunc: { date: '$at', unit: 'minute', binSize: 15 } },
      new Date('2024-02-29T13:00:00Z'),
      { at },
    ],
  ]);
});
