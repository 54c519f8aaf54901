import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buyer } from '../../../test/support/buyer.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { firstWorkOn, handOver, type Work } from '../../../test/support/staff.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callAs } from '../../../test/support/world.ts';
import { subgraphNames } from '../../../main/subgraphNames.ts';
import { insightsModels } from '../store/models.ts';
import { rebuildFigures } from '../../../tools/insights/rebuild.ts';
import { verifyFigures } from '../../../tools/insights/recountFrom.ts';

const dayMs = 86_400_000;
const fields = `orders judged open keptRate splitRate shipmentsPerOrder kgCO2ePerOrder
  otif { against orders kept rate } day: kept(by: DAY) { key promised judged kept }
  location: kept(by: LOCATION) { key promised judged kept } lastMile: kept(by: LAST_MILE) { key promised }
  method: kept(by: METHOD) { key promised } lateness { cause orders share }
  cost { orders deliveryPerOrder { amountMinor currency } perOrder { amountMinor } }
  returns { reason units } messages { code sent } incidents { type opened open } surveys(by: ALL) { asked }`;
const text = `query($from: LocalDate!, $to: LocalDate!, $channel: ID) { insights(from: $from, to: $to, channel: $channel) { ${fields} } }`;

interface Figures {
  readonly orders: number;
  readonly judged: number;
  readonly open: number;
  readonly keptRate: number | null;
  readonly otif: readonly { against: string; orders: number; kept: number }[];
  readonly day: readonly object[];
  readonly location: readonly object[];
  readonly lateness: readonly object[];
  readonly cost: readonly { deliveryPerOrder: { amountMinor: number } | null }[];
  readonly kgCO2ePerOrder: number;
}

describe('figures kept by events', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  const span = { from: '2026-03-10', to: '2026-04-06' };
  const figures = async (variables: object = span): Promise<Figures> =>
    (await application.ok<{ insights: Figures }>('insights', text, variables)).insights;
  const recounted = () =>
    verifyFigures(
      subgraphNames.map((name) => application.database(name)),
      application.database('insights'),
    );

  /** The carrier brings the parcels, by reports that stand in its journal. */
  const carried = async ({ shipment }: Work): Promise<void> => {
    const query = 'mutation($input: SimulateCarrierInput!) { simulateCarrier(input: $input) { sent } }';
    const input = { shipmentId: shipment?.id ?? '', scenario: 'ON_TIME' };
    await application.ok('shipping', query, { input });
    await application.settle();
  };

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
  });
  afterAll(() => application.stop());

  it('say what is open, waits, and is in danger, and why an order came late', async () => {
    const { orderId } = await buyShoes({ application, buyer }, 2);
    expect(await figures()).toMatchObject({ orders: 1, judged: 0, open: 1, keptRate: null });
    const backlogText = '{ backlog { location { id } step work units overdue minutesLeft } }';
    const waiting = { location: { id: 'warehouse' }, step: 'OFFERED', work: 1, units: 2, overdue: 0 };
    expect(await application.ok('insights', backlogText)).toMatchObject({ backlog: [waiting] });
    const riskText = '{ ordersAtRisk { order { id } reasons minutesLeft } }';
    expect(await application.ok('insights', riskText)).toEqual({ ordersAtRisk: [] });

    await application.clock.advanceBy(20 * dayMs);
    await application.settle();
    type Risk = { ordersAtRisk: { order: { id: string }; reasons: string[]; minutesLeft: number }[] };
    const [risk] = (await application.ok<Risk>('insights', riskText)).ordersAtRisk;
    expect(risk).toMatchObject({ order: { id: orderId } });
    expect(risk?.reasons).toEqual(expect.arrayContaining(['DATE_PASSED', 'WORK_OVERDUE']));
    expect(risk?.minutesLeft).toBeLessThan(0);
    expect(await figures()).toMatchObject({ judged: 1, keptRate: 0, lateness: [{ cause: 'PREPARATION' }] });

    const work = await handOver(application, await firstWorkOn(application, orderId));
    await carried(work);
    const late = await figures();
    expect(late).toMatchObject({ judged: 1, open: 0, keptRate: 0 });
    expect(late.lateness).toEqual([{ cause: 'PREPARATION', orders: 1, share: 1 }]);
    expect(late.day).toEqual([{ key: '2026-03-10', promised: 1, judged: 1, kept: 0 }]);
    expect(late.cost[0]?.deliveryPerOrder?.amountMinor).toBeGreaterThan(0);
    expect(late.kgCO2ePerOrder).toBeGreaterThan(0);
    expect((await application.ok<{ backlog: [] }>('insights', backlogText)).backlog).toEqual([]);
  });

  it('count promises kept, orders given up and refused work, each against its three dates', async () => {
    const kept = await buyShoes({ application, buyer }, 1);
    const given = await buyShoes({ application, buyer }, 1);
    const refused = await buyShoes({ application, buyer }, 1);
    const work = await handOver(application, await firstWorkOn(application, kept.orderId));
    await carried(work);
    const cancel = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';
    const input = { orderId: given.orderId, idempotencyKey: 'given' };
    await application.ok('orders', cancel, { input }, buyer.who);
    const { id } = await firstWorkOn(application, refused.orderId);
    const reject =
      'mutation($input: RejectFulfillmentOrderInput!) { rejectFulfillmentOrder(input: $input) { id } }';
    await application.ok('fulfillment', reject, { input: { id, reason: 'NOT_IN_STOCK' } });
    await application.settle();
    const all = await figures({ from: '2026-03-01', to: '2026-04-30' });
    expect(all).toMatchObject({ orders: 3, judged: 2, keptRate: 0.5 });
    for (const against of ['FIRST', 'REQUESTED', 'LAST'])
      expect(all.otif).toContainEqual({ against, orders: 2, kept: 1, rate: 0.5 });
    expect(await figures({ ...span, channel: 'elsewhere' })).toMatchObject({ orders: 0, day: [] });
  });

  it('are equal to a recount from the journals, and differ from one when a counter is wrong', async () => {
    const right = await recounted();
    expect(right).toMatchObject({ unheard: 0, orders: 4, differences: [] });
    for (const { kept, recounted: found } of right.facts) expect(kept).toBe(found);
    const { counters } = insightsModels(application.database('insights'));
    await counters.updateOne({ dimension: 'ALL' }, { $inc: { 'values.kept': 1 } });
    expect((await recounted()).differences).toHaveLength(1);
    const journals = subgraphNames.map((name) => application.database(name));
    await rebuildFigures(journals, application.database('insights'));
    expect(await recounted()).toEqual(right);
  });

  it('tell the capacity of each location and day', async () => {
    const query =
      '{ capacity(from: "2026-03-10", to: "2026-03-12", locationId: "warehouse") { location { id } day capacity used load } }';
    const { capacity } = await application.ok<{ capacity: { used: number; day: string }[] }>(
      'insights',
      query,
    );
    expect(capacity.map(({ day }) => day)).toEqual(['2026-03-10', '2026-03-11', '2026-03-12']);
    expect(capacity.reduce((sum, { used }) => sum + used, 0)).toBeGreaterThan(0);
  });

  it('are refused for a span that is turned round or too long, and to those who do not work here', async () => {
    for (const wrong of [
      { from: '2026-04-02', to: '2026-04-01' },
      { from: '2020-01-01', to: '2026-04-01' },
    ])
      expect(await application.code('insights', text, wrong)).toBe('BAD_USER_INPUT');
    expect(await application.code('insights', text, span, buyer.who)).toBe('FORBIDDEN');
    expect(await application.code('insights', '{ ordersAtRisk(first: 0) { channel } }')).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('reach subscribers when they change', async () => {
    const query = `subscription { insightsChanged(from: "2026-03-01", to: "2026-04-30") { orders } }`;
    const answer = await application.subgraph('insights').subscribe({ query, variables: {} }, callAs());
    if (!(Symbol.asyncIterator in answer)) throw new Error(JSON.stringify(answer.errors));
    const live = answer[Symbol.asyncIterator]();
    const orders = async (): Promise<unknown> => {
      const { value } = (await live.next()) as { value: { data: { insightsChanged: { orders: number } } } };
      return value.data.insightsChanged.orders;
    };
    expect(await orders()).toBe(3);
    await application.stock('shoe', 'warehouse', 50);
    await buyShoes({ application, buyer }, 1);
    await application.clock.advanceBy(2_000);
    expect(await orders()).toBe(4);
    await live.return?.();
  });
});
