import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buyer } from '../../../test/support/buyer.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { tell } from '../../../test/support/staff.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

interface Outcome {
  readonly promisedLatestAt: string;
  readonly deliveredAt: string | null;
  readonly kept: boolean;
  readonly daysLate: number;
  readonly promisedDays: number;
}
interface Scorecard {
  readonly orders: number;
  readonly open: number;
  readonly keptRate: number | null;
  readonly meanPromisedDays: number | null;
  readonly meanActualDays: number | null;
  readonly breakdown: readonly {
    readonly dimension: string;
    readonly key: string;
    readonly shipments: number;
    readonly keptRate: number;
  }[];
}

const outcomeText = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
  promiseOutcome { promisedLatestAt deliveredAt kept daysLate promisedDays } } } }`;
const scorecardText = `query($from: LocalDate, $to: LocalDate, $channel: ID) {
  promiseScorecard(from: $from, to: $to, channel: $channel) { orders open keptRate meanPromisedDays
    meanActualDays breakdown { dimension key shipments keptRate } } }`;
const dayMs = 86_400_000;

describe('promises held against what happened', () => {
  let application: TradingApplication;
  let buyer: Buyer;

  const bought = async (): Promise<{ id: string; promisedMs: number }> => {
    const { orderId: id } = await buyShoes({ application, buyer }, 1);
    const query = 'query($id: ID!) { order(id: $id) { promise { originalLatestAt } } }';
    type Answer = { order: { promise: { originalLatestAt: string } } };
    const found = await application.ok<Answer>('orders', query, { id });
    return { id, promisedMs: Date.parse(found.order.promise.originalLatestAt) };
  };
  const outcomeOf = async (id: string, who = buyer.who): Promise<Outcome | null> => {
    type Answer = { _entities: { promiseOutcome: Outcome | null }[] };
    const of = [{ __typename: 'Order', id }];
    const { _entities } = await application.ok<Answer>('insights', outcomeText, { of }, who);
    return _entities[0]?.promiseOutcome ?? null;
  };
  const scorecard = async (variables: object = {}): Promise<Scorecard> =>
    (await application.ok<{ promiseScorecard: Scorecard }>('insights', scorecardText, variables))
      .promiseScorecard;
  const arrived = async (order: { id: string; promisedMs: number }, deliveredAtMs: number): Promise<void> => {
    const { id: orderId, promisedMs: promisedLatestAtMs } = order;
    await tell(application, ['insights'], 'shipping.ShipmentDelivered', {
      ...{ shipmentId: `parcel-of-${orderId}`, orderId, fulfillmentOrderId: 'work', isReturn: false },
      ...{ serviceCode: 'parcel', locationId: 'warehouse', deliveredAtMs, promisedLatestAtMs, lines: [] },
    });
    await tell(application, ['insights'], 'orders.OrderDelivered', {
      ...{
        orderId,
        channel: 'web',
        placedAtMs: application.clock.nowMs(),
        promisedLatestAtMs,
        deliveredAtMs,
      },
    });
  };

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
  });
  afterAll(() => application.stop());

  it('begin with nothing to say', async () => {
    expect(await scorecard()).toEqual({
      ...{ orders: 0, open: 0, keptRate: null, meanPromisedDays: null, meanActualDays: null, breakdown: [] },
    });
  });

  it('are kept up to the promised instant, late after it, and late without any parcel', async () => {
    const placedMs = application.clock.nowMs();
    const [kept, late, open] = [await bought(), await bought(), await bought()];
    expect(await outcomeOf(kept.id)).toBeNull();
    expect(await scorecard()).toMatchObject({ orders: 0, open: 3, keptRate: null });

    await arrived(kept, kept.promisedMs);
    await arrived(late, late.promisedMs + 2 * dayMs);
    const promisedDays = (kept.promisedMs - placedMs) / dayMs;
    expect(await outcomeOf(kept.id)).toEqual({
      ...{ promisedLatestAt: new Date(kept.promisedMs).toISOString().replace('.000Z', 'Z') },
      deliveredAt: new Date(kept.promisedMs).toISOString().replace('.000Z', 'Z'),
      ...{ kept: true, daysLate: 0, promisedDays },
    });
    expect(await outcomeOf(late.id)).toMatchObject({ kept: false, daysLate: 2 });
    const two = await scorecard();
    expect(two).toMatchObject({ orders: 2, open: 1, keptRate: 0.5 });
    expect(two.meanPromisedDays).toBeCloseTo(promisedDays, 6);
    expect(two.meanActualDays).toBeCloseTo(promisedDays + 1, 6);
    const row = { shipments: 2, keptRate: 0.5 };
    expect(two.breakdown).toEqual([
      { dimension: 'SERVICE', key: 'parcel', ...row },
      { dimension: 'LOCATION', key: 'warehouse', ...row },
    ]);

    await application.clock.advanceTo(open.promisedMs + dayMs);
    await application.settle();
    expect(await outcomeOf(open.id)).toMatchObject({ kept: false, deliveredAt: null, daysLate: 1 });
    const three = await scorecard();
    expect(three).toMatchObject({ orders: 3, open: 0, meanActualDays: two.meanActualDays });
    expect(three.keptRate).toBeCloseTo(1 / 3, 9);
  });

  it('are counted by the day of the order and by channel', async () => {
    const today = new Date(application.clock.nowMs()).toISOString().slice(0, 10);
    const before = await scorecard({ to: '2026-03-10' });
    expect(before.orders).toBe(3);
    expect(await scorecard({ from: '2026-03-10', to: '2026-03-10', channel: 'web' })).toEqual(before);
    expect(await scorecard({ from: today })).toMatchObject({ orders: 0, open: 0, breakdown: [] });
    expect(await scorecard({ channel: 'marketplace' })).toMatchObject({ orders: 0, keptRate: null });
    const reversed = { from: '2026-03-10', to: '2026-03-08' };
    expect(await application.code('insights', scorecardText, reversed)).toBe('BAD_USER_INPUT');
  });

  it('are seen by those who see the order, and the scorecard by staff alone', async () => {
    const order = await bought();
    await arrived(order, order.promisedMs);
    expect(await outcomeOf(order.id)).not.toBeNull();
    for (const who of [callers.shopper('somebody-else'), callers.partner('marketplace')])
      expect(await outcomeOf(order.id, who)).toBeNull();
    expect(await application.code('insights', scorecardText, {}, buyer.who)).toBe('FORBIDDEN');
  });

  it('are neither kept nor broken when the customer gave everything up in time, and broken when the retailer did', async () => {
    const before = await scorecard();
    const [given, late, refused] = [await bought(), await bought(), await bought()];
    const cancel = async (orderId: string): Promise<void> => {
      const text = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';
      await application.ok('orders', text, { input: { orderId, idempotencyKey: orderId } }, buyer.who);
      await application.settle();
    };
    await cancel(given.id);
    const lines = [{ lineId: 'l', sku: 'shoe', quantity: 1 }];
    await tell(application, ['insights'], 'orders.LinesCancelled', {
      ...{ orderId: refused.id, lines, causeId: 'none-left', by: 'NO_STOCK', reason: 'nobody has any' },
    });
    expect(await scorecard()).toMatchObject({ orders: before.orders, open: before.open + 2 });
    await application.clock.advanceTo(Math.max(given.promisedMs, late.promisedMs) + dayMs);
    await application.settle();
    await cancel(late.id);
    expect(await outcomeOf(given.id)).toBeNull();
    for (const { id } of [late, refused]) expect(await outcomeOf(id)).toMatchObject({ kept: false });
    expect(await scorecard()).toMatchObject({ orders: before.orders + 2, open: before.open });
  });
});
