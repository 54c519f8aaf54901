import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder, FulfillmentOrderEvent, LineUnits } from './fulfillmentOrder.ts';
import { unitEnd, unitState } from './unitState.ts';
import { created, madeToOrder } from './work.fixture.ts';
import { arrivedWork, walk } from './workWalk.fixture.ts';

type Left = LineUnits & { readonly reason?: string };

/** Units that an event says have left the work, unbroken and there. */
function leftWhole(event: FulfillmentOrderEvent): readonly Left[] {
  const whole = (lines: readonly Left[], all?: string): Left[] =>
    lines.filter(({ reason = all }) => reason !== 'DAMAGED' && reason !== 'NOT_IN_STOCK');
  switch (event.type) {
    case 'fulfillment.Rejected':
      return whole(event.data.lines, event.data.reason);
    case 'fulfillment.UnitsFailed':
      return whole(event.data.lines);
    case 'fulfillment.Picked':
      return whole(event.data.short);
    case 'fulfillment.Expired':
    case 'fulfillment.ClaimedElsewhere':
    case 'fulfillment.UnitsDeclined':
    case 'fulfillment.CollectionExpired':
    case 'fulfillment.Unpicked':
      return event.data.lines;
    case 'fulfillment.LinesCancelled':
      return event.data.searching ? [] : event.data.lines;
    default:
      return [];
  }
}

/** Units that the same deed sets aside. */
const asideOf = (event: FulfillmentOrderEvent): readonly LineUnits[] => {
  if (event.type === 'fulfillment.UnitsSetAside') return event.data.lines;
  return event.type === 'fulfillment.LinesCancelled' || event.type === 'fulfillment.CollectionExpired'
    ? (event.data.made ?? [])
    : [];
};

const sumOf = (lines: readonly LineUnits[], lineId: string): number =>
  lines.reduce((sum, line) => sum + (line.lineId === lineId ? line.quantity : 0), 0);

/** Told by the steps alone, beside the function under test: has somebody begun to work on the first line? */
const isBegun = ({ step, made, arrivedFrom }: FulfillmentOrder): boolean =>
  arrivedFrom !== undefined || made === true || !['TO_PICK', 'PICKING', 'PICKED', 'SHORT'].includes(step);

describe('units of made-to-order articles, whatever becomes of the work', () => {
  it.each([
    ['that ships', madeToOrder(created([2, 1]))],
    ['that is collected', madeToOrder(created([2, 1], true))],
    ['whose goods came from elsewhere', madeToOrder(arrivedWork())],
  ])('%s: what is begun is set aside, what is not goes back, broken ones neither', (_what, start) => {
    const ways = new Set<string>();
    walk(start, (work, deed, events) => {
      const left = events.flatMap((event) => leftWhole(event));
      const aside = events.flatMap((event) => asideOf(event));
      for (const { lineId } of work.lines) {
        const wanted = lineId === 'l0' && isBegun(work) ? sumOf(left, lineId) : 0;
        expect([deed, work.step, lineId, sumOf(aside, lineId)]).toEqual([deed, work.step, lineId, wanted]);
        if (wanted > 0) ways.add(`${work.step} ${deed}`);
      }
    });
    // The walk has really been there: every step from the first cut on, and more than one way out of it.
    const steps = new Set([...ways].map((way) => way.split(' ')[0]));
    const own = start.arrivedFrom === undefined;
    for (const step of own ? ['MAKING', 'MADE', 'PACKED'] : ['PACKED', 'READY_FOR_COLLECTION'])
      expect(steps).toContain(step);
    expect(ways.size).toBeGreaterThan(own ? 10 : 3);
  });

  it('follow from the state of the units in one place', () => {
    const work = (more: Partial<FulfillmentOrder>) => ({ ...madeToOrder(created([1, 1])), ...more });
    expect(unitState(work({ step: 'PICKED' }), 'l0')).toBe('BLANK');
    expect(unitState(work({ step: 'MAKING' }), 'l0')).toBe('BEGUN');
    expect(unitState(work({ step: 'MADE', made: true }), 'l0')).toBe('MADE');
    expect(unitState(work({ step: 'MAKING' }), 'l1')).toBe('BLANK');
    for (const reason of ['CLOSED', 'NO_CAPACITY', undefined] as const)
      expect(unitEnd(work({ step: 'MAKING' }), 'l0', reason)).toBe('ASIDE');
    for (const reason of ['DAMAGED', 'NOT_IN_STOCK'] as const)
      expect(unitEnd(work({ step: 'MADE', made: true }), 'l0', reason)).toBe('GONE');
    expect(unitEnd(work({ step: 'PICKED' }), 'l0', 'CLOSED')).toBe('SHELF');
  });
});
