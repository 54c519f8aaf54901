import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { buyerIn } from '../../../test/support/buyer.ts';
import { optionsFor } from '../../../test/support/cartOptions.ts';
import { productInput, variantInput } from '../../../test/support/retailerInput.ts';
import { newKey, openReturnDesk, type ReturnDesk } from '../../../test/support/returnDesk.ts';
import { deliver, firstWorkOn, handOver } from '../../../test/support/staff.ts';
import { callers } from '../../../test/support/world.ts';

const walkInText = `mutation($input: AcceptWalkInInput!) { acceptWalkIn(input: $input) { __typename
  ... on RequestReturnSuccess { return { id status cost { amountMinor } lines { entryId lineId quantity received } } }
  ... on NotReturnable { code } } }`;
const receiptText = 'query($id: ID!) { order(id: $id) { giftReceipt { code } lines { id sku } } }';
const codeText = `query($code: String!) { giftReceipt(code: $code) {
  giftCards { returnId amount { amountMinor } token } } }`;
const toldText = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { messages { code } } } }`;
const importText = `mutation($input: ImportProductsInput!) { importProducts(input: $input) { refused { message } } }`;
const createText = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
const addressText = 'mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }';
const exchangeText = `mutation($input: SetCartGiftExchangeInput!) { setCartGiftExchange(input: $input) {
  adjustments { code amount { amountMinor } } totals { lines { amountMinor } total { amountMinor } } } }`;
const orderText = `query($id: ID!) { order(id: $id) { lines { sku } totals { total { amountMinor } }
  payments { kind state method amount { amountMinor } } timeline(first: 100) { edges { node { summary } } } } }`;

interface Amount {
  readonly amountMinor: number;
}
interface Taken {
  readonly __typename: string;
  readonly code?: string;
  readonly return?: {
    readonly id: string;
    readonly cost: Amount;
    readonly lines: readonly { entryId: string; lineId: string }[];
  };
}
interface Order {
  readonly lines: readonly { readonly sku: string }[];
  readonly totals: { readonly total: Amount };
  readonly payments: readonly { kind: string; state: string; method: string; amount: Amount }[];
  readonly timeline: object;
}
interface Exchanged {
  readonly adjustments: readonly { readonly code: string; readonly amount: Amount }[];
  readonly totals: Readonly<Record<'lines' | 'total', Amount>>;
}

describe('a gift brought to the counter of a store', () => {
  let desk: ReturnDesk;
  const associate: Identity = {
    ...callers.associate('store'),
    scopes: ['returns:work', 'store:sell', 'fulfillment:work'],
  };
  const address = { name: 'C D', line1: 'Rue 2', postalCode: '75002', city: 'Paris', country: 'FR' };

  const sellScarves = async (largeMinor: number): Promise<void> => {
    const variants = [variantInput('scarf-s', 3_000), variantInput('scarf-l', largeMinor)];
    const scarf = { ...productInput('scarf'), variants };
    const products = [scarf, productInput('hat', 4_000), productInput('sock', 1_000)];
    await desk.application.ok('catalog', importText, { input: { products } });
    await desk.application.settle();
  };
  beforeAll(async () => {
    desk = await openReturnDesk();
    await sellScarves(3_000);
    for (const sku of ['scarf-s', 'scarf-l', 'hat', 'sock'])
      await desk.application.stock(sku, 'warehouse', 50);
    await desk.application.stock('scarf-l', 'store', 50);
  });
  afterAll(() => desk.application.stop());

  /** Shoes, and two small scarves as a gift, with the customer. */
  const given = async () => {
    const { application, buyer } = desk;
    const cartId = await buyer.cart([
      { sku: 'shoe', quantity: 1 },
      { sku: 'scarf-s', quantity: 2 },
    ]);
    const linesText = 'query($id: ID!) { cart(id: $id) { lines { id sku } } }';
    type Cart = { cart: { lines: { id: string; sku: string }[] } };
    const { cart } = await application.ok<Cart>('orders', linesText, { id: cartId }, buyer.who);
    const lineId = cart.lines.find(({ sku }) => sku === 'scarf-s')?.id ?? '';
    const placed = await buyer.place(await buyer.order(cartId, { giftReceipt: { lineIds: [lineId] } }));
    const orderId = placed.order?.id ?? '';
    await application.settle();
    const work = await handOver(application, await firstWorkOn(application, orderId));
    await deliver(application, orderId, work);
    type Receipt = { order: { giftReceipt: { code: string } } };
    const { order } = await application.ok<Receipt>('orders', receiptText, { id: orderId }, buyer.who);
    return { orderId, code: order.giftReceipt.code };
  };
  const inputOf = (giftCode: string, more: object = {}) => ({
    ...{ giftCode, locationId: 'store', idempotencyKey: newKey() },
    lines: [{ sku: 'scarf-s', quantity: 1, reason: 'DOES_NOT_FIT' }],
    ...more,
  });
  const walkIn = async (input: object): Promise<Taken> => {
    type Answer = { acceptWalkIn: Taken };
    const { acceptWalkIn } = await desk.application.ok<Answer>('returns', walkInText, { input }, associate);
    await desk.application.settle();
    return acceptWalkIn;
  };
  /** Taken in and found good: the gift card its money has become. */
  const creditOf = async (code: string) => {
    const { return: taken } = await walkIn(inputOf(code));
    const [entry] = taken?.lines ?? [];
    const finding = { entryId: entry?.entryId, lineId: entry?.lineId, quantity: 1, disposition: 'RESTOCK' };
    await desk.inspect(taken?.id ?? '', finding);
    type Answer = { giftReceipt: { giftCards: { returnId: string; amount: Amount; token: string }[] } };
    const { giftReceipt } = await desk.application.ok<Answer>('orders', codeText, { code }, associate);
    const card = giftReceipt.giftCards.find(({ returnId }) => returnId === taken?.id);
    if (card === undefined) throw new Error('There is no gift card.');
    return card;
  };
  const orderOf = async (id: string, who?: Identity): Promise<Order | null> =>
    (await desk.application.ok<{ order: Order | null }>('orders', orderText, { id }, who)).order;
  const paid = (order: Order | null) =>
    (order?.payments ?? [])
      .filter(({ kind }) => kind === 'AUTHORIZATION')
      .map(({ method, amount }) => [method, amount.amountMinor]);
  /** A cart of the store for whoever stands there. */
  const cartWith = async (sku: string): Promise<string> => {
    const input = { currency: 'EUR', lines: [{ sku, quantity: 1 }], soldAt: 'store' };
    type Created = { createCart: { id: string } };
    const { createCart } = await desk.application.ok<Created>('orders', createText, { input }, associate);
    const set = { cartId: createCart.id, address };
    await desk.application.ok('orders', addressText, { input: set }, associate);
    return createCart.id;
  };
  const exchange = (cartId: string, code: string, returnId: string, idempotencyKey = newKey()) => ({
    input: { cartId, code, returnId, idempotencyKey },
  });
  const exchanged = async (...of: Parameters<typeof exchange>): Promise<Exchanged> => {
    type Answer = { setCartGiftExchange: Exchanged };
    return (await desk.application.ok<Answer>('orders', exchangeText, exchange(...of), associate))
      .setCartGiftExchange;
  };
  const ordered = async (cartId: string, means: object): Promise<string> => {
    const seller = buyerIn(desk.application, associate);
    const { order, __typename } = await seller.place(await seller.order(cartId, means));
    expect(__typename).toBe('PlaceOrderSuccess');
    await desk.application.settle();
    return order?.id ?? '';
  };

  it('is taken in by the code of its receipt, and the giver hears nothing of it', async () => {
    const { orderId, code } = await given();
    const told = async () => {
      const of = [{ __typename: 'Order', id: orderId }];
      type Answer = { _entities: { messages: { code: string }[] }[] };
      return (await desk.application.ok<Answer>('care', toldText, { of }))._entities[0]?.messages.map(
        (message) => message.code,
      );
    };
    const before = await told();
    const input = inputOf(code);
    const done = await walkIn(input);
    expect(done.return).toMatchObject({ status: 'RECEIVED', lines: [{ quantity: 1, received: 1 }] });
    // As somebody types it, under the same key.
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect((await walkIn({ ...input, giftCode: typed })).return?.id).toBe(done.return?.id);
    const id = done.return?.id ?? '';
    expect(await desk.look(id)).toBeNull();
    const [entry] = done.return?.lines ?? [];
    const finding = { entryId: entry?.entryId, lineId: entry?.lineId, quantity: 1, disposition: 'RESTOCK' };
    await desk.inspect(id, finding);
    const sum = 3_000 - (done.return?.cost.amountMinor ?? 0);
    const order = await orderOf(orderId, desk.buyer.who);
    const back = order?.payments.filter(({ kind }) => kind === 'REFUND');
    expect(back).toMatchObject([{ method: 'GIFT_CARD', state: 'SUCCEEDED', amount: { amountMinor: sum } }]);
    expect(await told()).toEqual(before);
    expect(JSON.stringify(order?.timeline)).not.toContain('given back in all');
  });

  it('is nothing without its own code, article, place and right', async () => {
    const { code } = await given();
    const refused = (input: object, who = associate) =>
      desk.application.code('returns', walkInText, { input }, who);
    expect(await refused(inputOf('G-AAAA-AAAA-AAAA'))).toBe('NOT_FOUND');
    expect(await refused(inputOf(code, { giftCode: undefined }))).toBe('BAD_USER_INPUT');
    expect(await refused(inputOf(code, { orderNumber: 'P-1' }))).toBe('BAD_USER_INPUT');
    const shoe = [{ sku: 'shoe', quantity: 1, reason: 'CHANGED_MIND' }];
    expect(await refused(inputOf(code, { lines: shoe }))).toBe('NOT_FOUND');
    expect(await refused(inputOf(code, { locationId: 'warehouse' }))).toBe('FORBIDDEN');
    expect(await refused(inputOf(code), desk.buyer.who)).toBe('FORBIDDEN');
    const many = [{ sku: 'scarf-s', quantity: 3, reason: 'CHANGED_MIND' }];
    expect((await walkIn(inputOf(code, { lines: many }))).code).toBe('NOT_DELIVERED');
  });

  it('is exchanged for another size at equal value, once, in an order that is not the giver’s', async () => {
    const { orderId, code } = await given();
    const card = await creditOf(code);
    await sellScarves(3_500);
    const cartId = await cartWith('scarf-l');
    const key = newKey();
    const equal = {
      adjustments: [{ code: 'GIFT-EXCHANGE', amount: { amountMinor: -500 } }],
      totals: { lines: { amountMinor: 3_500 }, total: { amountMinor: 3_000 } },
    };
    expect(await exchanged(cartId, code, card.returnId, key)).toEqual(equal);
    expect(await exchanged(cartId, code, card.returnId, key)).toEqual(equal);
    const { options } = await optionsFor(desk.application, associate, cartId, ['RESERVE_AND_COLLECT']);
    const option = options.find(({ collectAt }) => collectAt?.id === 'store');
    const means = { giftCards: [{ token: card.token }], payment: undefined };
    const exchangeOrder = await ordered(cartId, { ...means, deliveryOptionHandle: option?.handle });
    const order = await orderOf(exchangeOrder);
    expect([order?.totals.total.amountMinor, paid(order)]).toEqual([3_000, [['GIFT_CARD', 3_000]]]);
    expect(await orderOf(exchangeOrder, desk.buyer.who)).toBeNull();
    const giver = await orderOf(orderId, desk.buyer.who);
    expect(giver?.lines.map(({ sku }) => sku)).toEqual(['shoe', 'scarf-s']);
    const again = exchange(await cartWith('scarf-l'), code, card.returnId);
    expect(await desk.application.code('orders', exchangeText, again, associate)).toBe('CONFLICT');
    expect(await exchanged(cartId, code, card.returnId, key)).toEqual(equal);
    await sellScarves(3_000);
  });

  it('for something dearer is paid up by card, and for something cheaper leaves the rest on the gift card', async () => {
    const { code } = await given();
    const card = await creditOf(code);
    const giftCards = [{ token: card.token }];
    const hat = await cartWith('hat');
    expect((await exchanged(hat, code, card.returnId)).adjustments).toEqual([]);
    // 4,000 and 490 for the delivery.
    const dearer = await ordered(hat, { giftCards });
    expect(paid(await orderOf(dearer))).toEqual([
      ['GIFT_CARD', 3_000],
      ['CARD', 1_490],
    ]);
    const other = await creditOf(code);
    const rest = { giftCards: [{ token: other.token }] };
    // 1,000 and 490 for the delivery, twice: 20 are left.
    for (let times = 0; times < 2; times++)
      expect(paid(await orderOf(await ordered(await cartWith('sock'), rest)))).toEqual([
        ['GIFT_CARD', 1_490],
      ]);
    expect(paid(await orderOf(await ordered(await cartWith('sock'), rest)))).toEqual([
      ['GIFT_CARD', 20],
      ['CARD', 1_470],
    ]);
  });

  it('is exchanged in the last cart that asked, of a receipt and a return that are its own', async () => {
    const { code } = await given();
    const card = await creditOf(code);
    await sellScarves(3_500);
    const [first, second] = [await cartWith('scarf-l'), await cartWith('scarf-l')];
    expect((await exchanged(first, code, card.returnId)).adjustments).toHaveLength(1);
    expect((await exchanged(second, code, card.returnId)).adjustments).toHaveLength(1);
    const left = 'query($id: ID!) { cart(id: $id) { adjustments { code } } }';
    expect(await desk.application.ok('orders', left, { id: first }, associate)).toEqual({
      cart: { adjustments: [] },
    });
    const refused = (of: object, who = associate) => desk.application.code('orders', exchangeText, of, who);
    expect(await refused(exchange(second, 'G-AAAA-AAAA-AAAA', card.returnId))).toBe('BAD_USER_INPUT');
    expect(await refused(exchange(second, code, 'no-return'))).toBe('BAD_USER_INPUT');
    expect(await refused(exchange('no-cart', code, card.returnId))).toBe('NOT_FOUND');
    expect(await refused(exchange(second, code, card.returnId), callers.shopper('aunt'))).toBe('NOT_FOUND');
    await sellScarves(3_000);
  });
});
