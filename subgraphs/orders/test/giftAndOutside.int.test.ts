import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerFaults } from '../domain/ledger/invariants.ts';
import type { Ledger } from '../domain/ledger/ledger.ts';
import { buyerIn } from '../../../test/support/buyer.ts';
import { cancelUnits } from '../../../test/support/cancelling.ts';
import { firstWorkOn, handOver } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import type { Identity } from '../../../schema/identity.ts';

const agent = callers.agent(['orders:read', 'orders:write']);
const seller: Identity = { ...callers.associate('store'), scopes: ['fulfillment:work', 'store:sell'] };
const createText = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
const addressText = 'mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }';
const recordText = 'mutation($input: RecordPaymentInput!) { recordPayment(input: $input) { status } }';
const goodwillText = 'mutation($input: RefundGoodwillInput!) { refundGoodwill(input: $input) { id } }';
const orderText = `query($id: ID!) { order(id: $id) { status chargeStatus lines { id }
  totals { total { amountMinor } due { amountMinor } outstanding { amountMinor } }
  payments { kind state method amount { amountMinor } }
  timeline(first: 100) { edges { node { summary } } } } }`;
const address = { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' };

interface Seen {
  readonly status: string;
  readonly chargeStatus: string;
  readonly lines: readonly { readonly id: string }[];
  readonly totals: Readonly<Record<'total' | 'due' | 'outstanding', { readonly amountMinor: number }>>;
  readonly payments: readonly {
    readonly kind: string;
    readonly state: string;
    readonly method: string;
    readonly amount: { readonly amountMinor: number };
  }[];
  readonly timeline: { readonly edges: readonly { readonly node: { readonly summary: string } }[] };
}

/** Two shoes at 10.00 EUR and a delivery at 4.90. */
describe('a gift card pays first, and the rest is paid', () => {
  let application: TradingApplication;
  let keys = 0;
  const key = () => `mixed-${++keys}`;

  const sold = async (who: Identity, opening: object, means: object): Promise<string> => {
    const buyer = buyerIn(application, who);
    const input = { currency: 'EUR', lines: [{ sku: 'shoe', quantity: 2 }], ...opening };
    type Opened = { createCart: { id: string } };
    const { createCart } = await application.ok<Opened>('orders', createText, { input }, who);
    await application.ok('orders', addressText, { input: { cartId: createCart.id, address } }, who);
    const { order } = await buyer.place(await buyer.order(createCart.id, means));
    await application.settle();
    return order?.id ?? '';
  };
  const look = async (id: string): Promise<Seen> => {
    await application.settle();
    const row = await application
      .database('orders')
      .collection<{ _id: string; ledger: Ledger }>('orders')
      .findOne({ _id: id });
    expect(row === null ? ['no order'] : ledgerFaults(row.ledger)).toEqual([]);
    return (await application.ok<{ order: Seen }>('orders', orderText, { id })).order;
  };
  const moved = ({ payments }: Seen) =>
    payments.map(({ kind, state, method, amount }) => [kind, state, method, amount.amountMinor]);
  const code = async (orderId: string, amountMinor: number, means: 'IN_STORE' | 'INVOICE') =>
    application.code(
      'orders',
      recordText,
      {
        input: {
          ...{ orderId, means, receipt: 'R-1', idempotencyKey: key() },
          ...{ amount: { amountMinor, currency: 'EUR' } },
          ...(means === 'IN_STORE' ? { locationId: 'store' } : {}),
        },
      },
      means === 'IN_STORE' ? seller : agent,
    );
  const gift = (token: string, method: string) => ({
    ...{ payment: { method, token: 'none' }, giftCards: [{ token }] },
  });
  const ship = async (id: string) => handOver(application, await firstWorkOn(application, id));

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 100);
    const save = 'mutation($input: SaveChannelInput!) { saveChannel(input: $input) { code } }';
    const channel = { code: 'desk', name: 'Desk', sellers: ['AGENT'], currencies: ['EUR'] };
    const input = { ...channel, paymentMethods: ['GIFT_CARD', 'INVOICE'] };
    await application.ok('orders', save, { input });
  });
  afterAll(() => application.stop());

  it('at the till, which takes no more than that; the till gives back first', async () => {
    const id = await sold(seller, {}, gift('tok_gift_600_a', 'IN_STORE'));
    const waiting = await look(id);
    expect([waiting.status, waiting.totals.total.amountMinor]).toEqual(['ON_HOLD', 2_490]);
    expect(moved(waiting)).toEqual([['AUTHORIZATION', 'SUCCEEDED', 'GIFT_CARD', 600]]);
    expect(await code(id, 1_891, 'IN_STORE')).toBe('BAD_USER_INPUT');
    expect(await code(id, 890, 'IN_STORE')).toBeUndefined();
    expect((await look(id)).status).toBe('ON_HOLD');
    expect(await code(id, 1_000, 'IN_STORE')).toBeUndefined();
    expect((await look(id)).status).not.toBe('ON_HOLD');
    expect(await code(id, 1, 'IN_STORE')).toBe('BAD_USER_INPUT');
    await ship(id);
    const sent = await look(id);
    expect([sent.chargeStatus, sent.totals.outstanding.amountMinor]).toEqual(['FULL', 0]);
    expect(moved(sent).slice(1)).toEqual([
      ['CHARGE', 'SUCCEEDED', 'IN_STORE', 890],
      ['CHARGE', 'SUCCEEDED', 'IN_STORE', 1_000],
      ['CHARGE', 'SUCCEEDED', 'GIFT_CARD', 600],
    ]);
    expect(sent.timeline.edges.map(({ node }) => node.summary).join()).not.toContain('to be paid in');
    const back = { orderId: id, amount: { amountMinor: 2_000, currency: 'EUR' }, reason: 'all wet' };
    const input = { ...back, idempotencyKey: key() };
    await application.ok('orders', goodwillText, { input }, callers.admin);
    const refunds = moved(await look(id)).filter(([kind]) => kind === 'REFUND');
    expect(refunds).toEqual([
      ['REFUND', 'SUCCEEDED', 'IN_STORE', 1_890],
      ['REFUND', 'SUCCEEDED', 'GIFT_CARD', 110],
    ]);
  });

  it('at the till, and nothing where the card pays all of it, or of what is left of it', async () => {
    const whole = await sold(seller, {}, gift('tok_gift_9000_b', 'IN_STORE'));
    expect((await look(whole)).status).not.toBe('ON_HOLD');
    const id = await sold(seller, { onBehalfOf: 'shopper-1' }, gift('tok_gift_1490_c', 'IN_STORE'));
    const waiting = await look(id);
    expect(waiting.status).toBe('ON_HOLD');
    const lines = [{ lineId: waiting.lines[0]?.id ?? '', quantity: 1 }];
    await cancelUnits(application, callers.shopper(), { orderId: id, lines });
    expect((await look(id)).status).not.toBe('ON_HOLD');
    await ship(id);
    expect(moved(await look(id)).at(-1)).toEqual(['CHARGE', 'SUCCEEDED', 'GIFT_CARD', 1_490]);
  });

  it('at the till, and is freed when nobody pays there', async () => {
    const id = await sold(seller, {}, gift('tok_gift_700_d', 'IN_STORE'));
    await application.clock.advanceBy(61 * 60_000);
    const over = await look(id);
    expect([over.status, moved(over).at(-1)]).toEqual(['CANCELLED', ['VOID', 'SUCCEEDED', 'GIFT_CARD', 700]]);
  });

  it('on an invoice, which is told of what the card does not pay', async () => {
    const opening = { channel: 'desk', onBehalfOf: 'shopper-1', reason: 'they called' };
    const id = await sold(agent, opening, gift('tok_gift_600_e', 'INVOICE'));
    await ship(id);
    const sent = await look(id);
    expect([sent.chargeStatus, sent.totals.due.amountMinor]).toEqual(['PARTIAL', 1_890]);
    expect(moved(sent)).toEqual([
      ['AUTHORIZATION', 'SUCCEEDED', 'GIFT_CARD', 600],
      ['CHARGE', 'SUCCEEDED', 'GIFT_CARD', 600],
    ]);
    // 18.90 in all: for the shoes and for the delivery.
    const told = sent.timeline.edges.map(({ node }) => node.summary);
    for (const due of ['14.00', '4.90']) expect(told).toContain(`${due} EUR to be paid on invoice.`);
    expect(await code(id, 1_890, 'INVOICE')).toBeUndefined();
    const paid = await look(id);
    expect([paid.chargeStatus, paid.totals.outstanding.amountMinor]).toEqual(['FULL', 0]);
  });
});
