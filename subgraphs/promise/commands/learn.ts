import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { PromiseApplication } from '../application.ts';
import { laneOf } from '../domain/learning/laneOf.ts';
import { wallOf } from '../domain/learning/wallTime.ts';
import { engineDestination } from '../domain/question.ts';
import type { PastOrderDoc } from '../store/models.ts';

/** A shipment was handed over: how long the place took, and when its transit began. */
export async function learnHandover(
  { keeper, models, learned, journal }: PromiseApplication,
  handover: EventPayload<'shipping.ShipmentHandedOver'>,
  tx: Tx,
): Promise<void> {
  const { shipmentId, serviceCode, locationId, orderId, atMs } = handover;
  const order = await models.PastOrder.findOne({ _id: orderId }).session(tx.session).lean<PastOrderDoc>();
  const [service, from] = [keeper.services.get(serviceCode), keeper.locations.get(locationId)];
  if (order === null || service === undefined || from === undefined) return;
  const found = laneOf(keeper.network, service, from, engineDestination(order.facts.destination));
  if (found === undefined) return;
  const { lane, timeZone } = found;
  await learned().observe(tx, {
    ...{ _id: `${shipmentId}:HANDOVER`, kind: 'HANDOVER', shipmentId, serviceCode, locationId },
    ...{ timeZone, lane, wallMs: wallOf(atMs, timeZone), recordedAtMs: journal.clock.nowMs() },
  });
}

/** How a transit ended, if its beginning was observed. */
export interface TransitEnd {
  readonly shipmentId: string;
  readonly kind: 'DELIVERY' | 'ABANDONED';
  readonly atMs: number;
}

/** A shipment arrived, or is given up. */
export async function learnTransitEnd(
  { learned, journal }: PromiseApplication,
  { shipmentId, kind, atMs }: TransitEnd,
  tx: Tx,
): Promise<void> {
  const handover = await learned().handover(shipmentId);
  if (handover === null) return;
  const { serviceCode, locationId, timeZone } = handover;
  await learned().observe(tx, {
    ...{ _id: `${shipmentId}:${kind}`, kind, shipmentId, serviceCode, locationId, timeZone },
    ...{ wallMs: wallOf(atMs, timeZone), recordedAtMs: journal.clock.nowMs() },
  });
}
