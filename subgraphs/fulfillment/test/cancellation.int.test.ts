import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../../test/support/waitFor.ts';
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

describe('a cancellation', () => {
  let world: FulfillmentWorld;
  let orders = 0;
  beforeAll(async () => {
    world = await fulfillmentWorld();
    const places = ['lyon', 'paris'].map((id) => locationInput(id));
    await world.ok(importLocations, { input: { locations: places } });
  });
  afterAll(() => world.stop());

  const order = async (...shipments: ReturnType<typeof shipmentFrom>[]) => {
    const orderId = `c-${++orders}`;
    await world.hear('orders.OrderConfirmed', confirmedOrder(orderId, shipments), `order:${orderId}`);
    return { orderId, ids: (await workOn(world, orderId)).map((work) => work.id) };
  };
  const cancel = (orderId: string, quantity: number, eventId?: string, settled = true) =>
    world.hear(
      'orders.LinesCancelled',
      {
        ...{ orderId, causeId: 'c', reason: 'changed my mind', by: 'CUSTOMER' },
        lines: [{ lineId: 'l1', sku: 'shoe', quantity }],
      },
      `order:${orderId}`,
      eventId,
      settled,
    );
  const parcels = (quantity: number) => [{ weightGrams: 500, lines: [{ lineId: 'l1', quantity }] }];
  const packed = async (id: string, quantity: number): Promise<void> => {
    await act(world, 'acceptFulfillmentOrder', { id });
    await act(world, 'pickFulfillmentOrder', { id });
    await act(world, 'packFulfillmentOrder', { id, parcels: parcels(quantity) });
  };
  const told = (id: string) =>
    world.toldOf('fulfillment.LinesCancelled').filter((event) => event.fulfillmentOrderId === id);

  it('takes units nobody has touched before units that are being worked on', async () => {
    const { orderId, ids } = await order(
      shipmentFrom('lyon', [units('l1', 'shoe', 2)]),
      shipmentFrom('paris', [units('l1', 'shoe', 2)]),
    );
    const [lyon = '', paris = ''] = ids;
    await act(world, 'acceptFulfillmentOrder', { id: lyon });
    await act(world, 'startPicking', { id: lyon });
    await cancel(orderId, 3);
    const work = await workOn(world, orderId);
    expect(work.map(({ location, status, lines }) => [location.id, status, lines[0]?.cancelled])).toEqual([
      ['lyon', 'IN_PROGRESS', 1],
      ['paris', 'CANCELLED', 2],
    ]);
    expect(told(paris)).toMatchObject([{ closed: true, lines: [{ quantity: 2 }] }]);
    expect(told(lyon)).toMatchObject([{ closed: false, lines: [{ quantity: 1 }] }]);
  });

  it('counts once however often it arrives', async () => {
    const { orderId } = await order(shipmentFrom('lyon', [units('l1', 'shoe', 5)]));
    await cancel(orderId, 2, 'same');
    await cancel(orderId, 2, 'same');
    expect((await workOn(world, orderId))[0]?.lines).toMatchObject([{ cancelled: 2 }]);
  });

  it('gives the day back that the work would have used', async () => {
    const used = () =>
      world.toldOf('fulfillment.CapacityUsed').findLast((event) => event.locationId === 'paris')?.used;
    const { orderId } = await order(shipmentFrom('paris', [units('l1', 'shoe', 1)]));
    await world.settle();
    const before = used() ?? 0;
    await cancel(orderId, 1);
    expect(used()).toBe(before - 1);
  });

  it('voids a label of which units are cancelled; what stays gets another', async () => {
    const { orderId, ids } = await order(shipmentFrom('lyon', [units('l1', 'shoe', 3)]));
    const id = ids[0] ?? '';
    await packed(id, 3);
    const first = (await act(world, 'labelFulfillmentOrder', { id })).shipment?.id;
    await cancel(orderId, 1);
    expect(told(id)).toMatchObject([{ closed: false, voidShipmentId: first }]);
    expect((await workOn(world, orderId))[0]).toMatchObject({
      ...{ step: 'PACKED', shipment: null },
      allowedActions: ['REJECT', 'PACK', 'LABEL', 'UNPICK', 'REPORT_FAILED'],
      parcels: [{ lines: [{ lineId: 'l1', quantity: 2 }] }],
    });
    const second = (await act(world, 'labelFulfillmentOrder', { id })).shipment?.id;
    expect(second).not.toBe(first);
    await act(world, 'handOverFulfillmentOrder', { id });
    await world.settle();
    expect(world.toldOf('fulfillment.HandedOver').at(-1)).toMatchObject({
      shipmentId: second,
      lines: [{ quantity: 2 }],
    });
  });

  it('that comes while the label is bought leaves no label in use', async () => {
    const { orderId, ids } = await order(shipmentFrom('lyon', [units('l1', 'shoe', 3)]));
    const id = ids[0] ?? '';
    await packed(id, 3);
    const before = world.answers['shipping.createShipment'];
    let bought = '';
    world.answers['shipping.createShipment'] = async ({ input }) => {
      bought = `shipment-of-${(input as { key: string }).key}`;
      await cancel(orderId, 3, undefined, false);
      await waitFor(
        'the cancellation',
        async () => (await workOn(world, orderId))[0]?.status === 'CANCELLED',
      );
      return { createShipment: { id: bought } };
    };
    const slow = world.code(action('labelFulfillmentOrder'), { input: { id } });
    expect(await slow).toBe('INVALID_TRANSITION');
    world.answers['shipping.createShipment'] = before ?? (() => ({}));
    expect(
      world.asked
        .filter(({ what }) => what === 'shipping.voidShipment')
        .map(({ variables }) => variables['id']),
    ).toEqual([bought]);
    expect((await workOn(world, orderId))[0]).toMatchObject({ status: 'CANCELLED', shipment: null });
  });

  it('comes too late once the goods have left', async () => {
    const { orderId, ids } = await order(shipmentFrom('lyon', [units('l1', 'shoe', 1)]));
    const id = ids[0] ?? '';
    await packed(id, 1);
    await act(world, 'labelFulfillmentOrder', { id });
    await act(world, 'handOverFulfillmentOrder', { id });
    await cancel(orderId, 1);
    expect(told(id)).toEqual([]);
    expect((await workOn(world, orderId))[0]).toMatchObject({
      status: 'CLOSED',
      lines: [{ cancelled: 0, picked: 1 }],
    });
  });

  it('and a hand-over at the same moment: one of them wins, and both tell the same story', async () => {
    for (let round = 0; round < 5; round++) {
      const { orderId, ids } = await order(shipmentFrom('lyon', [units('l1', 'shoe', 1)]));
      const id = ids[0] ?? '';
      await packed(id, 1);
      await act(world, 'labelFulfillmentOrder', { id });
      const [code] = await Promise.all([
        world.code(action('handOverFulfillmentOrder'), { input: { id } }),
        cancel(orderId, 1, undefined, false),
      ]);
      await world.settle();
      const left = world.toldOf('fulfillment.HandedOver').some((event) => event.fulfillmentOrderId === id);
      expect([code, told(id).length]).toEqual(left ? [undefined, 0] : ['INVALID_TRANSITION', 1]);
    }
  });
});
