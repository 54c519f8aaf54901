import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { buyerIn } from '../../../test/support/buyer.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

interface Cart {
  readonly id: string;
  readonly channel: string;
  readonly currency: string;
  readonly subtotal: { readonly amountMinor: number };
  readonly lines: readonly { readonly id: string; readonly sku: string; readonly quantity: number }[];
}

const fields = 'id channel currency subtotal { amountMinor } lines { id sku quantity }';
const createText = `mutation($input: CreateCartInput!) { createCart(input: $input) { ${fields} } }`;
const addText = `mutation($input: AddCartLineInput!) { addCartLine(input: $input) { ${fields} } }`;
const setText = `mutation($input: SetCartLineQuantityInput!) { setCartLineQuantity(input: $input) { ${fields} } }`;
const addressText = `mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { ${fields} } }`;
const cartText = `query($id: ID!) { cart(id: $id) { ${fields} } }`;
const address = { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' };

describe('carts', () => {
  let application: TradingApplication;
  const shopper = callers.shopper();
  const guest = callers.guest();

  const create = async (who: Identity, input: object = {}): Promise<Cart> =>
    (
      await application.ok<{ createCart: Cart }>(
        'orders',
        createText,
        { input: { currency: 'EUR', ...input } },
        who,
      )
    ).createCart;
  const load = async (id: string, who: Identity = shopper): Promise<Cart | null> =>
    (await application.ok<{ cart: Cart | null }>('orders', cartText, { id }, who)).cart;
  const code = (query: string, input: object, who: Identity = shopper): Promise<unknown> =>
    application.code('orders', query, { input }, who);
  /** Refused with this code, and the cart is as it was. */
  const changesNothing = async (cart: Cart, wanted: string, query: string, input: object, who = shopper) => {
    expect([input, await code(query, input, who)]).toEqual([input, wanted]);
    expect(await load(cart.id)).toEqual(cart);
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' }, { sku: 'lace', priceMinor: 250 });
    await application.sell({ sku: 'dollar-shoe', price: { amountMinor: 900, currency: 'USD' } });
    await application.stock('shoe', 'warehouse', 100);
    await application.stock('lace', 'warehouse', 100);
  });
  afterAll(() => application.stop());

  it('are changed once for a key, however often and together the call comes', async () => {
    const { id: cartId } = await create(shopper);
    const line = { sku: 'shoe', quantity: 2 };
    const add = (input: object) => application.code('orders', addText, { input }, shopper);
    const first = { cartId, line, idempotencyKey: 'add-1' };
    const together = await Promise.all([add(first), add(first), add(first)]);
    expect(together.filter((answer) => answer !== undefined && answer !== 'IDEMPOTENCY_IN_PROGRESS')).toEqual(
      [],
    );
    expect(await add(first)).toBeUndefined();
    expect((await load(cartId))?.lines).toMatchObject([{ sku: 'shoe', quantity: 2 }]);
    expect(await add({ ...first, line: { ...line, quantity: 3 } })).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await add({ cartId, line, idempotencyKey: '' })).toBe('IDEMPOTENCY_KEY_REQUIRED');
    expect(await add({ cartId, line, idempotencyKey: 'add-2' })).toBeUndefined();
    const lineId = (await load(cartId))?.lines[0]?.id;
    const set = { cartId, lineId, quantity: 1, idempotencyKey: 'set-1' };
    expect(await code(setText, set)).toBeUndefined();
    expect(await add({ cartId, line })).toBeUndefined();
    // What was set once is not set back by a call that comes again.
    expect(await code(setText, set)).toBeUndefined();
    expect((await load(cartId))?.lines).toMatchObject([{ quantity: 3 }]);
    const home = { cartId, address, idempotencyKey: 'address-1' };
    for (const input of [home, home]) expect(await code(addressText, input)).toBeUndefined();
    expect(await code(addressText, { ...home, address: { ...address, name: 'C' } })).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await code(addText, { ...first, idempotencyKey: 'other' }, guest)).toBe('NOT_FOUND');
    const { order } = await buyerIn(application, shopper).place(
      await buyerIn(application, shopper).order(cartId),
    );
    expect(order?.id).toBeDefined();
    // The answer of then; a new key finds an order.
    expect(await add(first)).toBeUndefined();
    expect(await add({ ...first, idempotencyKey: 'add-3' })).toBe('CART_ORDERED');
    await application.settle();
  });

  it('take what a scanner reads: a barcode, or the SKU itself', async () => {
    await application.sell({ sku: 'cap', gtin: '96385074' }, { sku: '4006381333931' });
    const { id: cartId } = await create(shopper);
    for (const sku of ['96385074', '00000096385074', 'cap', '4006381333931'])
      expect(await code(addText, { cartId, line: { sku, quantity: 1 } })).toBeUndefined();
    expect((await load(cartId))?.lines).toMatchObject([
      { sku: 'cap', quantity: 3 },
      { sku: '4006381333931', quantity: 1 },
    ]);
    for (const sku of ['96385075', '4006381333930', '5901234123457', 'cap '])
      expect(await code(addText, { cartId, line: { sku, quantity: 1 } })).toBe('UNKNOWN_SKU');
    const scan = 'query($gtin: ID!) { variantByGtin(gtin: $gtin) { sku } }';
    const read = (gtin: string) => application.ok('catalog', scan, { gtin }, callers.guest());
    expect(await read('0000096385074')).toEqual({ variantByGtin: { sku: 'cap' } });
    expect(await read('96385075')).toEqual({ variantByGtin: null });
  });

  it.each([
    ['a guest', guest],
    ['somebody signed in', shopper],
  ])('of %s are filled, changed and ordered', async (_who, who) => {
    const { id } = await create(who, { lines: [{ sku: 'shoe', quantity: 1 }] });
    const add = (sku: string) => ({ cartId: id, line: { sku, quantity: 2 } });
    await application.ok('orders', addText, { input: add('lace') }, who);
    const { addCartLine } = await application.ok<{ addCartLine: Cart }>(
      'orders',
      addText,
      { input: add('shoe') },
      who,
    );
    // Units of the same variant add up in one line.
    expect(addCartLine.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['shoe', 3],
      ['lace', 2],
    ]);
    expect(addCartLine.subtotal.amountMinor).toBe(3 * 1_000 + 2 * 250);
    const lace = addCartLine.lines[1]?.id ?? '';
    const drop = { cartId: id, lineId: lace, quantity: 0 };
    await application.ok('orders', setText, { input: drop }, who);
    expect(await load(id, who)).toMatchObject({
      ...{ channel: 'web', currency: 'EUR', subtotal: { amountMinor: 3_000 } },
      lines: [{ sku: 'shoe', quantity: 3 }],
    });
    await application.ok('orders', addressText, { input: { cartId: id, address } }, who);
    const buyer = buyerIn(application, who);
    const placed = await buyer.place(await buyer.order(id));
    expect(placed.__typename).toBe('PlaceOrderSuccess');
    expect(await code(addText, add('shoe'), who)).toBe('CART_ORDERED');
    await application.settle();
  });

  it('need somebody they belong to', async () => {
    expect(await code(createText, { currency: 'EUR' }, callers.anonymous)).toBe('UNAUTHENTICATED');
  });

  it.each([0, -1, 100_000, 1_000_000])('take no %d units, and stay as they are', async (quantity) => {
    const cart = await create(shopper, { lines: [{ sku: 'shoe', quantity: 1 }] });
    const lineId = cart.lines[0]?.id ?? '';
    const add = { cartId: cart.id, line: { sku: 'shoe', quantity } };
    await changesNothing(cart, 'INVALID_QUANTITY', addText, add);
    if (quantity !== 0)
      await changesNothing(cart, 'INVALID_QUANTITY', setText, { cartId: cart.id, lineId, quantity });
    expect(await code(createText, { currency: 'EUR', lines: [{ sku: 'shoe', quantity }] })).toBe(
      'INVALID_QUANTITY',
    );
  });
  it.each([0.5, 2_147_483_648, 'two'])('take no %p units: they are not whole', async (quantity) => {
    const cart = await create(shopper, { lines: [{ sku: 'shoe', quantity: 1 }] });
    await changesNothing(cart, 'BAD_USER_INPUT', addText, {
      cartId: cart.id,
      line: { sku: 'shoe', quantity },
    });
  });
  it('take no more of a variant by adding bit by bit', async () => {
    const cart = await create(shopper, { lines: [{ sku: 'shoe', quantity: 99_999 }] });
    const add = { cartId: cart.id, line: { sku: 'shoe', quantity: 1 } };
    await changesNothing(cart, 'INVALID_QUANTITY', addText, add);
  });

  it('take no variant nobody knows, of another currency, or made to order without being customisable', async () => {
    const cart = await create(shopper, { lines: [{ sku: 'shoe', quantity: 1 }] });
    const add = (line: object) => ({ cartId: cart.id, line: { quantity: 1, ...line } });
    await changesNothing(cart, 'UNKNOWN_SKU', addText, add({ sku: 'no-such-thing' }));
    await changesNothing(cart, 'CURRENCY_MISMATCH', addText, add({ sku: 'dollar-shoe' }));
    await changesNothing(cart, 'BAD_USER_INPUT', addText, add({ sku: 'shoe', customisation: 'AB' }));
    await changesNothing(cart, 'BAD_USER_INPUT', addressText, {
      cartId: cart.id,
      address: { ...address, line1: ' ' },
    });
  });

  it('of somebody else look like none, for every caller', async () => {
    const cart = await create(shopper, { lines: [{ sku: 'shoe', quantity: 1 }] });
    const lineId = cart.lines[0]?.id ?? '';
    const strangers: readonly (readonly [Identity, string])[] = [
      [callers.shopper('somebody-else'), 'NOT_FOUND'],
      [guest, 'NOT_FOUND'],
      [callers.partner('marketplace'), 'NOT_FOUND'],
      // These may change no cart at all.
      [callers.associate('warehouse'), 'FORBIDDEN'],
      [callers.agent([]), 'FORBIDDEN'],
    ];
    for (const [who, refusal] of strangers) {
      expect(await load(cart.id, who)).toBeNull();
      for (const cartId of [cart.id, 'no-such-cart']) {
        const line = { sku: 'shoe', quantity: 1 };
        await changesNothing(cart, refusal, addText, { cartId, line }, who);
        await changesNothing(cart, refusal, setText, { cartId, lineId, quantity: 2 }, who);
        await changesNothing(cart, refusal, addressText, { cartId, address }, who);
      }
    }
    await changesNothing(cart, 'NOT_FOUND', setText, { cartId: cart.id, lineId: 'no-line', quantity: 2 });
  });

  it('of a partner are of its channel, and of no other', async () => {
    const partner = callers.partner('marketplace');
    expect((await create(partner)).channel).toBe('marketplace');
    expect((await create(partner, { channel: 'marketplace' })).channel).toBe('marketplace');
    for (const channel of ['web', 'no-such-channel'])
      expect(await code(createText, { currency: 'EUR', channel }, partner)).toBe('FORBIDDEN');
    expect(await code(createText, { currency: 'EUR' }, callers.partner('not-configured'))).toBe(
      'BAD_USER_INPUT',
    );
  });
});
