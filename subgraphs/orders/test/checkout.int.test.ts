import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, placeOrderText, type Buyer } from '../../../test/support/buyer.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import { deliver, handOver, workOn } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

interface Seen {
  readonly status: string;
  readonly authorizeStatus: string;
  readonly chargeStatus: string;
  readonly totals: Readonly<Record<'total' | 'captured' | 'refunded', { readonly amountMinor: number }>>;
  readonly payments: readonly { kind: string; state: string; amount: { amountMinor: number } }[];
  readonly timeline: { readonly edges: readonly { readonly node: { seq: number; type: string } }[] };
  readonly lastSeq: number;
}

const seenText = `query($id: ID!) { order(id: $id) { status authorizeStatus chargeStatus lastSeq
  totals { total { amountMinor } captured { amountMinor } refunded { amountMinor } }
  payments { kind state amount { amountMinor } }
  timeline(first: 100) { edges { node { seq type } } } } }`;

describe('checkout', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  const look = async (id: string): Promise<Seen> => {
    const { order } = await application.ok<{ order: Seen }>('orders', seenText, { id });
    const seqs = order.timeline.edges.map(({ node }) => node.seq);
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
    expect(order.lastSeq).toBe(seqs.length);
    return order;
  };
  const paymentsOf = (order: Seen) =>
    order.payments.map(({ kind, state, amount }) => [kind, state, amount.amountMinor]);
  const bought = async (quantity: number, token?: string): Promise<string> => {
    const placed = await buyer.buy('shoe', quantity, token);
    expect(placed.__typename).toBe('PlaceOrderSuccess');
    await application.settle();
    return placed.order?.id ?? '';
  };
  const reserved = async (): Promise<number> => {
    const query = '{ stockPositions(sku: "shoe") { edges { node { reserved } } } }';
    type Answer = { stockPositions: { edges: { node: { reserved: number } }[] } };
    const { stockPositions } = await application.ok<Answer>('catalog', query);
    return stockPositions.edges.reduce((sum, { node }) => sum + node.reserved, 0);
  };
  const codeOf = (input: object) => application.code('orders', placeOrderText, { input }, buyer.who);
  const cancel = async (orderId: string, idempotencyKey: string, lines?: object[]) => {
    const query = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }`;
    const input = { orderId, idempotencyKey, ...(lines === undefined ? {} : { lines }) };
    type Answer = { cancelOrder: { __typename: string } };
    const { cancelOrder } = await application.ok<Answer>('orders', query, { input }, buyer.who);
    await application.settle();
    return cancelOrder.__typename;
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    await application.sell({ sku: 'shoe' }, { sku: 'coat', priceMinor: 2_500 });
    await application.stock('shoe', 'warehouse', 500);
    await application.stock('coat', 'store', 50);
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  it('repeated with its key gives the same order, and with another body is refused', async () => {
    const before = await reserved();
    const input = await buyer.order(await buyer.cart([{ sku: 'shoe', quantity: 1 }]));
    const [first, second] = await Promise.all([buyer.place(input), buyer.place(input).catch(String)]);
    const third = await buyer.place(input);
    expect(third).toEqual(first);
    if (typeof second !== 'string') expect(second).toEqual(first);
    expect(await reserved()).toBe(before + 1);
    expect(await codeOf({ ...input, externalReference: 'other' })).toBe('IDEMPOTENCY_KEY_REUSED');
    for (const idempotencyKey of ['', 'ü', 'x'.repeat(256)])
      expect(await codeOf({ ...input, idempotencyKey })).toBe('IDEMPOTENCY_KEY_REQUIRED');
  });

  it('of one cart under two keys at once makes one order', async () => {
    const input = await buyer.order(await buyer.cart([{ sku: 'shoe', quantity: 1 }]));
    const codes = await Promise.all([codeOf(input), codeOf({ ...input, idempotencyKey: 'another' })]);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code !== undefined)).toEqual(['CART_ORDERED']);
  });

  it('refuses a handle that is forged, or was given for another cart or content', async () => {
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const other = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const input = await buyer.order(cartId);
    const handle = String(input['deliveryOptionHandle']);
    const wrong = ['nonsense', handle.slice(0, -2), `x${handle}`, await buyer.handle(other)];
    for (const [n, deliveryOptionHandle] of wrong.entries())
      expect(await codeOf({ ...input, deliveryOptionHandle, idempotencyKey: `forged-${n}` })).toBe(
        'PROMISE_INVALID',
      );
    const more = `mutation($input: AddCartLineInput!) { addCartLine(input: $input) { id } }`;
    const line = { sku: 'coat', quantity: 1 };
    await application.ok('orders', more, { input: { cartId, line } }, buyer.who);
    expect(await codeOf({ ...input, idempotencyKey: 'changed' })).toBe('PROMISE_INVALID');
    // Nothing was held and the cart is still the customer's.
    expect((await buyer.place(await buyer.order(cartId))).__typename).toBe('PlaceOrderSuccess');
  });

  it('declined holds nothing, says why the same way again, and leaves the cart open', async () => {
    const before = await reserved();
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 3 }]);
    const input = await buyer.order(cartId, { payment: { method: 'CARD', token: 'tok_declined' } });
    const declined = { __typename: 'PaymentDeclined', declineCode: 'card_declined' };
    expect(await buyer.place(input)).toEqual(declined);
    expect(await buyer.place(input)).toEqual(declined);
    await application.settle();
    expect(await reserved()).toBe(before);
    expect((await buyer.place(await buyer.order(cartId))).__typename).toBe('PlaceOrderSuccess');
  });

  it('holds an order whose payment is not answered, and the clock settles it', async () => {
    for (const token of ['tok_timeout', 'tok_late_ok']) {
      const id = await bought(1, token);
      expect(await look(id)).toMatchObject({ status: 'ON_HOLD', authorizeStatus: 'NONE' });
      expect(await workOn(application, id)).toEqual([]);
      await application.clock.advanceBy(25_000);
      await application.settle();
      expect(await look(id)).toMatchObject({ status: 'IN_FULFILLMENT', authorizeStatus: 'FULL' });
      expect(await workOn(application, id)).toHaveLength(1);
    }
  });

  it('cancels an order whose payment is declined late, and gives its units back', async () => {
    const before = await reserved();
    const id = await bought(2, 'tok_late_declined');
    expect(await reserved()).toBe(before + 2);
    await application.clock.advanceBy(25_000);
    await application.settle();
    const order = await look(id);
    expect([order.status, paymentsOf(order)]).toEqual(['CANCELLED', [['AUTHORIZATION', 'FAILED', 2_490]]]);
    expect(await reserved()).toBe(before);
  });

  it('cancelled by the customer while the payment is open, frees units and money', async () => {
    const before = await reserved();
    const id = await bought(2, 'tok_late_ok');
    expect(await cancel(id, 'while-held')).toBe('CancelOrderSuccess');
    expect(await reserved()).toBe(before);
    await application.clock.advanceBy(25_000);
    await application.settle();
    const order = await look(id);
    expect([order.status, paymentsOf(order)]).toEqual([
      'CANCELLED',
      [
        ['AUTHORIZATION', 'SUCCEEDED', 2_490],
        ['VOID', 'SUCCEEDED', 2_490],
      ],
    ]);
    expect(await workOn(application, id)).toEqual([]);
  });

  it('cancelled in part while the payment is open, works on the rest alone', async () => {
    const before = await reserved();
    const placed = await buyer.buy('shoe', 3, 'tok_late_ok');
    const [id = '', lineId] = [placed.order?.id, placed.order?.lines[0]?.id];
    await cancel(id, 'part', [{ lineId, quantity: 2 }]);
    expect(await reserved()).toBe(before + 1);
    await application.clock.advanceBy(25_000);
    await application.settle();
    expect(
      (await workOn(application, id)).flatMap((work) => work.lines.map((line) => line.quantity)),
    ).toEqual([1]);
  });

  it('captures each shipment when it leaves and frees the rest that was cancelled', async () => {
    const cartId = await buyer.cart([
      { sku: 'shoe', quantity: 2 },
      { sku: 'coat', quantity: 1 },
    ]);
    const placed = await buyer.place(await buyer.order(cartId));
    await application.settle();
    const id = placed.order?.id ?? '';
    const work = await workOn(application, id);
    expect(work.map(({ location }) => location.id)).toEqual(['store', 'warehouse']);
    const [store, warehouse] = work;
    if (store === undefined || warehouse === undefined) throw new Error('Two places work on it.');
    const sent = await handOver(application, warehouse);
    expect(await look(id)).toMatchObject({
      ...{ status: 'PARTIALLY_SHIPPED', chargeStatus: 'PARTIAL' },
      totals: { captured: { amountMinor: 2_490 } },
    });
    expect(await cancel(id, 'too-much')).toBe('CancelOrderSuccess');
    const order = await look(id);
    expect(order.status).toBe('SHIPPED');
    expect(paymentsOf(order)).toEqual([
      ['AUTHORIZATION', 'SUCCEEDED', 4_990],
      ['CHARGE', 'SUCCEEDED', 2_490],
      ['VOID', 'SUCCEEDED', 2_500],
    ]);
    expect(await cancel(id, 'too-late')).toBe('CancelTooLate');
    expect(await cancel(id, 'too-much')).toBe('CancelOrderSuccess');
    await deliver(application, id, sent);
    await deliver(application, id, sent);
    expect((await look(id)).status).toBe('DELIVERED');
  });

  it('is refused once the promise has run out by the clock', async () => {
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const input = await buyer.order(cartId);
    const before = await reserved();
    await application.clock.advanceBy(48 * 3_600_000);
    expect((await buyer.place(input)).__typename).toBe('PromiseExpired');
    expect(await reserved()).toBe(before);
    expect((await buyer.place(await buyer.order(cartId))).__typename).toBe('PlaceOrderSuccess');
  });

  it('on invoice is for partners and agents', async () => {
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const input = await buyer.order(cartId, { payment: { method: 'INVOICE', token: 'x' } });
    expect(await codeOf(input)).toBe('PAYMENT_METHOD_NOT_ALLOWED');
    const partner = buyerIn(application, callers.partner('marketplace'));
    const theirs = await partner.order(await partner.cart([{ sku: 'shoe', quantity: 1 }]), {
      payment: { method: 'INVOICE', token: 'x' },
      externalReference: 'their-1',
    });
    expect((await partner.place(theirs)).__typename).toBe('PlaceOrderSuccess');
  });
});
