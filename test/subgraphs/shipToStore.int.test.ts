import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buyer } from '../support/buyer.ts';
import { bringGoodsToStores, buyToCollect } from '../support/collecting.ts';
import { openShoeShop } from '../support/shoeShop.ts';
import { act, firstWorkOn, handOver, workOn, type Work } from '../support/staff.ts';
import type { TradingApplication } from '../support/tradingApplication.ts';
import { callAs, callers } from '../support/world.ts';

interface Order {
  readonly status: string;
  readonly chargeStatus: string;
  readonly delayed: boolean;
  readonly lines: readonly { readonly quantities: Record<string, number> }[];
  readonly payments: readonly { readonly kind: string; readonly amount: { readonly amountMinor: number } }[];
  readonly timeline: { readonly edges: readonly { readonly node: { type: string; summary: string } }[] };
}

const orderText = `query($id: ID!) { order(id: $id) { status chargeStatus delayed
  lines { quantities { ordered shipped delivered } } payments { kind amount { amountMinor } }
  timeline(first: 100) { edges { node { type summary } } } } }`;
const simulateText = `mutation($input: SimulateCarrierInput!) { simulateCarrier(input: $input) { shipment { milestone collectAtId } } }`;
const outcomeText = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
  promiseOutcome { kept deliveredAt } } } }`;
const stockText = `query($of: [_Any!]!) { _entities(representations: $of) { ... on ProductVariant {
  stock { locationId onHand reserved } } } }`;

describe('an order collected in a store that does not hold the goods', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  const associate = callers.associate('store');

  const buyHere = async (quantity: number): Promise<string> => {
    const { orderId, option } = await buyToCollect({ application, buyer }, quantity);
    expect([option.code, option.price]).toEqual(['collect-in-store', { amountMinor: 0 }]);
    return orderId;
  };
  const load = async (id: string): Promise<Order> =>
    (await application.ok<{ order: Order }>('orders', orderText, { id }, buyer.who)).order;
  const typesOf = (order: Order): string[] => order.timeline.edges.map(({ node }) => node.type);
  const arrive = async (work: Work): Promise<{ milestone: string; collectAtId: string | null }> => {
    type Answer = { simulateCarrier: { shipment: { milestone: string; collectAtId: string | null } } };
    const { simulateCarrier } = await application.ok<Answer>('shipping', simulateText, {
      input: { shipmentId: work.shipment?.id, scenario: 'DUPLICATED' },
    });
    await application.settle();
    return simulateCarrier.shipment;
  };
  const inStore = async (id: string): Promise<Work> => {
    const found = (await workOn(application, id)).find(({ location }) => location.id === 'store');
    if (found === undefined) throw new Error('Nothing has arrived in the store.');
    return found;
  };
  const stock = async (): Promise<unknown> => {
    type Answer = { _entities: { stock: unknown[] }[] };
    const of = [{ __typename: 'ProductVariant', sku: 'shoe' }];
    return (await application.ok<Answer>('catalog', stockText, { of }))._entities[0]?.stock;
  };

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop(10));
    await bringGoodsToStores({ application, buyer });
  });
  afterAll(() => application.stop());

  it('goes to the store, waits there, and is delivered when the customer has it', async () => {
    const id = await buyHere(2);
    const work = await firstWorkOn(application, id);
    expect(work.location.id).toBe('warehouse');

    const sent = await handOver(application, work);
    const onItsWay = await load(id);
    expect(onItsWay).toMatchObject({ status: 'SHIPPED', chargeStatus: 'NONE' });
    expect(onItsWay.timeline.edges.at(-1)?.node.summary).toBe('2 units on the way to the store.');

    // The carrier's delivery is the store's arrival: nothing is the customer's yet.
    expect(await arrive(sent)).toEqual({ milestone: 'DELIVERED', collectAtId: 'store' });
    expect((await load(id)).lines[0]?.quantities).toEqual({ ordered: 2, shipped: 2, delivered: 0 });
    const arrived = await inStore(id);
    expect(arrived).toMatchObject({
      ...{ status: 'IN_PROGRESS', step: 'PACKED' },
      ...{ arrivedFrom: work.id, allowedActions: ['READY_FOR_COLLECTION'] },
      lines: [{ sku: 'shoe', quantity: 2 }],
    });

    await act(application, 'readyForCollection', { id: arrived.id }, associate);
    await application.settle();
    const waiting = await load(id);
    expect(waiting).toMatchObject({ status: 'SHIPPED', delayed: false, chargeStatus: 'NONE' });
    expect(waiting.timeline.edges.at(-1)?.node).toEqual({
      ...{ type: 'orders.LinesReadyToCollect', summary: '2 units ready to collect.' },
    });
    const readyAtMs = application.clock.nowMs();

    // The customer takes their time; the promise was that the goods wait.
    await application.clock.advanceBy(6 * 86_400_000);
    await act(application, 'collectFulfillmentOrder', { id: arrived.id }, associate);
    await application.settle();
    const done = await load(id);
    expect(done).toMatchObject({ status: 'DELIVERED', delayed: false, chargeStatus: 'FULL' });
    expect(done.lines[0]?.quantities).toEqual({ ordered: 2, shipped: 2, delivered: 2 });
    expect(typesOf(done).filter((type) => type === 'orders.LinesShipped')).toHaveLength(1);
    expect(typesOf(done).filter((type) => type === 'orders.LinesDelivered')).toHaveLength(1);
    expect(done.payments.map(({ kind }) => kind)).toEqual(['AUTHORIZATION', 'CHARGE']);
    expect(done.timeline.edges.map(({ node }) => node.summary)).toContain(
      'Everything has been collected; it was ready, as promised.',
    );
    type Outcome = { _entities: { promiseOutcome: { kept: boolean; deliveredAt: string } }[] };
    const of = [{ __typename: 'Order', id }];
    const { _entities } = await application.ok<Outcome>('insights', outcomeText, { of }, buyer.who);
    const outcome = _entities[0]?.promiseOutcome;
    expect(outcome?.kept).toBe(true);
    expect(Date.parse(outcome?.deliveredAt ?? '')).toBe(readyAtMs);
    // The units left stock once, where they were.
    expect(await stock()).toEqual([{ locationId: 'warehouse', onHand: 8, reserved: 0 }]);
  });

  it('is seen by the store it is collected in, and by no other', async () => {
    const id = await buyHere(1);
    for (const [location, sees] of [
      ['store', true],
      ['warehouse', true],
      ['elsewhere', false],
    ] as const) {
      const query = 'query($id: ID!) { order(id: $id) { id } }';
      const { data } = await application.subgraph('orders').execute({ query, variables: { id } }, callAs(callers.associate(location))); // prettier-ignore
      expect(data?.['order'] !== null).toBe(sees);
    }
  });

  it('keeps the money of what has not been collected while another part has', async () => {
    await application.stock('shoe', 'store', 1);
    const id = await buyHere(2);
    const work = await workOn(application, id);
    // One location may serve both, or each its part; either way no money moves before the customer comes.
    for (const each of work.filter(({ location }) => location.id === 'warehouse')) {
      const sent = await handOver(application, each);
      expect((await load(id)).payments.map(({ kind }) => kind)).toEqual(['AUTHORIZATION']);
      await arrive(sent);
    }
    for (const each of (await workOn(application, id)).filter(({ location }) => location.id === 'store')) {
      if (each.step === 'TO_PICK') {
        await act(application, 'acceptFulfillmentOrder', { id: each.id });
        await act(application, 'pickFulfillmentOrder', { id: each.id });
      }
      await act(application, 'readyForCollection', { id: each.id });
      await act(application, 'collectFulfillmentOrder', { id: each.id });
      await application.settle();
    }
    const { payments, status } = await load(id);
    expect(status).toBe('DELIVERED');
    const sum = (wanted: string): number =>
      payments
        .filter(({ kind }) => kind === wanted)
        .reduce((total, { amount }) => total + amount.amountMinor, 0);
    expect(sum('CHARGE')).toBe(sum('AUTHORIZATION'));
    expect(sum('VOID')).toBe(0);
  });
});
