import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelUnits } from '../../../test/support/cancelling.ts';
import { callers } from '../../../test/support/world.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const goodwillText = 'mutation($input: RefundGoodwillInput!) { refundGoodwill(input: $input) { id } }';
const paymentsText = 'query($id: ID!) { order(id: $id) { payments { kind state } } }';

describe('a refund over a gift card and a card', () => {
  let shop: CareShop;
  beforeAll(async () => {
    shop = await openCareShop();
  });
  afterAll(() => shop.stop());

  /** An order of 24.90 EUR, of which a gift card pays 6. */
  const paidTwice = async (gift: string): Promise<string> => {
    const { application, buyer } = shop;
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 2 }]);
    const contact = 'mutation($input: SetCartContactInput!) { setCartContact(input: $input) { id } }';
    await application.ok('orders', contact, { input: { cartId, email: `${gift}@example.org` } }, buyer.who);
    const means = { giftCards: [{ token: gift }], payment: { method: 'CARD', token: 'tok_ok' } };
    const { order } = await buyer.place(await buyer.order(cartId, means));
    await application.settle();
    return order?.id ?? '';
  };
  const refundsOf = async (id: string): Promise<number> => {
    type Paid = { order: { payments: { kind: string; state: string }[] } };
    const { order } = await shop.application.ok<Paid>('orders', paymentsText, { id }, shop.buyer.who);
    return order.payments.filter(({ kind, state }) => kind === 'REFUND' && state === 'SUCCEEDED').length;
  };
  const told = async (id: string, code: string) => {
    await shop.application.settle();
    const messages = (await shop.messagesOf(id)).filter((each) => each.code === code);
    const mails = await shop.mails(id);
    return {
      times: messages.filter(({ channel }) => channel === 'EMAIL').length,
      texts: mails.map(({ text }) => text),
    };
  };

  it('given of goodwill is told once, with its sum', async () => {
    const id = await paidTwice('tok_gift_600_once');
    await shop.shipped(id);
    const input = { orderId: id, amount: { amountMinor: 2_000, currency: 'EUR' }, reason: 'late' };
    await shop.application.ok(
      'orders',
      goodwillText,
      { input: { ...input, idempotencyKey: 'g1' } },
      callers.admin,
    );
    const { times, texts } = await told(id, 'GOODWILL');
    expect([await refundsOf(id), times]).toEqual([2, 1]);
    expect(texts.filter((text) => text?.includes('20.00'))).toHaveLength(1);
  });

  it('of nothing that was taken is not told', async () => {
    const id = await paidTwice('tok_gift_600_none');
    await cancelUnits(shop.application, shop.buyer.who, { orderId: id });
    expect([await refundsOf(id), (await told(id, 'REFUNDED')).times]).toEqual([0, 0]);
  });
});
