import { describe, expect, it } from 'vitest';
import { DAY_MS, plainCalendar } from './facts.ts';
import type { DayCalendar, ShipmentFacts } from './facts.ts';
import { SecondOpinion } from './secondOpinion.ts';

const START = 17_000;
const CENTRE = 8;
const order = (id: string, day: number, givenDays?: number): ShipmentFacts => ({
  id,
  placedAt: day * DAY_MS,
  locationId: 'store',
  origin: ['A'],
  destination: ['B'],
  serviceId: 's',
  distanceKm: 100,
  weightGrams: undefined,
  freightMinor: undefined,
  units: 1,
  givenDays,
});

/** Days on which every second order was given a far date and takes twice as long. */
function taught(calendar: DayCalendar, days: number): SecondOpinion {
  const opinion = new SecondOpinion(calendar);
  for (let day = START; day < START + days; day++) {
    for (const [n, given] of [10, 20, 10, 20].entries()) {
      const facts = order(`${day}-${n}`, day, given);
      const covariates = opinion.covariates(facts, CENTRE);
      opinion.placed(facts, CENTRE);
      opinion.delivered(covariates, (given === 20 ? Math.log(2) : 0) + 0.02 * (n - 1.5), 4);
    }
    opinion.nextDay(4);
  }
  return opinion;
}

describe('SecondOpinion', () => {
  it('has no say before it has seen anything, and half of it in the end', () => {
    expect(new SecondOpinion(plainCalendar).say).toBe(0);
    const few = taught(plainCalendar, 10).say;
    const many = taught(plainCalendar, 200).say;
    expect(few).toBeGreaterThan(0);
    expect(many).toBeGreaterThan(few);
    expect(many).toBeLessThan(0.5);
  });

  it('believes a date given from outside as far as such dates meant something', () => {
    const opinion = taught(plainCalendar, 120);
    const left = (given: number | undefined): number =>
      opinion.left(opinion.covariates(order('x', START + 120, given), CENTRE), Math.log(1.5));
    expect(left(20)).toBeGreaterThan(0.8);
    expect(left(10)).toBeLessThan(0.2);
    // Without a date it is as unsure as the orders were.
    expect(left(undefined)).toBeGreaterThan(left(10));
    expect(left(undefined)).toBeLessThan(left(20));
  });

  it('knows the working days ahead: a week of holidays is one', () => {
    const holidays: DayCalendar = { isHoliday: (day) => day > START && day <= START + 7 };
    const [, , , three = 0, seven = 0] = new SecondOpinion(holidays).covariates(order('x', START), CENTRE);
    const [, , , plainThree = 0, plainSeven = 0] = new SecondOpinion(plainCalendar).covariates(
      order('x', START),
      CENTRE,
    );
    expect(three).toBeLessThan(plainThree);
    expect(seven).toBeLessThan(plainSeven);
  });

  it('goes on after a restart exactly as if there had been none', () => {
    const whole = taught(plainCalendar, 30);
    const state = JSON.parse(JSON.stringify(whole)) as ReturnType<SecondOpinion['toJSON']>;
    const second = new SecondOpinion(plainCalendar, state);
    const facts = order('x', START + 30, 15);
    for (const opinion of [whole, second]) {
      opinion.placed(facts, CENTRE);
      opinion.delivered(opinion.covariates(facts, CENTRE), 0.3, 4);
      opinion.nextDay(4);
    }
    expect(JSON.stringify(second)).toBe(JSON.stringify(whole));
    expect(second.left([1, 0, 0, 0, 0, 0, 0], 0.1)).toBe(whole.left([1, 0, 0, 0, 0, 0, 0], 0.1));
  });
});
