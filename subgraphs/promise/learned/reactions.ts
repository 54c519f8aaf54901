import { inTransaction, type Reactions } from '../../../platform/journal/inbox.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { PromiseApplication } from '../application.ts';
import { engineDestination } from '../queries/question.ts';
import { laneOf } from './laneOf.ts';
import { wallOf } from './learnedTimes.ts';

interface Placed {
  readonly destination: {
    readonly country: string;
    readonly postalCode?: string;
    readonly latitude?: number;
    readonly longitude?: number;
  };
}

/** What carriers and locations really did teaches the promises to come. */
export function learningReactions(application: () => PromiseApplication): Reactions {
  return {
    'shipping.ShipmentHandedOver': inTransaction(async (event, tx) => {
      const data = event.data as EventPayload<'shipping.ShipmentHandedOver'>;
      const { keeper, models, learned, journal } = application();
      const order = await models.PastOrder.findOne({ _id: data.orderId }).session(tx.session).lean();
      const [service, from] = [keeper.services.get(data.serviceCode), keeper.locations.get(data.locationId)];
      if (order === null || service === undefined || from === undefined) return;
      const { destination } = order.facts as unknown as Placed;
      const found = laneOf(keeper.network, service, from, engineDestination(destination));
      if (found === undefined) return;
      await learned().observe(tx, {
        ...{ _id: `${data.shipmentId}:HANDOVER`, kind: 'HANDOVER', shipmentId: data.shipmentId },
        ...{
          serviceCode: data.serviceCode,
          locationId: data.locationId,
          timeZone: found.timeZone,
          lane: found.lane,
        },
        ...{ wallMs: wallOf(data.atMs, found.timeZone), recordedAtMs: journal.clock.nowMs() },
      });
    }),
    'shipping.ShipmentDelivered': inTransaction(async (event, tx) => {
      const { shipmentId, deliveredAtMs, isReturn } =
        event.data as EventPayload<'shipping.ShipmentDelivered'>;
      if (!isReturn) await concluded(application(), tx, shipmentId, 'DELIVERY', deliveredAtMs);
    }),
    'shipping.ShipmentLost': inTransaction(async (event, tx) => {
      const { shipmentId } = event.data as EventPayload<'shipping.ShipmentLost'>;
      await concluded(application(), tx, shipmentId, 'ABANDONED', event.at);
    }),
  };
}

async function concluded(
  { learned, journal }: PromiseApplication,
  tx: Parameters<ReturnType<PromiseApplication['learned']>['observe']>[0],
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
