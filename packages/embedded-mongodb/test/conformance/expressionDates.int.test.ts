import { Long } from 'mongodb';
import { describe } from 'vitest';
import { itEvaluates } from './expressionCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const at = new Date('2024-02-29T13:14:15.016Z');

describe('dates', () => {
  itEvaluates(target, [
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
