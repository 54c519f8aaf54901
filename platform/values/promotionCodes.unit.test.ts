import { describe, expect, it } from 'vitest';
import { promotionCodesOf } from './promotionCodes.ts';

describe('promotion codes', () => {
  it.each([
    [[], []],
    [['spring-10'], ['SPRING-10']],
    [
      [' Spring-10 ', 'SPRING-10', 'a.b_c'],
      ['SPRING-10', 'A.B_C'],
    ],
    [['x'.repeat(40)], ['X'.repeat(40)]],
    [Array.from({ length: 10 }, (_, at) => `c${at}`), Array.from({ length: 10 }, (_, at) => `C${at}`)],
  ])('%j are %j', (typed, codes) => {
    expect(promotionCodesOf(typed)).toEqual(codes);
  });
  it.each([[['']], [['  ']], [['a b']], [['é']], [['ß']], [['x'.repeat(41)]], [Array<string>(11).fill('a')]])(
    '%j are none',
    (typed) => {
      expect(() => promotionCodesOf(typed)).toThrow(/promotion code/);
    },
  );
});
