import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { optionsFor, type CartOption } from '../../../test/support/cartOptions.ts';
import { serviceInput } from '../../../test/support/retailerInput.ts';
import { firstWorkOn, workOn } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';

const placeText = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id promise { originalEarliestAt originalLatestAt currentLatestAt } } }
  ... on PromiseExpired { message } } }`;
const lane = serviceInput.lanes[0];
const subgraph = 2;
/** Delivery in a window, with subgraph for two a window. */
const evening = {
  ...serviceInput,
  ...{ code: 'evening', methodTypes: ['SCHEDULED'], windowCapacity: subgraph },
  ...{ windows: ['09:00-12:00', '14:00-18:00'], lanes: [{ ...lane, transitDaysMax: 1 }] },
};

interface Outcome {
  readonly __typename: string;
  readonly order?: {
    readonly id: string;
    readonly promise: { readonly originalEarliestAt: string; readonly originalLatestAt: string };
  };
}

describe('a delivery window', () => {
  let application: TradingApplication;
  let buyer: Buyer;

  const cartWithOption = async (): Promise<{ cartId: string; option: CartOption }> => {
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const [option] = (await optionsFor(application, buyer.who, cartId, ['SCHEDULED'])).options;
    if (option === undefined) throw new Error('No window is free.');
    return { cartId, option };
  };
  const place = async (cartId: string, option: CartOption, windowStartAt?: string): Promise<Outcome> => {
    const input = await buyer.order(cartId, {
      deliveryOptionHandle: option.handle,
      ...(windowStartAt === undefined ? {} : { windowStartAt }),
    });
    return (await application.ok<{ placeOrder: Outcome }>('orders', placeText, { input }, buyer.who))
      .placeOrder;
  };
  const offered = async (): Promise<string[]> =>
    (await cartWithOption()).option.windows.map(({ startAt }) => startAt);
  const cancel = async (orderId: string): Promise<void> => {
    const query = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }`;
    const input = { orderId, idempotencyKey: `cancel-${orderId}` };
    await application.ok('orders', query, { input }, buyer.who);
    await application.settle();
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    const bring = `mutation($input: ImportCarrierServicesInput!) { importCarrierServices(input: $input) { changed } }`;
    await application.ok('shipping', bring, { input: { services: [serviceInput, evening] } });
    await application.sell({ sku: 'shoe' });
    for (const at of ['warehouse', 'store']) await application.stock('shoe', at, 50);
  });
  afterAll(() => application.stop());

  it('is the promise, whichever of those offered is chosen, and each says until when it can be', async () => {
    const { cartId, option } = await cartWithOption();
    expect(option.windows.length).toBeGreaterThan(3);
    const orderBys = option.windows.map(({ orderBy }) => Date.parse(orderBy));
    expect(orderBys).toEqual([...orderBys].sort((a, b) => a - b));
    expect(new Set(orderBys).size).toBeGreaterThan(1);
    const chosen = option.windows.at(-1)!;
    const { order } = await place(cartId, option, chosen.startAt);
    expect(order?.promise).toMatchObject({
      originalEarliestAt: chosen.startAt,
      originalLatestAt: chosen.endAt,
    });
    await cancel(order?.id ?? '');
  });

  it('that was not offered, or belongs to another kind of delivery, cannot be ordered', async () => {
    const { cartId, option } = await cartWithOption();
    const other = new Date(Date.parse(option.windows[0]!.startAt) + 60_000).toISOString();
    expect((await place(cartId, option, other)).__typename).toBe('PromiseExpired');
    const shipped = (await optionsFor(application, buyer.who, cartId, ['SHIPPING'])).options[0]!;
    const input = await buyer.order(cartId, {
      deliveryOptionHandle: shipped.handle,
      windowStartAt: option.windows[0]!.startAt,
    });
    expect(await application.code('orders', placeText, { input }, buyer.who)).toBe('PROMISE_INVALID');
  });

  it('is never sold beyond its subgraph, however many want it at once, and is free again when one cancels', async () => {
    const buyers = await Promise.all(Array.from({ length: 6 }, cartWithOption));
    const wanted = buyers[0]!.option.windows[0]!.startAt;
    const outcomes = await Promise.all(buyers.map(({ cartId, option }) => place(cartId, option, wanted)));
    const sold = outcomes.filter(({ __typename }) => __typename === 'PlaceOrderSuccess');
    expect(sold).toHaveLength(subgraph);
    expect(new Set(outcomes.map(({ __typename }) => __typename))).toEqual(
      new Set(['PlaceOrderSuccess', 'PromiseExpired']),
    );
    await application.settle();
    expect(await offered()).not.toContain(wanted);
    // Without a window of its own choice an order takes the first that is left.
    const { cartId, option } = await cartWithOption();
    const next = await place(cartId, option);
    expect(next.order?.promise.originalEarliestAt).toBe(option.windows[0]!.startAt);
    await cancel(sold[0]?.order?.id ?? '');
    expect(await offered()).toContain(wanted);
    for (const { order } of [...sold.slice(1), next]) await cancel(order?.id ?? '');
  });

  it('is held for a checkout that comes to nothing no longer than the offer lives', async () => {
    const { cartId, option } = await cartWithOption();
    const wanted = option.windows[0]!.startAt;
    const declined = { payment: { method: 'CARD', token: 'tok_declined' } };
    for (const cart of [cartId, (await cartWithOption()).cartId]) {
      const handle = (await optionsFor(application, buyer.who, cart, ['SCHEDULED'])).options[0]!.handle;
      const input = await buyer.order(cart, {
        deliveryOptionHandle: handle,
        windowStartAt: wanted,
        ...declined,
      });
      const { placeOrder } = await application.ok<{ placeOrder: Outcome }>(
        'orders',
        placeText,
        { input },
        buyer.who,
      );
      expect(placeOrder.__typename).toBe('PaymentDeclined');
    }
    expect(await offered()).not.toContain(wanted);
    // Who holds a place has it: another try with the same cart is not refused its own.
    const again = (await optionsFor(application, buyer.who, cartId, ['SCHEDULED'])).options[0]!;
    expect((await place(cartId, again, wanted)).__typename).toBe('PlaceOrderSuccess');
    await application.clock.advanceBy(16 * 60_000);
    await application.settle();
    expect(await offered()).toContain(wanted);
  });

  it('is kept when another place has to send the goods', async () => {
    const { cartId, option } = await cartWithOption();
    const chosen = option.windows.at(-1)!;
    const { order } = await place(cartId, option, chosen.startAt);
    await application.settle();
    const id = order?.id ?? '';
    const work = await firstWorkOn(application, id);
    const reject = `mutation($input: RejectFulfillmentOrderInput!) { rejectFulfillmentOrder(input: $input) { id } }`;
    await application.ok('fulfillment', reject, { input: { id: work.id, reason: 'NO_CAPACITY' } });
    await application.settle();
    const places = (await workOn(application, id)).filter(({ status }) => status !== 'CANCELLED');
    expect(places.map(({ location }) => location.id)).toEqual([
      work.location.id === 'store' ? 'warehouse' : 'store',
    ]);
    const query = 'query($id: ID!) { order(id: $id) { promise { currentLatestAt } } }';
    expect(await application.ok('orders', query, { id }, buyer.who)).toEqual({
      order: { promise: { currentLatestAt: chosen.endAt } },
    });
  });
});
