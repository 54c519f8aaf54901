import { causeOf, type Cause, type OrderParts } from './cause.ts';
import { dayOf } from './counters.ts';
import { isWithdrawn, overdueFromMs } from './orderFact.ts';
import { isPromised } from './shipmentFact.ts';

/** An order of which something is still to come, as it counts once its date has passed: all that figures need of it. */
export interface Pending {
  /** Day it was placed on, UTC. */
  readonly day: string;
  readonly channel: string;
  /** The order itself, unless it has come and only a shipment of it has not. */
  readonly order?: PendingOrder;
  readonly shipments: readonly PendingShipment[];
}

/** The promise of an order that has not come. */
export interface PendingOrder {
  /** Date the customer agreed to. */
  readonly dueAtMs: number;
  /** Date said last, by whomever. */
  readonly lastLatestAtMs: number;
  readonly placedAtMs: number;
  readonly methodType: string;
  /** What makes it late, once it is. */
  readonly cause: Cause;
}

/** A promised shipment that has not come. */
export interface PendingShipment {
  readonly dueAtMs: number;
  readonly locationId: string;
  readonly serviceCode: string;
  readonly carrier?: string;
  readonly lastMile?: string;
}

/** What is still to come of an order; undefined where nothing is. */
export function pendingOf(parts: OrderParts): Pending | undefined {
  const { order } = parts;
  if (isWithdrawn(order)) return undefined;
  const dueAtMs = overdueFromMs(order);
  const shipments = parts.shipments.flatMap((shipment): PendingShipment[] => {
    const { promisedLatestAtMs, deliveredAtMs, locationId, serviceCode, carrier, lastMile } = shipment;
    if (!isPromised(shipment) || promisedLatestAtMs === undefined || deliveredAtMs !== undefined) return [];
    return [
      {
        ...{ dueAtMs: promisedLatestAtMs, locationId, serviceCode },
        ...(carrier === undefined ? {} : { carrier }),
        ...(lastMile === undefined ? {} : { lastMile }),
      },
    ];
  });
  if (dueAtMs === undefined && shipments.length === 0) return undefined;
  const { placedAtMs, lastLatestAtMs, methodType, channel } = order;
  return {
    ...{ day: dayOf(placedAtMs), channel, shipments },
    ...(dueAtMs === undefined
      ? {}
      : { order: { dueAtMs, lastLatestAtMs, placedAtMs, methodType, cause: causeOf(parts) } }),
  };
}

/** From when on the first thing of it counts as late, epoch ms. */
export const firstDueAtMs = ({ order, shipments }: Pending): number =>
  Math.min(order?.dueAtMs ?? Infinity, ...shipments.map(({ dueAtMs }) => dueAtMs));
