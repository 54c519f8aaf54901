import { describe, expect, it } from 'vitest';
import { DAY_MS, plainCalendar } from './facts.ts';
import type { ShipmentFacts } from './facts.ts';
import { HandedOver } from './handedOver.ts';
import { LateChances } from './lateChances.ts';
import { logit } from './calibrator.ts';
import { learnerDefaults } from './learnerOptions.ts';
import { happenings, journeys } from './world.fixture.ts';

const START = 17_000;

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** 4,000 shipments over 100 days, said to be late with chances from 5 to 50 %; `true` is what the chances really were. */
function heard(isTrue: (chance: number) => number): HandedOver {
  const truth = new HandedOver(10_000);
  for (let day = 0; day < 100; day++) {
    for (let n = 0; n < 40; n++) {
      const chance = 0.05 * (1 + (n % 10));
      truth.begin(`${day} ${n}`, day, chance);
      // Of those of the same chance, spread evenly, so many are late.
      const turn = (day * 4 + Math.floor(n / 10)) * isTrue(chance);
      if (Math.floor(turn + isTrue(chance)) === Math.floor(turn)) truth.delivered(`${day} ${n}`);
    }
    truth.endDay(day, () => 1);
  }
  return truth;
}

describe('what was said at the hand-over', () => {
  it('is left as it is where it comes true', () => {
    const truth = heard((chance) => chance);
    for (const chance of [0.05, 0.2, 0.5])
      expect(logistic(truth.correct(logit(chance)))).toBeCloseTo(chance, 1);
  });

  it('is corrected where twice as many come late, and keeps its order', () => {
    const truth = heard((chance) => 2 * chance);
    for (const chance of [0.1, 0.2, 0.4])
      expect(Math.abs(logistic(truth.correct(logit(chance))) - 2 * chance)).toBeLessThan(0.06);
    const corrected = [0.01, 0.05, 0.2, 0.5, 0.9].map((chance) => truth.correct(logit(chance)));
    expect(corrected).toEqual([...corrected].sort((a, b) => a - b));
  });

  it('counts nothing that is more likely lost than slow, and nothing whose day has not come', () => {
    const truth = new HandedOver(100);
    for (let n = 0; n < 50; n++) truth.begin(`lost ${n}`, 1, 0.1);
    for (let n = 0; n < 50; n++) truth.begin(`open ${n}`, 9, 0.1);
    truth.endDay(1, () => 0);
    expect(truth.correct(logit(0.1))).toBeCloseTo(logit(0.1), 9);
  });
});

describe('the chance that a shipment misses its day', () => {
  const chances = new LateChances({ ...learnerDefaults, calendar: plainCalendar, target: 0.95 }, START);
  for (const { kind, at, journey } of happenings(journeys(5, 120, 30))) {
    const { facts } = journey;
    if (kind === 0) chances.observePurchase(facts, Math.floor(at / DAY_MS) + 8);
    else if (kind === 1) chances.observeHandover(facts.id, at);
    else chances.observeDelivery(facts.id, at);
  }
  const handedOverAt = (START + 121) * DAY_MS;
  const facts: ShipmentFacts = { ...journeys(6, 1, 1)[0]!.facts, id: 'new', placedAt: handedOverAt - DAY_MS };
  const at = (days: number, pastShare?: number): number =>
    chances.chanceOf({
      facts,
      handedOverAt,
      now: handedOverAt + days * DAY_MS,
      dueDay: START + 129,
      pastShare,
    });

  it('is told apart by what is known in the beginning, and by those that were left in the end', () => {
    expect(at(0, 0.9)).toBeCloseTo(at(0), 12);
    const [without, half, late] = [at(8), at(8, 0.5), at(8, 0.9)];
    expect(half).toBeLessThan(late);
    expect(Math.abs(logit(half))).toBeLessThan(Math.abs(logit(without)));
  });

  it('is certain when the day is over, and not changed by being asked for', () => {
    expect(at(9.5)).toBe(1);
    expect(at(2)).toBe(at(2));
    expect(at(4)).toBeGreaterThan(at(0));
  });
});
