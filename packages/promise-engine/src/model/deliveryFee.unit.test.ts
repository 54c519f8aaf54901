import { describe, expect, it } from 'vitest';
import { codesInForce, feeOf, type DeliveryFee, type FeeQuestion } from './deliveryFee.ts';

const asked = (promotionCodes: readonly string[], more: Partial<FeeQuestion> = {}): FeeQuestion => ({
  ...{ at: 1_000, channel: 'web', country: 'FR', currency: 'EUR', customerGroups: [], promotionCodes },
  ...more,
});
const rules: readonly DeliveryFee[] = [
  { promotionCodes: ['FREE', 'GRATIS'], fee: { EUR: 0 } },
  { promotionCodes: ['CLUB'], customerGroups: ['club'], fee: { EUR: 100 } },
  { promotionCodes: ['OVER'], untilMs: 1_000, fee: { EUR: 1 } },
  { promotionCodes: ['BIG'], valueFrom: { EUR: 5_000 }, fee: { EUR: 200 } },
  { channels: ['app'], fee: { EUR: 290 } },
];

describe('a fee rule that names promotion codes', () => {
  it.each<[string, FeeQuestion, number, number | null]>([
    ['holds for a cart that carries one of them', asked(['GRATIS']), 0, 0],
    ['holds for no cart without', asked([]), 9_999, null],
    ['does not hold for another code', asked(['FRE']), 0, null],
    ['leaves later rules to others', asked(['OTHER'], { channel: 'app' }), 0, 290],
    ['holds with its other conditions only', asked(['CLUB']), 0, null],
    ['holds when all of them do', asked(['CLUB'], { customerGroups: ['club'] }), 0, 100],
    ['is over when its time is', asked(['OVER']), 0, null],
    ['held until then', asked(['OVER'], { at: 999 }), 0, 1],
    ['waits for its value', asked(['BIG']), 4_999, null],
    ['holds from its value on', asked(['BIG']), 5_000, 200],
    ['comes in the order of the rules, not of the codes', asked(['BIG', 'FREE']), 5_000, 0],
    ['says nothing of other currencies', asked(['FREE'], { currency: 'CHF' }), 0, null],
  ])('%s', (_what, question, value, fee) => {
    expect(feeOf(rules, question, () => value)).toBe(fee);
  });

  it('says which codes are in force; unknown, over and unfit ones alike are not', () => {
    const codes = ['NOBODY', 'OVER', 'CLUB', 'BIG', 'FREE'];
    const inForce = (more: Partial<FeeQuestion>, value = 0) =>
      codesInForce(rules, asked(codes, more), () => value);
    expect(inForce({})).toEqual(['FREE']);
    expect(inForce({ customerGroups: ['club'] }, 5_000)).toEqual(['CLUB', 'BIG', 'FREE']);
    expect(inForce({ at: 1 })).toEqual(['OVER', 'FREE']);
    expect(inForce({ currency: 'CHF' })).toEqual([]);
    expect(codesInForce([], asked(codes), () => 0)).toEqual([]);
  });
});
