import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { evolve } from './evolve.ts';
import { milestoneRank, type ReportedMilestone } from './milestones.ts';
import { refOf, unitsOf, type Shipment, type ShipmentEvent } from './shipment.ts';

/** What a carrier reports of a parcel. */
export interface CarrierReport {
  /** The carrier's id of this report. */
  readonly eventId: string;
  readonly trackingCode: string;
  readonly milestone: ReportedMilestone;
  readonly rawCode: string;
  readonly text: string;
  /** Epoch ms. */
  readonly occurredAtMs: number;
  readonly estimatedDeliveryAtMs?: number | undefined;
}

export function existing(shipment: Shipment | undefined): Shipment {
  if (shipment === undefined) throw notFound('shipment');
  return shipment;
}

/** Most reports kept of one shipment; a carrier that sends more is broken. */
const maxReports = 1_000;

const hasReached = (shipment: Shipment, milestone: Shipment['milestone']): boolean =>
  milestoneRank[shipment.milestone] >= milestoneRank[milestone];

/** One report: recorded once, in whatever order reports come; what follows from it is said once. */
export function decideReport(shipment: Shipment, report: CarrierReport): ShipmentEvent[] {
  if (shipment.trackingEvents.some((known) => known.eventId === report.eventId)) return [];
  if (shipment.trackingEvents.length >= maxReports) return [];
  const { estimatedDeliveryAtMs, ...facts } = report;
  const recorded = (highest: string): ShipmentEvent => ({
    type: 'shipping.TrackingRecorded',
    data: {
      ...refOf(shipment),
      ...facts,
      highest,
      ...(estimatedDeliveryAtMs === undefined ? {} : { estimatedDeliveryAtMs }),
    },
  });
  const after = evolve(shipment, recorded(''), report.occurredAtMs);
  const events = [recorded(after.milestone)];
  if (shipment.milestone === 'CANCELLED') return events;
  return [...events, ...handOverSeen(shipment, after, report), ...arrivals(shipment, after)];
}

/** Nobody of ours hands a return over: the carrier's first report does. */
function handOverSeen(before: Shipment, after: Shipment, report: CarrierReport): ShipmentEvent[] {
  if (!before.isReturn || before.handedOverAtMs !== undefined || !hasReached(after, 'HANDED_OVER')) return [];
  return [handedOver(before, report.occurredAtMs)];
}

const handedOver = (shipment: Shipment, atMs: number): ShipmentEvent => ({
  type: 'shipping.ShipmentHandedOver',
  data: { ...refOf(shipment), serviceCode: shipment.serviceCode, locationId: shipment.locationId, atMs },
});

/** Parcels that are newly lost, and the arrival of the others once none is under way any more. */
function arrivals(before: Shipment, after: Shipment): ShipmentEvent[] {
  const reachedNow = (milestone: Shipment['milestone']) =>
    after.parcels.filter(
      (parcel, at) => parcel.milestone === milestone && before.parcels[at]?.milestone !== milestone,
    );
  const lost = reachedNow('LOST');
  const events: ShipmentEvent[] =
    lost.length === 0
      ? []
      : [{ type: 'shipping.ShipmentLost', data: { ...refOf(after), lines: unitsOf(lost) } }];
  const { serviceCode, locationId, isReturn, handedOverAtMs, promisedLatestAtMs, deliveredAtMs } = after;
  if (deliveredAtMs === undefined) return events;
  // A parcel given up as lost may still turn up after the others were said to have arrived.
  const arrived =
    before.deliveredAtMs === undefined
      ? after.parcels.filter((parcel) => parcel.milestone === 'DELIVERED')
      : reachedNow('DELIVERED');
  if (arrived.length === 0) return events;
  const data = {
    ...refOf(after),
    ...{ serviceCode, locationId, isReturn, deliveredAtMs, lines: unitsOf(arrived) },
    ...(after.collectAtId === undefined ? {} : { collectAtId: after.collectAtId }),
    ...(handedOverAtMs === undefined ? {} : { handedOverAtMs }),
    ...(promisedLatestAtMs === undefined ? {} : { promisedLatestAtMs }),
  };
  return [...events, { type: 'shipping.ShipmentDelivered', data }];
}

/** Our location gave the parcels to the carrier. */
export function decideHandOver(shipment: Shipment, atMs: number): ShipmentEvent[] {
  return shipment.handedOverAtMs === undefined && shipment.milestone !== 'CANCELLED'
    ? [handedOver(shipment, atMs)]
    : [];
}

/** Void a shipment that has not been handed over. Voiding it again changes nothing. */
export function decideVoid(shipment: Shipment): ShipmentEvent[] {
  if (shipment.milestone === 'CANCELLED') return [];
  if (!isVoidable(shipment))
    throw codedError(
      'INVALID_TRANSITION',
      `Only a shipment that has not been handed over can be voided; this one is ${shipment.milestone}.`,
      { milestone: shipment.milestone },
    );
  return [{ type: 'shipping.ShipmentVoided', data: refOf(shipment) }];
}

/** Has no parcel of it left yet? */
export const isVoidable = (shipment: Shipment): boolean =>
  shipment.handedOverAtMs === undefined &&
  shipment.parcels.every((parcel) => milestoneRank[parcel.milestone] < milestoneRank.HANDED_OVER);
