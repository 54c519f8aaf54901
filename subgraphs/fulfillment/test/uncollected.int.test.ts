import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateIn } from '../../../platform/values/time.ts';
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

const dayMs = 86_400_000;

describe('goods that wait to be collected', () => {
  let world: FulfillmentWorld;
  beforeAll(async () => {
    world = await fulfillmentWorld({ collectionDaysByLocation: { nice: 1 } });
    const places = ['lyon', 'nice'].map((id) => locationInput(id));
    await world.ok(importLocations, { input: { locations: places } });
  });
  afterAll(() => world.stop());

  const ready = async (orderId: string, locationId: string): Promise<{ id: string; collectByMs: number }> => {
    const shipments = [shipmentFrom(locationId, [units('l1', 'shoe', 2)], null)];
    const more = { methodType: 'PICKUP_IN_STORE', collectAtId: locationId } as const;
    await world.hear('orders.OrderConfirmed', confirmedOrder(orderId, shipments, more), `order:${orderId}`);
    const id = (await workOn(world, orderId))[0]?.id ?? '';
    await act(world, 'acceptFulfillmentOrder', { id });
    await act(world, 'pickFulfillmentOrder', { id });
    await act(world, 'readyForCollection', { id });
    await world.settle();
    const query = 'query($id: ID!) { fulfillmentOrder(id: $id) { collectBy } }';
    const { fulfillmentOrder } = await world.ok<{ fulfillmentOrder: { collectBy: string } }>(query, { id });
    return { id, collectByMs: Date.parse(fulfillmentOrder.collectBy) };
  };
  const toldOf = (type: 'fulfillment.CollectionReminded' | 'fulfillment.CollectionExpired', id: string) =>
    world.toldOf(type).filter(({ fulfillmentOrderId }) => fulfillmentOrderId === id);
  /** The clock goes there, and the sweep has come by. */
  const passTo = async (ms: number): Promise<void> => {
    await world.clock.advanceTo(ms);
    await world.clock.advanceBy(30_000);
    await world.settle();
  };

  it('are reminded of, then given up, each told once, and cannot be collected any more', async () => {
    const { id, collectByMs } = await ready('nobody', 'lyon');
    const { id: other } = await ready('somebody', 'lyon');
    await passTo(collectByMs - 2 * dayMs - 60_000);
    expect(toldOf('fulfillment.CollectionReminded', id)).toEqual([]);
    await passTo(collectByMs - 2 * dayMs);
    await world.restart();
    await passTo(collectByMs - dayMs);
    expect(toldOf('fulfillment.CollectionReminded', id)).toMatchObject([
      { orderId: 'nobody', collectByMs, lines: [{ lineId: 'l1', quantity: 2 }] },
    ]);
    await act(world, 'collectFulfillmentOrder', { id: other });
    expect(toldOf('fulfillment.CollectionExpired', id)).toEqual([]);
    await passTo(collectByMs);
    await world.restart();
    await passTo(collectByMs + dayMs);
    expect(toldOf('fulfillment.CollectionExpired', id)).toEqual([
      {
        ...{ fulfillmentOrderId: id, orderId: 'nobody', locationId: 'lyon' },
        ...{ reservationId: 'reservation-nobody', lines: [{ lineId: 'l1', sku: 'shoe', quantity: 2 }] },
      },
    ]);
    expect(await workOn(world, 'nobody')).toMatchObject([{ status: 'CANCELLED', allowedActions: [] }]);
    expect(await world.code(action('collectFulfillmentOrder'), { input: { id } })).toBe('INVALID_TRANSITION');
    // What was collected in time stays collected.
    expect(await workOn(world, 'somebody')).toMatchObject([{ status: 'CLOSED', step: 'COLLECTED' }]);
    expect(toldOf('fulfillment.CollectionExpired', other)).toEqual([]);
  });

  it('wait as long as their location says', async () => {
    const here = await ready('here', 'lyon');
    const { id, collectByMs } = await ready('there', 'nice');
    const dayOf = (ms: number) => dateIn(ms, 'Europe/Paris');
    expect(dayOf(collectByMs).until(dayOf(here.collectByMs)).days).toBe(6);
    await passTo(collectByMs);
    expect(toldOf('fulfillment.CollectionExpired', id)).toHaveLength(1);
    expect(toldOf('fulfillment.CollectionExpired', here.id)).toEqual([]);
  });

  it('are not cancelled twice when orders says that it has heard', async () => {
    const { id, collectByMs } = await ready('heard', 'nice');
    await passTo(collectByMs);
    const lines = [{ lineId: 'l1', sku: 'shoe', quantity: 2 }];
    const cancelled = { orderId: 'heard', lines, causeId: id, reason: 'late', by: 'NOT_COLLECTED' } as const;
    await world.hear('orders.LinesCancelled', cancelled, 'order:heard');
    const toldCancelled = world.toldOf('fulfillment.LinesCancelled');
    expect(toldCancelled.filter(({ fulfillmentOrderId }) => fulfillmentOrderId === id)).toEqual([]);
    expect(await workOn(world, 'heard')).toMatchObject([
      { lines: [{ quantity: 2, cancelled: 2, picked: 0 }] },
    ]);
  });
});
