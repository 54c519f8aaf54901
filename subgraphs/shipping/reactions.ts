import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import {
  asEffect,
  eventNamesOf,
  inTransaction,
  type ReactionTable,
} from '../../platform/journal/reactions.ts';
import { runDecision } from '../../platform/journal/runDecision.ts';
import type { ShippingApplication } from './application.ts';
import { decideFound } from './domain/decideClaim.ts';
import { decideHandOver } from './domain/decide.ts';
import type { Cause } from './ports.ts';

const causedBy = ({ actor, id }: Pick<JournalEvent, 'actor' | 'id'>): Cause => ({ actor, cause: id });

const claimedFor = ['LOST', 'DAMAGED', 'NOT_RECEIVED'] as const;
const isClaimed = (type: string): type is (typeof claimedFor)[number] =>
  claimedFor.some((each) => each === type);

/** What shipping does on other subgraphs' events. */
export const shippingReactions: ReactionTable<ShippingApplication> = {
  'fulfillment.HandedOver': inTransaction(async ({ journal, shipments }, event, tx) => {
    const { shipmentId, atMs } = event.data;
    if (shipmentId === undefined) return;
    await runDecision(journal, shipments, {
      ...{ id: shipmentId, tx, ...causedBy(event) },
      decide: (shipment) => (shipment === undefined ? [] : decideHandOver(shipment, atMs)),
    });
  }),
  // Voiding reaches the carrier, and may be repeated.
  'fulfillment.LinesCancelled': asEffect(async ({ voiding }, event) => {
    const { fulfillmentOrderId, closed, voidShipmentId } = event.data;
    if (voidShipmentId !== undefined) await voiding.unused(voidShipmentId, causedBy(event));
    if (closed) await voiding.ofCancelledWork(fulfillmentOrderId, causedBy(event));
  }),
  // Who lost or broke it is to pay.
  'care.IncidentOpened': asEffect(async ({ claims, models }, event) => {
    const { type: kind, parcelId, incidentId } = event.data;
    if (parcelId === undefined || !isClaimed(kind)) return;
    const shipment = await models.Shipment.findOne({ _id: parcelId }, { handedOverAtMs: 1 }).lean();
    if (shipment?.handedOverAtMs === undefined) return;
    await claims.open({ shipmentId: parcelId, kind, incidentId }, causedBy(event));
  }),
  'care.IncidentClosed': asEffect(async ({ claims, models }, event) => {
    const { incidentId, because } = event.data;
    const found = await models.Claim.findOne({ incidentId }).lean();
    // What was damaged has arrived damaged.
    if (found === null || because !== 'ARRIVED' || found.kind === 'DAMAGED') return;
    await claims.decide(found._id, decideFound, causedBy(event));
  }),
  // A return that is over needs no label.
  'returns.ReturnCancelled': asEffect(({ voiding }, event) =>
    voiding.ofEndedReturn(event.data.returnId, causedBy(event)),
  ),
  'returns.ReturnRejected': asEffect(({ voiding }, event) =>
    voiding.ofEndedReturn(event.data.returnId, causedBy(event)),
  ),
};

/** Event types shipping reacts to. */
export const shippingConsumes = eventNamesOf(shippingReactions);
