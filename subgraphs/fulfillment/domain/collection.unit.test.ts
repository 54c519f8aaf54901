import { fulfillmentSettings } from './settings.ts';
import { describe, expect, it } from 'vitest';
import { collectBy, daysOf, decideRemind, decideUncollected } from './collection.ts';
import { decideCollect, decideReady } from './decide.ts';
import { isEmpty, type FulfillmentOrder } from './fulfillmentOrder.ts';
import { decidePick } from './pick.ts';
import { allowedActions } from './tables.ts';
import { codeOf, fold, picking } from './work.fixture.ts';

const dayMs = 86_400_000;
const paris = 'Europe/Paris';
const at = (text: string): number => Date.parse(text);
const textOf = (ms: number): string => new Date(ms).toISOString();

/** Five units and two that wait until 10 days have passed. */
const waiting = (): FulfillmentOrder => {
  const picked = fold(picking([5, 2], true), decidePick(picking([5, 2], true), []));
  return fold(picked, decideReady(picked, 10 * dayMs));
};

const { defaults } = fulfillmentSettings;

describe('the time goods wait for a customer', () => {
  it('ends with the day, where they wait', () => {
    const times = { nowMs: at('2026-03-10T12:00:00Z'), days: 7, timeZone: paris };
    const promised = { promisedLatestAtMs: at('2026-03-09T12:00:00Z') };
    expect(textOf(collectBy(promised, times))).toBe('2026-03-17T23:00:00.000Z');
    expect(textOf(collectBy(promised, { ...times, timeZone: 'America/New_York' }))).toBe(
      '2026-03-18T04:00:00.000Z',
    );
  });
  it('is full days of the calendar, also when the clocks change', () => {
    const times = { nowMs: at('2026-03-24T22:30:00Z'), days: 7, timeZone: paris };
    expect(textOf(collectBy({ promisedLatestAtMs: 0 }, times))).toBe('2026-03-31T22:00:00.000Z');
  });
  it('begins with the promised instant when they are ready before it', () => {
    const times = { nowMs: at('2026-03-10T12:00:00Z'), days: 2, timeZone: paris };
    const promised = { promisedLatestAtMs: at('2026-03-12T17:00:00Z') };
    expect(textOf(collectBy(promised, times))).toBe('2026-03-14T23:00:00.000Z');
  });
  it('is what the location says, else the method, else the retailer, else a week', () => {
    const terms = {
      collectionDays: 5,
      collectionDaysByMethod: { RESERVE_AND_COLLECT: 2 },
      collectionDaysByLocation: { lyon: 3 },
    };
    const daysAt = (locationId: string, methodType: string) => daysOf(terms, { locationId, methodType });
    expect([
      daysAt('lyon', 'RESERVE_AND_COLLECT'),
      daysAt('nice', 'RESERVE_AND_COLLECT'),
      daysAt('nice', 'PICKUP_IN_STORE'),
      daysOf(defaults, { locationId: 'nice', methodType: undefined }),
    ]).toEqual([3, 2, 5, 7]);
  });
});

describe('goods nobody fetches', () => {
  it('are reminded of once, two days before the end', () => {
    expect(decideRemind(waiting(), 8 * dayMs - 1, defaults)).toEqual([]);
    const events = decideRemind(waiting(), 8 * dayMs, defaults);
    expect(events).toMatchObject([
      {
        type: 'fulfillment.CollectionReminded',
        data: { collectByMs: 10 * dayMs, lines: [{ quantity: 5 }, { quantity: 2 }] },
      },
    ]);
    expect(decideRemind(fold(waiting(), events), 9 * dayMs, defaults)).toEqual([]);
    expect(decideRemind(waiting(), 9 * dayMs, { collectionReminderDaysBefore: 0 })).toEqual([]);
    expect(decideRemind(waiting(), 10 * dayMs, defaults)).toEqual([]);
  });
  it('are the location’s again when the time is over, and not a millisecond before', () => {
    expect(decideUncollected(waiting(), 10 * dayMs - 1)).toEqual([]);
    const after = fold(waiting(), decideUncollected(waiting(), 10 * dayMs));
    expect(after.status).toBe('CANCELLED');
    expect(isEmpty(after)).toBe(true);
    expect(allowedActions(after)).toEqual([]);
    expect(codeOf(() => decideCollect(after, 11 * dayMs))).toBe('INVALID_TRANSITION');
    expect(decideUncollected(after, 11 * dayMs)).toEqual([]);
    expect(decideRemind(after, 9 * dayMs, defaults)).toEqual([]);
  });
  it('are the customer’s once they were collected', () => {
    const collected = fold(waiting(), decideCollect(waiting(), 9 * dayMs));
    expect(decideUncollected(collected, 11 * dayMs)).toEqual([]);
    expect(decideRemind(collected, 9 * dayMs, defaults)).toEqual([]);
  });
  it('wait for ever where no end was noted, as in work of before', () => {
    const { collectByMs: _none, ...old } = waiting();
    expect(decideUncollected(old, 99 * dayMs)).toEqual([]);
  });
});
