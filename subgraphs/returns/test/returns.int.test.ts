import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buyer } from '../../../test/support/buyer.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { deliver, firstWorkOn, handOver } from '../../../test/support/staff.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import * as figures from './returnFigures.ts';
import * as texts from './returnTexts.ts';
import type { Asked, Bought, Return } from './returnTexts.ts';

const dayMs = 86_400_000;

describe('a return', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let keys = 0;
  const worker = callers.agent(['returns:work']);

  const bought = (quantity: number): Promise<Bought> => buyShoes({ application, buyer }, quantity);
  const delivered = async (quantity: number): Promise<Bought> => {
    const order = await bought(quantity);
    const work = await handOver(application, await firstWorkOn(application, order.orderId));
    await deliver(application, order.orderId, work);
    return order;
  };
  const inputOf = ({ orderId, lineId }: Bought, quantity: number, more: object = {}) => ({
    ...{ orderId, method: 'DROP_OFF', idempotencyKey: `return-${++keys}` },
    lines: [{ lineId, quantity, reason: 'DOES_NOT_FIT' }],
    ...more,
  });
  const ask = async (input: object): Promise<Asked> => {
    type Answer = { requestReturn: Asked };
    const { requestReturn } = await application.ok<Answer>(
      'returns',
      texts.requestText,
      { input },
      buyer.who,
    );
    await application.settle();
    return requestReturn;
  };
  const asked = async (order: Bought, quantity: number, more: object = {}): Promise<Return> => {
    const answer = await ask(inputOf(order, quantity, more));
    if (answer.return === undefined) throw new Error(`Refused: ${answer.code ?? ''}`);
    return answer.return;
  };
  const look = async (id: string, who = buyer.who): Promise<Return | null> => {
    const query = `query($id: ID!) { return(id: $id) { ${texts.fields} } }`;
    return (await application.ok<{ return: Return | null }>('returns', query, { id }, who)).return;
  };
  const act = async (query: string, variables: object, who = worker): Promise<Return> => {
    const { done } = await application.ok<{ done: Return }>('returns', query, variables, who);
    await application.settle();
    return done;
  };
  const onHand = () => figures.shoesOnHand(application);
  const moneyOf = (id: string) => figures.moneyOf(application, id);

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  it('goes from the request to the money, and only what is good is sold again', async () => {
    const order = await delivered(3);
    const { id } = await asked(order, 3);
    const labelled = await look(id);
    expect(labelled).toMatchObject({ status: 'LABEL_ISSUED', cost: { amountMinor: 290 }, refund: null });
    expect(labelled?.shipment?.id).toBeTruthy();
    expect(labelled?.label?.contentBase64.length).toBeGreaterThan(100);
    const before = await onHand();
    const receive = { input: { id, locationId: 'warehouse', key: 'arrived' } };
    const received = await act(texts.receiveText, receive);
    expect(received).toMatchObject({ status: 'RECEIVED', lines: [{ quantity: 3, received: 3 }] });
    expect(await act(texts.receiveText, receive)).toEqual(received);
    expect(await onHand()).toBe(before);
    const finding = (disposition: string) => ({ lineId: order.lineId, quantity: 1, disposition });
    const many = { input: { id, key: 'many', findings: [{ ...finding('RESTOCK'), quantity: 4 }] } };
    expect(await application.code('returns', texts.inspectText, many, worker)).toBe('INVALID_QUANTITY');
    const findings = ['RESTOCK', 'SCRAP', 'REFUSE'].map(finding);
    const inspect = { input: { id, key: 'looked-at', findings } };
    await act(texts.inspectText, inspect);
    await act(texts.inspectText, inspect);
    expect(await onHand()).toBe(before + 1);
    // Two of three units are accepted and the way back is taken off; the third stays the customer's.
    const refund = 2 * 1_000 - 290;
    expect(await look(id)).toMatchObject({
      ...{ status: 'REFUNDED', refund: { amountMinor: refund } },
      lines: [{ dispositions: findings.map(({ disposition, quantity }) => ({ disposition, quantity })) }],
    });
    expect(await moneyOf(order.orderId)).toEqual({
      ...{ refunded: refund, refunds: [['SUCCEEDED', refund]], returned: [2], onTheWay: [0] },
    });
  });

  it('with two entries of one line is found and refunded entry by entry', async () => {
    const order = await delivered(2);
    const entry = (reason: string) => ({ lineId: order.lineId, quantity: 1, reason });
    const more = { method: 'IN_STORE', lines: [entry('DAMAGED'), entry('CHANGED_MIND')] };
    const { id } = await asked(order, 2, more);
    await act(texts.receiveText, { input: { id, locationId: 'warehouse', key: 'both' } });
    const find = (key: string, findings: readonly object[]) => ({ input: { id, key, findings } });
    const finding = (n: number, quantity = 1, disposition = 'RESTOCK') => ({
      ...{ entryId: `${id}:${n}`, lineId: order.lineId, quantity, disposition },
    });
    const tooMany = find('too-many', [finding(1, 2)]);
    expect(await application.code('returns', texts.inspectText, tooMany, worker)).toBe('INVALID_QUANTITY');
    const first = await act(texts.inspectText, find('damaged', [finding(1, 1, 'SCRAP')]));
    expect(first).toMatchObject({
      status: 'RECEIVED',
      lines: [
        { dispositions: [{ disposition: 'SCRAP', quantity: 1 }], open: 0 },
        { dispositions: [], open: 1 },
      ],
    });
    expect(await moneyOf(order.orderId)).toMatchObject({ refunded: 1_000, returned: [1], onTheWay: [1] });
    expect(await look(id)).toMatchObject({ status: 'RECEIVED', refund: { amountMinor: 1_000 } });
    const again = find('again', [finding(1)]);
    expect(await application.code('returns', texts.inspectText, again, worker)).toBe('INVALID_QUANTITY');
    await act(texts.inspectText, find('fine', [finding(2)]));
    expect(await moneyOf(order.orderId)).toMatchObject({ refunded: 2_490, returned: [2], onTheWay: [0] });
    expect(await look(id)).toMatchObject({ status: 'REFUNDED', refund: { amountMinor: 2_490 } });
    expect((await ask(inputOf(order, 1))).code).toBe('ALREADY_RETURNED');
  });

  it('inspected in parts pays the way back once, and what was refused may come back later', async () => {
    const order = await delivered(3);
    const { id } = await asked(order, 3);
    await act(texts.receiveText, { input: { id, locationId: 'warehouse', key: 'all' } });
    const found = (disposition: string) => [{ lineId: order.lineId, quantity: 1, disposition }];
    for (const disposition of ['RESTOCK', 'REFUSE', 'DONATE'])
      await act(texts.inspectText, { input: { id, key: disposition, findings: found(disposition) } });
    expect(await moneyOf(order.orderId)).toMatchObject({
      refunded: 2_000 - 290,
      returned: [2],
      onTheWay: [0],
    });
    expect(await look(id)).toMatchObject({ status: 'REFUNDED', refund: { amountMinor: 1_710 } });
  });

  it('brought to the store needs no label and costs nothing', async () => {
    const order = await delivered(1);
    const { id } = await asked(order, 1, { method: 'IN_STORE' });
    expect(await look(id)).toMatchObject({ status: 'AUTHORIZED', shipment: null, label: null });
    await act(
      texts.receiveText,
      { input: { id, locationId: 'store', key: 'brought' } },
      {
        ...callers.associate('store'),
        scopes: ['returns:work'],
      },
    );
    const findings = [{ lineId: order.lineId, quantity: 1, disposition: 'DONATE' }];
    await act(texts.inspectText, { input: { id, key: 'given-away', findings } });
    expect(await look(id)).toMatchObject({ status: 'REFUNDED', refund: { amountMinor: 1_490 } });
  });

  it('of which not everything arrives gives back what arrived, and the rest may still come', async () => {
    const order = await delivered(2);
    const { id } = await asked(order, 2, { method: 'IN_STORE' });
    const lines = [{ lineId: order.lineId, quantity: 1 }];
    await act(texts.receiveText, { input: { id, locationId: 'warehouse', key: 'one-only', lines } });
    const findings = [{ lineId: order.lineId, quantity: 1, disposition: 'RESTOCK' }];
    await act(texts.inspectText, { input: { id, key: 'good', findings } });
    expect(await moneyOf(order.orderId)).toMatchObject({ refunded: 1_000, returned: [1], onTheWay: [0] });
    expect((await ask(inputOf(order, 2))).code).toBe('ALREADY_RETURNED');
    expect((await ask(inputOf(order, 1))).__typename).toBe('RequestReturnSuccess');
  });

  it('of units that have not been delivered is refused', async () => {
    const order = await bought(1);
    expect(await ask(inputOf(order, 1))).toEqual({
      ...{ __typename: 'NotReturnable', code: 'NOT_DELIVERED', lineIds: [order.lineId] },
    });
    expect((await ask(inputOf(await delivered(1), 2))).code).toBe('NOT_DELIVERED');
  });

  it('asked twice with one key is one return, and the same units do not come back twice', async () => {
    const order = await delivered(2);
    const input = inputOf(order, 1);
    const first = await ask(input);
    expect((await ask(input)).return?.id).toBe(first.return?.id);
    const other = { ...input, method: 'PICKUP' };
    expect(await application.code('returns', texts.requestText, { input: other }, buyer.who)).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect((await ask(inputOf(order, 2))).code).toBe('ALREADY_RETURNED');
    const both = await Promise.all([ask(inputOf(order, 1)), ask(inputOf(order, 1))]);
    expect(both.map(({ code }) => code).sort()).toEqual(['ALREADY_RETURNED', undefined]);
  });

  it('that is withdrawn frees its units to be returned again', async () => {
    const order = await delivered(1);
    const { id } = await asked(order, 1);
    expect((await ask(inputOf(order, 1))).code).toBe('ALREADY_RETURNED');
    expect((await act(texts.cancelText, { id, key: 'kept-after-all' }, buyer.who)).status).toBe('CANCELLED');
    const again = await asked(order, 1);
    await act(texts.receiveText, { input: { id: again.id, locationId: 'warehouse', key: 'here' } });
    const late = { id: again.id, key: 'too-late' };
    expect(await application.code('returns', texts.cancelText, late, buyer.who)).toBe('INVALID_TRANSITION');
  });

  it('of a foreign order looks like one of none, and only staff receives and inspects', async () => {
    const order = await delivered(1);
    const stranger = callers.shopper('somebody-else');
    const input = inputOf(order, 1);
    expect(await application.code('returns', texts.requestText, { input }, stranger)).toBe('NOT_FOUND');
    const none = { ...input, orderId: 'no-such-order' };
    expect(await application.code('returns', texts.requestText, { input: none }, buyer.who)).toBe(
      'NOT_FOUND',
    );
    const { id } = await asked(order, 1);
    expect(await look(id, stranger)).toBeNull();
    expect(await application.code('returns', texts.cancelText, { id, key: 'theirs' }, stranger)).toBe(
      'NOT_FOUND',
    );
    const receive = { input: { id, locationId: 'warehouse', key: 'mine' } };
    expect(await application.code('returns', texts.receiveText, receive, buyer.who)).toBe('FORBIDDEN');
    const elsewhere = { ...callers.associate('store'), scopes: ['returns:work'] };
    expect(await application.code('returns', texts.receiveText, receive, elsewhere)).toBe('FORBIDDEN');
  });

  it('is refused once the window has closed by the clock', async () => {
    const order = await delivered(2);
    await application.clock.advanceBy(29 * dayMs);
    await application.settle();
    expect((await ask(inputOf(order, 1))).__typename).toBe('RequestReturnSuccess');
    await application.clock.advanceBy(2 * dayMs);
    await application.settle();
    expect((await ask(inputOf(order, 1))).code).toBe('WINDOW_CLOSED');
  });
});
