import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';

describe('the description of an update', () => {
  it('names what was set and what was removed, however deep', () => {
    expect(difference({ _id: 1, a: { b: 1, c: 2 }, d: 3 }, { _id: 1, a: { b: 5 }, e: 4 })).toEqual({
      updatedFields: { 'a.b': 5, e: 4 },
      removedFields: ['a.c', 'd'],
      truncatedArrays: [],
    });
  });

  it('tells an array that was cut from one that was changed', () => {
    expect(difference({ a: [1, 2, 3, 4] }, { a: [1, 2] }).truncatedArrays).toEqual([
      { field: 'a', newSize: 2 },
    ]);
    expect(difference({ a: [1, 2, 3, 4] }, { a: [1, 2, 9, 4] }).updatedFields).toEqual({ 'a.2': 9 });
  });

  it('sees that a number changed its type', () => {
    expect(difference({ a: 1 }, { a: 1n }).updatedFields).toEqual({ a: 1n });
  });
});
