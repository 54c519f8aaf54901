import { describe, expect, it } from 'vitest';
import {
  cancellableInSearch,
  evolveResourcing,
  lessUnits,
  type Resourcing,
  type ResourcingEvent,
} from './resourcing.ts';

const ref = { resourcingId: 's', orderId: 'o' };
const line = (lineId: string, quantity: number) => ({
  lineId,
  sku: `sku-${lineId}`,
  quantity,
  future: false,
});
const fold = (...events: ResourcingEvent[]): Resourcing =>
  events.reduce<Resourcing | undefined>(
    (state, event) => evolveResourcing(state, event),
    undefined,
  ) as Resourcing;

const started: ResourcingEvent = {
  type: 'fulfillment.ResourcingStarted',
  data: { ...ref, fulfillmentOrderId: 'f', locationId: 'lyon', lines: [line('a', 3), line('b', 1)] },
};
const decided: ResourcingEvent = {
  type: 'fulfillment.ResourcingDecided',
  data: {
    ...ref,
    ...{ attempt: 1, latestAtMs: 9 },
    placements: [
      {
        ...{ locationId: 'paris', serviceCode: 's', lines: [line('a', 3), line('b', 1)] },
        dueAt: { pickStartMs: 1, packedMs: 2, handoverMs: 3 },
      },
    ],
  },
};
const cancelled = (lineId: string, quantity: number): ResourcingEvent => ({
  type: 'fulfillment.ResourcingCancelled',
  data: { ...ref, lines: [{ lineId, quantity }] },
});
const narrowed = (unplaceable: ReturnType<typeof line>[], avoid: string[]): ResourcingEvent => ({
  type: 'fulfillment.ResourcingNarrowed',
  data: { ...ref, unplaceable, avoid },
});

describe('the search for another place', () => {
  it('drops cancelled units at once while it asks', () => {
    const search = fold(started, cancelled('a', 2));
    expect(search.lines).toEqual([line('a', 1), line('b', 1)]);
    expect(cancellableInSearch(search, 'a')).toBe(1);
  });
  it('remembers units cancelled after the decision until it is known where they are', () => {
    const search = fold(started, decided, cancelled('a', 2));
    expect(search.lines).toEqual([line('a', 3), line('b', 1)]);
    expect(search.cancelled).toEqual([{ lineId: 'a', quantity: 2 }]);
    expect(cancellableInSearch(search, 'a')).toBe(1);
  });
  it('asks again without the place that lacked stock, and without what was cancelled meanwhile', () => {
    const search = fold(started, decided, cancelled('b', 1), narrowed([], ['paris']));
    expect(search).toMatchObject({
      state: 'ASKING',
      attempt: 2,
      avoid: ['paris'],
      cancelled: [],
      placements: [],
    });
    expect(search.lines).toEqual([line('a', 3)]);
  });
  it('keeps apart what nobody can serve', () => {
    const search = fold(started, narrowed([line('a', 3)], []));
    expect(search.lines).toEqual([line('b', 1)]);
    expect(search.unplaceable).toEqual([line('a', 3)]);
  });
  it('has nothing to cancel once it has ended', () => {
    const search = fold(started, { type: 'fulfillment.ResourcingEnded', data: { ...ref, to: [] } });
    expect(cancellableInSearch(search, 'a')).toBe(0);
    expect(() => evolveResourcing(search, decided)).toThrow('ENDED');
  });
});

describe('lines less units', () => {
  it('takes from several lines of the same id in order', () => {
    expect(lessUnits([line('a', 2), line('a', 2), line('b', 1)], [{ lineId: 'a', quantity: 3 }])).toEqual([
      line('a', 1),
      line('b', 1),
    ]);
  });
});
