import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buyer } from '../../../test/support/buyer.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { handOver, workOn } from '../../../test/support/staff.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { changesOf, movedIn, sumsOf } from './changeSupport.ts';

const lille = { name: 'A B', line1: 'Rue 9', postalCode: '59000', city: 'Lille', country: 'FR' };
const unitPoints = ['change.afterClaim', 'change.afterHold', 'change.afterAuthorise'];
const wayPoints = ['change.afterClaim', 'change.afterAuthorise', 'change.afterAsk', 'change.afterMove'];

describe('a change that dies on its way', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let changes: ReturnType<typeof changesOf>;
  let dieAt: string | undefined;

  beforeAll(async () => {
    const crashpoint = (name: string): void => {
      if (name !== dieAt) return;
      dieAt = undefined;
      throw new Error(`died at ${name}`);
    };
    ({ application, buyer } = await openShoeShop(100, { crashpoint }));
    changes = changesOf(application, buyer);
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  /** Sends what is left to be sent; the money then is what the order costs. */
  const finish = async (orderId: string) => {
    for (const work of await workOn(application, orderId))
      if (work.status !== 'CANCELLED') await handOver(application, work);
    const order = await changes.load(orderId);
    const { total, captured, outstanding } = sumsOf(order);
    expect([captured, outstanding]).toEqual([total, 0]);
    return order;
  };

  for (const point of unitPoints)
    it(`adding units at ${point} is made once, by whoever repeats it`, async () => {
      const { orderId } = await buyShoes({ application, buyer }, 1);
      const input = await changes.agreed({ orderId, add: [{ sku: 'shoe', quantity: 2 }] });
      dieAt = point;
      expect(await changes.code(input)).toBeDefined();
      expect(dieAt).toBeUndefined();
      await application.clock.advanceBy(31_000);
      expect(await changes.confirm(input)).toMatchObject({ __typename: 'OrderChanged' });
      const order = await finish(orderId);
      expect(order.lines[0]?.quantities).toMatchObject({ ordered: 3, shipped: 3 });
      expect(movedIn(order).filter(([kind]) => kind === 'AUTHORIZATION')).toHaveLength(2);
    });

  for (const point of wayPoints)
    it(`another way at ${point} is made once, though nobody repeats it`, async () => {
      const { orderId } = await buyShoes({ application, buyer }, 2);
      const input = await changes.agreed({ orderId, address: lille });
      dieAt = point;
      expect(await changes.code(input)).toBeDefined();
      expect(dieAt).toBeUndefined();
      await application.settle();
      await application.clock.advanceBy(60_000);
      await application.settle();
      expect(await changes.confirm(input)).toMatchObject({ __typename: 'OrderChanged' });
      const order = await finish(orderId);
      expect(order.address['city']).toBe('Lille');
      expect(order.lines[0]?.quantities).toMatchObject({ ordered: 2, cancelled: 0, shipped: 2 });
    });

  it('and came to nothing gives everything back once', async () => {
    const { orderId } = await buyShoes({ application, buyer }, 1);
    const before = await changes.reserved('shoe');
    const input = await changes.agreed({ orderId, add: [{ sku: 'shoe', quantity: 2 }] }, undefined, {
      paymentToken: 'tok_declined',
    });
    dieAt = 'change.afterFail';
    expect(await changes.code(input)).toBeDefined();
    expect(dieAt).toBeUndefined();
    await application.clock.advanceBy(31_000);
    expect(await changes.confirm(input)).toMatchObject({ __typename: 'PaymentDeclined' });
    expect(await changes.reserved('shoe')).toEqual(before);
    expect((await finish(orderId)).lines[0]?.quantities).toMatchObject({ ordered: 1, shipped: 1 });
  });
});
