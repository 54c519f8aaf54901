import { describe } from 'vitest';
import { itRefuses, itUpdates } from './updateCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('updates by pipeline', () => {
  itUpdates(target, [
    ['$set from another field', { a: 2 }, [{ $set: { b: { $multiply: ['$a', 3] } } }], { a: 2, b: 6 }],
    ['stages see what came before', { a: 1 }, [{ $set: { a: 5 } }, { $set: { b: '$a' } }], { a: 5, b: 5 }],
    ['$unset by name', { a: 1, b: 2 }, [{ $unset: 'a' }], { b: 2 }],
    ['$replaceWith keeps _id', { a: { x: 1 } }, [{ $replaceWith: '$a' }], { x: 1 }],
    [
      '$cond by the document',
      { n: 5 },
      [{ $set: { size: { $cond: [{ $gt: ['$n', 3] }, 'big', 'small'] } } }],
      { n: 5, size: 'big' },
    ],
    ['a literal with dollars', { a: 1 }, [{ $set: { a: { $literal: '$b' } } }], { a: '$b' }],
    ['$project keeps only what it names', { a: 1, b: 2 }, [{ $project: { b: 1 } }], { b: 2 }],
    ['$concatArrays', { a: [1] }, [{ $set: { a: { $concatArrays: ['$a', [2]] } } }], { a: [1, 2] }],
    ['let brings in a value', { a: 1 }, [{ $set: { a: '$$n' } }], { a: 7 }, { let: { n: 7 } }],
  ]);
  itRefuses(target, [
    ['a stage that is not allowed is InvalidOptions', { a: 1 }, [{ $match: { a: 1 } }], 72],
    ['a new _id is ImmutableField', { a: 1 }, [{ $set: { _id: 5 } }], 66],
  ]);
});
