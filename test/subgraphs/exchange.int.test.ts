import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn } from '../support/buyer.ts';
import { variantInput } from '../support/retailerInput.ts';
import { openReturnDesk, type ReturnDesk, type SeenReturn, type Sold } from '../support/returnDesk.ts';
import { deliver, firstWorkOn, handOver, workOn } from '../support/staff.ts';
import { callers } from '../support/world.ts';
import { expectSoundStock } from '../support/stockInvariants.ts';

interface Exchange {
  readonly status: string;
  readonly code: string | null;
  readonly lineIds: readonly string[];
  readonly due: { readonly amountMinor: number } | null;
  readonly payBy: string | null;
}
const dayMs = 86_400_000;

describe('an exchange', () => {
  let desk: ReturnDesk;
  beforeAll(async () => {
    desk = await openReturnDesk();
    const { application } = desk;
    const text = `mutation($input: ImportProductsInput!) { importProducts(input: $input) { refused { message } } }`;
    const variants = ['boot-41', 'boot-42', 'boot-43'].map((sku) => variantInput(sku));
    const products = [{ id: 'boot', title: { en: 'Boot' }, category: 'things', variants }];
    await application.ok('catalog', text, { input: { products } });
    await application.sell({ sku: 'sandal', priceMinor: 600 }, { sku: 'coat', priceMinor: 1_500 });
    for (const sku of ['boot-41', 'boot-42', 'sandal', 'coat']) await application.stock(sku, 'warehouse', 20);
  });
  afterAll(async () => {
    await expectSoundStock(desk.application);
    await desk.application.stop();
  });

  const bought = async (quantity = 1): Promise<Sold> => {
    const { application } = desk;
    const { order } = await buyerIn(application, desk.buyer.who).buy('boot-41', quantity);
    await application.settle();
    const work = await handOver(application, await firstWorkOn(application, order?.id ?? ''));
    await deliver(application, order?.id ?? '', work);
    return { orderId: order?.id ?? '', lineId: order?.lines[0]?.id ?? '', work };
  };
  const exchange = (
    sold: Sold,
    sku: string,
    more: object = {},
    quantity = 1,
    when = 'AT_ONCE',
  ): Promise<SeenReturn> =>
    desk.asked(sold, [[quantity, 'DOES_NOT_FIT']], {
      ...{ method: 'IN_STORE', exchange: { when, lines: [{ sku, quantity }] }, ...more },
    });
  const exchangeOf = async (id: string): Promise<Exchange> => {
    const query =
      'query($id: ID!) { return(id: $id) { exchange { status code lineIds due { amountMinor } payBy } } }';
    type Answer = { return: { exchange: Exchange } };
    return (await desk.application.ok<Answer>('returns', query, { id }, desk.buyer.who)).return.exchange;
  };
  const linesOf = async (id: string) => {
    const query =
      'query($id: ID!) { order(id: $id) { lines { sku quantities { ordered delivered returned } } } }';
    type Answer = { order: { lines: { sku: string; quantities: Record<string, number> }[] } };
    return (await desk.application.ok<Answer>('orders', query, { id })).order.lines;
  };
  const charges = async (id: string): Promise<number[]> =>
    (await desk.order(id)).payments
      .filter(({ kind, state }) => kind === 'CHARGE' && state === 'SUCCEEDED')
      .map(({ amount }) => amount.amountMinor);
  const bringBack = async ({ lineId }: Sold, id: string, quantity = 1): Promise<void> => {
    await desk.receive(id, { locationId: 'store' });
    await desk.inspect(id, { lineId, quantity, disposition: 'RESTOCK' });
  };
  /** The location sends what was added. */
  const sendAdded = async ({ orderId }: Sold): Promise<void> => {
    const work = (await workOn(desk.application, orderId)).find(({ status }) => status === 'OPEN');
    if (work === undefined) throw new Error('Nobody works on the exchange.');
    await deliver(desk.application, orderId, await handOver(desk.application, work));
  };

  it('for another size moves no money, sent before the other is back', async () => {
    const sold = await bought();
    const { id } = await exchange(sold, 'boot-42');
    expect(await exchangeOf(id)).toMatchObject({ status: 'MADE', code: null });
    await sendAdded(sold);
    await bringBack(sold, id);
    expect(await linesOf(sold.orderId)).toMatchObject([
      { sku: 'boot-41', quantities: { ordered: 1, returned: 1 } },
      { sku: 'boot-42', quantities: { ordered: 1, delivered: 1, returned: 0 } },
    ]);
    expect([await charges(sold.orderId), await desk.refunds(sold.orderId)]).toEqual([[1_490], []]);
    expect(await desk.look(id)).toMatchObject({ status: 'REFUNDED', refund: { amountMinor: 0 } });
  });

  it('of two units of three is as even, and made once when it is asked twice', async () => {
    const sold = await bought(3);
    const input = { idempotencyKey: 'exchange-twice' };
    const first = await exchange(sold, 'boot-42', input, 2);
    const again = await exchange(sold, 'boot-42', input, 2);
    expect(again.id).toBe(first.id);
    expect((await linesOf(sold.orderId)).map(({ quantities }) => quantities['ordered'])).toEqual([3, 2]);
    await bringBack(sold, first.id, 2);
    expect(await desk.refunds(sold.orderId)).toEqual([]);
  });

  it('for something cheaper gives the difference back', async () => {
    const sold = await bought();
    const { id } = await exchange(sold, 'sandal');
    expect(await exchangeOf(id)).toMatchObject({ status: 'MADE' });
    expect(await desk.refunds(sold.orderId)).toEqual([400]);
    await sendAdded(sold);
    await bringBack(sold, id);
    expect(await desk.refunds(sold.orderId)).toEqual([400]);
    expect(await desk.look(id)).toMatchObject({ status: 'REFUNDED', refund: { amountMinor: 400 } });
  });

  it('for something dearer needs a card for the difference, charged when it is sent', async () => {
    const sold = await bought();
    const refused = await exchange(sold, 'coat');
    expect(await exchangeOf(refused.id)).toMatchObject({ status: 'REFUSED', code: 'PAYMENT_REQUIRED' });
    const other = await bought();
    const { id } = await exchange(other, 'coat', { cardToken: 'tok_ok' });
    expect(await exchangeOf(id)).toMatchObject({ status: 'MADE' });
    await sendAdded(other);
    expect(await charges(other.orderId)).toEqual([1_490, 500]);
    await bringBack(other, id);
    expect(await desk.refunds(other.orderId)).toEqual([]);
    // What was refused is a return like others: money for what came back.
    await bringBack(sold, refused.id);
    expect(await desk.refunds(sold.orderId)).toEqual([1_490]);
  });

  it('that nobody has is refused, and the money goes back', async () => {
    const sold = await bought();
    const { id } = await exchange(sold, 'boot-43');
    expect(await exchangeOf(id)).toMatchObject({ status: 'REFUSED', code: 'OUT_OF_STOCK', lineIds: [] });
    await bringBack(sold, id);
    expect(await desk.refunds(sold.orderId)).toEqual([1_490]);
    const unknown = await exchange(await bought(), 'no-such-sku');
    expect(await exchangeOf(unknown.id)).toMatchObject({ status: 'REFUSED', code: 'UNKNOWN_SKU' });
  });

  it('on receipt waits until the units are good', async () => {
    const sold = await bought();
    const { id } = await exchange(sold, 'boot-42', {}, 1, 'ON_RECEIPT');
    expect(await exchangeOf(id)).toMatchObject({ status: 'ASKED' });
    expect(await linesOf(sold.orderId)).toHaveLength(1);
    await bringBack(sold, id);
    expect(await exchangeOf(id)).toMatchObject({ status: 'MADE' });
    expect(await linesOf(sold.orderId)).toHaveLength(2);
    await sendAdded(sold);
    expect([await charges(sold.orderId), await desk.refunds(sold.orderId)]).toEqual([[1_490], []]);
    expect(await desk.look(id)).toMatchObject({ status: 'REFUNDED' });
  });

  const payText = `mutation($input: PayExchangeInput!) { payExchange(input: $input) { exchange { status } } }`;
  const payment = (returnId: string, cardToken: string, idempotencyKey: string, more: object = {}) => ({
    input: { returnId, cardToken, idempotencyKey, ...more },
  });
  const dueFor = async (sold: Sold): Promise<string> => {
    const { id } = await exchange(sold, 'coat', {}, 1, 'ON_RECEIPT');
    await bringBack(sold, id);
    expect(await exchangeOf(id)).toMatchObject({ status: 'PAYMENT_DUE', due: { amountMinor: 500 } });
    return id;
  };

  it('on receipt for something dearer waits until the customer pays it, with whichever card', async () => {
    const { application, buyer } = desk;
    const sold = await bought();
    const id = await dueFor(sold);
    expect(await desk.refunds(sold.orderId)).toEqual([]);
    const code = (of: object, who = buyer.who) => application.code('returns', payText, of, who);
    expect(await code(payment(id, 'tok_declined', 'no-money'))).toBe('PAYMENT_DECLINED');
    // The same call gives the same answer; the exchange still waits.
    expect(await code(payment(id, 'tok_declined', 'no-money'))).toBe('PAYMENT_DECLINED');
    expect(await exchangeOf(id)).toMatchObject({ status: 'PAYMENT_DUE' });
    const agent = callers.agent(['orders:write']);
    expect(await code(payment(id, 'tok_ok', 'by-agent'), agent)).toBe('BAD_USER_INPUT');
    expect(await code(payment(id, 'tok_ok', 'by-other'), callers.shopper('somebody'))).toBe('NOT_FOUND');
    expect(await code(payment('no-return', 'tok_ok', 'of-none'))).toBe('NOT_FOUND');
    expect(await code(payment(id, 'tok_ok', ''))).toBe('BAD_USER_INPUT');
    const paying = [1, 2].map(() => code(payment(id, 'tok_ok', 'paid')));
    expect(await Promise.all(paying)).toEqual([undefined, undefined]);
    await application.settle();
    expect(await code(payment(id, 'tok_ok', 'paid'))).toBeUndefined();
    expect(await exchangeOf(id)).toMatchObject({ status: 'MADE', due: null, payBy: null });
    await sendAdded(sold);
    expect([await charges(sold.orderId), await desk.refunds(sold.orderId)]).toEqual([[1_490, 500], []]);
    expect(await linesOf(sold.orderId)).toMatchObject([{ sku: 'boot-41' }, { sku: 'coat' }]);
    expect(await desk.look(id)).toMatchObject({ status: 'REFUNDED' });
  });

  it('on receipt that nobody pays in time gives the money back', async () => {
    const { application } = desk;
    const sold = await bought();
    const id = await dueFor(sold);
    await application.clock.advanceBy(6 * dayMs);
    await application.settle();
    expect(await exchangeOf(id)).toMatchObject({ status: 'PAYMENT_DUE' });
    await application.clock.advanceBy(2 * dayMs);
    await application.settle();
    expect(await exchangeOf(id)).toMatchObject({ status: 'REFUSED', code: 'PAYMENT_REQUIRED', due: null });
    expect(await desk.refunds(sold.orderId)).toEqual([1_490]);
    const late = payment(id, 'tok_ok', 'too-late');
    expect(await application.code('returns', payText, late, desk.buyer.who)).toBe('INVALID_TRANSITION');
  });

  it('on receipt takes no card before', async () => {
    const sold = await bought();
    const ask = exchange(sold, 'coat', { cardToken: 'tok_ok' }, 1, 'ON_RECEIPT');
    await expect(ask).rejects.toThrow(/payExchange/);
  });

  it('on receipt of units that are not good does not happen', async () => {
    const sold = await bought();
    const { id } = await exchange(sold, 'boot-42', {}, 1, 'ON_RECEIPT');
    await desk.receive(id, { locationId: 'store' });
    await desk.inspect(id, { lineId: sold.lineId, quantity: 1, disposition: 'REFUSE' });
    expect(await exchangeOf(id)).toMatchObject({ status: 'REFUSED' });
    expect(await linesOf(sold.orderId)).toHaveLength(1);
    expect(await desk.refunds(sold.orderId)).toEqual([]);
  });
});
