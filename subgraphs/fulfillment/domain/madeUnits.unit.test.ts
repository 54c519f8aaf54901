import { describe, expect, it } from 'vitest';
import { decideCancel } from './cancel.ts';
import { planCancel, type CancelAsk } from './cancelAsk.ts';
import { decideUncollected } from './collection.ts';
import type { FulfillmentOrder } from './fulfillmentOrder.ts';
import { arrivalCreated, type OrderFacts } from './orderWork.ts';
import { evolve } from './evolve.ts';
import { created, fold, madeToOrder } from './work.fixture.ts';

/** Two lines that are picked; the first is engraved. */
const at = (more: Partial<FulfillmentOrder>): FulfillmentOrder => {
  const work = madeToOrder(created([3, 2], more.collection ?? false));
  const lines = work.lines.map((line) => ({ ...line, picked: line.quantity }));
  return { ...work, status: 'IN_PROGRESS', assignment: 'ACCEPTED', ...more, lines };
};
const made = at({ step: 'MADE', made: true });
const [engraved, plain] = made.lines.map(({ lineId }) => lineId) as [string, string];
const both = [
  { lineId: engraved, sku: 'a', quantity: 2 },
  { lineId: plain, sku: 'b', quantity: 1 },
];
const asideOf = (work: FulfillmentOrder): unknown =>
  decideCancel(work, both).flatMap(({ data }) => ('made' in data ? data.made : []));

describe('units made for an order', () => {
  it('are named where they are cancelled once making has begun; others go back as they are', () => {
    expect(asideOf(made)).toMatchObject([{ lineId: engraved, quantity: 2 }]);
    for (const step of ['TO_PICK', 'PICKED'] as const) expect(asideOf(at({ step }))).toEqual([]);
    expect(asideOf(at({ step: 'MAKING' }))).toMatchObject([{ lineId: engraved, quantity: 2 }]);
    for (const step of ['PACKED', 'LABELLED', 'READY_FOR_COLLECTION'] as const)
      expect(asideOf(at({ step, made: true }))).toMatchObject([{ lineId: engraved, quantity: 2 }]);
  });

  it('are named where nobody collects them', () => {
    const waiting = at({ step: 'READY_FOR_COLLECTION', made: true, collection: true, collectByMs: 10 });
    expect(decideUncollected(waiting, 10)).toMatchObject([
      { data: { lines: [{ quantity: 3 }, { quantity: 2 }], made: [{ lineId: engraved, quantity: 3 }] } },
    ]);
  });

  it('are still known as such in the store they are sent to', () => {
    const order = { _id: 'o', promisedLatestAtMs: 1 } as OrderFacts;
    const delivered = { collectAtId: 'nice', arrivedFrom: made._id, lines: both };
    const arrived = evolve(undefined, arrivalCreated('there', order, delivered, made), 1);
    expect(arrived.toMake).toBeUndefined();
    expect(asideOf(arrived)).toMatchObject([{ lineId: engraved, quantity: 2 }]);
    expect(fold(arrived, decideCancel(arrived, both)).lines.map(({ cancelled }) => cancelled)).toEqual([
      2, 1,
    ]);
  });

  it('do not go another way, which would make them again, but can be cancelled', () => {
    const ask: CancelAsk = {
      ...{ _id: 'ask', orderId: 'o', state: 'OPEN', lines: both, cancelled: [], refused: [], avoid: [] },
    };
    const taken = (change: boolean): unknown => {
      const plan = planCancel({ ...ask, change }, [], [made]);
      return [plan.works.flatMap(({ lines }) => lines.map(({ lineId }) => lineId)), plan.left.length];
    };
    expect(taken(true)).toEqual([[plain], 1]);
    expect(taken(false)).toEqual([[engraved, plain], 0]);
  });
});
