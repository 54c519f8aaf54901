import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countDifferent } from '../../subgraphs/orders/store/unitCheckModel.ts';
import { cancelUnits, faultsAtRest } from '../support/cancelling.ts';
import { buyShoes, openShoeShop, type ShoeShop } from '../support/shoeShop.ts';
import { firstWorkOn, handOver } from '../support/staff.ts';

describe('the comparison of both counters', () => {
  let shop: ShoeShop;
  beforeAll(async () => {
    shop = await openShoeShop(50);
  });
  afterAll(() => shop.application.stop());

  const checks = () => shop.application.database('orders').collection('unitChecks');
  const pass = async (minutes: number): Promise<void> => {
    for (let at = 0; at < minutes; at++) await shop.application.clock.advanceBy(60_000);
    await shop.application.settle();
  };

  it('finds nothing where everything is as it should be, and forgets the order', async () => {
    const { application, buyer } = shop;
    const first = await buyShoes(shop, 3);
    const lines = [{ lineId: first.lineId, quantity: 1 }];
    await cancelUnits(application, buyer.who, { orderId: first.orderId, lines });
    await handOver(application, { ...(await firstWorkOn(application, first.orderId)), lines: [{ ...lines[0], lineId: first.lineId, sku: 'shoe', quantity: 2 }] }); // prettier-ignore
    const second = await buyShoes(shop, 2);
    await cancelUnits(application, buyer.who, { orderId: second.orderId });
    await application.settle();
    expect(await checks().countDocuments()).toBeGreaterThan(0);
    await pass(4);
    expect(await checks().countDocuments()).toBe(0);
    for (const { orderId } of [first, second]) expect(await faultsAtRest(application, orderId)).toEqual([]);
  });

  it('tells of a difference that stays, until it is gone', async () => {
    const { application } = shop;
    const { orderId } = await buyShoes(shop, 2);
    const work = await firstWorkOn(application, orderId);
    await handOver(application, work);
    const works = application.database('fulfillment').collection<{ _id: string }>('fulfillmentOrders');
    const set = (quantity: number) =>
      works.updateOne({ _id: work.id }, { $set: { 'lines.0.quantity': quantity } });
    await set(3);
    await pass(4);
    // Seen once, it may still be on its way.
    expect(await countDifferent(application.database('orders'))).toBe(0);
    await pass(11);
    expect(await countDifferent(application.database('orders'))).toBe(1);
    expect(await checks().findOne()).toMatchObject({
      _id: orderId,
      differences: [{ counter: 'wanted', orders: 2, fulfillment: 3 }],
    });
    await set(2);
    await pass(11);
    expect(await countDifferent(application.database('orders'))).toBe(0);
  });
});
