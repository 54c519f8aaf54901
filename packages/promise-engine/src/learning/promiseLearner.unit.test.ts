import { describe, expect, it } from 'vitest';
import { plainCalendar, DAY_MS } from './facts.ts';
import { learnerDefaults } from './learnerOptions.ts';
import type { LearnerOptions } from './learnerOptions.ts';
import type { LearnerState } from './learnerState.ts';
import { PromiseLearner } from './promiseLearner.ts';
import { happenings, journeys, keptRate, live } from './world.fixture.ts';

const START = 17_000;
const options = (over: Partial<LearnerOptions> = {}): LearnerOptions => ({
  ...learnerDefaults,
  calendar: plainCalendar,
  target: 0.95,
  ...over,
});
const since = (day: number) => (outcome: { placedAt: number }) => outcome.placedAt >= (START + day) * DAY_MS;

describe('PromiseLearner', () => {
  it.each([0.8, 0.95])(
    'keeps the target %d, and its confidence is true, once it has seen a world',
    (target) => {
      const learner = new PromiseLearner(options({ target }), START);
      const late = live(learner, happenings(journeys(1, 180, 30))).filter(since(100));
      const shown = late.reduce((sum, { confidence }) => sum + confidence, 0) / late.length;
      expect(Math.abs(keptRate(late) - target)).toBeLessThan(0.02);
      expect(Math.abs(shown - target)).toBeLessThan(0.02);
    },
  );

  it('promises near areas sooner than far ones, and a new lane like its surroundings', () => {
    const learner = new PromiseLearner(options(), START);
    const list = journeys(2, 120, 30);
    live(learner, happenings(list));
    const ask = (area: string, distanceKm: number): number =>
      learner.promise({ ...list.at(-1)!.facts, destination: [area], distanceKm }).days;
    expect(ask('A', 50)).toBeLessThan(ask('C', 650));
    expect(ask('C', 650)).toBeLessThan(ask('E', 1250));
    const unheardOf = ask('Z', 1250);
    expect(unheardOf).toBeGreaterThan(ask('A', 50));
  });

  it('lengthens promises within days of a slowdown, before the slowed parcels are delivered, and recovers', () => {
    const learner = new PromiseLearner(options(), START);
    const outcomes = live(
      learner,
      happenings(journeys(3, 260, 40, (day) => (day >= 120 && day < 140 ? 2.5 : 1))),
    );
    const meanDays = (from: number, to: number): number => {
      const some = outcomes.filter(since(from)).filter((one) => one.placedAt < (START + to) * DAY_MS);
      return some.reduce((sum, { days }) => sum + days, 0) / some.length;
    };
    const usual = meanDays(90, 120);
    expect(meanDays(130, 140)).toBeGreaterThan(usual * 1.15);
    expect(meanDays(230, 260)).toBeLessThan(usual * 1.25);
    expect(keptRate(outcomes.filter(since(200)))).toBeGreaterThan(0.94);
  });

  it('thinks a parcel under way later with every day that it has not arrived, and knows when the day is over', () => {
    const learner = new PromiseLearner(options(), START);
    live(learner, happenings(journeys(5, 120, 30)));
    const placedAt = (START + 121) * DAY_MS;
    const facts = { ...journeys(6, 1, 1)[0]!.facts, id: 'watched', placedAt };
    const promised = learner.promise(facts);
    learner.observePurchase(facts, promised);
    const chances: number[] = [];
    for (let day = 0; day <= promised.days; day++)
      chances.push(learner.chanceAfter('watched', placedAt + day * DAY_MS, promised.day) ?? Number.NaN);
    expect(chances[0]).toBeLessThan(0.2);
    for (const [at, chance] of chances.entries())
      if (at > 0) expect(chance).toBeGreaterThanOrEqual(chances[at - 1]!);
    expect(learner.chanceAfter('watched', (promised.day + 1) * DAY_MS, promised.day)).toBeGreaterThan(0.9);
    expect(learner.chanceAfter('never heard of', placedAt, promised.day)).toBeUndefined();
    learner.observeDelivery('watched', placedAt + DAY_MS);
    expect(learner.chanceAfter('watched', placedAt + 2 * DAY_MS, promised.day)).toBeUndefined();
  });

  it('goes on after a restart exactly as if there had been none', () => {
    const list = happenings(journeys(4, 90, 12));
    const whole = new PromiseLearner(options(), START);
    const first = new PromiseLearner(options(), START);
    // Cut in the middle of a day, with lessons of that day still to be counted.
    const cut = Math.floor(list.length * 0.6) + 1;
    live(whole, list.slice(0, cut));
    live(first, list.slice(0, cut));
    const text = JSON.stringify(first);
    const second = PromiseLearner.fromJSON(options(), JSON.parse(text) as LearnerState);
    expect(JSON.stringify(second)).toBe(text);
    expect(live(second, list.slice(cut))).toEqual(live(whole, list.slice(cut)));
    expect(JSON.stringify(second)).toBe(JSON.stringify(whole));
  });

  it('does not change by being asked', () => {
    const learner = new PromiseLearner(options(), START);
    const list = journeys(5, 40, 10);
    live(learner, happenings(list));
    const before = JSON.stringify(learner);
    for (const { facts } of list) learner.promise({ ...facts, destination: [`new ${facts.id}`] });
    expect(JSON.stringify(learner)).toBe(before);
  });

  it('stays within its bounds however many groups and shipments come', () => {
    const small =
      (bound: number) => (effect: { halfLifeDays: number; shrinkage: number; maxGroups: number }) => ({
        ...effect,
        maxGroups: Math.min(bound, effect.maxGroups),
      });
    const learner = new PromiseLearner(
      options({
        maxOpen: 50,
        maxAreas: 20,
        spread: { ...learnerDefaults.spread, maxGroups: 30 },
        handlingEffects: learnerDefaults.handlingEffects.map(small(25)),
        transitEffects: learnerDefaults.transitEffects.map(small(25)),
      }),
      START,
    );
    let longest = 0;
    for (let n = 0; n < 1_500; n++) {
      const { facts, handedOverAt, deliveredAt } = journeys(n, 1, 1)[0]!;
      const strange = {
        ...facts,
        id: `s${n}`,
        locationId: `l${n}`,
        origin: [`o${n}`],
        destination: [`d${n}`],
      };
      const shift = Math.floor(n / 30) * DAY_MS;
      const placed = { ...strange, placedAt: (START + 0.1) * DAY_MS + shift };
      learner.observePurchase(placed, learner.promise(placed));
      if (n % 3 === 0) continue;
      learner.observeHandover(placed.id, Math.max(placed.placedAt, handedOverAt + shift));
      if (deliveredAt !== undefined) learner.observeDelivery(placed.id, deliveredAt + shift);
      if (n % 50 === 1) longest = Math.max(longest, JSON.stringify(learner).length);
    }
    expect(learner.openCount).toBeLessThanOrEqual(50);
    expect(learner.groupCount).toBeLessThanOrEqual(16 * 25 + 30);
    expect(longest).toBeLessThan(400_000);
  });

  it('ignores what it does not know and what it has heard before', () => {
    const learner = new PromiseLearner(options(), START);
    const { facts, handedOverAt, deliveredAt } = journeys(6, 1, 1)[0]!;
    expect(learner.observeHandover('nobody', facts.placedAt)).toBe(false);
    expect(learner.observeDelivery('nobody', facts.placedAt)).toBe(false);
    const promised = learner.promise(facts);
    learner.observePurchase(facts, promised);
    learner.observePurchase(facts, promised);
    expect(learner.openCount).toBe(1);
    expect(learner.observeHandover(facts.id, handedOverAt)).toBe(true);
    expect(learner.observeHandover(facts.id, handedOverAt)).toBe(false);
    expect(learner.observeDelivery(facts.id, deliveredAt!)).toBe(true);
    expect(learner.observeDelivery(facts.id, deliveredAt!)).toBe(false);
    expect(() => learner.advanceTo(Number.NaN)).toThrow(RangeError);
  });

  it('survives a silence of years', () => {
    const learner = new PromiseLearner(options(), START);
    const list = journeys(7, 60, 10);
    live(learner, happenings(list));
    const later = { ...list[0]!.facts, id: 'later', placedAt: (START + 3_000.5) * DAY_MS };
    learner.advanceTo(later.placedAt);
    const promised = learner.promise(later);
    expect(learner.openCount).toBe(0);
    expect(promised.days).toBeGreaterThan(0);
    expect(promised.days).toBeLessThan(60);
  });
});
