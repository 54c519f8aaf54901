import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tell } from '../../../test/support/staff.ts';
import { openReturnDesk, type ReturnDesk, type Sold } from '../../../test/support/returnDesk.ts';

describe('what goes back of an order', () => {
  let desk: ReturnDesk;
  beforeAll(async () => {
    desk = await openReturnDesk();
  });
  afterAll(() => desk.application.stop());

  const sendBack = async (sold: Sold, quantity: number, reason: string, more: object = {}) => {
    const { id, cost } = await desk.asked(sold, [[quantity, reason]]);
    await desk.receive(id);
    await desk.inspect(id, { lineId: sold.lineId, quantity, disposition: 'SCRAP', ...more });
    return { cost: cost.amountMinor, refunds: await desk.refunds(sold.orderId) };
  };
  const lose = async ({ orderId, work }: Sold): Promise<void> =>
    tell(desk.application, ['orders'], 'shipping.ShipmentLost', {
      ...{ shipmentId: work.shipment?.id ?? '', orderId, fulfillmentOrderId: work.id },
      lines: work.lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
    });

  it('is the delivery, too, when the customer withdraws from all of it', async () => {
    expect(await sendBack(await desk.delivered(2), 2, 'CHANGED_MIND')).toEqual({
      ...{ cost: 290, refunds: [2_000 + 490 - 290] },
    });
  });

  it('is the goods alone when something is kept, and the delivery with the last of it', async () => {
    const sold = await desk.delivered(2);
    expect((await sendBack(sold, 1, 'CHANGED_MIND')).refunds).toEqual([1_000 - 290]);
    expect((await sendBack(sold, 1, 'DOES_NOT_FIT')).refunds).toEqual([710, 1_490 - 290]);
  });

  it('is everything and a free way back when the retailer is at fault', async () => {
    for (const reason of ['DAMAGED', 'WRONG_ITEM', 'DEFECTIVE', 'TOO_LATE'])
      expect(await sendBack(await desk.delivered(1), 1, reason)).toEqual({ cost: 0, refunds: [1_490] });
  });

  it('is everything when the whole order is lost, and the goods when a part is', async () => {
    const sold = await desk.sent(2);
    await lose(sold);
    expect(await desk.refunds(sold.orderId)).toEqual([2_490]);
    expect(await desk.order(sold.orderId)).toMatchObject({ totals: { refunded: { amountMinor: 2_490 } } });
  });

  it('follows the rules of the country, and of who is at fault as found', async () => {
    await desk.decide('orders', {
      deliveryRefundRules: [
        { countries: ['FR'], retailersFault: 'ALL', withdrawal: 'NONE' },
        { retailersFault: 'ALL', withdrawal: 'ALL' },
      ],
    });
    expect((await sendBack(await desk.delivered(1), 1, 'CHANGED_MIND')).refunds).toEqual([710]);
    expect((await sendBack(await desk.delivered(1), 1, 'DAMAGED')).refunds).toEqual([1_490]);
    expect((await sendBack(await desk.delivered(1), 1, 'DAMAGED', { fault: false })).refunds).toEqual([
      1_000,
    ]);
    const found = await sendBack(await desk.delivered(1), 1, 'CHANGED_MIND', { fault: true });
    expect(found.refunds).toEqual([1_490 - 290]);
  });

  it('costs nothing on the way when one of the units is faulty', async () => {
    const sold = await desk.delivered(2);
    const both = await desk.asked(sold, [
      [1, 'DEFECTIVE'],
      [1, 'CHANGED_MIND'],
    ]);
    expect(both.cost.amountMinor).toBe(0);
  });

  it('may be asked for as long as the narrowest rule says', async () => {
    const { application } = desk;
    const sold = await desk.delivered(1);
    const endsAt = async (args = ''): Promise<number | null> => {
      const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { at: returnWindowEndsAt${args} } } }`;
      const variables = { of: [{ __typename: 'Order', id: sold.orderId }] };
      type Answer = { _entities: { at: string | null }[] };
      const { _entities } = await application.ok<Answer>('returns', query, variables, desk.buyer.who);
      const at = _entities[0]?.at ?? null;
      return at === null ? null : Date.parse(at);
    };
    const dayMs = 86_400_000;
    const thirty = (await endsAt()) ?? 0;
    await desk.decide('returns', {
      returnWindows: [
        { category: 'things', days: 14 },
        { channel: 'web', days: 60 },
        { country: 'DE', days: 100 },
        { productId: 'product-of-shoe', reasons: ['DEFECTIVE'], days: 730 },
      ],
    });
    expect(await endsAt()).toBe(thirty - 16 * dayMs);
    expect(await endsAt('(reason: DEFECTIVE)')).toBe(thirty + 700 * dayMs);
    await desk.decide('returns', { returnWindows: [{ sku: 'shoe', days: 0 }] });
    expect(await endsAt()).toBeNull();
    expect(await desk.ask(sold, [[1, 'DAMAGED']])).toBe('NOT_RETURNABLE');
  });
});
