import { Decimal128, Long, ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { errorOf } from './exact.ts';
import { itEvaluates } from './expressionCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('types and conversions', () => {
  itEvaluates(target, [
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
