import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buyer } from '../../../test/support/buyer.ts';
import { openShoeShop } from '../../../test/support/shoeShop.ts';
import { firstWorkOn, handOver, workOn } from '../../../test/support/staff.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

const placeText = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id } }
  ... on PriceChanged { code subtotalBefore { amountMinor } subtotalNow { amountMinor }
    lines { sku before { amountMinor } now { amountMinor } } } } }`;
const cartText = `query($id: ID!, $option: CartOptionInput) { cart(id: $id) { lines { id sku }
  subtotal { amountMinor } adjustments { code lineId delivery amount { amountMinor } }
  totals(option: $option) { lines { amountMinor } adjustments { amountMinor } delivery { amountMinor }
    tax { amountMinor } total { amountMinor } } } }`;
const adjustText = 'mutation($input: SetCartAdjustmentsInput!) { setCartAdjustments(input: $input) { id } }';
const orderText = `query($id: ID!) { order(id: $id) { status delayed
  adjustments { code amount { amountMinor } } promise { originalLatestAt currentLatestAt }
  totals { lines { amountMinor } delivery { amountMinor } total { amountMinor } captured { amountMinor } }
  payments { kind state amount { amountMinor } } timeline(first: 50) { edges { node { summary } } } } }`;

interface Amount {
  readonly amountMinor: number;
}
interface Cart {
  readonly lines: readonly { readonly id: string; readonly sku: string }[];
  readonly subtotal: Amount;
  readonly adjustments: readonly object[];
  readonly totals: Readonly<Record<string, Amount | null>>;
}
interface Order {
  readonly status: string;
  readonly delayed: boolean;
  readonly adjustments: readonly object[];
  readonly promise: { readonly originalLatestAt: string; readonly currentLatestAt: string };
  readonly totals: Readonly<Record<string, Amount>>;
  readonly payments: readonly { readonly kind: string; readonly state: string; readonly amount: Amount }[];
  readonly timeline: { readonly edges: readonly { readonly node: { readonly summary: string } }[] };
}

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const amounts = (sums: Readonly<Record<string, Amount | null>>) =>
  Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum?.amountMinor ?? null]));

describe('what a cart costs', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let keys = 0;
  const key = (): string => `price-${++keys}`;

  const cartOf = async (id: string, deliveryOptionHandle?: string): Promise<Cart> => {
    const option = deliveryOptionHandle === undefined ? {} : { option: { deliveryOptionHandle } };
    return (await application.ok<{ cart: Cart }>('orders', cartText, { id, ...option }, buyer.who)).cart;
  };
  const orderOf = async (id: string): Promise<Order> => {
    await application.settle();
    return (await application.ok<{ order: Order }>('orders', orderText, { id }, buyer.who)).order;
  };
  const place = async (input: object) =>
    (await application.ok<{ placeOrder: { __typename: string; order?: { id: string } } }>(
      'orders',
      placeText,
      { input },
      buyer.who,
    )).placeOrder; // prettier-ignore
  const adjust = (input: object, who = callers.admin) =>
    application.code('orders', adjustText, { input: { reason: 'spring sale', ...input } }, who);

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
    await application.sell({ sku: 'lamp', priceMinor: 10_000 }, { sku: 'rug', priceMinor: 10_000 });
    for (const sku of ['lamp', 'rug']) await application.stock(sku, 'warehouse', 50);
  });
  afterAll(() => application.stop());

  it('that has changed is told before it is ordered, and holds when its new sum is named', async () => {
    await application.sell({ sku: 'vase', priceMinor: 100 });
    await application.stock('vase', 'warehouse', 10);
    const cartId = await buyer.cart([{ sku: 'vase', quantity: 2 }, { sku: 'shoe', quantity: 1 }]); // prettier-ignore
    await application.sell({ sku: 'vase', priceMinor: 10_000 });
    const first = await buyer.order(cartId);
    const told = {
      ...{ __typename: 'PriceChanged', code: 'PRICE_CHANGED' },
      ...{ subtotalBefore: { amountMinor: 1_200 }, subtotalNow: { amountMinor: 21_000 } },
      lines: [{ sku: 'vase', before: { amountMinor: 100 }, now: { amountMinor: 10_000 } }],
    };
    expect(await place(first)).toEqual(told);
    expect(await place(first)).toEqual(told);
    // Neither the old sum nor another is the new one.
    for (const acceptedSubtotal of [euros(1_200), euros(20_999)])
      expect(await place({ ...first, acceptedSubtotal, idempotencyKey: key() })).toEqual(told);
    const dollars = { amountMinor: 21_000, currency: 'USD' };
    const input = { ...first, acceptedSubtotal: dollars, idempotencyKey: key() };
    expect(await application.code('orders', placeText, { input }, buyer.who)).toBe('CURRENCY_MISMATCH');
    const held = await application.database('catalog').collection('reservations').countDocuments();
    const { order } = await place({ ...first, acceptedSubtotal: euros(21_000), idempotencyKey: key() });
    expect(await application.database('catalog').collection('reservations').countDocuments()).toBe(held + 1);
    const { payments, totals } = await orderOf(order?.id ?? '');
    expect(payments).toMatchObject([{ kind: 'AUTHORIZATION', amount: { amountMinor: 21_490 } }]);
    expect(totals['lines']).toEqual({ amountMinor: 21_000 });
  });

  it('is known with its discounts, delivery and tax before it is ordered, and is what is then paid', async () => {
    const cartId = await buyer.cart([{ sku: 'lamp', quantity: 1 }, { sku: 'rug', quantity: 1 }]); // prettier-ignore
    const adjustments = [{ code: 'SPRING', amount: euros(-2_000) }];
    expect(await adjust({ cartId, adjustments })).toBeUndefined();
    const handle = await buyer.handle(cartId);
    const cart = await cartOf(cartId, handle);
    expect(amounts(cart.totals)).toEqual({
      ...{ lines: 20_000, adjustments: -2_000, delivery: 490, tax: 3_000 + 82, total: 18_490 },
    });
    expect(amounts((await cartOf(cartId)).totals)).toMatchObject({ delivery: null, total: 18_000 });
    const { order } = await place({ ...(await buyer.order(cartId)), idempotencyKey: key() });
    const id = order?.id ?? '';
    const placed = await orderOf(id);
    expect(placed.payments).toMatchObject([{ kind: 'AUTHORIZATION', amount: { amountMinor: 18_490 } }]);
    expect(placed.adjustments).toEqual([{ code: 'SPRING', amount: { amountMinor: -2_000 } }]);
    // One of the two is cancelled: the other keeps its half of the discount.
    const [line] = cart.lines;
    const cancel = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';
    const ask = { orderId: id, idempotencyKey: key(), lines: [{ lineId: line?.id, quantity: 1 }] };
    await application.ok('orders', cancel, { input: ask }, buyer.who);
    expect(amounts((await orderOf(id)).totals)).toMatchObject({ lines: 9_000, total: 9_490 });
    const work = await firstWorkOn(application, id);
    const kept = work.lines.filter(({ lineId }) => lineId !== line?.id);
    await handOver(application, { ...work, lines: kept });
    expect(amounts((await orderOf(id)).totals)).toMatchObject({ captured: 9_490 });
  });

  it('may have its delivery given free, and forgets discounts when its lines change', async () => {
    const cartId = await buyer.cart([{ sku: 'lamp', quantity: 1 }]);
    const free = { code: 'FREE', amount: euros(-9_999), delivery: true };
    expect(await adjust({ cartId, adjustments: [free] })).toBeUndefined();
    const handle = await buyer.handle(cartId);
    expect(amounts((await cartOf(cartId, handle)).totals)).toMatchObject({ delivery: 0, total: 10_000 });
    const { order } = await place({ ...(await buyer.order(cartId)), idempotencyKey: key() });
    expect(amounts((await orderOf(order?.id ?? '')).totals)).toMatchObject({ delivery: 0, total: 10_000 });
    const other = await buyer.cart([{ sku: 'lamp', quantity: 1 }]);
    await adjust({ cartId: other, adjustments: [free] });
    const add = 'mutation($input: AddCartLineInput!) { addCartLine(input: $input) { id } }';
    const line = { sku: 'rug', quantity: 1 };
    await application.ok('orders', add, { input: { cartId: other, line } }, buyer.who);
    expect((await cartOf(other)).adjustments).toEqual([]);
    // A handle of another cart says nothing about this one.
    const option = { deliveryOptionHandle: handle };
    for (const wrong of [option, { deliveryOptionHandle: 'nonsense' }])
      expect(await application.code('orders', cartText, { id: other, option: wrong }, buyer.who)).toBe(
        'PROMISE_INVALID',
      );
  });

  it('is not for customers to discount, nor for partners of others, nor by more than there is', async () => {
    const cartId = await buyer.cart([{ sku: 'lamp', quantity: 1 }]);
    const off = (amountMinor: number) => ({
      cartId,
      adjustments: [{ code: 'MINE', amount: euros(amountMinor) }],
    });
    expect(await adjust(off(-1), buyer.who)).toBe('FORBIDDEN');
    expect(await adjust(off(-1), callers.guest())).toBe('FORBIDDEN');
    expect(await adjust(off(-1), callers.partner('marketplace'))).toBe('NOT_FOUND');
    expect(await adjust(off(-1), callers.agent(['orders:read']))).toBe('FORBIDDEN');
    const agent = callers.agent(['orders:write']);
    expect(await adjust({ ...off(-1), reason: ' ' }, agent)).toBe('BAD_USER_INPUT');
    expect(await adjust(off(-10_001), agent)).toBe('BAD_USER_INPUT');
    const dollars = { code: 'X', amount: { amountMinor: -1, currency: 'USD' } };
    expect(await adjust({ cartId, adjustments: [dollars] }, agent)).toBe('CURRENCY_MISMATCH');
    expect((await cartOf(cartId)).adjustments).toEqual([]);
    expect(await adjust(off(-10_000), agent)).toBeUndefined();
    expect(amounts((await cartOf(cartId)).totals)).toMatchObject({ total: 0, tax: 0 });
  });

  it('whose sum nobody can tell is refused, and what was in the cart stays', async () => {
    await expect(application.sell({ sku: 'mint', priceMinor: 9_007_199_254_740_991 })).rejects.toThrow(
      'refused',
    );
    await application.sell({ sku: 'crown', priceMinor: 100_000_000_000 });
    const cartId = await buyer.cart([{ sku: 'crown', quantity: 999 }]);
    const add = 'mutation($input: AddCartLineInput!) { addCartLine(input: $input) { id } }';
    const set = 'mutation($input: SetCartLineQuantityInput!) { setCartLineQuantity(input: $input) { id } }';
    const [line] = (await cartOf(cartId)).lines;
    const more: readonly (readonly [string, object])[] = [
      [add, { cartId, line: { sku: 'crown', quantity: 2 } }],
      [add, { cartId, line: { sku: 'shoe', quantity: 99_999 } }],
      [set, { cartId, lineId: line?.id, quantity: 1_001 }],
      [set, { cartId, lineId: line?.id, quantity: 99_999 }],
    ];
    const codes: unknown[] = [];
    for (const [text, input] of more)
      codes.push(await application.code('orders', text, { input }, buyer.who));
    expect(codes).toEqual(['BAD_USER_INPUT', undefined, 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
    const { subtotal } = await cartOf(cartId);
    expect(subtotal.amountMinor).toBe(99_900_000_000_000 + 99_999_000);
    const create = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
    const input = { currency: 'EUR', lines: [{ sku: 'crown', quantity: 1_001 }] };
    expect(await application.code('orders', create, { input }, buyer.who)).toBe('BAD_USER_INPUT');
  });

  it('is as it was when the payment is answered before any step was due, and nothing when it is declined', async () => {
    const { order } = await buyer.buy('shoe', 1, 'tok_late_ok');
    const id = order?.id ?? '';
    const before = await orderOf(id);
    await application.clock.advanceBy(60_000);
    const soon = await orderOf(id);
    expect([before.status, soon.status, soon.delayed]).toEqual(['ON_HOLD', 'IN_FULFILLMENT', false]);
    expect(soon.promise).toEqual(before.promise);
    const declined = await buyer.buy('shoe', 1, 'tok_late_declined');
    await application.clock.advanceBy(60_000);
    const none = await orderOf(declined.order?.id ?? '');
    expect([none.status, amounts(none.totals)]).toMatchObject(['CANCELLED', { captured: 0, lines: 0 }]);
  });

  it('is confirmed with the dates of then when the payment is answered late', async () => {
    const { order } = await buyer.buy('shoe', 1, 'tok_late_ok');
    const id = order?.id ?? '';
    const hours = 26 * 3_600_000;
    const books = application.database('orders').collection<{ _id: string; answersAtMs: number }>('sandboxPayments'); // prettier-ignore
    const answersAtMs = application.clock.nowMs() + hours;
    await books.updateOne({ _id: `${id}:authorise` }, { $set: { answersAtMs } });
    const before = await orderOf(id);
    expect(before.status).toBe('ON_HOLD');
    await application.clock.advanceBy(hours + 10_000);
    const late = await orderOf(id);
    expect(late.status).toBe('IN_FULFILLMENT');
    const { originalLatestAt, currentLatestAt } = late.promise;
    expect(originalLatestAt).toBe(before.promise.originalLatestAt);
    expect(Date.parse(currentLatestAt)).toBeGreaterThan(Date.parse(originalLatestAt));
    expect(late.delayed).toBe(true);
    expect(late.timeline.edges.map(({ node }) => node.summary)).toContainEqual(
      expect.stringMatching(/^New latest delivery .*2026.*: the payment was answered late\.$/),
    );
    const [work] = await workOn(application, id);
    const due = 'query($id: ID!) { fulfillmentOrder(id: $id) { dueAt { packed handover } } }';
    type Due = { fulfillmentOrder: { dueAt: Record<string, string> } };
    const { fulfillmentOrder } = await application.ok<Due>('fulfillment', due, { id: work?.id });
    for (const at of Object.values(fulfillmentOrder.dueAt))
      expect(Date.parse(at)).toBeGreaterThan(application.clock.nowMs());
  });
});
