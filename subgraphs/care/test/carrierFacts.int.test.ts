import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { tell, type Work } from '../../../test/support/staff.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A midnight in Paris, where the orders of these tests go. */
const midnightAfter = (ms: number): number => Math.ceil((ms + hourMs) / dayMs) * dayMs - hourMs;

describe('what carriers say on the way', () => {
  let shop: CareShop;
  const now = (): number => shop.application.clock.nowMs();
  const hear = <N extends Parameters<typeof tell>[2]>(type: N, data: EventPayload<N>) =>
    tell(shop.application, ['care'], type, data);
  const until = (ms: number): Promise<void> => shop.moveOn(ms - now());
  const shipped = async (): Promise<{ id: string; work: Work }> => {
    const id = await shop.order();
    const work = await shop.shipped(id);
    await shop.moveOn(3_000);
    return { id, work };
  };
  const timesOf = async (id: string, code: string): Promise<number> =>
    (await shop.messagesOf(id)).filter((each) => each.code === code && each.channel === 'EMAIL').length;

  beforeAll(async () => {
    shop = await openCareShop();
    await until(midnightAfter(now()) + 12 * hourMs);
  });
  afterAll(() => shop.stop());

  it('reminds of a parcel that waits at a pickup point, and of its last day, not of one that was fetched or goes back', async () => {
    const [waiting, fetched, back] = [await shipped(), await shipped(), await shipped()];
    const midnight = midnightAfter(now());
    const keptUntilMs = midnight + 5 * dayMs;
    for (const { id, work } of [waiting, fetched, back])
      await shop.scan(id, work, 'AVAILABLE_FOR_PICKUP', { keptUntilMs });
    await until(midnight + 2 * dayMs + 7 * hourMs);
    await shop.deliver(fetched.id, fetched.work);
    expect(await timesOf(waiting.id, 'PICKUP_POINT_REMINDER')).toBe(0);
    await until(midnight + 2 * dayMs + 8 * hourMs + 120_000);
    expect(await shop.fates(waiting.id)).toMatchObject({ PICKUP_POINT_REMINDER: 'SENT' });
    expect(await shop.fates(back.id)).toMatchObject({ PICKUP_POINT_REMINDER: 'SENT' });
    await shop.scan(back.id, back.work, 'RETURN_TO_SENDER');
    await until(midnight + 4 * dayMs + 7 * hourMs);
    expect(await timesOf(waiting.id, 'PICKUP_POINT_LAST_DAY')).toBe(0);
    await until(midnight + 4 * dayMs + 8 * hourMs + 120_000);
    await until(keptUntilMs + hourMs);
    expect(await shop.fates(waiting.id)).toMatchObject({ PICKUP_POINT_LAST_DAY: 'SENT' });
    const reminders = ['PICKUP_POINT_REMINDER', 'PICKUP_POINT_LAST_DAY'];
    for (const code of reminders) expect([code, await timesOf(waiting.id, code)]).toEqual([code, 1]);
    for (const code of reminders) expect([code, await timesOf(fetched.id, code)]).toEqual([code, 0]);
    expect(await timesOf(back.id, 'PICKUP_POINT_LAST_DAY')).toBe(0);
  });

  it('tells that a parcel is at customs, once for each stay, and not when it has left again', async () => {
    const { id, work } = await shipped();
    await shop.scan(id, work, 'CUSTOMS');
    await shop.moveOn(3_000);
    expect(await shop.fates(id)).toMatchObject({ CUSTOMS: 'SENT' });
    await shop.scan(id, work, 'CUSTOMS');
    await shop.moveOn(3_000);
    expect(await timesOf(id, 'CUSTOMS')).toBe(1);
    await shop.scan(id, work, 'IN_TRANSIT');
    await shop.moveOn(3_000);
    await shop.scan(id, work, 'CUSTOMS');
    await shop.moveOn(3_000);
    expect(await timesOf(id, 'CUSTOMS')).toBe(2);
    const quick = await shipped();
    const at = now();
    await shop.scan(quick.id, quick.work, 'CUSTOMS', { at });
    await shop.scan(quick.id, quick.work, 'IN_TRANSIT', { at: at + 1_000 });
    await shop.moveOn(3_000);
    expect(await shop.fates(quick.id)).toMatchObject({ CUSTOMS: 'NEWER_FACT' });
  });

  it('gives a number that the carrier does not know to the desk and tells of it, until the parcel is scanned', async () => {
    const { id, work } = await shipped();
    const about = { shipmentId: work.shipment?.id ?? '', orderId: id, number: 1, trackingCode: 'x' };
    const place = { carrier: 'c', serviceCode: 'parcel', locationId: 'warehouse', isReturn: false };
    await hear('shipping.TrackingNumberUnknown', { ...about, ...place, atMs: now() });
    await shop.moveOn(3_000);
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
      incidents { type status knownBy } tickets { reason status resolution } } } }`;
    type Seen = { incidents: object[]; tickets: object[] };
    const seen = async () => {
      const of = [{ __typename: 'Order', id }];
      return (await shop.application.ok<{ _entities: [Seen] }>('care', query, { of }))._entities[0];
    };
    expect(await seen()).toMatchObject({
      incidents: [{ type: 'TRACKING_INVALID', status: 'OPEN', knownBy: 'CARRIER' }],
      tickets: [{ reason: 'OTHER', status: 'NEW' }],
    });
    expect(await shop.fates(id)).toMatchObject({ TRACKING_INVALID: 'SENT' });
    await shop.scan(id, work, 'IN_TRANSIT');
    expect(await seen()).toMatchObject({
      incidents: [{ type: 'TRACKING_INVALID', status: 'CLOSED' }],
      tickets: [{ status: 'SOLVED', resolution: 'CAUSE_GONE' }],
    });
    // A carrier that has reported a parcel knows its number.
    await hear('shipping.TrackingNumberUnknown', { ...about, ...place, atMs: now() });
    expect(await seen()).toMatchObject({ incidents: [{ status: 'CLOSED' }] });
  });

  it('tells of a receipt that is late as such, in place of the moved promise, and watches by the new date', async () => {
    const [id, other] = [await shop.order(), await shop.order()];
    const rows = async (orderId: string) =>
      shop.application.database('care').collection('messages').find({ orderId }).toArray();
    const latestAtMs = now() + 40 * dayMs;
    const moved = { latestAtMs, reason: 'the supplier delivers later' };
    await hear('orders.OrderRepromised', { orderId: id, ...moved, cause: 'RECEIPT_LATE' });
    await hear('orders.OrderRepromised', { orderId: other, ...moved, cause: 'REROUTED' });
    expect(await shop.fates(id)).toMatchObject({ BACKORDER_MOVED: 'SENT' });
    expect(Object.keys(await shop.fates(id))).not.toContain('PROMISE_MOVED');
    expect(Object.keys(await shop.fates(other))).toContain('PROMISE_MOVED');
    const [row] = (await rows(id)).filter((each) => each['code'] === 'BACKORDER_MOVED');
    expect(row?.['facts']).toEqual({ latestAtMs, previousLatestAtMs: expect.any(Number) });
    await shop.shipped(id);
    const [parcel] = await shop.application
      .database('care')
      .collection('parcels')
      .find({ orderId: id })
      .toArray();
    expect(parcel?.['promisedLatestAtMs']).toBe(latestAtMs);
  });
});

describe('a receipt that comes later than announced', () => {
  it('moves the promise of the orders that await it, and their customers hear why', async () => {
    const shop = await openCareShop();
    const { application } = shop;
    const dateOf = (days: number): string => new Date(application.clock.nowMs() + days * dayMs).toISOString();
    const announce = (idempotencyKey: string, expectedAt: string) =>
      application.ok(
        'catalog',
        'mutation($input: AnnounceReceiptInput!) { announceReceipt(input: $input) { sku } }',
        {
          input: {
            idempotencyKey,
            id: 'truck',
            sku: 'lamp',
            locationId: 'warehouse',
            quantity: 5,
            expectedAt,
          },
        },
      );
    await application.sell({ sku: 'lamp' });
    await announce('first', dateOf(4));
    await application.settle();
    const id = await shop.order({ sku: 'lamp' });
    expect(await shop.fates(id)).toMatchObject({ BACKORDERED: 'SENT' });
    const due = async (): Promise<number> => {
      const works = application.database('fulfillment').collection('fulfillmentOrders');
      return Number((await works.findOne({ orderId: id }))?.['dueAt']?.['handoverMs']);
    };
    const dueBefore = await due();
    await announce('second', dateOf(12));
    await application.settle();
    await shop.moveOn(3_000);
    expect(await shop.fates(id)).toMatchObject({ BACKORDER_MOVED: 'SENT' });
    expect(Object.keys(await shop.fates(id))).not.toContain('PROMISE_MOVED');
    // The location sees it when it is due now.
    expect((await due()) - dueBefore).toBeGreaterThanOrEqual(6 * dayMs);
    await shop.stop();
  });
});
