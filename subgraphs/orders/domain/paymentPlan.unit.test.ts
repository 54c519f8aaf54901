import { describe, expect, it } from 'vitest';
import { paymentPlan, type PaymentAsk } from './paymentPlan.ts';

const plan = (totalMinor: number, cards: PaymentAsk['cards'], card?: { token: string }) =>
  paymentPlan({ orderId: 'o', totalMinor, cards, card })?.map(({ paymentId, amountMinor }) => [
    paymentId.slice(2),
    amountMinor,
  ]);
const gift = (balanceMinor: number, amountMinor?: number) => ({ token: 'g', balanceMinor, amountMinor });
const card = { token: 'c' };

describe('who pays an order', () => {
  it('is its gift cards first, in their order, and the card the rest', () => {
    expect(plan(5_000, [], card)).toEqual([['authorise', 5_000]]);
    expect(plan(5_000, [gift(2_000)], card)).toEqual([
      ['gift:1', 2_000],
      ['authorise', 3_000],
    ]);
    const two = [gift(2_000, 500), gift(1_000)];
    expect(plan(5_000, two, card)).toEqual([
      ['gift:1', 500],
      ['gift:2', 1_000],
      ['authorise', 3_500],
    ]);
  });

  it('is never more than what is left to pay, and empty cards pay nothing', () => {
    expect(plan(5_000, [gift(9_000)], card)).toEqual([['gift:1', 5_000]]);
    expect(plan(5_000, [gift(9_000, 6_000), gift(100)])).toEqual([['gift:1', 5_000]]);
    expect(plan(5_000, [gift(0), gift(100)], card)).toEqual([
      ['gift:2', 100],
      ['authorise', 4_900],
    ]);
    expect(plan(0, [], card)).toEqual([['authorise', 0]]);
  });

  it('must cover it, and no card pays what it does not hold', () => {
    expect(plan(5_000, [gift(4_999)])).toBeUndefined();
    expect(plan(5_000, [gift(400, 500)], card)).toBeUndefined();
    expect(plan(5_000, [])).toBeUndefined();
  });

  it('leaves the rest to whoever is paid outside', () => {
    const planned = (balanceMinor: number) =>
      paymentPlan({ orderId: 'o', totalMinor: 5_000, cards: [gift(balanceMinor)], outside: true })?.map(
        ({ amountMinor }) => amountMinor,
      );
    expect([planned(600), planned(0), planned(9_000)]).toEqual([[600], [], [5_000]]);
  });

  it('sums to the order for any amounts', () => {
    for (let total = 1; total < 400; total += 7)
      for (let first = 0; first < 300; first += 31)
        for (let second = 0; second < 300; second += 53) {
          const sum = plan(total, [gift(first), gift(second)], card)?.reduce(
            (all, [, n]) => all + Number(n),
            0,
          );
          expect(sum).toBe(total);
        }
  });
});
