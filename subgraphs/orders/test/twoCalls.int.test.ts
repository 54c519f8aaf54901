import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

interface Made {
  readonly id: string;
  readonly address: { readonly line1: string } | null;
  readonly contact: { readonly email: string | null; readonly phone: string | null } | null;
  readonly destination: { readonly postalCode: string } | null;
  readonly lines: readonly { readonly quantity: number }[];
}
const createText = `mutation($input: CreateCartInput!) { createCart(input: $input) { id address { line1 }
  contact { email phone } destination { postalCode } lines { quantity } } }`;
const address = { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' };
const contact = { email: 'A@Example.com', phone: '06 12 34 56 78' };

describe('checkout in two calls', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  const create = async (input: object, who = buyer.who): Promise<Made> =>
    (await application.ok<{ createCart: Made }>('orders', createText, { input }, who)).createCart;
  const code = (input: object) => application.code('orders', createText, { input }, buyer.who);
  const whole = { currency: 'EUR', lines: [{ sku: 'shoe', quantity: 2 }], address, contact };

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 20);
  });
  afterAll(() => application.stop());

  it('makes a cart with address and contact, and places it', async () => {
    const cart = await create(whole);
    expect(cart).toMatchObject({
      ...{ address: { line1: 'Rue 1' }, destination: { postalCode: '75002' }, lines: [{ quantity: 2 }] },
      // The number is read in the country the cart goes to.
      contact: { email: 'a@example.com', phone: '+33612345678' },
    });
    expect((await buyer.place(await buyer.order(cart.id))).__typename).toBe('PlaceOrderSuccess');
  });

  it('makes one cart per key, as it is now, and none of another input', async () => {
    const [first, second] = await Promise.all([0, 1].map(() => create({ ...whole, idempotencyKey: 'one' })));
    expect(second).toEqual(first);
    const add = 'mutation($input: AddCartLineInput!) { addCartLine(input: $input) { id } }';
    const line = { cartId: first?.id, line: { sku: 'shoe', quantity: 1 } };
    await application.ok('orders', add, { input: line }, buyer.who);
    expect(await create({ ...whole, idempotencyKey: 'one' })).toMatchObject({
      ...{ id: first?.id, lines: [{ quantity: 3 }] },
    });
    expect(await code({ ...whole, lines: [], idempotencyKey: 'one' })).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await code({ ...whole, idempotencyKey: '' })).toBe('IDEMPOTENCY_KEY_REQUIRED');
    // A key is its caller's, and without one every call makes a cart.
    const other = await create({ ...whole, idempotencyKey: 'one' }, callers.shopper('another'));
    expect(other.id).not.toBe(first?.id);
    expect((await create(whole)).id).not.toBe((await create(whole)).id);
  });

  it('refuses wrong parts by their names and makes nothing', async () => {
    const carts = application.database('orders').collection('carts');
    const before = await carts.countDocuments();
    expect(await code({ ...whole, address: { ...address, postalCode: 'ABC' } })).toBe('BAD_USER_INPUT');
    expect(await code({ ...whole, address: { ...address, line1: ' ' } })).toBe('BAD_USER_INPUT');
    expect(await code({ ...whole, contact: { email: 'nobody' } })).toBe('BAD_USER_INPUT');
    expect(await code({ ...whole, lines: [{ sku: 'none', quantity: 1 }] })).toBe('UNKNOWN_SKU');
    expect(await carts.countDocuments()).toBe(before);
  });
});
