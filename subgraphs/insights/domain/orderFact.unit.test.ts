import { describe, expect, it } from 'vitest';
import type { EventName } from '../../../schema/events/registry.ts';
import { causeOf } from './cause.ts';
import { orderContributions } from './contributions.ts';
import { added, changeOf, counterId, summed, type Counter } from './counters.ts';
import { keptFigures, surveyFigures } from './figures.ts';
import {
  daysLate,
  isKept,
  isKeptAsFirst,
  isKeptAsLast,
  isKeptAsRequested,
  isOver,
  isWithdrawn,
  orderFolds,
  overdueFromMs,
  promisedDays,
  type OrderFact,
} from './orderFact.ts';
import { returnContributions } from './otherContributions.ts';
import { differencesOf } from './recount.ts';
import { shipmentFolds, type ShipmentFact } from './shipmentFact.ts';
import { dueAtMs, workFolds, type WorkFact } from './workFact.ts';

const dayMs = 86_400_000;
const promised: OrderFact = {
  ...{ id: 'o', owner: 's', channel: 'web', methodType: 'SHIPPING', currency: 'EUR', placedAtMs: 0 },
  ...{ firstLatestAtMs: 2 * dayMs, promisedLatestAtMs: 2 * dayMs, lastLatestAtMs: 2 * dayMs },
  ...{ locationIds: [], planned: 1, awaited: false, kgCO2e: 0.5, goodwillMinor: 0 },
  ...{ ordered: 3, withdrawn: 0, short: 0 },
};
const shipment: ShipmentFact = {
  ...{ id: 's', orderId: 'o', isReturn: false, carrier: 'postale', serviceCode: 'a', locationId: 'lyon' },
  ...{ promisedLatestAtMs: 2 * dayMs, attempted: false, voided: false },
};
const work: WorkFact = {
  ...{ id: 'w', orderId: 'o', locationId: 'lyon', channel: 'web', step: 'OFFERED', units: 3, refused: false },
  ...{ due: { pickStartMs: 1, packedMs: 2, handoverMs: 3 }, promisedLatestAtMs: 2 * dayMs },
};

it('the work of a location is due when it is due now', () => {
  const data = {
    ...{ fulfillmentOrderId: 'w', orderId: 'o', locationId: 'lyon', cause: 'RECEIPT_LATE' as const },
    ...{ dueAt: { pickStartMs: 11, packedMs: 12, handoverMs: 13 }, promisedLatestAtMs: 3 * dayMs },
  };
  const later = workFolds['fulfillment.WorkRescheduled']?.(work, {
    ...{ type: 'fulfillment.WorkRescheduled', at: 1, data },
  });
  expect(later).toMatchObject({ step: 'OFFERED', promisedLatestAtMs: 3 * dayMs });
  expect(later && dueAtMs(later)).toBe(11);
});

describe('a promise', () => {
  it('is kept up to its last millisecond, in full', () => {
    expect(isKept({ ...promised, deliveredAtMs: 2 * dayMs })).toBe(true);
    expect(isKept({ ...promised, deliveredAtMs: 2 * dayMs + 1 })).toBe(false);
    expect(isKept({ ...promised, deliveredAtMs: 1, short: 1 })).toBe(false);
    expect(isKept(promised)).toBe(false);
  });
  it('is held against the date promised first, asked for, and said last', () => {
    const moved = { ...promised, promisedLatestAtMs: 3 * dayMs, lastLatestAtMs: 4 * dayMs };
    const at = (days: number, more: Partial<OrderFact> = {}) => {
      const fact = { ...moved, deliveredAtMs: days * dayMs, ...more };
      return [isKeptAsFirst(fact), isKeptAsRequested(fact), isKeptAsLast(fact)];
    };
    expect(at(2)).toEqual([true, true, true]);
    expect(at(3)).toEqual([false, true, true]);
    expect(at(4)).toEqual([false, false, true]);
    // Before the window that was chosen is not what was asked for.
    expect(at(1, { windowStartAtMs: 2 * dayMs })).toEqual([true, false, true]);
  });
  it('is judged once everything arrived or its date has passed', () => {
    expect([isOver(promised, 2 * dayMs), isOver(promised, 2 * dayMs + 1)]).toEqual([false, true]);
    expect(isOver({ ...promised, deliveredAtMs: 1 }, 1)).toBe(true);
    expect([overdueFromMs(promised), overdueFromMs({ ...promised, deliveredAtMs: 1 })]).toEqual([
      2 * dayMs,
      undefined,
    ]);
  });
  it('counts days late as of now while nothing has arrived', () => {
    expect(daysLate(promised, 3 * dayMs)).toBe(1);
    expect(daysLate({ ...promised, deliveredAtMs: dayMs }, 9 * dayMs)).toBe(-1);
    expect(promisedDays(promised)).toBe(2);
  });
  it('that the customer gave up in time is none', () => {
    const withdrawn = { ...promised, withdrawn: 3 };
    expect(isWithdrawn(withdrawn)).toBe(true);
    expect(isWithdrawn({ ...withdrawn, withdrawn: 2 })).toBe(false);
    expect(isWithdrawn({ ...withdrawn, deliveredAtMs: 1 })).toBe(false);
    expect(orderContributions({ order: withdrawn, shipments: [], works: [] })).toMatchObject([
      { values: { withdrawn: 1 } },
    ]);
  });
  it('is not short any more when lost units are sent again', () => {
    const lines = [{ lineId: 'l', sku: 'x', quantity: 2 }];
    const base = { orderId: 'o', lines, causeId: 'c' };
    const lost = orderFolds['orders.LinesWrittenOff']?.(promised, {
      type: 'orders.LinesWrittenOff',
      data: base,
      at: 1,
    });
    expect(lost?.short).toBe(2);
    const data = { ...base, trouble: 'LOST' as const, latestAtMs: 1 };
    expect(
      orderFolds['orders.UnitsReshipped']?.(lost, { type: 'orders.UnitsReshipped', data, at: 1 })?.short,
    ).toBe(0);
  });
});

describe('why an order came late', () => {
  const late = { ...shipment, handedOverAtMs: 3, deliveredAtMs: 3 * dayMs };
  const inTime = { ...work, step: 'DONE' as const, handedOverAtMs: 3 };
  const cause = (parts: { shipments?: ShipmentFact[]; works?: WorkFact[]; awaited?: boolean }) =>
    causeOf({
      order: { ...promised, awaited: parts.awaited ?? false },
      shipments: parts.shipments ?? [late],
      works: parts.works ?? [inTime],
    });
  it('is told by the first thing on the way that explains it', () => {
    expect(cause({})).toBe('CARRIER');
    expect(cause({ shipments: [{ ...late, attempted: true }] })).toBe('CUSTOMER_ABSENT');
    expect(cause({ works: [{ ...inTime, handedOverAtMs: 4 }] })).toBe('PREPARATION');
    expect(cause({ works: [{ ...inTime, handedOverAtMs: 4 }], awaited: true })).toBe('SUPPLY');
    expect(cause({ works: [work], shipments: [] })).toBe('PREPARATION');
    expect(cause({ works: [{ ...inTime, refused: true }] })).toBe('STOCK');
    for (const trouble of ['LOST', 'DAMAGED', 'RETURNED'] as const)
      expect(cause({ shipments: [{ ...late, trouble }], works: [{ ...inTime, refused: true }] })).toBe(
        trouble,
      );
    expect(cause({ shipments: [], works: [] })).toBe('UNKNOWN');
  });
});

describe('counters', () => {
  it('change by what a subject adds now less what it added before', () => {
    const counter = (values: Counter['values']): Counter => ({
      ...{ day: '2026-03-10', channel: 'web', dimension: 'ALL', key: '', values },
    });
    const change = changeOf([counter({ orders: 1, open: 1 })], [counter({ orders: 1, kept: 1 })]);
    expect([...change.values()].map(({ values }) => values)).toEqual([{ open: -1, kept: 1 }]);
    expect(added({ a: 1 }, { a: 1 }, -1)).toEqual({});
    expect([...summed([counter({ a: 1 }), counter({ a: 2 })]).values()][0]?.values).toEqual({ a: 3 });
    expect(counterId(counter({}))).toBe(JSON.stringify(['2026-03-10', 'ALL', 'web', '']));
    const kept = new Map([['x', counter({ a: 1, b: 0 })]]);
    expect(differencesOf(kept, new Map([['x', counter({ a: 1 })]]))).toEqual([]);
    expect(differencesOf(kept, new Map())).toHaveLength(1);
  });
  it('divide what a return costs over its reasons so that the parts sum to it', () => {
    const reasons = ['A', 'B', 'C'].map((reason) => ({ reason, units: 1, valueMinor: 100 }));
    const fact = { id: 'r', channel: 'web', currency: 'EUR', requestedAtMs: 0, reasons, withdrawn: false };
    const found = returnContributions({ ...fact, refundedMinor: 100, costMinor: 7 });
    expect(found.map(({ values }) => values['refundedMinor'])).toEqual([33, 33, 34]);
    expect(found.reduce((sum, { values }) => sum + (values['costMinor'] ?? 0), 0)).toBe(7);
    expect(returnContributions({ ...fact, refundedMinor: 0, costMinor: 0, withdrawn: true })).toEqual([]);
  });
});

describe('figures', () => {
  it('judge what came and what is overdue, most promises first', () => {
    const sums = new Map([
      ['a', { orders: 4, delivered: 2, kept: 1, lateMs: 2 * dayMs }],
      ['b', { orders: 9 }],
    ]);
    expect(keptFigures(sums, new Map([['a', 1]]), 'orders')).toEqual([
      { key: 'b', promised: 9, judged: 0, kept: 0, keptRate: null, meanDaysLate: null },
      { key: 'a', promised: 4, judged: 3, kept: 1, keptRate: 1 / 3, meanDaysLate: 2 },
    ]);
  });
  it('rank by what is sure', () => {
    const sums = new Map([
      ['few', { asked: 1, answers: 1, good: 1, rating: 5 }],
      ['many', { asked: 200, answers: 100, good: 90, rating: 450 }],
      ['none', { asked: 3 }],
    ]);
    expect(surveyFigures(sums).map(({ key }) => key)).toEqual(['many', 'few', 'none']);
  });
});

describe('whoever brings a shipment', () => {
  it('is the surest that was said, in whatever order', () => {
    const said = (
      carrier: string,
      knownBy: 'LEARNED' | 'DECLARED' | 'SCANNED',
      fact: ShipmentFact,
    ): ShipmentFact => {
      const data = {
        shipmentId: 's',
        orderId: 'o',
        kind: 'LAST_MILE' as const,
        carrier,
        knownBy,
        serviceCode: 'a',
        atMs: 1,
      };
      const name = 'shipping.LegRecorded' satisfies EventName;
      return shipmentFolds[name]?.(fact, { type: name, data, at: 1 }) ?? fact;
    };
    expect(said('guess', 'LEARNED', said('seen', 'SCANNED', shipment)).lastMile).toBe('seen');
    expect(said('seen', 'SCANNED', said('said', 'DECLARED', shipment)).lastMile).toBe('seen');
  });
});

it('work is due by the step it stands at', () => {
  const due = (step: WorkFact['step']) => dueAtMs({ ...work, step });
  expect([due('OFFERED'), due('PICKED'), due('LABELLED')]).toEqual([1, 2, 3]);
  expect([due('READY_FOR_COLLECTION'), due('DONE')]).toEqual([undefined, undefined]);
});
