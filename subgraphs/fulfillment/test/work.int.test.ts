import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers } from '../../../test/support/world.ts';
import {
  act,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  locationInput,
  shipmentFrom,
  units,
  workOn,
  type FulfillmentWorld,
} from './room.ts';

describe('the work of a location', () => {
  let world: FulfillmentWorld;
  const lyon = callers.associate('lyon');
  beforeAll(async () => {
    world = await fulfillmentWorld();
    await world.ok(importLocations, {
      input: { locations: [locationInput('lyon'), locationInput('paris')] },
    });
    const variant = (sku: string, weightGrams: number) => ({
      ...{ sku, productId: 'p', weightGrams, lengthMm: 1, widthMm: 1, heightMm: 1, customisable: false },
      ...{ restrictions: [], price: { amountMinor: 100, currency: 'EUR' }, taxBasisPoints: 2000 },
    });
    await world.hear(
      'catalog.VariantsChanged',
      { variants: [variant('shoe', 700), variant('sock', 50)] },
      'variants:1',
    );
  });
  afterAll(() => world.stop());

  it('goes from a confirmed order to the carrier', async () => {
    const order = confirmedOrder('o1', [
      shipmentFrom('lyon', [units('l1', 'shoe', 2), units('l2', 'sock', 3)]),
      shipmentFrom('paris', [units('l2', 'sock', 1)]),
    ]);
    await world.hear('orders.OrderConfirmed', order, 'order:o1', 'confirmed-o1');
    await world.hear('orders.OrderConfirmed', order, 'order:o1', 'confirmed-o1');
    const all = await workOn(world, 'o1');
    expect(all.map((work) => [work.location.id, work.status, work.assignment, work.step])).toEqual([
      ['lyon', 'OPEN', 'OFFERED', 'TO_PICK'],
      ['paris', 'OPEN', 'OFFERED', 'TO_PICK'],
    ]);
    const id = all[0]?.id ?? '';
    expect(all[0]?.allowedActions).toEqual(['ACCEPT', 'REJECT']);
    await act(world, 'acceptFulfillmentOrder', { id }, lyon);
    await act(world, 'startPicking', { id }, lyon);
    const picked = await act(world, 'pickFulfillmentOrder', { id }, lyon);
    expect(picked).toMatchObject({ status: 'IN_PROGRESS', step: 'PICKED', allowedActions: ['PACK'] });
    const packed = await act(world, 'packFulfillmentOrder', { id }, lyon);
    expect(packed.parcels).toEqual([
      {
        number: 1,
        weightGrams: 1550,
        lines: [
          { lineId: 'l1', quantity: 2 },
          { lineId: 'l2', quantity: 3 },
        ],
      },
    ]);
    const labelled = await act(world, 'labelFulfillmentOrder', { id }, lyon);
    expect(labelled.shipment).toEqual({ id: `shipment-of-${id}` });
    const done = await act(world, 'handOverFulfillmentOrder', { id }, lyon);
    expect(done).toMatchObject({ status: 'CLOSED', step: 'HANDED_OVER', allowedActions: [] });
    await world.settle();
    expect(world.toldOf('fulfillment.HandedOver')).toEqual([
      {
        ...{ fulfillmentOrderId: id, orderId: 'o1', locationId: 'lyon', reservationId: 'reservation-o1' },
        ...{ shipmentId: `shipment-of-${id}`, atMs: world.clock.nowMs() },
        lines: [
          { lineId: 'l1', sku: 'shoe', quantity: 2 },
          { lineId: 'l2', sku: 'sock', quantity: 3 },
        ],
      },
    ]);
    expect(world.toldOf('fulfillment.CapacityUsed')).toContainEqual({
      locationId: 'lyon',
      day: '2026-03-10',
      used: 1,
    });
  });
});
