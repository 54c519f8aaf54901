import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { newKey, openReturnDesk, type ReturnDesk } from '../../../test/support/returnDesk.ts';
import { deliver, firstWorkOn, handOver } from '../../../test/support/staff.ts';
import { callers } from '../../../test/support/world.ts';

const receiptText = `query($id: ID!) { order(id: $id) { giftReceipt { code html(locale: "fr")
  lines { lineId quantity returnable } giftCards { token } } } }`;
const codeText = `query($code: String!) { giftReceipt(code: $code) { lines { lineId sku quantity returnable } html
  giftCards { returnId amount { amountMinor currency } token } } }`;
const returnText = `mutation($input: ReturnGiftInput!) { returnGift(input: $input) { __typename
  ... on RequestReturnSuccess { return { id } } ... on NotReturnable { code } } }`;
const methodsText = `query($id: ID!) { order(id: $id) { payments { kind state method amount { amountMinor } }
  timeline(first: 100) { edges { node { summary } } } } }`;

interface Seen {
  readonly lines: readonly { lineId: string; sku: string; quantity: number; returnable: number }[];
  readonly html: string;
  readonly giftCards: readonly { returnId: string; amount: { amountMinor: number }; token: string }[];
}

describe('a gift receipt', () => {
  let desk: ReturnDesk;
  const aunt: Identity = callers.shopper('aunt');

  beforeAll(async () => {
    desk = await openReturnDesk();
    await desk.application.sell({ sku: 'scarf', priceMinor: 3_000 });
    await desk.application.stock('scarf', 'warehouse', 20);
  });
  afterAll(() => desk.application.stop());

  const seen = async (code: string, who = aunt): Promise<Seen | null> =>
    (await desk.application.ok<{ giftReceipt: Seen | null }>('orders', codeText, { code }, who)).giftReceipt;
  const receiptOf = async (id: string) => {
    type Receipt = Seen & { readonly code: string };
    type Answer = { order: { giftReceipt: Receipt | null } };
    return (await desk.application.ok<Answer>('orders', receiptText, { id }, desk.buyer.who)).order
      .giftReceipt;
  };
  /** Shoes, and a scarf as a gift; both delivered. */
  const given = async () => {
    const { application, buyer } = desk;
    const cartId = await buyer.cart([
      { sku: 'shoe', quantity: 1 },
      { sku: 'scarf', quantity: 2 },
    ]);
    const linesText = 'query($id: ID!) { cart(id: $id) { lines { id sku } } }';
    type Cart = { cart: { lines: { id: string; sku: string }[] } };
    const cart = await application.ok<Cart>('orders', linesText, { id: cartId }, buyer.who);
    const lineId = cart.cart.lines.find(({ sku }) => sku === 'scarf')?.id ?? '';
    const { order } = await buyer.place(await buyer.order(cartId, { giftReceipt: { lineIds: [lineId] } }));
    const orderId = order?.id ?? '';
    await application.settle();
    const receipt = await receiptOf(orderId);
    if (receipt === null) throw new Error('There is no receipt.');
    return { orderId, lineId, receipt, cartLines: cart.cart.lines };
  };
  const arrive = async (orderId: string): Promise<void> => {
    const work = await handOver(desk.application, await firstWorkOn(desk.application, orderId));
    await deliver(desk.application, orderId, work);
  };
  const ask = async (code: string, input: object, who = aunt) => {
    const variables = { input: { code, method: 'DROP_OFF', idempotencyKey: newKey(), ...input } };
    type Answer = { returnGift: { __typename: string; code?: string; return?: { id: string } } };
    const { returnGift } = await desk.application.ok<Answer>('returns', returnText, variables, who);
    await desk.application.settle();
    return returnGift;
  };

  it('names the articles that are a gift, and neither a price nor the giver', async () => {
    const { receipt, lineId, orderId } = await given();
    expect(receipt.lines).toEqual([{ lineId, quantity: 2, returnable: 0 }]);
    expect(receipt.code).toMatch(/^G-\w{4}-\w{4}-\w{4}$/);
    expect(receipt.html).toContain('Ticket cadeau');
    expect(receipt.html).toContain(receipt.code);
    for (const secret of ['3000', '30.00', '30,00', 'A B', 'shoe', 'Rue 1'])
      expect(receipt.html).not.toContain(secret);
    expect((await receiptOf(orderId))?.code).toBe(receipt.code);
    // Typed as people type.
    const typed = receipt.code.toLowerCase().replaceAll('-', ' ');
    expect((await seen(typed))?.lines).toMatchObject([{ sku: 'scarf', quantity: 2 }]);
    expect(await seen('G-AAAA-AAAA-AAAA')).toBeNull();
  });

  it('gives whoever has it a gift card for what it cost, and the giver’s card nothing', async () => {
    const { receipt, lineId, orderId } = await given();
    await arrive(orderId);
    const lines = [{ lineId, quantity: 1, reason: 'DOES_NOT_FIT' }];
    const asked = await ask(receipt.code, { lines });
    const id = asked.return?.id ?? '';
    // The return is hers: the giver does not see it.
    expect([await desk.look(id, aunt), await desk.look(id)]).toMatchObject([{ id }, null]);
    await desk.receive(id);
    const [entry] = (await desk.look(id, aunt))?.lines ?? [];
    await desk.inspect(id, { entryId: entry?.entryId, lineId, quantity: 1, disposition: 'RESTOCK' });
    const cost = (await desk.look(id, aunt))?.cost.amountMinor ?? 0;
    const card = (await seen(receipt.code))?.giftCards[0];
    expect(card).toMatchObject({ returnId: id, amount: { amountMinor: 3_000 - cost, currency: 'EUR' } });
    expect((await desk.look(id, aunt))?.status).toBe('REFUNDED');
    type Paid = { order: { payments: { kind: string; method: string; amount: { amountMinor: number } }[] } };
    const { order } = await desk.application.ok<Paid>('orders', methodsText, { id: orderId }, desk.buyer.who);
    const back = order.payments.filter(({ kind }) => kind === 'REFUND');
    expect(back).toMatchObject([{ method: 'GIFT_CARD', amount: { amountMinor: 3_000 - cost } }]);
    // Only the code shows the token: not the order, not its timeline.
    expect(JSON.stringify(order)).not.toContain(card?.token);
    // Nor is the giver told of the money.
    expect(JSON.stringify(order)).not.toContain('given back in all');
    expect((await receiptOf(orderId))?.giftCards).toEqual([]);
    // It pays.
    const cartId = await desk.buyer.cart([{ sku: 'scarf', quantity: 1 }]);
    const means = { giftCards: [{ token: card?.token }], payment: { method: 'CARD', token: 'tok_ok' } };
    expect((await desk.buyer.place(await desk.buyer.order(cartId, means))).__typename).toBe(
      'PlaceOrderSuccess',
    );
  });

  it('is for its articles and units only, once per key', async () => {
    const { receipt, lineId, orderId, cartLines } = await given();
    await arrive(orderId);
    const code = (input: object, who = aunt) =>
      desk.application.code('returns', returnText, { input: { code: receipt.code, ...input } }, who);
    const lines = [{ lineId, quantity: 2, reason: 'CHANGED_MIND' }];
    const shoe = cartLines.find(({ sku }) => sku === 'shoe')?.id;
    const other = { method: 'DROP_OFF', idempotencyKey: newKey(), lines: [{ ...lines[0], lineId: shoe }] };
    expect(await code(other)).toBe('BAD_USER_INPUT');
    expect(await code({ ...other, lines, code: 'G-AAAA-AAAA-AAAA' })).toBe('NOT_FOUND');
    expect(await code({ ...other, lines }, callers.anonymous)).toBeDefined();
    const key = { idempotencyKey: newKey(), lines };
    const first = await ask(receipt.code, key);
    expect((await ask(receipt.code, key)).return?.id).toBe(first.return?.id);
    expect((await ask(receipt.code, { lines })).__typename).toBe('NotReturnable');
  });

  it('is none where none was asked for, and is refused for lines that are not in the cart', async () => {
    const sold = await desk.delivered(1);
    expect(await receiptOf(sold.orderId)).toBeNull();
    const cartId = await desk.buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    for (const lineIds of [[], ['nowhere']]) {
      const input = await desk.buyer.order(cartId, { giftReceipt: { lineIds } });
      const text = 'mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';
      expect(await desk.application.code('orders', text, { input }, desk.buyer.who)).toBe('BAD_USER_INPUT');
    }
  });
});
