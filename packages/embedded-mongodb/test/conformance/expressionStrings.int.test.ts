import { describe } from 'vitest';
import { itEvaluates } from './expressionCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('strings', () => {
  itEvaluates(target, [
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
