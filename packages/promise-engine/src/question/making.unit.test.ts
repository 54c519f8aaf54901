import { describe, expect, it } from 'vitest';
import { joinMaking, makingOf, minutesAt, noMaking } from './making.ts';
import { makes } from '../candidates/rows.ts';

const variant = {
  making: {
    ENGRAVING: { craft: 'ENGRAVING', minutesPerLine: 30, minutesPerUnit: 5 },
    GIFT: { minutesPerLine: 0, minutesPerUnit: 2 },
  },
};
const line = (quantity: number, customisation?: string, ...options: string[]) => ({
  quantity,
  options,
  ...(customisation === undefined ? {} : { customisation }),
});

describe('what making takes', () => {
  it('is nothing without a wish', () => {
    expect(makingOf(variant, line(3))).toEqual(noMaking);
  });
  it('counts the line once and each unit', () => {
    expect(makingOf(variant, line(4, 'x', 'ENGRAVING', 'GIFT'))).toEqual({
      ...{ crafts: ['ENGRAVING'], minutes: 30 + 4 * 7, isUsual: false },
    });
  });
  it('is what the location usually needs for words', () => {
    const words = makingOf(variant, line(1, 'for Anna'));
    expect(words.isUsual).toBe(true);
    expect(minutesAt(words, { customisationMinutes: 240 })).toBe(240);
    expect(minutesAt(words, {})).toBeUndefined();
  });
  it('adds up, one line after the other', () => {
    const all = joinMaking([makingOf(variant, line(1, 'x', 'GIFT')), makingOf(undefined, line(1, 'y'))]);
    expect(minutesAt(all, { customisationMinutes: 60 })).toBe(62);
  });
  it('needs the craft, and a place that makes anything', () => {
    const item = { making: makingOf(variant, line(1, 'x', 'ENGRAVING')) };
    expect(makes({ customisationMinutes: 1, crafts: ['ENGRAVING', 'SEWING'] }, item)).toBe(true);
    expect(makes({ customisationMinutes: 1, crafts: ['SEWING'] }, item)).toBe(false);
    expect(makes({ customisationMinutes: 1 }, item)).toBe(false);
    expect(makes({ crafts: ['ENGRAVING'] }, item)).toBe(false);
    expect(makes({ customisationMinutes: 1 }, { making: noMaking })).toBe(true);
  });
});
