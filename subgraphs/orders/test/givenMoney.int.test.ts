import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { optionsFor } from '../../../test/support/cartOptions.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { act, deliver, firstWorkOn, handOver } from '../../../test/support/staff.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

interface Order {
  readonly chargeStatus: string;
  readonly totals: Readonly<Record<string, { readonly amountMinor: number }>>;
  readonly payments: readonly {
    readonly kind: string;
    readonly state: string;
    readonly method: string;
    readonly amount: { readonly amountMinor: number };
    readonly providerReference: string | null;
  }[];
  readonly timeline: { readonly edges: readonly { readonly node: { readonly summary: string } }[] };
}

const orderText = `query($id: ID!) { order(id: $id) { chargeStatus
  totals { total { amountMinor } outstanding { amountMinor } due { amountMinor } refunded { amountMinor } }
  payments { kind state method amount { amountMinor } providerReference }
  timeline(first: 100) { edges { node { summary } } } } }`;
const recordText = 'mutation($input: RecordPaymentInput!) { recordPayment(input: $input) { chargeStatus } }';
const goodwillText = 'mutation($input: RefundGoodwillInput!) { refundGoodwill(input: $input) { id } }';
const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

describe('money that people move by saying so', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  const agent = callers.agent(['orders:read', 'orders:write']);
  let keys = 0;

  const load = async (id: string): Promise<Order> => {
    await application.settle();
    return (await application.ok<{ order: Order }>('orders', orderText, { id })).order;
  };
  const sums = ({ totals }: Order) =>
    Object.fromEntries(Object.entries(totals).map(([name, { amountMinor }]) => [name, amountMinor]));
  const moved = ({ payments }: Order) =>
    payments.map(({ kind, state, method, amount }) => [kind, state, method, amount.amountMinor]);
  const told = ({ timeline }: Order): string[] => timeline.edges.map(({ node }) => node.summary);
  const code = (query: string, input: object, who: Identity = agent): Promise<unknown> =>
    application.code('orders', query, { input: { idempotencyKey: `given-${++keys}`, ...input } }, who);

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
    await application.sell({ sku: 'boot', priceMinor: 3_000 });
    await application.stock('boot', 'store', 20);
  });
  afterAll(() => application.stop());

  const reserved = async (quantity: number): Promise<string> => {
    const cartId = await buyer.cart([{ sku: 'boot', quantity }]);
    const { options } = await optionsFor(application, buyer.who, cartId, ['RESERVE_AND_COLLECT']);
    const handle = options[0]?.handle;
    const payment = { method: 'IN_STORE', token: 'none' };
    const input = { cartId, deliveryOptionHandle: handle, payment, idempotencyKey: `reserve-${++keys}` };
    const { order } = await buyer.place(input);
    await application.settle();
    return order?.id ?? '';
  };
  const collect = async (orderId: string): Promise<void> => {
    const { id } = await firstWorkOn(application, orderId);
    for (const name of ['acceptFulfillmentOrder', 'pickFulfillmentOrder', 'readyForCollection'])
      await act(application, name, { id });
    await act(application, 'collectFulfillmentOrder', { id });
  };
  const paid = (orderId: string, amountMinor: number, more: object = {}) => ({
    ...{ orderId, amount: euros(amountMinor), means: 'IN_STORE', receipt: 'T1-0042', locationId: 'store' },
    ...more,
  });

  it('in the store is due once the goods were collected, and booked when the till says so', async () => {
    const id = await reserved(2);
    expect(sums(await load(id))).toMatchObject({ total: 6_000, outstanding: 6_000, due: 0 });
    await collect(id);
    const unpaid = await load(id);
    expect([unpaid.chargeStatus, moved(unpaid)]).toEqual(['NONE', []]);
    expect(sums(unpaid)).toMatchObject({ outstanding: 6_000, due: 6_000 });
    expect(told(unpaid)).toContain('60.00 EUR to be paid in the store.');
    const till = callers.associate('store');
    const once = { ...paid(id, 2_000), idempotencyKey: 'till-1' };
    expect(await code(recordText, once, till)).toBeUndefined();
    expect(await code(recordText, once, till)).toBeUndefined();
    const part = await load(id);
    expect([part.chargeStatus, sums(part)['due']]).toEqual(['PARTIAL', 4_000]);
    expect(await code(recordText, paid(id, 4_000, { receipt: 'T1-0043' }), till)).toBeUndefined();
    const whole = await load(id);
    expect([whole.chargeStatus, sums(whole)['outstanding']]).toEqual(['FULL', 0]);
    expect(whole.payments.map(({ providerReference }) => providerReference)).toEqual(['T1-0042', 'T1-0043']);
    // Paid is paid: a third receipt has nothing to pay for.
    expect(await code(recordText, paid(id, 1), till)).toBe('BAD_USER_INPUT');
  });

  it('before the goods are collected is taken, too, and nothing is due then', async () => {
    const id = await reserved(1);
    expect(await code(recordText, paid(id, 3_000))).toBeUndefined();
    await collect(id);
    const order = await load(id);
    expect([sums(order)['due'], moved(order)]).toEqual([0, [['CHARGE', 'SUCCEEDED', 'IN_STORE', 3_000]]]);
    expect(told(order).join()).not.toContain('to be paid');
  });

  it('is told by nobody else, from nowhere else, and not otherwise than it can have been', async () => {
    const id = await reserved(1);
    const right = paid(id, 3_000);
    const refused: readonly (readonly [unknown, object, Identity?])[] = [
      ['FORBIDDEN', right, buyer.who],
      ['FORBIDDEN', right, callers.partner('marketplace')],
      ['NOT_FOUND', right, callers.associate('warehouse')],
      ['FORBIDDEN', { ...right, locationId: 'warehouse' }, callers.associate('store')],
      ['FORBIDDEN', { ...right, means: 'INVOICE' }, callers.associate('store')],
      ['FORBIDDEN', right, callers.agent(['orders:read'])],
      ['BAD_USER_INPUT', { ...right, locationId: 'no-such-store' }],
      ['NOT_FOUND', { ...right, orderId: 'no-such-order' }],
      ['BAD_USER_INPUT', { ...right, locationId: null }],
      ['BAD_USER_INPUT', { ...right, receipt: ' ' }],
      ['BAD_USER_INPUT', { ...right, receipt: 'r'.repeat(101) }],
      ['BAD_USER_INPUT', { ...right, amount: euros(0) }],
      ['BAD_USER_INPUT', { ...right, amount: euros(-5) }],
      ['BAD_USER_INPUT', { ...right, amount: euros(3_001) }],
      ['CURRENCY_MISMATCH', { ...right, amount: { amountMinor: 3_000, currency: 'USD' } }],
      ['BAD_USER_INPUT', { ...right, takenAt: '1976-01-01T00:00:00Z' }],
      ['BAD_USER_INPUT', { ...right, takenAt: '2099-01-01T00:00:00Z' }],
    ];
    for (const [wanted, input, who] of refused)
      expect([input, await code(recordText, input, who)]).toEqual([input, wanted]);
    expect(moved(await load(id))).toEqual([]);
  });

  it('for an invoice may be more than is owed: the rest goes back', async () => {
    const partner = buyerIn(application, callers.partner('marketplace'));
    const cartId = await partner.cart([{ sku: 'shoe', quantity: 1 }]);
    const invoice = { payment: { method: 'INVOICE', token: 'none' } };
    const { order } = await partner.place(await partner.order(cartId, invoice));
    const id = order?.id ?? '';
    await application.settle();
    await handOver(application, await firstWorkOn(application, id));
    expect(sums(await load(id))).toMatchObject({ due: 1_490, outstanding: 1_490 });
    const transfer = { means: 'INVOICE', locationId: null, receipt: 'SEPA 77' };
    expect(await code(recordText, paid(id, 1_500, transfer))).toBeUndefined();
    const done = await load(id);
    expect(moved(done)).toEqual([
      ['CHARGE', 'SUCCEEDED', 'INVOICE', 1_500],
      ['REFUND', 'SUCCEEDED', 'INVOICE', 10],
    ]);
    expect(sums(done)['outstanding']).toBe(0);
  });

  const shipped = async (quantity: number) => {
    const bought = await buyShoes({ application, buyer }, quantity);
    await deliver(
      application,
      bought.orderId,
      await handOver(application, await firstWorkOn(application, bought.orderId)),
    );
    return bought;
  };

  it('goes back without a return: bounded by what was paid, and by who gives it', async () => {
    const { orderId, lineId } = await shipped(2);
    const give = (amountMinor: number, more: object = {}) => ({
      ...{ orderId, amount: euros(amountMinor), reason: 'the box was wet' },
      ...more,
    });
    // A quarter of 24.90 is 6.22.
    expect(await code(goodwillText, give(623))).toBe('FORBIDDEN');
    const once = { ...give(400), idempotencyKey: 'wet-box' };
    expect(await code(goodwillText, once)).toBeUndefined();
    expect(await code(goodwillText, once)).toBeUndefined();
    expect(await code(goodwillText, give(223))).toBe('FORBIDDEN');
    const order = await load(orderId);
    expect(moved(order).slice(2)).toEqual([['REFUND', 'SUCCEEDED', 'CARD', 400]]);
    expect(told(order)).toContain('4.00 EUR given back: the box was wet.');
    // Nobody gives back more than was paid for the line, less what it has given back.
    const ofLine = (amountMinor: number) => give(amountMinor, { lineId });
    const refused = [ofLine(2_000), give(2_491), give(0), give(-1), { orderId, reason: 'x' }];
    for (const input of refused)
      expect([input, await code(goodwillText, input, callers.admin)]).toEqual([input, 'BAD_USER_INPUT']);
    expect(await code(goodwillText, { ...give(1), reason: '  ' }, callers.admin)).toBe('BAD_USER_INPUT');
    expect(await code(goodwillText, give(1, { lineId: 'no-line' }), callers.admin)).toBe('NOT_FOUND');
    expect(await code(goodwillText, give(1), buyer.who)).toBe('FORBIDDEN');
    expect(sums(await load(orderId))['refunded']).toBe(400);
    expect(await code(goodwillText, give(2_090), callers.admin)).toBeUndefined();
    expect(sums(await load(orderId))['refunded']).toBe(2_490);
    expect(await code(goodwillText, give(1), callers.admin)).toBe('BAD_USER_INPUT');
  });

  it('of a delivery goes back once', async () => {
    const { orderId } = await shipped(1);
    const wish = { orderId, delivery: true, reason: 'three days late' };
    expect(await code(goodwillText, wish, callers.admin)).toBeUndefined();
    const order = await load(orderId);
    expect(moved(order).at(-1)).toEqual(['REFUND', 'SUCCEEDED', 'CARD', 490]);
    expect(told(order)).toContain('4.90 EUR given back of the delivery: three days late.');
    expect(await code(goodwillText, wish, callers.admin)).toBe('BAD_USER_INPUT');
    // Nothing was taken for what has not left.
    const { orderId: waiting } = await buyShoes({ application, buyer }, 1);
    expect(await code(goodwillText, { ...wish, orderId: waiting }, callers.admin)).toBe('BAD_USER_INPUT');
  });
});
