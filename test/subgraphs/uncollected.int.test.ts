import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringGoodsToStores, buyToCollect } from '../support/collecting.ts';
import { openShoeShop, type ShoeShop } from '../support/shoeShop.ts';
import { act, handOver, workOn, type Work } from '../support/staff.ts';
import { expectSoundStock } from '../support/stockInvariants.ts';

interface Order {
  readonly status: string;
  readonly lines: readonly { readonly quantities: Record<string, number> }[];
  readonly payments: readonly {
    readonly kind: string;
    readonly state: string;
    readonly amount: { readonly amountMinor: number };
  }[];
  readonly timeline: { readonly edges: readonly { readonly node: { type: string; summary: string } }[] };
}

const orderText = `query($id: ID!) { order(id: $id) { status
  lines { quantities { ordered cancelled shipped delivered } } payments { kind state amount { amountMinor } }
  timeline(first: 100) { edges { node { type summary } } } } }`;
const stockText = `query($of: [_Any!]!) { _entities(representations: $of) { ... on ProductVariant {
  stock { locationId onHand reserved availableToPromise } } } }`;
const outcomeText = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { promiseOutcome { kept } } } }`;
const collectByText = 'query($id: ID!) { fulfillmentOrder(id: $id) { collectBy } }';

describe('goods that wait in a store and are never fetched', () => {
  let shop: ShoeShop;
  beforeAll(async () => {
    shop = await openShoeShop(10);
    await bringGoodsToStores(shop);
  });
  afterAll(async () => {
    await expectSoundStock(shop.application);
    await shop.application.stop();
  });

  const load = async (id: string): Promise<Order> =>
    (await shop.application.ok<{ order: Order }>('orders', orderText, { id }, shop.buyer.who)).order;
  const moved = ({ payments }: Order) =>
    payments.map(({ kind, state, amount }) => [kind, state, amount.amountMinor]);
  const told = ({ timeline }: Order): string[] => timeline.edges.map(({ node }) => node.summary);
  const stockAt = async (locationId: string): Promise<unknown> => {
    type Answer = { _entities: { stock: { locationId: string }[] }[] };
    const of = [{ __typename: 'ProductVariant', sku: 'shoe' }];
    const { _entities } = await shop.application.ok<Answer>('catalog', stockText, { of });
    return _entities[0]?.stock.find((position) => position.locationId === locationId);
  };
  const workIn = async (orderId: string, store: string): Promise<Work> => {
    const found = (await workOn(shop.application, orderId)).find(({ location }) => location.id === store);
    if (found === undefined) throw new Error(`Nothing of the order is in ${store}.`);
    return found;
  };
  /** The goods are put out; until when they wait. */
  const ready = async ({ id, step }: Work): Promise<number> => {
    const { application } = shop;
    if (step === 'TO_PICK') {
      await act(application, 'acceptFulfillmentOrder', { id });
      await act(application, 'pickFulfillmentOrder', { id });
    }
    await act(application, 'readyForCollection', { id });
    await application.settle();
    type Answer = { fulfillmentOrder: { collectBy: string } };
    const { fulfillmentOrder } = await application.ok<Answer>('fulfillment', collectByText, { id });
    return Date.parse(fulfillmentOrder.collectBy);
  };
  const passTo = async (ms: number): Promise<void> => {
    await shop.application.clock.advanceTo(ms);
    await shop.application.clock.advanceBy(60_000);
    await shop.application.settle();
  };

  it('are for sale again there, and the customer pays nothing', async () => {
    const { application } = shop;
    await application.stock('shoe', 'store', 3);
    const { orderId, option } = await buyToCollect(shop, 2);
    const collectByMs = await ready(await workIn(orderId, 'store'));
    // Not a moment less than was promised.
    expect(collectByMs).toBeGreaterThanOrEqual(Date.parse(option.collectAt?.holdUntil ?? ''));
    expect(await stockAt('store')).toMatchObject({ onHand: 3, reserved: 2, availableToPromise: 1 });

    await passTo(collectByMs - 2 * 86_400_000);
    const reminded = await load(orderId);
    expect(reminded.status).toBe('SHIPPED');
    const until = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', dateStyle: 'long' });
    expect(told(reminded).at(-1)).toContain(
      `Reminder: 2 units to collect until ${until.format(collectByMs)} at `,
    );

    await passTo(collectByMs);
    const over = await load(orderId);
    expect(over.status).toBe('CANCELLED');
    expect(over.lines[0]?.quantities).toEqual({ ordered: 2, cancelled: 2, shipped: 0, delivered: 0 });
    expect(told(over)).toContain('2 units cancelled: they were not collected in time.');
    const [authorised] = over.payments;
    expect(moved(over)).toEqual([
      ['AUTHORIZATION', 'SUCCEEDED', authorised?.amount.amountMinor],
      ['VOID', 'SUCCEEDED', authorised?.amount.amountMinor],
    ]);
    expect(await stockAt('store')).toMatchObject({ onHand: 3, reserved: 0, availableToPromise: 3 });
    // That the goods wait was the promise, and they did.
    type Outcome = { _entities: { promiseOutcome: { kept: boolean } | null }[] };
    const of = [{ __typename: 'Order', id: orderId }];
    const { _entities } = await application.ok<Outcome>('insights', outcomeText, { of }, shop.buyer.who);
    expect(_entities[0]?.promiseOutcome).toEqual({ kept: true });
  });

  it('that were sent there are the stock of that store from then on', async () => {
    const { application } = shop;
    await application.stock('shoe', 'store', 0);
    const { orderId } = await buyToCollect(shop, 2);
    const sent = await handOver(application, await workIn(orderId, 'warehouse'));
    const simulate = `mutation($input: SimulateCarrierInput!) { simulateCarrier(input: $input) { sent } }`;
    const input = { shipmentId: sent.shipment?.id, scenario: 'ON_TIME' };
    await application.ok('shipping', simulate, { input });
    await application.settle();
    await passTo(await ready(await workIn(orderId, 'store')));
    const over = await load(orderId);
    expect([over.status, over.lines[0]?.quantities]).toEqual([
      ...['CANCELLED', { ordered: 2, cancelled: 2, shipped: 0, delivered: 0 }],
    ]);
    expect(moved(over).map(([kind]) => kind)).toEqual(['AUTHORIZATION', 'VOID']);
    expect(await stockAt('warehouse')).toMatchObject({ onHand: 8, reserved: 0 });
    expect(await stockAt('store')).toMatchObject({ onHand: 2, reserved: 0, availableToPromise: 2 });
  });
});
