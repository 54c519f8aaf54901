import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callers, testStartMs } from '../../../test/support/world.ts';
import { locationInput } from './locationInput.ts';
import {
  act,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  units,
  workOn,
  type FulfillmentWorld,
} from './room.ts';

const hourMs = 3_600_000;
interface Asked {
  readonly lines: readonly { lineId: string; sku: string; quantity: number }[];
  readonly excludedLocationIds: readonly string[];
}

/** Sourcing that puts everything at the first of some places that is not excluded. */
const placeAtFirst =
  (...places: string[]) =>
  ({ input }: Record<string, unknown>) => {
    const { lines, excludedLocationIds } = input as Asked;
    const locationId = places.find((place) => !excludedLocationIds.includes(place));
    return {
      resourceOrder:
        locationId === undefined
          ? { __typename: 'SourcingRefused', skus: lines.map((line) => line.sku) }
          : placedAt(locationId, lines),
    };
  };

const placedAt = (locationId: string, lines: Asked['lines']) => ({
  __typename: 'SourcingDecision',
  latestDeliveryAt: new Date(testStartMs + 96 * hourMs).toISOString(),
  shipments: [
    {
      ...{ locationId, serviceCode: 'standard' },
      lines: lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity, future: false })),
      milestones: [{ code: 'CARRIER_PICKUP', dueAt: new Date(testStartMs + 20 * hourMs).toISOString() }],
    },
  ],
});

const moved = () => ({ transferReservation: { __typename: 'ReserveStockSuccess' } });

describe('re-sourcing', () => {
  let world: FulfillmentWorld;
  /** A named point at which the room dies, as often as it comes by. */
  let dieAt: string | undefined;
  let orders = 0;

  beforeAll(async () => {
    world = await fulfillmentWorld({}, (name) => {
      if (name === dieAt) throw new Error(`died at ${name}`);
    });
    const places = ['lyon', 'paris', 'nice'].map((id) => locationInput(id));
    await world.ok(importLocations, { input: { locations: places } });
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    dieAt = undefined;
    world.answers['promise.resourceOrder'] = placeAtFirst('paris', 'nice');
    world.answers['catalog.transferReservation'] = moved;
    world.asked.length = 0;
  });

  const order = async (...lines: ReturnType<typeof units>[]): Promise<{ orderId: string; id: string }> => {
    const orderId = `r-${++orders}`;
    await world.hear(
      'orders.OrderConfirmed',
      confirmedOrder(orderId, [shipmentFrom('lyon', lines)]),
      `order:${orderId}`,
    );
    return { orderId, id: (await workOn(world, orderId))[0]?.id ?? '' };
  };
  const told = (id: string, type: string) =>
    world.told
      .filter((event) => event.stream === `fulfillmentOrder:${id}` && event.type === type)
      .map((event) => event.data);
  const transfers = () =>
    world.asked
      .filter(({ what }) => what === 'catalog.transferReservation')
      .map(({ variables }) => variables['input'] as { key: string; release: unknown[]; take: unknown[] });
  const cancel = (
    orderId: string,
    lineId: string,
    quantity: number,
    by: 'CUSTOMER' | 'NO_STOCK' = 'CUSTOMER',
  ) =>
    world.hear(
      'orders.LinesCancelled',
      { orderId, lines: [{ lineId, sku: 'shoe', quantity }], causeId: 'c', reason: 'changed my mind', by },
      `order:${orderId}`,
    );
  const seen = async (orderId: string) =>
    (await workOn(world, orderId)).map(({ location, status, assignment, lines }) => [
      ...[location.id, status, assignment],
      ...lines.map((line) => line.quantity - line.cancelled - line.rerouted),
    ]);

  it.each([
    ['NOT_IN_STOCK', true],
    ['DAMAGED', true],
    ['NO_CAPACITY', false],
    ['CLOSED', false],
  ] as const)('moves work refused as %s to another location', async (reason, correctsStock) => {
    const { orderId, id } = await order(units('l1', 'shoe', 2));
    const refused = await act(world, 'rejectFulfillmentOrder', { id, reason }, callers.associate('lyon'));
    expect(refused).toMatchObject({
      status: 'CANCELLED',
      assignment: 'REJECTED',
      rejectReason: reason,
      allowedActions: [],
    });
    await world.settle();
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
    await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await world.settle();
    const second = (await workOn(world, orderId))[1]?.id ?? '';
    await act(world, 'rejectFulfillmentOrder', { id: second, reason: 'CLOSED' });
    await world.settle();
    const third = (await workOn(world, orderId))[2];
    expect(third?.location.id).toBe('nice');
    await act(world, 'rejectFulfillmentOrder', { id: third?.id ?? '', reason: 'CLOSED' });
    await world.settle();
    expect((await workOn(world, orderId)).length).toBe(3);
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
    await act(world, 'acceptFulfillmentOrder', { id });
    const lines = [{ lineId: 'l1', quantity: 1, reason: 'DAMAGED' }];
    expect(await act(world, 'pickFulfillmentOrder', { id, lines })).toMatchObject({
      ...{ status: 'IN_PROGRESS', step: 'PICKED' },
      lines: [
        { picked: 1, rerouted: 2 },
        { picked: 1, rerouted: 0 },
      ],
    });
    await world.settle();
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
    await act(world, 'packFulfillmentOrder', { id, parcels });
    await act(world, 'labelFulfillmentOrder', { id });
    expect(await act(world, 'handOverFulfillmentOrder', { id })).toMatchObject({ status: 'INCOMPLETE' });
  });

  it('ends the work when nothing was found', async () => {
    const { orderId, id } = await order(units('l1', 'shoe', 3));
    await act(world, 'acceptFulfillmentOrder', { id });
    const after = await act(world, 'pickFulfillmentOrder', { id, lines: [{ lineId: 'l1', quantity: 0 }] });
    expect(after).toMatchObject({ status: 'CANCELLED', step: 'SHORT', rejectReason: 'NOT_IN_STOCK' });
    await world.settle();
    expect((await seen(orderId))[1]).toEqual(['paris', 'OPEN', 'OFFERED', 3]);
  });

  it('places what it can and says what nobody has', async () => {
    world.answers['promise.resourceOrder'] = ({ input }) => {
      const { lines } = input as Asked;
      return lines.some((line) => line.sku === 'rare')
        ? { resourceOrder: { __typename: 'SourcingRefused', skus: ['rare'] } }
        : { resourceOrder: placedAt('paris', lines) };
    };
    const { orderId, id } = await order(units('l1', 'shoe', 1), units('l2', 'rare', 1));
    await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await world.settle();
    expect(told(id, 'fulfillment.Unfulfillable')).toMatchObject([{ lines: [{ lineId: 'l2', quantity: 1 }] }]);
    expect(told(id, 'fulfillment.Rerouted')).toMatchObject([{ lines: [{ lineId: 'l1', quantity: 1 }] }]);
    expect((await seen(orderId))[1]).toEqual(['paris', 'OPEN', 'OFFERED', 1]);
  });

  it('places as many units as there are and gives up the rest', async () => {
    world.answers['promise.resourceOrder'] = ({ input }) => {
      const { lines } = input as Asked;
      const enough = lines.every((line) => line.quantity <= 3);
      return {
        resourceOrder: enough ? placedAt('paris', lines) : { __typename: 'SourcingRefused', skus: ['shoe'] },
      };
    };
    const { orderId, id } = await order(units('l1', 'shoe', 5));
    await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await world.settle();
    expect((await seen(orderId))[1]).toEqual(['paris', 'OPEN', 'OFFERED', 3]);
    expect(told(id, 'fulfillment.Unfulfillable')).toMatchObject([{ lines: [{ lineId: 'l1', quantity: 2 }] }]);
    expect(transfers()).toMatchObject([{ release: [{ quantity: 3 }], take: [{ quantity: 3 }] }]);
  });

  it('asks again when the chosen place sold out meanwhile', async () => {
    let first = true;
    world.answers['catalog.transferReservation'] = () => {
      const short = { __typename: 'ReservationOutOfStock', shortages: [{ locationId: 'paris' }] };
      const answer = first ? { transferReservation: short } : moved();
      first = false;
      return answer;
    };
    const { orderId, id } = await order(units('l1', 'shoe', 1));
    await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await world.settle();
    expect((await seen(orderId))[1]).toEqual(['nice', 'OPEN', 'OFFERED', 1]);
    expect(new Set(transfers().map((input) => input.key)).size).toBe(2);
  });

  it.each([
    'fulfillmentOrder.beforeCommit',
    'resourcing.beforeCommit',
    'resourcing.afterAsk',
    'resourcing.beforeTransfer',
    'resourcing.afterTransfer',
    'capacity.beforeCommit',
  ])('survives death at %s: nothing is lost and nothing doubled', async (point) => {
    const { orderId, id } = await order(units('l1', 'shoe', 2));
    dieAt = point;
    const refusal = await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' }).catch(
      () => undefined,
    );
    await world.settle();
    expect((await workOn(world, orderId)).length).toBe(1);
    dieAt = undefined;
    await world.restart();
    // A refusal that was not answered may be sent again.
    if (refusal === undefined) await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await world.clock.advanceBy(60_000);
    await world.settle();
    expect(await seen(orderId)).toEqual([
      ['lyon', 'CANCELLED', 'REJECTED', 0],
      ['paris', 'OPEN', 'OFFERED', 2],
    ]);
    expect(new Set(transfers().map((input) => input.key)).size).toBe(1);
    expect(told(id, 'fulfillment.Rerouted').length).toBe(1);
  });

  it.each([
    'fulfillmentOrder.beforeCommit',
    'resourcing.beforeCommit',
    'capacity.beforeCommit',
    'journal.afterCommit',
  ])('survives death at %s while the search is under way', async (point) => {
    const { orderId, id } = await order(units('l1', 'shoe', 2));
    world.answers['promise.resourceOrder'] = (variables) => {
      dieAt = point;
      return placeAtFirst('paris')(variables);
    };
    await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await world.settle();
    world.answers['promise.resourceOrder'] = placeAtFirst('paris');
    dieAt = undefined;
    await world.restart();
    await world.clock.advanceBy(120_000);
    await world.settle();
    expect(await seen(orderId)).toEqual([
      ['lyon', 'CANCELLED', 'REJECTED', 0],
      ['paris', 'OPEN', 'OFFERED', 2],
    ]);
    expect(new Set(transfers().map((input) => input.key)).size).toBe(1);
    expect(told(id, 'fulfillment.Rerouted').length).toBe(1);
  });

  it('goes on when a room that was away is back', async () => {
    world.answers['promise.resourceOrder'] = () => {
      throw new Error('away');
    };
    const { orderId, id } = await order(units('l1', 'shoe', 2));
    await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await world.settle();
    expect((await seen(orderId)).length).toBe(1);
    world.answers['promise.resourceOrder'] = placeAtFirst('paris');
    await world.clock.advanceBy(30_000);
    await world.settle();
    expect((await seen(orderId))[1]).toEqual(['paris', 'OPEN', 'OFFERED', 2]);
  });

  it('takes units out that are cancelled while they have no place', async () => {
    world.answers['promise.resourceOrder'] = () => {
      throw new Error('away');
    };
    const { orderId, id } = await order(units('l1', 'shoe', 3));
    await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await world.settle();
    await cancel(orderId, 'l1', 2);
    expect(told(id, 'fulfillment.LinesCancelled')).toMatchObject([
      { searching: true, lines: [{ lineId: 'l1', quantity: 2 }] },
    ]);
    world.answers['promise.resourceOrder'] = placeAtFirst('paris');
    await world.clock.advanceBy(30_000);
    await world.settle();
    expect(await seen(orderId)).toEqual([
      ['lyon', 'CANCELLED', 'REJECTED', 0],
      ['paris', 'OPEN', 'OFFERED', 1],
    ]);
  });

  it('cancels at the new place what was cancelled after the decision', async () => {
    world.answers['catalog.transferReservation'] = () => {
      throw new Error('away');
    };
    const { orderId, id } = await order(units('l1', 'shoe', 3));
    await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await world.settle();
    await cancel(orderId, 'l1', 2);
    expect(told(id, 'fulfillment.LinesCancelled')).toEqual([]);
    world.answers['catalog.transferReservation'] = moved;
    await world.clock.advanceBy(30_000);
    await world.settle();
    const [, paris] = await workOn(world, orderId);
    expect(paris?.lines).toMatchObject([{ quantity: 3, cancelled: 2 }]);
    expect(told(paris?.id ?? '', 'fulfillment.LinesCancelled')).toMatchObject([
      { locationId: 'paris', searching: false },
    ]);
  });

  it('has nothing left to do when everything is cancelled during the search', async () => {
    world.answers['promise.resourceOrder'] = () => {
      throw new Error('away');
    };
    const { orderId, id } = await order(units('l1', 'shoe', 3));
    await act(world, 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await world.settle();
    await cancel(orderId, 'l1', 3);
    await world.clock.advanceBy(30_000);
    await world.settle();
    expect((await seen(orderId)).length).toBe(1);
    expect(told(id, 'fulfillment.Unfulfillable')).toEqual([]);
    expect(told(id, 'fulfillment.Rerouted')).toEqual([]);
  });
});

describe('an offer nobody answers', () => {
  let world: FulfillmentWorld;
  beforeAll(async () => {
    world = await fulfillmentWorld({ offerExpiresAfterMs: hourMs });
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
