/** The one way a total is divided: largest remainder, ties to the first. The parts always sum to the total. */

/** a * b / c, rounded down, exactly, also beyond 2^53. a, b >= 0, c > 0. */
function mulDivDown(a: number, b: number, c: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) return Math.floor(product / c);
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

/** a * b / c, rounded half up. a, b >= 0, c > 0. */
export function mulDivRound(a: number, b: number, c: number): number {
  const product = a * b * 2 + c;
  if (Number.isSafeInteger(product)) return Math.floor(product / (2 * c));
  return Number((BigInt(a) * BigInt(b) * 2n + BigInt(c)) / (2n * BigInt(c)));
}

/**
 * Divides a total of minor units over weights. Every part is its exact share rounded down or up, so a part never
 * exceeds its weight unless the total exceeds the sum of weights. Without any weight the first part takes all.
 * A negative total is divided like its opposite.
 *
 * @throws RangeError if there is no part, or a weight is negative or not whole.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) throw new RangeError('A total cannot be divided over nothing.');
  if (!Number.isSafeInteger(total) || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('Totals and weights are whole numbers, weights from 0 on.');
  if (total < 0) return apportion(-total, weights).map((part) => 0 - part);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map((_, at) => (at === 0 ? total : 0));
  const parts = weights.map((weight) => mulDivDown(total, weight, sum));
  let left = total - parts.reduce((all, part) => all + part, 0);
  if (left === 0) return parts;
  const remainders = weights.map((weight) => remainder(total, weight, sum));
  const order = weights.map((_, at) => at).sort((a, b) => compare(remainders[b], remainders[a]) || a - b);
  for (const at of order) {
    if (left === 0) break;
    parts[at] = (parts[at] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

const remainder = (total: number, weight: number, sum: number): number => {
  const product = total * weight;
  return Number.isSafeInteger(product)
    ? product % sum
    : Number((BigInt(total) * BigInt(weight)) % BigInt(sum));
};
const compare = (a = 0, b = 0): number => a - b;

/** `apportion(total, [left, right])[0]` without lists: how much of a total stays with the first of two weights. */
export function firstOfTwo(total: number, left: number, right: number): number {
  if (total === 0) return 0;
  const sum = left + right;
  if (sum === 0) return total;
  const down = mulDivDown(total, left, sum);
  const first = remainder(total, left, sum);
  return first !== 0 && first * 2 >= sum ? down + 1 : down;
}

/**
 * The share of units `from` (included) to `to` (excluded) of `of` equal units: the sum of that stretch of
 * `apportion(total, [1, 1, ...])`, computed at once.
 */
export function shareOfUnits(total: number, from: number, to: number, of: number): number {
  if (total < 0) return 0 - shareOfUnits(-total, from, to, of);
  const each = Math.floor(total / of);
  const extra = total - each * of;
  return each * (to - from) + Math.min(to, extra) - Math.min(from, extra);
}

/** Tax within a gross amount, in minor units, rounded half up. Rate in basis points. */
export const taxWithin = (grossMinor: number, basisPoints: number): number =>
  mulDivRound(grossMinor, basisPoints, 10_000 + basisPoints);

/** Part of an amount that belongs to the first `done` of `whole`, rounded half up; cumulative, so parts telescope. */
export const cumulative = (amount: number, done: number, whole: number): number =>
  whole === 0 ? 0 : done >= whole ? amount : mulDivRound(amount, done, whole);
