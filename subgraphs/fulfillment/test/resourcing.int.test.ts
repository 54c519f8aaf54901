import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers, testStartMs } from '../../../test/support/world.ts';
import { locationInput } from './locationInput.ts';
import { moved, placeAtFirst, placedAt, useRefusals, type Asked } from './refusedWork.ts';
import {
  act,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  units,
  workOn,
  type FulfillmentWorld,
} from './subgraphWorld.ts';

const hourMs = 3_600_000;

describe('re-sourcing', () => {
  const subgraph = useRefusals();
  const { cancel, order, refuse, seen, told, transfers } = subgraph;

  it.each([
    ['NOT_IN_STOCK', true],
    ['DAMAGED', true],
    ['NO_CAPACITY', false],
    ['CLOSED', false],
  ] as const)('moves work refused as %s to another location', async (reason, correctsStock) => {
    const { orderId, id } = await order(units('l1', 'shoe', 2));
    const refused = await act(
      subgraph.world,
      'rejectFulfillmentOrder',
      { id, reason },
      callers.associate('lyon'),
    );
    expect(refused).toMatchObject({
      status: 'CANCELLED',
      assignment: 'REJECTED',
      rejectReason: reason,
      allowedActions: [],
    });
    await subgraph.world.settle();
    expect(await seen(orderId)).toEqual([
      ['lyon', 'CANCELLED', 'REJECTED', 0],
      ['paris', 'OPEN', 'OFFERED', 2],
    ]);
    expect(told(id, 'fulfillment.StockDiscrepancy')).toEqual(
      correctsStock
        ? [
            {
              ...{ fulfillmentOrderId: id, reservationId: `reservation-${orderId}`, reason },
              lines: [{ sku: 'shoe', locationId: 'lyon', quantity: 2 }],
            },
          ]
        : [],
    );
    expect(told(id, 'fulfillment.Rerouted')).toMatchObject([
      {
        ...{ to: ['paris'], lines: [{ lineId: 'l1', sku: 'shoe', quantity: 2 }] },
        ...{ promisedLatestAtMs: testStartMs + 72 * hourMs, newLatestAtMs: testStartMs + 96 * hourMs },
      },
    ]);
    expect(transfers()).toMatchObject([
      {
        release: [{ sku: 'shoe', locationId: 'lyon', quantity: 2 }],
        take: [{ sku: 'shoe', locationId: 'paris', quantity: 2 }],
      },
    ]);
  });

  it('never asks again a location that refused the order', async () => {
    const { orderId, id } = await order(units('l1', 'shoe', 2));
    await refuse(id);
    const second = (await workOn(subgraph.world, orderId))[1]?.id ?? '';
    await refuse(second);
    const third = (await workOn(subgraph.world, orderId))[2];
    expect(third?.location.id).toBe('nice');
    await refuse(third?.id ?? '');
    expect((await workOn(subgraph.world, orderId)).length).toBe(3);
    expect(told(third?.id ?? '', 'fulfillment.Unfulfillable')).toMatchObject([
      { locationId: 'nice', lines: [{ lineId: 'l1', sku: 'shoe', quantity: 2 }] },
    ]);
    expect(told(third?.id ?? '', 'fulfillment.Rerouted')).toEqual([]);
    // What orders then cancels is gone here already.
    await cancel(orderId, 'l1', 2, 'NO_STOCK');
    expect((await seen(orderId)).map((row) => row[3])).toEqual([0, 0, 0]);
  });

  it('sends on only what was not found, and lets the location ship the rest', async () => {
    const { orderId, id } = await order(units('l1', 'shoe', 3), units('l2', 'sock', 1));
    await act(subgraph.world, 'acceptFulfillmentOrder', { id });
    const lines = [{ lineId: 'l1', quantity: 1, reason: 'DAMAGED' }];
    expect(await act(subgraph.world, 'pickFulfillmentOrder', { id, lines })).toMatchObject({
      ...{ status: 'IN_PROGRESS', step: 'PICKED' },
      lines: [
        { picked: 1, rerouted: 2 },
        { picked: 1, rerouted: 0 },
      ],
    });
    await subgraph.world.settle();
    expect(await seen(orderId)).toEqual([
      ['lyon', 'IN_PROGRESS', 'ACCEPTED', 1, 1],
      ['paris', 'OPEN', 'OFFERED', 2],
    ]);
    const parcels = [
      {
        weightGrams: 900,
        lines: [
          { lineId: 'l1', quantity: 1 },
          { lineId: 'l2', quantity: 1 },
        ],
      },
    ];
    await act(subgraph.world, 'packFulfillmentOrder', { id, parcels });
    await act(subgraph.world, 'labelFulfillmentOrder', { id });
    expect(await act(subgraph.world, 'handOverFulfillmentOrder', { id })).toMatchObject({
      status: 'INCOMPLETE',
    });
  });

  it('ends the work when nothing was found', async () => {
    const { orderId, id } = await order(units('l1', 'shoe', 3));
    await act(subgraph.world, 'acceptFulfillmentOrder', { id });
    const after = await act(subgraph.world, 'pickFulfillmentOrder', {
      id,
      lines: [{ lineId: 'l1', quantity: 0 }],
    });
    expect(after).toMatchObject({ status: 'CANCELLED', step: 'SHORT', rejectReason: 'NOT_IN_STOCK' });
    await subgraph.world.settle();
    expect((await seen(orderId))[1]).toEqual(['paris', 'OPEN', 'OFFERED', 3]);
  });

  it('places what it can and says what nobody has', async () => {
    subgraph.world.answers['promise.resourceOrder'] = ({ input }) => {
      const { lines } = input as Asked;
      return lines.some((line) => line.sku === 'rare')
        ? { resourceOrder: { __typename: 'SourcingRefused', skus: ['rare'] } }
        : { resourceOrder: placedAt('paris', lines) };
    };
    const { orderId, id } = await order(units('l1', 'shoe', 1), units('l2', 'rare', 1));
    await refuse(id);
    expect(told(id, 'fulfillment.Unfulfillable')).toMatchObject([{ lines: [{ lineId: 'l2', quantity: 1 }] }]);
    expect(told(id, 'fulfillment.Rerouted')).toMatchObject([{ lines: [{ lineId: 'l1', quantity: 1 }] }]);
    expect((await seen(orderId))[1]).toEqual(['paris', 'OPEN', 'OFFERED', 1]);
  });

  it('places as many units as there are and gives up the rest', async () => {
    subgraph.world.answers['promise.resourceOrder'] = ({ input }) => {
      const { lines } = input as Asked;
      const enough = lines.every((line) => line.quantity <= 3);
      return {
        resourceOrder: enough ? placedAt('paris', lines) : { __typename: 'SourcingRefused', skus: ['shoe'] },
      };
    };
    const { orderId, id } = await order(units('l1', 'shoe', 5));
    await refuse(id);
    expect((await seen(orderId))[1]).toEqual(['paris', 'OPEN', 'OFFERED', 3]);
    expect(told(id, 'fulfillment.Unfulfillable')).toMatchObject([{ lines: [{ lineId: 'l1', quantity: 2 }] }]);
    expect(transfers()).toMatchObject([{ release: [{ quantity: 3 }], take: [{ quantity: 3 }] }]);
  });

  it('asks again when the chosen place sold out meanwhile', async () => {
    let first = true;
    subgraph.world.answers['catalog.transferReservation'] = () => {
      const short = { __typename: 'ReservationOutOfStock', shortages: [{ locationId: 'paris' }] };
      const answer = first ? { transferReservation: short } : moved();
      first = false;
      return answer;
    };
    const { orderId, id } = await order(units('l1', 'shoe', 1));
    await refuse(id);
    expect((await seen(orderId))[1]).toEqual(['nice', 'OPEN', 'OFFERED', 1]);
    expect(new Set(transfers().map((input) => input.idempotencyKey)).size).toBe(2);
  });
});

describe('an offer nobody answers', () => {
  let world: FulfillmentWorld;
  beforeAll(async () => {
    world = await fulfillmentWorld({ offerExpiresAfterMinutes: 60 });
    await world.ok(importLocations, {
      input: { locations: [locationInput('lyon'), locationInput('paris')] },
    });
    world.answers['promise.resourceOrder'] = placeAtFirst('paris');
    world.answers['catalog.transferReservation'] = moved;
  });
  afterAll(() => world.stop());

  it('goes to another location, and an answered one stays', async () => {
    for (const orderId of ['slow', 'quick'])
      await world.hear(
        'orders.OrderConfirmed',
        confirmedOrder(orderId, [shipmentFrom('lyon', [units('l1', 'shoe', 1)])]),
        `order:${orderId}`,
      );
    await act(world, 'acceptFulfillmentOrder', { id: (await workOn(world, 'quick'))[0]?.id ?? '' });
    await world.clock.advanceBy(hourMs + 30_000);
    await world.settle();
    expect((await workOn(world, 'slow')).map((work) => [work.location.id, work.assignment])).toEqual([
      ['lyon', 'EXPIRED'],
      ['paris', 'OFFERED'],
    ]);
    expect((await workOn(world, 'quick')).map((work) => work.assignment)).toEqual(['ACCEPTED']);
  });
});
