import { afterAll, beforeAll, beforeEach } from 'vitest';
import { testStartMs } from '../../../test/support/world.ts';
import { locationInput } from './locationInput.ts';
import {
  act,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  type units,
  workOn,
  type FulfillmentWorld,
} from './subgraphWorld.ts';

const hourMs = 3_600_000;

/** What sourcing is asked: units that need a place, and where they may not come from. */
export interface Asked {
  readonly lines: readonly { lineId: string; sku: string; quantity: number }[];
  readonly excludedLocationIds: readonly string[];
}

/** Sourcing that puts everything at the first of some places that is not excluded. */
export const placeAtFirst =
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

export const placedAt = (locationId: string, lines: Asked['lines']) => ({
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

export const moved = () => ({ transferReservation: { __typename: 'ReserveStockSuccess' } });

/** A subgraph that does not answer. */
export const away = (): never => {
  throw new Error('away');
};

/** Fulfillment with three locations, where orders are offered to Lyon and can go to Paris, then Nice. */
export function useRefusals() {
  let world: FulfillmentWorld;
  let deadly: string | undefined;

  beforeAll(async () => {
    world = await fulfillmentWorld({}, (name) => {
      if (name === deadly) throw new Error(`died at ${name}`);
    });
    const places = ['lyon', 'paris', 'nice'].map((id) => locationInput(id));
    await world.ok(importLocations, { input: { locations: places } });
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    deadly = undefined;
    world.answers['promise.resourceOrder'] = placeAtFirst('paris', 'nice');
    world.answers['catalog.transferReservation'] = moved;
    world.asked.length = 0;
  });

  return {
    get world() {
      return world;
    },
    /** Names the point at which the subgraph dies, as often as it comes by; undefined: at none. */
    dieAt: (point: string | undefined) => {
      deadly = point;
    },
    ...doings(() => world),
  };
}

/** What tests do and ask for with orders that are offered to Lyon. */
function doings(now: () => FulfillmentWorld) {
  let orders = 0;
  const order = async (...lines: ReturnType<typeof units>[]): Promise<{ orderId: string; id: string }> => {
    const orderId = `r-${++orders}`;
    await now().hear(
      'orders.OrderConfirmed',
      confirmedOrder(orderId, [shipmentFrom('lyon', lines)]),
      `order:${orderId}`,
    );
    return { orderId, id: (await workOn(now(), orderId))[0]?.id ?? '' };
  };
  /** Lyon, or wherever the work is, refuses it, and everything that sets off has happened. */
  const refuse = async (id: string): Promise<void> => {
    await act(now(), 'rejectFulfillmentOrder', { id, reason: 'CLOSED' });
    await now().settle();
  };
  const pass = async (ms: number): Promise<void> => {
    await now().clock.advanceBy(ms);
    await now().settle();
  };
  const told = (id: string, type: string) =>
    now()
      .told.filter((event) => event.stream === `fulfillmentOrder:${id}` && event.type === type)
      .map((event) => event.data);
  const transfers = () =>
    now()
      .asked.filter(({ what }) => what === 'catalog.transferReservation')
      .map(
        ({ variables }) =>
          variables['input'] as { idempotencyKey: string; release: unknown[]; take: unknown[] },
      );
  const cancel = (
    orderId: string,
    lineId: string,
    quantity: number,
    by: 'CUSTOMER' | 'NO_STOCK' = 'CUSTOMER',
  ) =>
    now().hear(
      'orders.LinesCancelled',
      { orderId, lines: [{ lineId, sku: 'shoe', quantity }], causeId: 'c', reason: 'changed my mind', by },
      `order:${orderId}`,
    );
  const seen = async (orderId: string) =>
    (await workOn(now(), orderId)).map(({ location, status, assignment, lines }) => [
      ...[location.id, status, assignment],
      ...lines.map((line) => line.quantity - line.cancelled - line.rerouted),
    ]);

  return { order, refuse, pass, told, transfers, cancel, seen };
}
