import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../errors/codedError.ts';
import {
  addMoney, allocateMoney, compareMoney, equalMoney, money, multiplyMoney, negateMoney, subtractMoney, sumMoney,
} from './money.ts'; // prettier-ignore

const amounts = fc
  .integer({ min: -100_000_000_000, max: 100_000_000_000 })
  .map((amount) => money(amount, 'EUR'));
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return errorCodeOf(error);
  }
};

describe('money', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s minor units', (amount) => {
    expect(codeOf(() => money(amount, 'EUR'))).toBe('BAD_USER_INPUT');
  });
  it.each(['eur', 'EURO', '', '€'])('refuses %j as a currency', (currency) => {
    expect(codeOf(() => money(1, currency))).toBe('BAD_USER_INPUT');
  });
  it('refuses to mix currencies in every operation', () => {
    const a = money(1, 'EUR');
    const b = money(1, 'USD');
    for (const work of [addMoney, subtractMoney, compareMoney])
      expect(codeOf(() => work(a, b))).toBe('CURRENCY_MISMATCH');
  });
  it('refuses a sum that leaves the safe range', () => {
    const most = money(Number.MAX_SAFE_INTEGER, 'EUR');
    expect(codeOf(() => addMoney(most, money(1, 'EUR')))).toBe('BAD_USER_INPUT');
  });
  it('takes back what it added', () => {
    fc.assert(fc.property(amounts, amounts, (a, b) => equalMoney(subtractMoney(addMoney(a, b), b), a)));
  });
  it('knows no negative zero', () => {
    expect(Object.is(negateMoney(money(0, 'EUR')).amountMinor, 0)).toBe(true);
    expect(Object.is(multiplyMoney(money(-1, 'EUR'), 1, 10).amountMinor, 0)).toBe(true);
  });
});

describe('multiplyMoney', () => {
  it.each([
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [1_999, 196, 1_000, 392],
    [5, 1, 3, 2],
    [4, 1, 3, 1],
  ])('%i times %i/%i is %i', (amount, numerator, denominator, expected) => {
    expect(multiplyMoney(money(amount, 'EUR'), numerator, denominator).amountMinor).toBe(expected);
  });
  it('is never more than half a cent off', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (a, n, d) => {
          const exactTimesTwo = 2n * BigInt(a.amountMinor) * BigInt(n);
          const off = 2n * BigInt(multiplyMoney(a, n, d).amountMinor) * BigInt(d) - exactTimesTwo;
          return (off < 0n ? -off : off) <= BigInt(d);
        },
      ),
    );
  });
  it('refuses a denominator of 0', () => {
    expect(codeOf(() => multiplyMoney(money(1, 'EUR'), 1, 0))).toBe('BAD_USER_INPUT');
  });
});

describe('allocateMoney', () => {
  it('gives away every cent and not one more', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, parts) =>
        equalMoney(sumMoney(allocateMoney(amount, parts), 'EUR'), amount),
      ),
    );
  });
  it('gives each part its exact share rounded down or up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), weights, (amount, given) => {
        const total = given.reduce((sum, weight) => sum + weight, 0);
        fc.pre(total > 0);
        return allocateMoney(money(amount, 'EUR'), given).every((part, index) => {
          const exact = (BigInt(amount) * BigInt(given[index] ?? 0)) / BigInt(total);
          const extra = BigInt(part.amountMinor) - exact;
          return extra === 0n || extra === 1n;
        });
      }),
    );
  });
  it('gives nothing to a weight of 0 while others weigh something', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, given) => {
        fc.pre(given.some((weight) => weight > 0));
        return allocateMoney(amount, given).every(
          (part, index) => given[index] !== 0 || part.amountMinor === 0,
        );
      }),
    );
  });
  it('splits a refund as it splits the charge', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, given) => {
        const back = allocateMoney(negateMoney(amount), given).map(negateMoney);
        return allocateMoney(amount, given).every(
          (part, index) => part.amountMinor === back[index]?.amountMinor,
        );
      }),
    );
  });
  it('splits evenly when nothing weighs anything, the earlier parts first', () => {
    expect(allocateMoney(money(100, 'EUR'), [0, 0, 0]).map((part) => part.amountMinor)).toEqual([34, 33, 33]);
  });
  it('refuses no parts and negative weights', () => {
    expect(codeOf(() => allocateMoney(money(1, 'EUR'), []))).toBe('BAD_USER_INPUT');
    expect(codeOf(() => allocateMoney(money(1, 'EUR'), [-1, 2]))).toBe('BAD_USER_INPUT');
  });
});
