import { inTransaction, type ReactionTable } from '../../../platform/journal/reactions.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { PastOrderDoc } from '../store/models.ts';
import type { PromiseApplication } from '../application.ts';
import { engineDestination } from '../queries/question.ts';
import { laneOf } from './laneOf.ts';
import { wallOf } from './learnedTimes.ts';

/** What carriers and locations really did teaches the promises to come. */
export const learningReactions: ReactionTable<PromiseApplication> = {
  'shipping.ShipmentHandedOver': inTransaction(async (application, { data }, tx) => {
    const { keeper, models, learned, journal } = application;
    const order = await models.PastOrder.findOne({ _id: data.orderId })
      .session(tx.session)
      .lean<PastOrderDoc>();
    const [service, from] = [keeper.services.get(data.serviceCode), keeper.locations.get(data.locationId)];
    if (order === null || service === undefined || from === undefined) return;
    const { destination } = order.facts;
    const found = laneOf(keeper.network, service, from, engineDestination(destination));
    if (found === undefined) return;
    const { shipmentId, serviceCode, locationId } = data;
    const { lane, timeZone } = found;
    await learned().observe(tx, {
      ...{ _id: `${shipmentId}:HANDOVER`, kind: 'HANDOVER', shipmentId, serviceCode, locationId },
      ...{ timeZone, lane, wallMs: wallOf(data.atMs, timeZone), recordedAtMs: journal.clock.nowMs() },
    });
  }),
  'shipping.ShipmentDelivered': inTransaction(async (application, { data }, tx) => {
    const { shipmentId, deliveredAtMs, isReturn } = data;
    if (!isReturn) await concluded(application, tx, shipmentId, 'DELIVERY', deliveredAtMs);
  }),
  'shipping.ShipmentLost': inTransaction((application, { data, at }, tx) =>
    concluded(application, tx, data.shipmentId, 'ABANDONED', at),
  ),
};

async function concluded(
  { learned, journal }: PromiseApplication,
  tx: Tx,
  shipmentId: string,
  kind: 'DELIVERY' | 'ABANDONED',
  atMs: number,
): Promise<void> {
  const handover = await learned().handover(shipmentId);
  if (handover === null) return;
  const { serviceCode, locationId, timeZone } = handover;
  await learned().observe(tx, {
    ...{ _id: `${shipmentId}:${kind}`, kind, shipmentId, serviceCode, locationId, timeZone },
    ...{ wallMs: wallOf(atMs, timeZone), recordedAtMs: journal.clock.nowMs() },
  });
}
