import { codedError } from '../errors/codedError.ts';

/** An amount in whole minor units (cents, yen) of one ISO 4217 currency. May be negative: a refund, a discount. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Make an amount; refuses fractions, unsafe integers and anything but three capital letters as currency. */
export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor)) {
    throw codedError(
      'BAD_USER_INPUT',
      `An amount is a whole number of minor units within the safe range, not ${amountMinor}.`,
    );
  }
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw codedError('BAD_USER_INPUT', 'A currency is three capital letters as in ISO 4217, such as EUR.');
  }
  // `+ 0` turns -0 into 0, so that equal amounts are equal to every comparison.
  return { amountMinor: amountMinor + 0, currency };
}

/** Nothing, in a currency. */
export function zeroMoney(currency: string): Money {
  return money(0, currency);
}

/** Sum of two amounts of one currency. */
export function addMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return money(a.amountMinor + b.amountMinor, a.currency);
}

/** Sum of any number of amounts; the currency is needed for the empty sum. */
export function sumMoney(amounts: Iterable<Money>, currency: string): Money {
  let total = zeroMoney(currency);
  for (const amount of amounts) total = addMoney(total, amount);
  return total;
}

/** `a - b`. */
export function subtractMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return money(a.amountMinor - b.amountMinor, a.currency);
}

/**
 * `amount * numerator / denominator`, exact, rounded half away from zero. A tax of 19.6 % is `(amount, 196, 1000)`,
 * three pieces are `(price, 3)`.
 */
export function multiplyMoney(amount: Money, numerator: number, denominator = 1): Money {
  requireInteger(numerator, 'numerator');
  requireInteger(denominator, 'denominator');
  if (denominator <= 0)
    throw codedError('BAD_USER_INPUT', 'The denominator of a ratio is a whole number above 0.');
  const product = BigInt(amount.amountMinor) * BigInt(numerator);
  const negative = product < 0n;
  const size = negative ? -product : product;
  const divisor = BigInt(denominator);
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return money(Number(negative ? -rounded : rounded), amount.currency);
}

/**
 * Split an amount by weights so that the parts add up to it exactly: each gets its floor, the cents left over go to
 * the largest remainders, the earlier part first among equals. All weights 0 count as equal weights.
 */
export function allocateMoney(amount: Money, weights: readonly number[]): Money[] {
  if (weights.length === 0) throw codedError('BAD_USER_INPUT', 'An amount is split over at least one part.');
  for (const weight of weights) {
    requireInteger(weight, 'weight');
    if (weight < 0) throw codedError('BAD_USER_INPUT', 'Weights of a split are never negative.');
  }
  const effective = weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights;
  const total = effective.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const negative = amount.amountMinor < 0;
  const size = BigInt(Math.abs(amount.amountMinor));
  const parts = effective.map((weight, index) => {
    const exact = size * BigInt(weight);
    return { index, floor: exact / total, remainder: exact % total };
  });
  let left = size - parts.reduce((sum, part) => sum + part.floor, 0n);
  const bySize = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of bySize) {
    if (left === 0n) break;
    part.floor += 1n;
    left -= 1n;
  }
  return parts.map((part) => money(Number(negative ? -part.floor : part.floor), amount.currency));
}

/** Negative when `a < b`, 0 when equal, positive when `a > b`. */
export function compareMoney(a: Money, b: Money): number {
  requireSameCurrency(a, b);
  return Math.sign(a.amountMinor - b.amountMinor);
}

/** Same amount and same currency. */
export function equalMoney(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.amountMinor === b.amountMinor;
}

/** The amount turned round: a charge becomes its refund. */
export function negateMoney(amount: Money): Money {
  return money(0 - amount.amountMinor, amount.currency);
}

function requireSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw codedError('CURRENCY_MISMATCH', `Amounts in ${a.currency} and ${b.currency} cannot be combined.`);
  }
}

function requireInteger(value: number, name: string): void {
  if (!Number.isSafeInteger(value))
    throw codedError('BAD_USER_INPUT', `The ${name} is a safe whole number, not ${value}.`);
}
