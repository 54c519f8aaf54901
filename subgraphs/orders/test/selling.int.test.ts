import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn } from '../../../test/support/buyer.ts';
import { placeInput } from '../../../test/support/retailerInput.ts';
import { workOn } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import type { Identity } from '../../../schema/identity.ts';

const agent = callers.agent(['orders:read', 'orders:write']);
const seller = (location: string): Identity => ({
  ...callers.associate(location),
  scopes: ['fulfillment:work', 'store:sell'],
});
const createText = `mutation($input: CreateCartInput!) { createCart(input: $input) { id } }`;
const placeText = 'mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';
const orderText = `query($id: ID!) { order(id: $id) { status soldBy { location { id } person } placedBy { kind reason }
  totals { total { amountMinor } outstanding { amountMinor } }
  timeline(first: 1) { edges { node { summary by actor } } } } }`;

interface Seen {
  readonly status: string;
  readonly soldBy: object | null;
  readonly placedBy: object | null;
  readonly totals: { readonly total: { amountMinor: number }; readonly outstanding: { amountMinor: number } };
  readonly timeline: { readonly edges: readonly { readonly node: object }[] };
}

describe('selling for a customer', () => {
  let application: TradingApplication;
  let keys = 0;
  const code = (query: string, input: object, who: Identity): Promise<unknown> =>
    application.code('orders', query, { input }, who);
  const look = async (id: string, who: Identity): Promise<Seen> =>
    (await application.ok<{ order: Seen }>('orders', orderText, { id }, who)).order;
  /** A cart opened so, with a shoe and an address; then an order paid by this. */
  const sold = async (who: Identity, opening: object, payment: object): Promise<string> => {
    const buyer = buyerIn(application, who);
    const input = { currency: 'EUR', lines: [{ sku: 'shoe', quantity: 1 }], ...opening };
    const { createCart } = await application.ok<{ createCart: { id: string } }>(
      'orders',
      createText,
      { input },
      who,
    );
    const set = 'mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }';
    const address = { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' };
    await application.ok('orders', set, { input: { cartId: createCart.id, address } }, who);
    const { order } = await buyer.place(await buyer.order(createCart.id, { payment }));
    await application.settle();
    return order?.id ?? '';
  };
  const pay = async (
    orderId: string,
    amountMinor: number,
    who: Identity,
    locationId = 'store',
  ): Promise<string> => {
    const text = 'mutation($input: RecordPaymentInput!) { recordPayment(input: $input) { status } }';
    const input = {
      orderId,
      means: 'IN_STORE',
      receipt: 'R-1',
      locationId,
      idempotencyKey: `pay-${++keys}`,
    };
    const amount = { amountMinor, currency: 'EUR' };
    type Paid = { recordPayment: { status: string } };
    const { recordPayment } = await application.ok<Paid>(
      'orders',
      text,
      { input: { ...input, amount } },
      who,
    );
    await application.settle();
    return recordPayment.status;
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 100);
  });
  afterAll(() => application.stop());

  it('service orders for a customer, says why, and the timeline tells', async () => {
    const opening = { onBehalfOf: 'shopper-1', reason: 'she called' };
    const id = await sold(agent, opening, { method: 'CARD', token: 'tok_ok' });
    const shopper = callers.shopper();
    expect(await look(id, agent)).toMatchObject({
      ...{ soldBy: null, placedBy: { kind: 'agent', reason: 'she called' } },
      timeline: {
        edges: [
          {
            node: {
              by: 'STAFF',
              actor: 'agent-1',
              summary: expect.stringContaining('by our service for the customer: she called'),
            },
          },
        ],
      },
    });
    const own = 'query($id: ID!) { order(id: $id) { status } }';
    expect(await application.ok('orders', own, { id }, shopper)).toEqual({
      order: { status: expect.any(String) },
    });
  });

  it.each<[string, Identity, object, string]>([
    ['service without a reason', agent, { onBehalfOf: 'shopper-1' }, 'BAD_USER_INPUT'],
    ['service for ourselves', agent, { onBehalfOf: 'system:orders', reason: 'why' }, 'BAD_USER_INPUT'],
    ['a shopper for another', callers.shopper(), { onBehalfOf: 'shopper-2', reason: 'why' }, 'FORBIDDEN'],
    ['a shopper in a store', callers.shopper(), { soldAt: 'store' }, 'FORBIDDEN'],
    ['an agent in a store', agent, { soldAt: 'store' }, 'FORBIDDEN'],
    ['an associate in another store', seller('store'), { soldAt: 'warehouse' }, 'FORBIDDEN'],
    ['an associate who may not sell', callers.associate('store'), {}, 'FORBIDDEN'],
  ])('%s is refused', async (_who, who, opening, wanted) => {
    expect(await code(createText, { currency: 'EUR', ...opening }, who)).toBe(wanted);
  });

  it('what is taken along or collected in a store needs no address, what is sent does', async () => {
    await application.sell({ sku: 'scarf', gtin: '4006381333931' });
    const place = placeInput('boutique', 'STORE', { city: 'Paris', postalCode: '75001' });
    const open = 'mutation($input: ImportLocationsInput!) { importLocations(input: $input) { changed } }';
    await application.ok('fulfillment', open, { input: { locations: [place] } });
    await application.settle();
    await application.stock('scarf', 'boutique', 9);
    const who = seller('boutique');
    const buyer = buyerIn(application, who);
    // As the scanner of the store reads it.
    const input = { currency: 'EUR', lines: [{ sku: '4006381333931', quantity: 1 }] };
    const text = `mutation($input: CreateCartInput!) { createCart(input: $input) { id address { city } lines { sku } } }`;
    type Made = { createCart: { id: string; address: object | null; lines: object[] } };
    const make = async () => (await application.ok<Made>('orders', text, { input }, who)).createCart;
    const cart = await make();
    expect(cart).toMatchObject({ address: null, lines: [{ sku: 'scarf' }] });
    const payment = { method: 'IN_STORE', token: 'till' };
    const sent = await buyer.order(cart.id, { payment });
    expect(await code(placeText, sent, who)).toBe('CART_INCOMPLETE');
    const taken = await buyer.order((await make()).id, { payment }, 'RESERVE_AND_COLLECT');
    const along = (await buyer.place(taken)).order?.id ?? '';
    await application.settle();
    expect(await pay(along, 1_000, who, 'boutique')).not.toBe('ON_HOLD');
    const query = 'query($id: ID!) { order(id: $id) { address { city country } promise { collectAtId } } }';
    expect(await application.ok('orders', query, { id: along }, who)).toMatchObject({
      order: { address: { city: 'Paris', country: 'FR' }, promise: { collectAtId: 'boutique' } },
    });
    // Said where it goes, it goes there.
    const set = 'mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }';
    const address = { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' };
    await application.ok('orders', set, { input: { cartId: cart.id, address } }, who);
    const { order } = await buyer.place(await buyer.order(cart.id, { payment }));
    expect(order?.id).toBeDefined();
    await application.settle();
  });

  it('a cart of a store is seen by its associates and by nobody else', async () => {
    const input = { currency: 'EUR', lines: [{ sku: 'shoe', quantity: 1 }] };
    const who = seller('store');
    const { createCart } = await application.ok<{ createCart: { id: string } }>(
      'orders',
      createText,
      { input },
      who,
    );
    const text = 'query($id: ID!) { cart(id: $id) { id } }';
    const read = (as: Identity) =>
      application.ok<{ cart: object | null }>('orders', text, { id: createCart.id }, as);
    expect((await read({ ...who, subject: 'colleague' })).cart).not.toBeNull();
    expect((await read(seller('warehouse'))).cart).toBeNull();
    expect((await read(callers.shopper())).cart).toBeNull();
  });

  it('what is sent waits until its money is booked at the till, and belongs to store and person', async () => {
    const who = seller('store');
    const id = await sold(who, {}, { method: 'IN_STORE', token: 'till' });
    const order = await look(id, callers.admin);
    expect(order).toMatchObject({
      status: 'ON_HOLD',
      soldBy: { location: { id: 'store' }, person: 'associate-1' },
    });
    expect(await workOn(application, id)).toEqual([]);
    const seen = 'query($id: ID!) { order(id: $id) { totals { total { amountMinor } } } }';
    expect(await application.ok('orders', seen, { id }, who)).toMatchObject({
      order: { totals: { total: order.totals.total } },
    });
    const total = order.totals.total.amountMinor;
    expect(await pay(id, 100, who)).toBe('ON_HOLD');
    expect(await pay(id, total - 100, who)).not.toBe('ON_HOLD');
    expect(await workOn(application, id)).toHaveLength(1);
    expect((await look(id, callers.admin)).totals.outstanding.amountMinor).toBe(0);
  });

  it('and is cancelled when nobody pays', async () => {
    const id = await sold(
      seller('store'),
      { onBehalfOf: 'shopper-9' },
      { method: 'IN_STORE', token: 'till' },
    );
    await application.clock.advanceBy(61 * 60_000);
    await application.settle();
    expect((await look(id, callers.admin)).status).toBe('CANCELLED');
  });

  it('is not invoiced by an associate', async () => {
    const who = seller('store');
    const buyer = buyerIn(application, who);
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const input = await buyer.order(cartId, { payment: { method: 'INVOICE', token: 'x' } });
    const place = 'mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';
    expect(await code(place, input, who)).toBe('PAYMENT_METHOD_NOT_ALLOWED');
  });
});
