import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelUnits, faultsAtRest, orderOf, scan, workUntil, type Said } from '../support/cancelling.ts';
import { buyShoes, openShoeShop, type ShoeShop } from '../support/shoeShop.ts';
import { expectSoundStock } from '../support/stockInvariants.ts';
import { firstWorkOn, type Work } from '../support/staff.ts';

/** Races of each kind. The whole battery: CANCEL_RACES=200. */
const races = Number(process.env['CANCEL_RACES'] ?? 6);
/** Each race settles a whole application: the battery takes minutes. */
const timeout = 60_000 + races * 5_000;

const codes = {
  handOver: 'mutation($id: ID!) { handOverFulfillmentOrder(input: { id: $id }) { id } }',
  pick: 'mutation($id: ID!) { pickFulfillmentOrder(input: { id: $id }) { id } }',
  collect: 'mutation($id: ID!) { collectFulfillmentOrder(input: { id: $id }) { id } }',
} as const;

describe('a cancellation and the location at the same moment', () => {
  let shop: ShoeShop;
  beforeAll(async () => {
    shop = await openShoeShop(5_000);
  });
  afterAll(() => shop.application.stop());

  const cancel = (orderId: string, lines?: { lineId: string; quantity: number }[]): Promise<Said> =>
    cancelUnits(shop.application, shop.buyer.who, { orderId, ...(lines === undefined ? {} : { lines }) });
  const press = (action: keyof typeof codes, { id }: Work): Promise<unknown> =>
    shop.application.code('fulfillment', codes[action], { id });
  const fresh = async (quantity: number, step: Parameters<typeof workUntil>[2]) => {
    const { orderId, lineId } = await buyShoes(shop, quantity);
    const work = await firstWorkOn(shop.application, orderId);
    await workUntil(shop.application, work, step);
    return { orderId, lineId, work };
  };
  /** Both at once, one a little later than the other in half of the races. */
  const race = async <A, B>(round: number, a: () => Promise<A>, b: () => Promise<B>): Promise<[A, B]> => {
    const turns = round % 5;
    const later = async <T>(task: () => Promise<T>): Promise<T> => {
      for (let turn = 0; turn < turns * 4; turn++) await new Promise((resolve) => setImmediate(resolve));
      return task();
    };
    return round % 2 === 0 ? Promise.all([a(), later(b)]) : Promise.all([later(a), b()]);
  };
  /** Nothing contradicts anything once all messages have arrived; how many units are cancelled, and how many left. */
  const atRest = async (orderId: string): Promise<{ cancelled: number; shipped: number }> => {
    await shop.application.settle();
    expect(await faultsAtRest(shop.application, orderId)).toEqual([]);
    const { counters } = (await orderOf(shop.application, orderId)).lines[0] ?? {};
    return { cancelled: counters?.cancelled ?? -1, shipped: counters?.shipped ?? -1 };
  };
  /** What the customer was told, in units. */
  const told = (said: Said) =>
    said.__typename === 'CancelTooLate'
      ? { cancelled: 0, open: 0 }
      : { cancelled: said.cancelledUnits ?? 0, open: said.askedUnits ?? 0 };

  it(`tell one of them yes when the parcels are handed over (${races} races)`, { timeout }, async () => {
    const won = { cancel: 0, handOver: 0 };
    for (let round = 0; round < races; round++) {
      const { orderId, work } = await fresh(2, 'LABELLED');
      const [said, code] = await race(
        round,
        () => cancel(orderId),
        () => press('handOver', work),
      );
      const { cancelled, shipped } = await atRest(orderId);
      expect([cancelled, shipped]).toEqual(code === undefined ? [0, 2] : [2, 0]);
      const { cancelled: yes, open } = told(said);
      // Nobody is told yes before it is so, nor when the other was.
      expect(yes).toBe(code === undefined || open > 0 ? 0 : 2);
      won[code === undefined ? 'handOver' : 'cancel'] += 1;
    }
    expect(won.cancel + won.handOver).toBe(races);
  });

  it(`agree on the units when some are picked (${races} races)`, { timeout }, async () => {
    for (let round = 0; round < races; round++) {
      const { orderId, lineId, work } = await fresh(3, 'ACCEPTED');
      const [said, code] = await race(
        round,
        () => cancel(orderId, [{ lineId, quantity: 1 }]),
        () => press('pick', work),
      );
      expect([told(said), code]).toEqual([{ cancelled: 1, open: 0 }, undefined]);
      const now = await firstWorkOn(shop.application, orderId);
      expect(now).toMatchObject({ step: 'PICKED' });
      const lines = [{ lineId, quantity: 2 }];
      const { application } = shop;
      const pack = 'mutation($input: PackInput!) { packFulfillmentOrder(input: $input) { id } }';
      await application.ok('fulfillment', pack, { input: { id: work.id, parcels: [{ weightGrams: 500, lines }] } }); // prettier-ignore
      const label = 'mutation($id: ID!) { labelFulfillmentOrder(input: { id: $id }) { id } }';
      await application.ok('fulfillment', label, { id: work.id });
      expect(await press('handOver', work)).toBeUndefined();
      expect(await atRest(orderId)).toEqual({ cancelled: 1, shipped: 2 });
      expect((await orderOf(application, orderId)).lines[0]?.counters).toMatchObject({
        picked: 2,
        packed: 2,
      });
    }
  });

  it(`believe the carrier when it scans the parcels (${races} races)`, { timeout }, async () => {
    for (let round = 0; round < races; round++) {
      const { orderId, work } = await fresh(2, 'LABELLED');
      const [said] = await race(
        round,
        () => cancel(orderId),
        () => scan(shop.application, orderId),
      );
      const { cancelled, shipped } = await atRest(orderId);
      expect([
        [2, 0],
        [0, 2],
      ]).toContainEqual([cancelled, shipped]);
      const { cancelled: yes, open } = told(said);
      expect(yes === cancelled || open > 0).toBe(true);
      // Whoever comes with the button afterwards changes nothing.
      await press('handOver', work);
      expect(await atRest(orderId)).toEqual({ cancelled, shipped });
    }
  });

  it('comes too late after the scan, whoever presses what', async () => {
    const { orderId, work } = await fresh(1, 'LABELLED');
    expect(await scan(shop.application, orderId)).toBe(true);
    await shop.application.settle();
    expect((await cancel(orderId)).__typename).toBe('CancelTooLate');
    expect(await press('handOver', work)).toBeUndefined();
    expect(await atRest(orderId)).toEqual({ cancelled: 0, shipped: 1 });
  });

  it('never lets two customers of one order cancel the same units', async () => {
    const { orderId, lineId } = await fresh(3, 'PACKED');
    const lines = [{ lineId, quantity: 2 }];
    const said = await Promise.all([cancel(orderId, lines), cancel(orderId, lines)]);
    const { cancelled } = await atRest(orderId);
    expect(cancelled).toBe(2);
    expect(said.map((each) => each.__typename).sort()).toEqual(['CancelOrderSuccess', 'CancelTooLate']);
  });

  it('leaves stock as it should be', async () => {
    await expectSoundStock(shop.application);
  });
});
