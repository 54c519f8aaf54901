import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStartMs } from '../../../test/support/world.ts';
import { serviceInput } from './serviceInput.ts';
import {
  importServices,
  promisedLatestAtMs,
  report,
  shipmentOf,
  shipped,
  shippingWorld,
  type ShippingWorld,
} from './subgraphWorld.ts';

describe('a shipment', () => {
  let world: ShippingWorld;
  beforeAll(async () => {
    world = await shippingWorld();
    await world.ok(importServices, { input: { services: [serviceInput('standard')] } });
  });
  afterAll(() => world.stop());

  it('goes from its label to its delivery', async () => {
    const { id, milestone, parcels } = await shipped(world, 'f1');
    expect(milestone).toBe('LABEL_PURCHASED');
    const trackingCode = parcels[0]?.trackingCode ?? '';
    expect((await shipmentOf(world, id))?.milestone).toBe('HANDED_OVER');
    // Carriers report what has happened.
    await world.clock.advanceBy(30 * 3_600_000);
    const answer = await world.post('postale', {
      ...{ trackingCode, carrier: 'postale' },
      events: [report('e1', 'IN_TRANSIT', 4), report('e2', 'DELIVERED', 30)],
    });
    expect(answer).toEqual({ status: 200, body: { applied: 2, duplicate: false } });
    await world.settle();
    expect(await shipmentOf(world, id)).toMatchObject({
      milestone: 'DELIVERED',
      deliveredAt: '2026-03-11T18:00:00Z',
      trackingEvents: [{ milestone: 'IN_TRANSIT' }, { milestone: 'DELIVERED' }],
    });
    expect(world.toldOf('shipping.ShipmentDelivered')).toEqual([
      {
        ...{ shipmentId: id, orderId: 'o-f1', fulfillmentOrderId: 'f1', serviceCode: 'standard' },
        ...{ locationId: 'lyon', isReturn: false, handedOverAtMs: testStartMs, promisedLatestAtMs },
        deliveredAtMs: testStartMs + 30 * 3_600_000,
        lastMileCarrier: 'postale',
        lines: [{ lineId: 'l1', sku: 'shoe', quantity: 2 }],
      },
    ]);
  });
});
