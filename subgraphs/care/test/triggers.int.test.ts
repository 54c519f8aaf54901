import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { tell } from '../../../test/support/staff.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A midnight in Paris, where the orders of these tests go. */
const midnightAfter = (ms: number): number => Math.ceil((ms + hourMs) / dayMs) * dayMs - hourMs;

describe('messages that wait for their moment', () => {
  let shop: CareShop;
  const now = (): number => shop.application.clock.nowMs();
  const hear = <N extends Parameters<typeof tell>[2]>(type: N, data: EventPayload<N>) =>
    tell(shop.application, ['care'], type, data);
  const codes = async (id: string): Promise<string[]> => Object.keys(await shop.fates(id));

  beforeAll(async () => {
    shop = await openCareShop();
    await shop.moveOn(midnightAfter(now()) + 12 * hourMs - now());
  });
  afterAll(() => shop.stop());

  it('tells on the morning before that a parcel arrives tomorrow, once for each day, and not when it came', async () => {
    const id = await shop.order();
    const work = await shop.shipped(id);
    const early = await shop.order();
    const earlyWork = await shop.shipped(early);
    await shop.moveOn(3_000);
    const etaMs = midnightAfter(now()) + dayMs + 15 * hourMs;
    for (const [orderId, its] of [
      [id, work],
      [early, earlyWork],
    ] as const)
      await shop.scan(orderId, its, 'IN_TRANSIT', { etaMs });
    await shop.moveOn(midnightAfter(now()) - now() + 7 * hourMs);
    await shop.deliver(early, earlyWork);
    expect(await codes(id)).not.toContain('ARRIVES_TOMORROW');
    await shop.moveOn(hourMs + 120_000);
    await shop.scan(id, work, 'IN_TRANSIT', { etaMs: etaMs + hourMs });
    await shop.moveOn(hourMs);
    expect(await shop.fates(id)).toMatchObject({ ARRIVES_TOMORROW: 'SENT' });
    expect(await codes(early)).not.toContain('ARRIVES_TOMORROW');
    const told = (await shop.messagesOf(id)).filter(({ code }) => code === 'ARRIVES_TOMORROW');
    expect(told).toHaveLength(1);
  });

  it('tells on the morning of the last day that goods wait, and not of those that were collected', async () => {
    const [id, collected] = [await shop.order(), await shop.order()];
    const collectByMs = midnightAfter(now()) + 2 * dayMs;
    const about = (orderId: string) => ({
      ...{ orderId, fulfillmentOrderId: `work-${orderId}`, locationId: 'warehouse', lines: [] },
    });
    for (const orderId of [id, collected])
      await hear('fulfillment.ReadyForCollection', { ...about(orderId), collectByMs });
    await shop.moveOn(dayMs);
    await hear('fulfillment.Collected', { ...about(collected), reservationId: 'r', atMs: now() });
    await shop.moveOn(collectByMs - dayMs + 7 * hourMs - now());
    expect(await codes(id)).not.toContain('COLLECT_LAST_DAY');
    await shop.moveOn(hourMs + 120_000);
    await shop.moveOn(hourMs);
    expect(await shop.fates(id)).toMatchObject({ READY_TO_COLLECT: 'SENT', COLLECT_LAST_DAY: 'SENT' });
    expect(await codes(collected)).not.toContain('COLLECT_LAST_DAY');
  });

  it('tells of units that are still to come in, with their date', async () => {
    const orderId = 'awaited';
    const line = { lineId: 'l', sku: 'shoe', quantity: 3 };
    const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
    await hear('orders.OrderPlaced', {
      ...{ orderId, number: 'P-8', owner: 's', channel: 'web', currency: 'EUR', locale: 'en' },
      ...{ placedAtMs: now(), destination: { country: 'FR' }, reservationId: 'r', total: money(3) },
      ...{ delivery: money(0), deliveryTax: money(0) },
      lines: [{ ...line, unitPriceMinor: 1, taxBasisPoints: 0 }],
      promise: {
        ...{ promiseId: 'p', methodType: 'SHIPPING', code: 'c', title: 't', earliestAtMs: now() },
        ...{ latestAtMs: now() + 20 * dayMs, timeZone: 'Europe/Paris', confidence: 0.9, kgCO2e: 1 },
        configVersion: 'v',
      },
      shipments: [
        {
          ...{ locationId: 'w', serviceCode: 'parcel', milestones: [] },
          lines: [
            { ...line, quantity: 1, future: false },
            { ...line, quantity: 2, future: true },
          ],
        },
      ],
    });
    const rows = await shop.application
      .database('care')
      .collection('messages')
      .find({ orderId, code: 'BACKORDERED' })
      .toArray();
    expect(rows.map((row): unknown => row['facts'])).toEqual([{ units: 2, latestAtMs: expect.any(Number) }]);
    expect(await codes(await shop.order())).not.toContain('BACKORDERED');
  });

  it('tells of a parcel sent in exchange as such', async () => {
    const id = await shop.order();
    await hear('orders.UnitsAdded', {
      ...{ orderId: id, causeId: 'exchange', returnId: 'return', shipments: [], latestAtMs: now() + dayMs },
      lines: [
        {
          lineId: 'other',
          sku: 'shoe',
          quantity: 1,
          unitPriceMinor: 1,
          taxBasisPoints: 0,
          adjustmentMinor: 0,
        },
      ],
    });
    await shop.shipped(id);
    await shop.moveOn(3_000);
    expect(await codes(id)).not.toContain('EXCHANGE_SHIPPED');
    const shipmentId = 'exchanged';
    const parcel = { shipmentId, orderId: id, serviceCode: 'parcel', locationId: 'warehouse' };
    await hear('shipping.ShipmentCreated', {
      ...{ ...parcel, carrier: 'c', isReturn: false, owner: 's', channel: 'web', parcels: [] },
      lines: [{ lineId: 'other', sku: 'shoe', quantity: 1 }],
    });
    await hear('shipping.LabelPurchased', {
      shipmentId,
      orderId: id,
      carrierRef: 'c',
      trackingCodes: ['X1'],
    });
    await hear('shipping.ShipmentHandedOver', { ...parcel, atMs: now() });
    await shop.moveOn(3_000);
    expect(await shop.fates(id)).toMatchObject({ PARCEL_SHIPPED: 'SENT', EXCHANGE_SHIPPED: 'SENT' });
    const shipped = (await shop.messagesOf(id)).filter(({ code }) => code === 'PARCEL_SHIPPED');
    expect(shipped).toHaveLength(1);
  });
});
