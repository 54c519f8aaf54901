import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { transferReservation } from '../generated/catalogOperations.ts';
import { resourceOrder } from '../generated/promiseOperations.ts';
import type { OrderState } from '../domain/order.ts';
import type { HoldLine } from './catalogClient.ts';

/** Units to find a place for. */
export interface SoughtLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
}

/** Where units come from, and when they arrive at the latest. */
export interface PlacedUnits {
  readonly shipments: OrderState['shipments'];
  readonly latestAtMs: number;
}

/** Units of a reservation that change places. */
export interface MovedUnits {
  readonly release: readonly HoldLine[];
  readonly take: readonly HoldLine[];
}

/** Catalogue and promise, for units added to an order that exists. */
export interface MoreUnits {
  /** Locations for more units, as soon as can be; null when nobody has them. */
  place(
    order: OrderState,
    lines: readonly SoughtLine[],
    excludedLocationIds: readonly string[],
    nowMs: number,
  ): Promise<PlacedUnits | null>;
  /** Holds them in the order's reservation; the locations that lack units, none when they are held. */
  take(order: OrderState, key: string, lines: readonly HoldLine[]): Promise<readonly string[]>;
  /** The same, and gives others back: all or nothing. */
  move(order: OrderState, key: string, units: MovedUnits): Promise<readonly string[]>;
}

export function createMoreUnits(client: SubgraphClient): MoreUnits {
  const move: MoreUnits['move'] = async ({ reservationId: id }, idempotencyKey, { release, take }) => {
    const input = { id, idempotencyKey, release: merged(release), take: merged(take) };
    const { transferReservation: answer } = await client.call(transferReservation, {
      ...{ variables: { input }, requestId: idempotencyKey },
      // As at checkout: in a rush for one SKU its counter has a queue.
      timeoutMs: 10_000,
    });
    if (answer.__typename === 'ReserveStockSuccess') return [];
    return [...new Set(answer.shortages.map(({ locationId }) => locationId))];
  };
  return {
    move,
    take: (order, key, take) => move(order, key, { release: [], take }),
    place: placing(client),
  };
}

const placing =
  (client: SubgraphClient): MoreUnits['place'] =>
  async (order, lines, excludedLocationIds, nowMs) => {
    const { promise, destination } = order;
    const input = {
      ...{ orderId: order._id, channel: order.channel, currency: order.currency, destination },
      ...{ methodType: promise.methodType, code: promise.code, excludedLocationIds },
      ...(promise.collectAtId === undefined ? {} : { collectAtId: promise.collectAtId }),
      lines: lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
      promisedLatestAt: new Date(nowMs).toISOString(),
    };
    const variables = { input };
    const { resourceOrder: answer } = await client.call(resourceOrder, { variables, requestId: order._id });
    if (answer.__typename === 'SourcingRefused') return null;
    const shipments = answer.shipments.map(({ milestones, ...shipment }) => ({
      ...shipment,
      lines: shipment.lines.map((line) => ({ ...line })),
      milestones: milestones.map(({ code, dueAt }) => ({ code, dueAtMs: Date.parse(dueAt) })),
    }));
    return { shipments, latestAtMs: Date.parse(answer.latestDeliveryAt) };
  };

/** Units of one slot added up, as two lines may name the same SKU. */
function merged(lines: readonly HoldLine[]): HoldLine[] {
  const slots = new Map<string, HoldLine>();
  for (const line of lines) {
    const slot = JSON.stringify([line.sku, line.locationId, line.future]);
    slots.set(slot, { ...line, quantity: line.quantity + (slots.get(slot)?.quantity ?? 0) });
  }
  return [...slots.values()];
}
