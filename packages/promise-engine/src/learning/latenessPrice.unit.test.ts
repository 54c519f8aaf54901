import { describe, expect, it } from 'vitest';
import { chooseDays, MAX_DAYS, solvePrice, SteadyPrice } from './latenessPrice.ts';

describe('chooseDays and solvePrice', () => {
  /** Late with this chance a day, geometrically. */
  const chances = (rate: number): Float64Array =>
    Float64Array.from({ length: MAX_DAYS + 1 }, (_, d) => rate ** d);

  it('stops where another day costs more than it saves', () => {
    const steep = chances(0.5);
    const day = chooseDays((d) => steep[d]!, 50, 0);
    const cost = (d: number): number => d + 50 * steep[d]!;
    for (const other of [day - 1, day + 1]) expect(cost(day)).toBeLessThanOrEqual(cost(other));
  });

  it('never goes below the least confidence', () => {
    const slow = chances(0.95);
    expect(1 - slow[chooseDays((d) => slow[d]!, 2, 0.9)]!).toBeGreaterThanOrEqual(0.9);
  });

  it('meets the target over a mixture in fewer days than one quantile for all', () => {
    const mixture = [
      ...Array<Float64Array>(80).fill(chances(0.6)),
      ...Array<Float64Array>(20).fill(chances(0.93)),
    ];
    const price = solvePrice(mixture, 0.95, 0);
    const days = mixture.map((late) => chooseDays((d) => late[d]!, price, 0));
    const late = mixture.reduce((sum, one, at) => sum + one[days[at]!]!, 0) / mixture.length;
    expect(late).toBeLessThanOrEqual(0.0505);
    expect(late).toBeGreaterThan(0.035);
    const plain = mixture.map((one) => one.findIndex((chance) => chance <= 0.05));
    const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    expect(sum(days)).toBeLessThan(sum(plain));
  });
});

describe('SteadyPrice', () => {
  it('believes the first nights and then follows slowly, the same after a restart', () => {
    const price = new SteadyPrice(60, [10, 0, 6]);
    price.follow(100, 10);
    expect(price.current).toBeCloseTo(100);
    for (let night = 0; night < 200; night++) price.follow(100, 10);
    price.follow(400, 10);
    expect(price.current).toBeLessThan(103);
    for (let night = 0; night < 59; night++) price.follow(400, 10);
    expect(price.current).toBeGreaterThan(170);
    expect(price.current).toBeLessThan(230);
    const restored = new SteadyPrice(60, price.toJSON());
    restored.follow(50, 9);
    price.follow(50, 9);
    expect(restored.current).toBe(price.current);
  });

  it('halves within weeks where everything takes half as long, however slowly it follows', () => {
    const price = new SteadyPrice(1_000, [10, 0, 6]);
    for (let night = 0; night < 100; night++) price.follow(100, 10);
    for (let night = 0; night < 40; night++) price.follow(50, 5);
    expect(price.current).toBeGreaterThan(40);
    expect(price.current).toBeLessThan(55);
  });
});
