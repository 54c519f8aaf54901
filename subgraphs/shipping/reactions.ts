import { asEffect, inTransaction, type Reactions } from '../../platform/journal/inbox.ts';
import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import { runDecision } from '../../platform/journal/runDecision.ts';
import type { EventName, EventPayload } from '../../schema/events/registry.ts';
import { decideHandOver } from './domain/decide.ts';
import type { Cause } from './ports.ts';
import type { ShippingApplication } from './application.ts';

/** Event types shipping reacts to. */
export const shippingConsumes = [
  'fulfillment.HandedOver',
  'fulfillment.LinesCancelled',
] as const satisfies readonly EventName[];

const causedBy = (event: JournalEvent): Cause => ({ actor: event.actor, cause: event.id });

/** What shipping does on other subgraphs' events. */
export function shippingReactions(application: () => ShippingApplication): Reactions {
  return {
    'fulfillment.HandedOver': inTransaction(async (event, tx) => {
      const { shipmentId, atMs } = event.data as EventPayload<'fulfillment.HandedOver'>;
      if (shipmentId === undefined) return;
      const { journal, shipments } = application();
      await runDecision(journal, shipments, {
        ...{ id: shipmentId, tx, ...causedBy(event) },
        decide: (shipment) => (shipment === undefined ? [] : decideHandOver(shipment, atMs)),
      });
    }),
    // Voiding reaches the carrier, and may be repeated.
    'fulfillment.LinesCancelled': asEffect(async (event) => {
      const { fulfillmentOrderId, closed, voidShipmentId } =
        event.data as EventPayload<'fulfillment.LinesCancelled'>;
      const { voiding } = application();
      if (voidShipmentId !== undefined) await voiding.unused(voidShipmentId, causedBy(event));
      if (closed) await voiding.ofCancelledWork(fulfillmentOrderId, causedBy(event));
    }),
  };
}
