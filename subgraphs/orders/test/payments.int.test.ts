import { describe, expect, it } from 'vitest';
import { workOn } from '../../../test/support/staff.ts';
import { callers } from '../../../test/support/world.ts';
import { placeText, usePayments } from './paymentDesk.ts';

const completeText = `mutation($input: CompletePaymentInput!) { completePayment(input: $input) { status } }`;
const goodwillText = 'mutation($input: RefundGoodwillInput!) { refundGoodwill(input: $input) { id } }';

describe('payments', () => {
  const {
    application,
    buyer,
    key,
    placeWith,
    card,
    bought,
    load,
    moved,
    sumOf,
    later,
    cancel,
    reserved,
    ship,
  } = usePayments();

  describe('by several means', () => {
    const gift = (token: string, amountMinor?: number) => ({
      token,
      ...(amountMinor === undefined ? {} : { amount: { amountMinor, currency: 'EUR' } }),
    });

    it('are set aside, captured and given back in one order: gift cards first, and last back', async () => {
      const giftCards = [gift('tok_gift_600_a'), gift('tok_gift_5000_b', 700)];
      const id = await bought({ ...card(), giftCards });
      expect(moved(await load(id))).toEqual([
        ['AUTHORIZATION', 'SUCCEEDED', 'GIFT_CARD', 600],
        ['AUTHORIZATION', 'SUCCEEDED', 'GIFT_CARD', 700],
        ['AUTHORIZATION', 'SUCCEEDED', 'CARD', 1_190],
      ]);
      await ship(id);
      const shipped = await load(id);
      expect([shipped.authorizeStatus, shipped.chargeStatus]).toEqual(['FULL', 'FULL']);
      expect([sumOf(shipped, 'CHARGE', 'GIFT_CARD'), sumOf(shipped, 'CHARGE', 'CARD')]).toEqual([
        1_300, 1_190,
      ]);
      const back = async (amountMinor: number) => {
        const amount = { amountMinor, currency: 'EUR' };
        const input = { orderId: id, amount, reason: 'late', idempotencyKey: key() };
        await application().ok('orders', goodwillText, { input }, callers.system);
        const order = await load(id);
        return [sumOf(order, 'REFUND', 'CARD'), sumOf(order, 'REFUND', 'GIFT_CARD')];
      };
      expect(await back(1_000)).toEqual([1_000, 0]);
      // No means gets back more than it paid.
      expect(await back(500)).toEqual([1_190, 310]);
      const input = { orderId: id, amount: { amountMinor: 991, currency: 'EUR' }, reason: 'late' };
      const tooMuch = { input: { ...input, idempotencyKey: key() } };
      expect(await application().code('orders', goodwillText, tooMuch)).toBe('BAD_USER_INPUT');
    });

    it('need no card when gift cards cover it, and free what nobody needs', async () => {
      const id = await bought({ giftCards: [gift('tok_gift_9000_c')] });
      expect(moved(await load(id))).toEqual([['AUTHORIZATION', 'SUCCEEDED', 'GIFT_CARD', 2_490]]);
      await cancel(id);
      expect(moved(await load(id)).at(-1)).toEqual(['VOID', 'SUCCEEDED', 'GIFT_CARD', 2_490]);
      // All of it is there again.
      const again = await bought({ giftCards: [gift('tok_gift_9000_c')] }, 8);
      expect((await load(again)).authorizeStatus).toBe('FULL');
    });

    it('hold nothing when one is declined', async () => {
      const before = await reserved();
      const giftCards = [gift('tok_gift_2000_d')];
      const declined = await placeWith({ ...card('tok_declined'), giftCards });
      expect(declined).toMatchObject({ __typename: 'PaymentDeclined', declineCode: 'card_declined' });
      expect(await reserved()).toBe(before);
      // The gift card holds all it held before, and pays once.
      const id = await bought({ ...card(), giftCards });
      expect(sumOf(await load(id), 'AUTHORIZATION', 'GIFT_CARD')).toBe(2_000);
      expect(await placeWith({ giftCards })).toMatchObject({ declineCode: 'insufficient_funds' });
      const unknown = await placeWith({ ...card(), giftCards: [gift('nonsense')] });
      expect(unknown).toMatchObject({ declineCode: 'unknown_gift_card' });
    });

    it('are refused when they cannot pay together', async () => {
      const cartId = await buyer().cart([{ sku: 'shoe', quantity: 1 }]);
      const input = await buyer().order(cartId);
      const codeOf = (more: object) =>
        application().code('orders', placeText, { input: { ...input, ...more } }, buyer().who);
      const one = gift('tok_gift_100');
      expect(await codeOf({ payment: null })).toBe('BAD_USER_INPUT');
      expect(await codeOf({ giftCards: [one, one] })).toBe('BAD_USER_INPUT');
      expect(await codeOf({ giftCards: [gift('tok_gift_100', 0)] })).toBe('BAD_USER_INPUT');
      expect(await codeOf({ payment: { method: 'GIFT_CARD', token: 'tok_gift_100' } })).toBe(
        'BAD_USER_INPUT',
      );
      // The till takes nothing of what is sent to a customer, with a gift card or without.
      const till = { method: 'IN_STORE', token: '-' };
      const inStore = { payment: till, giftCards: [one], idempotencyKey: 'at-the-till' };
      expect(await codeOf(inStore)).toBe('PAYMENT_METHOD_NOT_ALLOWED');
      const dollars = { token: 'tok_gift_100', amount: { amountMinor: 5, currency: 'USD' } };
      expect(await codeOf({ giftCards: [dollars] })).toBe('CURRENCY_MISMATCH');
      expect((await buyer().place(input)).__typename).toBe('PlaceOrderSuccess');
    });
  });

  describe('with 3-D Secure', () => {
    const waiting = async (token = 'tok_3ds_ok', more: object = {}): Promise<string> => {
      const placed = await placeWith({ ...card(token), ...more });
      expect(placed).toMatchObject({ __typename: 'PaymentActionRequired', order: { status: 'ON_HOLD' } });
      expect(placed.url).toMatch(/^https:/);
      expect(Date.parse(placed.expiresAt ?? '')).toBe(application().clock.nowMs() + 15 * 60_000);
      return placed.order?.id ?? '';
    };
    const back = async (orderId: string, result?: string, who = buyer().who) => {
      const input = { orderId, result, idempotencyKey: key() };
      await application().ok('orders', completeText, { input }, who);
      return load(orderId);
    };

    it('wait with their units until the customer comes back', async () => {
      const before = await reserved();
      const id = await waiting();
      const order = await load(id);
      expect(order.payments).toMatchObject([{ state: 'ACTION_REQUIRED' }]);
      expect(order.payments[0]?.actionUrl).toMatch(/^https:/);
      await later(60_000);
      expect([(await load(id)).status, await workOn(application(), id)]).toEqual(['ON_HOLD', []]);
      expect(await reserved()).toBe(before + 2);
      const done = await back(id);
      expect([done.status, done.authorizeStatus]).toEqual(['IN_FULFILLMENT', 'FULL']);
      expect(done.payments[0]?.actionUrl).toBeNull();
      expect((await back(id)).status).toBe('IN_FULFILLMENT');
      const other = callers.shopper('somebody-else');
      const input = { orderId: id, idempotencyKey: key() };
      expect(await application().code('orders', completeText, { input }, other)).toBe('NOT_FOUND');
    });

    it('end the order and free everything when they are not passed, given up or forgotten', async () => {
      const before = await reserved();
      expect((await back(await waiting('tok_3ds_declined'))).status).toBe('CANCELLED');
      expect((await back(await waiting(), 'cancelled')).status).toBe('CANCELLED');
      const forgotten = await waiting('tok_3ds_ok', { giftCards: [{ token: 'tok_gift_490_e' }] });
      await later(14 * 60_000);
      expect((await load(forgotten)).status).toBe('ON_HOLD');
      await later(70_000);
      const order = await load(forgotten);
      expect(order.status).toBe('CANCELLED');
      expect(moved(order)).toEqual([
        ['AUTHORIZATION', 'SUCCEEDED', 'GIFT_CARD', 490],
        ['AUTHORIZATION', 'FAILED', 'CARD', 2_000],
        ['VOID', 'SUCCEEDED', 'GIFT_CARD', 490],
      ]);
      expect((await back(forgotten)).status).toBe('CANCELLED');
      expect(await reserved()).toBe(before);
    });

    it('end with an order that was cancelled meanwhile, and set nothing aside', async () => {
      const before = await reserved();
      const id = await waiting();
      await cancel(id);
      const order = await back(id);
      expect(order.status).toBe('CANCELLED');
      expect(sumOf(order, 'VOID', 'CARD')).toBe(sumOf(order, 'AUTHORIZATION', 'CARD'));
      expect(await reserved()).toBe(before);
    });
  });
});
