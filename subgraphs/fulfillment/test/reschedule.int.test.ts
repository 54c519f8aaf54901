import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStartMs } from '../../../test/support/world.ts';
import { locationInput } from './locationInput.ts';
import {
  act,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  units,
  type FulfillmentWorld,
} from './subgraphWorld.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Due {
  readonly id: string;
  readonly dueAt: { readonly pickStart: string; readonly packed: string; readonly handover: string };
}

describe('work whose units or promise come later', () => {
  let world: FulfillmentWorld;
  let orders = 0;
  beforeAll(async () => {
    world = await fulfillmentWorld();
    await world.ok(importLocations, { input: { locations: [locationInput('lyon')] } });
  });
  afterAll(() => world.stop());

  const work = async (orderId: string): Promise<Due> => {
    const data = await world.ok<{ _entities: [{ fulfillmentOrders: [Due] }] }>(
      `query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Order { fulfillmentOrders { id dueAt { pickStart packed handover } } } } }`,
      { ids: [{ __typename: 'Order', id: orderId }] },
    );
    return data._entities[0].fulfillmentOrders[0];
  };
  /** Work on an order planned for the day after the start; `future` units of it are awaited. */
  const order = async (future: boolean): Promise<string> => {
    const orderId = `r-${++orders}`;
    const shipment = { ...shipmentFrom('lyon', [{ ...units('l1', 'dumbbell', 2), future }]) };
    const planned = { ...shipment, capacityDay: '2026-03-03' };
    await world.hear('orders.OrderConfirmed', confirmedOrder(orderId, [planned]), `order:${orderId}`);
    return orderId;
  };
  const late = (orderId: string, expectedAtMs: number, sku = 'dumbbell') => ({
    ...{ sku, locationId: 'lyon', receiptId: 'receipt' },
    reservations: [
      { reservationId: `reservation-${orderId}`, previousExpectedAtMs: testStartMs, expectedAtMs },
    ],
  });
  const hearLate = (orderId: string, expectedAtMs: number, sku?: string) =>
    world.hear('catalog.ReceiptLate', late(orderId, expectedAtMs, sku), 'receipt:receipt');
  const hours = ({ dueAt }: Due) =>
    [dueAt.pickStart, dueAt.packed, dueAt.handover].map((at) => (Date.parse(at) - testStartMs) / hourMs);
  /** Shipments counted on days of the location, by day. */
  const used = () =>
    Object.fromEntries(world.toldOf('fulfillment.CapacityUsed').map((each) => [each.day, each.used]));

  it('is due as many whole days later as its units come too late, and uses the capacity of that day', async () => {
    const orderId = await order(true);
    expect(hours(await work(orderId))).toEqual([1, 3, 5]);
    await hearLate(orderId, testStartMs + 30 * hourMs);
    expect(hours(await work(orderId))).toEqual([49, 51, 53]);
    expect(used()).toMatchObject({ '2026-03-03': 0, '2026-03-05': 1 });
    // The same news again, news of another article, and units that come in time now, move nothing.
    await hearLate(orderId, testStartMs + 30 * hourMs);
    await hearLate(orderId, testStartMs + 90 * hourMs, 'kettle');
    await hearLate(orderId, testStartMs + 2 * hourMs);
    expect(hours(await work(orderId))).toEqual([49, 51, 53]);
    // Later still: counted from where it is due now, not added up.
    await hearLate(orderId, testStartMs + 50 * hourMs);
    expect(hours(await work(orderId))).toEqual([73, 75, 77]);
    expect(used()).toMatchObject({ '2026-03-03': 0, '2026-03-05': 0, '2026-03-06': 1 });
  });

  it('stays where it is if it waits for nothing', async () => {
    const orderId = await order(false);
    await hearLate(orderId, testStartMs + 30 * hourMs);
    expect(hours(await work(orderId))).toEqual([1, 3, 5]);
  });

  it('carries the date that the order is promised for now, on labels made from then on', async () => {
    const orderId = await order(false);
    const latestAtMs = testStartMs + 5 * dayMs;
    const moved = {
      orderId,
      latestAtMs,
      reason: 'the supplier delivers later',
      cause: 'RECEIPT_LATE' as const,
    };
    for (const at of [latestAtMs, testStartMs])
      await world.hear('orders.OrderRepromised', { ...moved, latestAtMs: at }, `order:${orderId}`);
    expect(hours(await work(orderId))).toEqual([1, 3, 5]);
    const { id } = await work(orderId);
    for (const each of ['acceptFulfillmentOrder', 'pickFulfillmentOrder']) await act(world, each, { id });
    await act(world, 'packFulfillmentOrder', {
      ...{ id, parcels: [{ weightGrams: 500, lines: [{ lineId: 'l1', quantity: 2 }] }] },
    });
    await act(world, 'labelFulfillmentOrder', { id });
    const asked = world.asked.findLast(({ what }) => what === 'shipping.createShipment');
    expect(asked?.variables['input']).toMatchObject({ promisedLatestAt: new Date(latestAtMs).toISOString() });
  });
});
