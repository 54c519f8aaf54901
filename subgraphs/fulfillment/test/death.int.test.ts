import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { locationInput } from './locationInput.ts';
import {
  act,
  action,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  units,
  workOn,
  type FulfillmentWorld,
} from './subgraphWorld.ts';

describe('a subgraph that dies', () => {
  let world: FulfillmentWorld;
  let dieAt: string | undefined;
  let orders = 0;
  beforeAll(async () => {
    world = await fulfillmentWorld({}, (name) => {
      if (name === dieAt) throw new Error(`died at ${name}`);
    });
    await world.ok(importLocations, {
      input: { locations: ['lyon', 'paris'].map((id) => locationInput(id)) },
    });
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    dieAt = undefined;
  });
  const used = () =>
    world.toldOf('fulfillment.CapacityUsed').findLast((event) => event.locationId === 'lyon')?.used ?? 0;
  const order = () => {
    const orderId = `d-${++orders}`;
    const shipments = [
      shipmentFrom('lyon', [units('l1', 'shoe', 1)]),
      shipmentFrom('paris', [units('l2', 'sock', 1)]),
    ];
    return { orderId, confirmed: confirmedOrder(orderId, shipments) };
  };

  it.each([
    'fulfillmentOrder.beforeCommit',
    'capacity.beforeCommit',
    'journal.afterCommit',
    'inbox.afterEffect',
  ])('at %s while it takes an order on has taken it on once when it is back', async (point) => {
    const before = used();
    const { orderId, confirmed } = order();
    dieAt = point;
    await world.hear('orders.OrderConfirmed', confirmed, `order:${orderId}`, `confirmed-${orderId}`);
    dieAt = undefined;
    await world.restart();
    // Its owner publishes again what was not acknowledged.
    await world.hear('orders.OrderConfirmed', confirmed, `order:${orderId}`, `confirmed-${orderId}`);
    expect((await workOn(world, orderId)).map((work) => work.location.id)).toEqual(['lyon', 'paris']);
    await world.clock.advanceBy(60_000);
    await world.settle();
    expect(used()).toBe(before + 1);
  });

  it.each(['label.beforeShipment', 'label.afterShipment', 'fulfillmentOrder.beforeCommit'])(
    'at %s while it buys a label has bought one when it is asked again',
    async (point) => {
      const { orderId, confirmed } = order();
      await world.hear('orders.OrderConfirmed', confirmed, `order:${orderId}`);
      const id = (await workOn(world, orderId))[0]?.id ?? '';
      await act(world, 'acceptFulfillmentOrder', { id });
      await act(world, 'pickFulfillmentOrder', { id });
      const parcels = [{ weightGrams: 100, lines: [{ lineId: 'l1', quantity: 1 }] }];
      await act(world, 'packFulfillmentOrder', { id, parcels });
      dieAt = point;
      expect(
        await world.code(action('labelFulfillmentOrder'), { input: { id, key: `label-${orderId}` } }),
      ).toBe('INTERNAL');
      dieAt = undefined;
      await world.restart();
      const labelled = await act(world, 'labelFulfillmentOrder', { id, key: `label-${orderId}` });
      expect(labelled.step).toBe('LABELLED');
      const keys = world.asked
        .filter(({ what }) => what === 'shipping.createShipment')
        .map(({ variables }) => (variables['input'] as { key: string }).key)
        .filter((key) => key.startsWith(id));
      expect(new Set(keys).size).toBe(1);
      expect(world.asked.filter(({ what }) => what === 'shipping.voidShipment')).toEqual([]);
      expect(labelled.shipment?.id).toBe(`shipment-of-${keys[0] ?? ''}`);
    },
  );

  it('or not: of many orders at once each uses the day once', async () => {
    const before = used();
    const many = Array.from({ length: 20 }, order);
    await Promise.all(
      many.map(({ orderId, confirmed }) =>
        world.hear('orders.OrderConfirmed', confirmed, `order:${orderId}`, undefined, false),
      ),
    );
    await world.settle();
    expect(used()).toBe(before + 20);
    for (const { orderId } of many) expect((await workOn(world, orderId)).length).toBe(2);
  });
});
