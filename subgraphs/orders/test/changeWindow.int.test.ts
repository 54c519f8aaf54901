import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { optionsFor } from '../../../test/support/cartOptions.ts';
import { serviceInput } from '../../../test/support/retailerInput.ts';
import { firstWorkOn } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { changesOf } from './changeSupport.ts';

const bringText = `mutation($input: ImportCarrierServicesInput!) { importCarrierServices(input: $input) { changed } }`;
const placeText = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id } } } }`;
const cancelText = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }`;
/** Two deliveries a window. */
const evening = {
  ...serviceInput,
  ...{ code: 'evening', methodTypes: ['SCHEDULED'], windowCapacity: 2 },
  ...{ windows: ['09:00-12:00', '14:00-18:00'], lanes: [{ ...serviceInput.lanes[0], transitDaysMax: 1 }] },
};

describe('a change of an order that is delivered in a window', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let changes: ReturnType<typeof changesOf>;

  const offered = async () => {
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const [option] = (await optionsFor(application, buyer.who, cartId, ['SCHEDULED'])).options;
    if (option === undefined) throw new Error('No window is free.');
    return { cartId, handle: option.handle, starts: option.windows.map(({ startAt }) => startAt) };
  };
  const place = async (windowStartAt: string): Promise<string> => {
    const { cartId, handle } = await offered();
    const input = await buyer.order(cartId, { deliveryOptionHandle: handle, windowStartAt });
    type Placed = { placeOrder: { __typename: string; order?: { id: string } } };
    const { placeOrder } = await application.ok<Placed>('orders', placeText, { input }, buyer.who);
    await application.settle();
    return placeOrder.order?.id ?? placeOrder.__typename;
  };
  const cancel = async (orderId: string, lines?: object[]): Promise<void> => {
    const input = { orderId, idempotencyKey: changes.nextKey(), ...(lines && { lines }) };
    await application.ok('orders', cancelText, { input }, buyer.who);
    await application.settle();
  };
  const add = async (orderId: string): Promise<string> => {
    const input = await changes.agreed({ orderId, add: [{ sku: 'shoe', quantity: 1 }] });
    return (await changes.confirm(input)).__typename;
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    changes = changesOf(application, buyer);
    await application.ok('shipping', bringText, { input: { services: [serviceInput, evening] } });
    await application.sell({ sku: 'shoe' });
    for (const at of ['warehouse', 'store']) await application.stock('shoe', at, 50);
  });
  afterAll(() => application.stop());

  it('adds units to the delivery it has: also to one in a full window, and no second place is taken', async () => {
    const wanted = (await offered()).starts[0] ?? '';
    const [first, second] = [await place(wanted), await place(wanted)];
    expect((await offered()).starts).not.toContain(wanted);
    expect(await add(first)).toBe('OrderChanged');
    await cancel(second);
    // One of two places is free again, and only one.
    const third = await place(wanted);
    expect((await offered()).starts).not.toContain(wanted);
    // It stays one when the holds of a checkout have long ended.
    await application.clock.advanceBy(20 * 60_000);
    await application.settle();
    expect((await offered()).starts).not.toContain(wanted);
    for (const orderId of [first, third]) await cancel(orderId);
    expect((await offered()).starts).toContain(wanted);
  });

  it('keeps its place while any of its units come: those of before cancelled, those added not', async () => {
    const wanted = (await offered()).starts[0] ?? '';
    const [orderId, other] = [await place(wanted), await place(wanted)];
    expect(await add(orderId)).toBe('OrderChanged');
    const { lines } = await changes.load(orderId);
    await cancel(orderId, [{ lineId: lines[0]?.id, quantity: 1 }]);
    expect((await offered()).starts).not.toContain(wanted);
    for (const each of [orderId, other]) await cancel(each);
    expect((await offered()).starts).toContain(wanted);
  });

  it('finds another place for goods of a full window: the delivery is its own', async () => {
    const wanted = (await offered()).starts[0] ?? '';
    const orders = [await place(wanted), await place(wanted)];
    const before = await changes.load(orders[0] ?? '');
    const work = await firstWorkOn(application, orders[0] ?? '');
    const reject = `mutation($input: RejectFulfillmentOrderInput!) { rejectFulfillmentOrder(input: $input) { id } }`;
    await application.ok('fulfillment', reject, { input: { id: work.id, reason: 'NO_CAPACITY' } });
    const after = await changes.load(orders[0] ?? '');
    expect(after.promise.currentLatestAt).toBe(before.promise.currentLatestAt);
    for (const each of orders) await cancel(each);
  });
});
