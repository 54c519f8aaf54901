import { compareValues } from '../document/compare.ts';
import type { Numeric } from '../document/numbers.ts';
import { add, divide, double, isNumeric, numberOf } from '../document/numbers.ts';

/** Sum of what is numeric. */
export function sum(values: Iterable<unknown>): Numeric {
  let total: Numeric = 0;
  for (const value of values) if (isNumeric(value)) total = add(total, value);
  return total;
}

/** Mean of what is numeric, or null. */
export function average(values: Iterable<unknown>): unknown {
  const numbers = [...values].filter(isNumeric);
  return numbers.length ? divide(sum(numbers), numbers.length) : null;
}

/** Standard deviation of what is numeric, or null. */
export function deviation(values: Iterable<unknown>, sample: boolean): unknown {
  const numbers = [...values].filter(isNumeric).map(numberOf);
  const n = numbers.length;
  if (n === 0 || (sample && n === 1)) return null;
  const mean = numbers.reduce((a, b) => a + b, 0) / n;
  const squares = numbers.reduce((total, value) => total + (value - mean) ** 2, 0);
  return double(Math.sqrt(squares / (sample ? n - 1 : n)));
}

/** The smallest (-1) or largest (1) value that is neither null nor missing. */
export function extreme(values: Iterable<unknown>, side: 1 | -1): unknown {
  let best: unknown;
  for (const value of values)
    if (
      value !== null &&
      value !== undefined &&
      (best === undefined || compareValues(value, best) * side > 0)
    )
      best = value;
  return best ?? null;
}
