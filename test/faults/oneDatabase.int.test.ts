import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSubgraph } from '../../main/subgraphs.ts';
import type { SubgraphName } from '../../main/subgraphNames.ts';
import type { SubgraphService } from '../../platform/graph/subgraph.ts';
import { createSubgraphClient } from '../../platform/graph/subgraphClient.ts';
import type { Identity } from '../../schema/identity.ts';
import { buyerIn } from '../support/buyer.ts';
import { act, deliver, firstWorkOn, handOver } from '../support/staff.ts';
import {
  handleSecret,
  openTradingApplication,
  type TradingApplication,
} from '../support/tradingApplication.ts';
import { callAs, callers } from '../support/world.ts';

const returnText = `mutation($input: RequestReturnInput!) { requestReturn(input: $input) { __typename
  ... on RequestReturnSuccess { return { id } } ... on NotReturnable { code } } }`;

/** Every invariant holds with several processes of a subgraph on one database: nothing rests on one process alone. */
describe('two processes of a subgraph', () => {
  let application: TradingApplication;
  /** A second service of each subgraph over the same database, as a second process has it. */
  const twins = new Map<SubgraphName, SubgraphService>();

  beforeAll(async () => {
    application = await openTradingApplication();
    for (const name of ['orders', 'fulfillment', 'shipping', 'returns'] as const) {
      const base = await application.deps(name);
      const { newId } = base;
      const client = createSubgraphClient({
        caller: name,
        newId,
        target: (to) => application.subgraph(to as SubgraphName),
      });
      const secrets = { subgraph: handleSecret, handle: handleSecret, webhook: handleSecret };
      const twin = createSubgraph(name, { ...base, client }, { production: false, secrets });
      await twin.start();
      twins.set(name, twin);
    }
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 500);
  });
  afterAll(async () => {
    for (const twin of twins.values()) await twin.stop();
    await application.stop();
  });

  /** Runs one operation on each of both processes, at the same time. */
  const onBoth = async (
    subgraph: SubgraphName,
    query: string,
    inputs: readonly [object, object],
    who: Identity,
  ) => {
    const twin = twins.get(subgraph);
    const [first, second] = await Promise.all([
      application.run(subgraph, query, inputs[0], who),
      twin?.execute({ query, variables: { ...inputs[1] } }, callAs(who)),
    ]);
    await application.settle();
    return [first, second];
  };
  const said = (results: Awaited<ReturnType<typeof onBoth>>, field: string): string[] =>
    results.map((result) => {
      const outcome = result?.data?.[field] as { __typename?: string; code?: string } | null | undefined;
      return outcome?.code ?? outcome?.__typename ?? String(result?.errors?.[0]?.extensions['code']);
    });

  it('of returns accept each unit once', async () => {
    const who = callers.shopper();
    const buyer = buyerIn(application, who);
    for (let round = 0; round < 6; round++) {
      const { order } = await buyer.place(
        await buyer.order(await buyer.cart([{ sku: 'shoe', quantity: 1 }])),
      );
      if (order === undefined) throw new Error('Nothing was ordered.');
      await application.settle();
      await deliver(
        application,
        order.id,
        await handOver(application, await firstWorkOn(application, order.id)),
      );
      await application.settle();
      const ask = (key: string) => ({
        input: {
          ...{ orderId: order.id, method: 'IN_STORE', idempotencyKey: `${order.id} ${key}` },
          lines: [{ lineId: order.lines[0]?.id, quantity: 1, reason: 'DOES_NOT_FIT' }],
        },
      });
      const outcomes = said(await onBoth('returns', returnText, [ask('a'), ask('b')], who), 'requestReturn');
      expect(outcomes.sort()).toEqual(['ALREADY_RETURNED', 'RequestReturnSuccess']);
      const rows = await application
        .database('returns')
        .collection('returns')
        .countDocuments({ orderId: order.id });
      expect(rows).toBe(1);
    }
  });

  it('of returns answer one key once, with the same return', async () => {
    const who = callers.shopper('second-shopper');
    const buyer = buyerIn(application, who);
    const { order } = await buyer.place(await buyer.order(await buyer.cart([{ sku: 'shoe', quantity: 2 }])));
    if (order === undefined) throw new Error('Nothing was ordered.');
    await application.settle();
    await deliver(
      application,
      order.id,
      await handOver(application, await firstWorkOn(application, order.id)),
    );
    await application.settle();
    const input = {
      ...{ orderId: order.id, method: 'IN_STORE', idempotencyKey: 'one-key' },
      lines: [{ lineId: order.lines[0]?.id, quantity: 1, reason: 'DOES_NOT_FIT' }],
    };
    await onBoth('returns', returnText, [{ input }, { input }], who);
    const rows = await application
      .database('returns')
      .collection('returns')
      .countDocuments({ orderId: order.id });
    expect(rows).toBe(1);
  });

  it('of orders turn a cart into one order', async () => {
    const buyer = buyerIn(application, callers.shopper('third-shopper'));
    for (let round = 0; round < 4; round++) {
      const cart = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
      const input = await buyer.order(cart);
      const text = 'mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';
      const other = { ...input, idempotencyKey: `other-${round}` };
      const outcomes = said(
        await onBoth('orders', text, [{ input }, { input: other }], buyer.who),
        'placeOrder',
      );
      expect(outcomes.filter((outcome) => outcome === 'PlaceOrderSuccess')).toHaveLength(1);
      const orders = await application
        .database('orders')
        .collection('orders')
        .countDocuments({ owner: buyer.who.subject });
      expect(orders).toBe(round + 1);
    }
  });

  it('of fulfillment hand work over once', async () => {
    const buyer = buyerIn(application, callers.shopper('fourth-shopper'));
    const { order } = await buyer.place(await buyer.order(await buyer.cart([{ sku: 'shoe', quantity: 1 }])));
    if (order === undefined) throw new Error('Nothing was ordered.');
    await application.settle();
    const { id, lines } = await firstWorkOn(application, order.id);
    const race = async (name: string): Promise<number> => {
      const query = `mutation($input: FulfillmentOrderActionInput!) { ${name}(input: $input) { __typename } }`;
      const inputs = [{ input: { id } }, { input: { id } }] as const;
      const outcomes = said(await onBoth('fulfillment', query, inputs, callers.associate('warehouse')), name);
      return outcomes.filter((outcome) => outcome === 'FulfillmentOrder').length;
    };
    expect(await race('acceptFulfillmentOrder')).toBe(1);
    await act(application, 'pickFulfillmentOrder', { id });
    const all = lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
    await act(application, 'packFulfillmentOrder', { id, parcels: [{ weightGrams: 500, lines: all }] });
    expect(await race('labelFulfillmentOrder')).toBeGreaterThan(0);
    const shipments = application.database('shipping').collection('shipments');
    expect(await shipments.countDocuments({ orderId: order.id })).toBe(1);
    expect(await race('handOverFulfillmentOrder')).toBe(1);
    expect(await shipments.countDocuments({ orderId: order.id })).toBe(1);
  });
});
