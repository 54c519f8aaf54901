import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { isNews, type NamedLeg, type ShipmentLeg } from './carriedBy.ts';
import { consequencesOf } from './consequences.ts';
import { evolve } from './evolve.ts';
import { milestoneRank, type ReportedMilestone } from './milestones.ts';
import { refOf, type Shipment, type ShipmentEvent } from './shipment.ts';

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
  /** Epoch ms the carrier said, where that cannot be. */
  readonly reportedAtMs?: number | undefined;
  readonly estimatedDeliveryAtMs?: number | undefined;
  /** Epoch ms until which a pickup point keeps the parcel. */
  readonly keptUntilMs?: number | undefined;
  /** Whom it was handed on to, as this report says. */
  readonly handoff?: NamedLeg | undefined;
  /** A partner that reports itself, and the code that the parcel has there. */
  readonly by?: string | undefined;
  readonly codeThere?: string | undefined;
}

/** Ids of reports are a carrier's own: those of a partner are told apart from them. */
export const partnersEventId = (carrier: string, eventId: string): string => `${carrier}:${eventId}`;

export function existing(shipment: Shipment | undefined): Shipment {
  if (shipment === undefined) throw notFound('shipment');
  return shipment;
}

/** Most reports kept of one shipment; a carrier that sends more is broken. */
const maxReports = 1_000;

const hasReached = (shipment: Shipment, milestone: Shipment['milestone']): boolean =>
  milestoneRank[shipment.milestone] >= milestoneRank[milestone];

/** One report: recorded once, in whatever order reports come; what follows from it is said once. */
export function decideReport(shipment: Shipment, report: CarrierReport, heardAtMs: number): ShipmentEvent[] {
  if (shipment.trackingEvents.some((known) => known.eventId === report.eventId)) return [];
  if (shipment.trackingEvents.length >= maxReports) return [];
  const {
    estimatedDeliveryAtMs,
    reportedAtMs,
    handoff: _handoff,
    by,
    codeThere,
    keptUntilMs,
    ...facts
  } = report;
  const recorded = (highest: string, turned = false): ShipmentEvent => ({
    type: 'shipping.TrackingRecorded',
    data: {
      ...refOf(shipment),
      ...facts,
      highest,
      ...(turned ? { turned } : {}),
      ...(reportedAtMs === undefined ? {} : { reportedAtMs }),
      ...(estimatedDeliveryAtMs === undefined ? {} : { estimatedDeliveryAtMs }),
      ...(keptUntilMs === undefined ? {} : { keptUntilMs }),
      ...(by === undefined ? {} : { by }),
      ...(codeThere === undefined ? {} : { codeThere }),
    },
  });
  const after = evolve(shipment, recorded(''), heardAtMs);
  const parcel = after.parcels.find(({ trackingCode }) => trackingCode === report.trackingCode);
  const isTurned = parcel?.turned !== undefined;
  const events = [recorded(after.milestone, isTurned), ...legsSeen(shipment, report)];
  if (shipment.milestone === 'CANCELLED') return events;
  return [...events, ...handOverSeen(shipment, after, report), ...consequencesOf(shipment, after)];
}

/** Whoever a report names or comes from carries the parcel: a partner's own report says that it brings it. */
function legsSeen(shipment: Shipment, report: CarrierReport): ShipmentEvent[] {
  const { handoff, by, codeThere, trackingCode, occurredAtMs } = report;
  const known = shipment.legs ?? [];
  const own: NamedLeg | undefined =
    by === undefined
      ? undefined
      : {
          kind: known.find((each) => each.carrier === by)?.kind ?? 'LAST_MILE',
          carrier: by,
          trackingCode: codeThere,
        };
  return [own, handoff].flatMap((named) =>
    named === undefined
      ? []
      : legEvents(shipment, { ...named, parcelCode: trackingCode, knownBy: 'SCANNED', atMs: occurredAtMs }),
  );
}

/** A leg is recorded if it is news. */
export function legEvents(shipment: Shipment, leg: ShipmentLeg): ShipmentEvent[] {
  if (!isNews(shipment.legs ?? [], leg)) return [];
  const { kind, carrier, knownBy, atMs, trackingCode, parcelCode } = leg;
  return [
    {
      type: 'shipping.LegRecorded',
      data: {
        ...{ ...refOf(shipment), serviceCode: shipment.serviceCode, kind, carrier, knownBy, atMs },
        ...(trackingCode === undefined ? {} : { trackingCode }),
        ...(parcelCode === undefined ? {} : { parcelCode }),
      },
    },
  ];
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

/** Our location gave the parcels to the carrier. */
export function decideHandOver(shipment: Shipment, atMs: number): ShipmentEvent[] {
  return shipment.handedOverAtMs === undefined && shipment.milestone !== 'CANCELLED'
    ? [handedOver(shipment, atMs)]
    : [];
}

/** Void a shipment that has not been handed over. Voiding it again changes nothing. */
export function decideVoid(shipment: Shipment, reason?: string): ShipmentEvent[] {
  if (shipment.milestone === 'CANCELLED') return [];
  if (!isVoidable(shipment))
    throw codedError(
      'INVALID_TRANSITION',
      `Only a shipment that has not been handed over can be voided; this one is ${shipment.milestone}.`,
      { milestone: shipment.milestone },
    );
  return [
    {
      type: 'shipping.ShipmentVoided',
      data: { ...refOf(shipment), ...(reason === undefined ? {} : { reason }) },
    },
  ];
}

/** Has no parcel of it left yet? */
export const isVoidable = (shipment: Shipment): boolean =>
  shipment.handedOverAtMs === undefined &&
  shipment.parcels.every((parcel) => milestoneRank[parcel.milestone] < milestoneRank.HANDED_OVER);
