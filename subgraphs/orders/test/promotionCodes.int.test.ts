import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOrderText, type Buyer } from '../../../test/support/buyer.ts';
import { openShoeShop } from '../../../test/support/shoeShop.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { changesOf, sumsOf } from './changeSupport.ts';

const setText = `mutation($input: SetCartPromotionCodesInput!) { setCartPromotionCodes(input: $input) {
  id promotionCodes } }`;
const cartText = `query($id: ID!, $option: CartOptionInput) { cart(id: $id) { id channel currency locale
  destination { country postalCode } lines { sku quantity customisation } promotionCodes
  subtotal { amountMinor } totals(option: $option) { delivery { amountMinor } total { amountMinor } } } }`;
const offerText = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Cart { promotions { code inForce }
  deliveryOptions(methodTypes: [SHIPPING]) { options { handle price { amountMinor } } } } } }`;
const orderText = `query($id: ID!) { order(id: $id) { promotionCodes lines { unitPrice { amountMinor } }
  totals { lines { amountMinor } delivery { amountMinor } total { amountMinor } } } }`;

interface Amount {
  readonly amountMinor: number;
}
interface Cart {
  readonly promotionCodes: readonly string[];
  readonly subtotal: Amount;
  readonly totals: { readonly delivery: Amount | null; readonly total: Amount };
}
interface Offer {
  readonly promotions: readonly { readonly code: string; readonly inForce: boolean }[];
  readonly deliveryOptions: {
    readonly options: readonly { readonly handle: string; readonly price: Amount }[];
  };
}
interface Order {
  readonly promotionCodes: readonly string[];
  readonly lines: readonly { readonly unitPrice: Amount }[];
  readonly totals: Readonly<Record<string, Amount>>;
}

describe('promotion codes of a cart', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let keys = 0;
  const key = (): string => `codes-${++keys}`;

  const cartOf = async (id: string, deliveryOptionHandle?: string): Promise<Cart> => {
    const option = deliveryOptionHandle === undefined ? {} : { option: { deliveryOptionHandle } };
    return (await application.ok<{ cart: Cart }>('orders', cartText, { id, ...option }, buyer.who)).cart;
  };
  const carry = async (cartId: string, codes: readonly string[], idempotencyKey = key()) => {
    const input = { cartId, codes, idempotencyKey };
    type Answer = { setCartPromotionCodes: { promotionCodes: string[] } };
    const answer = await application.ok<Answer>('orders', setText, { input }, buyer.who);
    return answer.setCartPromotionCodes.promotionCodes;
  };
  const offered = async (cartId: string) => {
    const of = [{ __typename: 'Cart', ...(await cartOf(cartId)) }];
    const { _entities } = await application.ok<{ _entities: Offer[] }>(
      'promise',
      offerText,
      { of },
      buyer.who,
    );
    const [found] = _entities;
    const [option] = found?.deliveryOptions.options ?? [];
    if (found === undefined || option === undefined) throw new Error('Nothing ships.');
    return { promotions: found.promotions, handle: option.handle, price: option.price.amountMinor };
  };
  const orderInput = (cartId: string, deliveryOptionHandle: string) => ({
    ...{ cartId, deliveryOptionHandle, idempotencyKey: key() },
    payment: { method: 'CARD', token: 'tok_ok' },
  });
  const ordered = async (cartId: string, handle: string): Promise<Order & { readonly id: string }> => {
    const { order } = await buyer.place(orderInput(cartId, handle));
    await application.settle();
    const id = order?.id ?? '';
    return { ...(await application.ok<{ order: Order }>('orders', orderText, { id }, buyer.who)).order, id };
  };
  /** Decides what delivery costs with the code SPRING-1. */
  const decide = async (minor: number): Promise<void> => {
    const read = '{ promiseSettings { version } }';
    type Answer = { promiseSettings: { version: number } };
    const { version } = (await application.ok<Answer>('promise', read, {}, callers.admin)).promiseSettings;
    const value = [
      { name: 'Spring', promotionCodes: ['Spring-1'], fee: { EUR: minor } },
      { name: 'Autumn', promotionCodes: ['OVER'], validUntil: '2020-01-01T00:00:00Z', fee: { EUR: 0 } },
    ];
    const changes = [{ key: 'deliveryFees', value }];
    const input = { version, changes, reason: 'promotion', idempotencyKey: key() };
    const change =
      'mutation($input: ChangeSettingsInput!) { changePromiseSettings(input: $input) { version } }';
    await application.ok('promise', change, { input }, callers.admin);
    await application.settle();
  };

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
    await decide(100);
  });
  afterAll(() => application.stop());

  it('price its delivery, from the option to the order, and never its goods', async () => {
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 2 }]);
    expect(await offered(cartId)).toMatchObject({ promotions: [], price: 490 });
    const codes = ['SPRING-1', 'OVER', 'NOBODY'];
    expect(await carry(cartId, [' spring-1 ', 'over', 'SPRING-1', 'nobody'])).toEqual(codes);
    const { promotions, price, handle } = await offered(cartId);
    expect(price).toBe(100);
    expect(promotions).toEqual([
      { code: 'SPRING-1', inForce: true },
      { code: 'OVER', inForce: false },
      { code: 'NOBODY', inForce: false },
    ]);
    expect(await cartOf(cartId, handle)).toMatchObject({
      subtotal: { amountMinor: 2_000 },
      totals: { delivery: { amountMinor: 100 }, total: { amountMinor: 2_100 } },
    });
    const order = await ordered(cartId, handle);
    expect(order.promotionCodes).toEqual(['SPRING-1']);
    expect(order.lines).toEqual([{ unitPrice: { amountMinor: 1_000 } }]);
    expect(sumsOf(order)).toEqual({ lines: 2_000, delivery: 100, total: 2_100 });
    // Another address is priced with the codes of the order.
    const address = { name: 'A B', line1: 'Rue 9', postalCode: '59000', city: 'Lille', country: 'FR' };
    const preview = await changesOf(application, buyer).preview({ orderId: order.id, address });
    expect(preview).toMatchObject({ possible: true, difference: { amountMinor: 0 } });
  });

  it('keep the price of an option that was shown when the rule changes after it', async () => {
    const create = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id promotionCodes } }';
    const input = {
      ...{ currency: 'EUR', lines: [{ sku: 'shoe', quantity: 1 }], promotionCodes: ['spring-1'] },
      address: { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' },
    };
    type Created = { createCart: { id: string; promotionCodes: string[] } };
    const { createCart } = await application.ok<Created>('orders', create, { input }, buyer.who);
    expect(createCart.promotionCodes).toEqual(['SPRING-1']);
    const shown = await offered(createCart.id);
    await decide(200);
    expect(shown.price).toBe(100);
    expect((await offered(createCart.id)).price).toBe(200);
    expect(sumsOf(await ordered(createCart.id, shown.handle))).toMatchObject({ delivery: 100, total: 1_100 });
    await decide(100);
  });

  it('are those of the moment: an option priced with a code is none of a cart without it', async () => {
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    await carry(cartId, ['SPRING-1']);
    const { handle } = await offered(cartId);
    expect(await carry(cartId, [])).toEqual([]);
    const code = (text: string, variables: object) => application.code('orders', text, variables, buyer.who);
    expect(await code(cartText, { id: cartId, option: { deliveryOptionHandle: handle } })).toBe(
      'PROMISE_INVALID',
    );
    expect(await code(placeOrderText, { input: orderInput(cartId, handle) })).toBe('PROMISE_INVALID');
    const holdText = 'mutation($input: HoldCartUnitsInput!) { holdCartUnits(input: $input) { __typename } }';
    const hold = { cartId, deliveryOptionHandle: handle, idempotencyKey: key() };
    expect(await code(holdText, { input: hold })).toBe('PROMISE_INVALID');
    // A code that comes later leaves the price that was shown.
    const plain = await offered(cartId);
    await carry(cartId, ['SPRING-1']);
    const order = await ordered(cartId, plain.handle);
    expect([order.promotionCodes, sumsOf(order)]).toMatchObject([[], { delivery: 490, total: 1_490 }]);
  });

  it('are bounded, set once per key, by whoever the cart belongs to, until it is ordered', async () => {
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const code = (codes: readonly string[], who = buyer.who, idempotencyKey = key()) =>
      application.code('orders', setText, { input: { cartId, codes, idempotencyKey } }, who);
    for (const codes of [['x'.repeat(41)], ['two words'], [''], Array<string>(11).fill('a')])
      expect(await code(codes)).toBe('BAD_USER_INPUT');
    expect(await code(['A'], callers.shopper('somebody-else'))).toBe('NOT_FOUND');
    const first = key();
    expect(await carry(cartId, ['a'], first)).toEqual(['A']);
    expect(await carry(cartId, ['b'])).toEqual(['B']);
    expect(await carry(cartId, ['a'], first)).toEqual(['B']);
    expect(await code(['c'], buyer.who, first)).toBe('IDEMPOTENCY_KEY_REUSED');
    await ordered(cartId, (await offered(cartId)).handle);
    expect(await code(['c'])).toBe('CART_ORDERED');
    expect(await carry(cartId, ['a'], first)).toEqual(['B']);
  });

  it('price a promise that is asked for without a cart', async () => {
    const query =
      'query($input: PromiseInput!) { promise(input: $input) { options { price { amountMinor } } } }';
    const input = {
      ...{ channel: 'web', currency: 'EUR', methodTypes: ['SHIPPING'] },
      ...{ destination: { country: 'FR', postalCode: '75002' }, lines: [{ sku: 'shoe', quantity: 1 }] },
    };
    type Answer = { promise: { options: { price: Amount }[] } };
    const price = async (promotionCodes: readonly string[]) => {
      const variables = { input: { ...input, promotionCodes } };
      const { promise } = await application.ok<Answer>('promise', query, variables, callers.anonymous);
      return promise.options[0]?.price.amountMinor;
    };
    expect([await price(['Spring-1']), await price(['OVER']), await price([])]).toEqual([100, 490, 490]);
    const bad = { input: { ...input, promotionCodes: ['no blanks'] } };
    expect(await application.code('promise', query, bad, callers.anonymous)).toBe('BAD_USER_INPUT');
  });
});
