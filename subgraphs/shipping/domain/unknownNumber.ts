import { refOf, type Shipment, type ShipmentEvent } from './shipment.ts';

/** A carrier says that it does not know a number of ours. */
export interface UnknownNumber {
  /** The carrier's id of this report. */
  readonly eventId: string;
  readonly trackingCode: string;
  /** When it said so, epoch ms. */
  readonly occurredAtMs: number;
}

/**
 * Said once for each parcel, until a report of it comes: that ends it by itself. What has been reported is known, whatever
 * the carrier says later; what is void needs no number.
 */
export function decideUnknown(
  shipment: Shipment,
  { trackingCode, occurredAtMs }: UnknownNumber,
  nowMs: number,
): ShipmentEvent[] {
  const parcel = shipment.parcels.find((each) => each.trackingCode === trackingCode);
  if (parcel === undefined || parcel.unknownSinceMs !== undefined || shipment.milestone === 'CANCELLED')
    return [];
  if (shipment.trackingEvents.some((known) => known.trackingCode === trackingCode)) return [];
  const { number } = parcel;
  const { carrier, serviceCode, locationId, isReturn } = shipment;
  const atMs = Math.max(shipment.createdAtMs, Math.min(occurredAtMs, nowMs));
  const data = { ...refOf(shipment), number, trackingCode, carrier, serviceCode, locationId, isReturn, atMs };
  return [{ type: 'shipping.TrackingNumberUnknown', data }];
}
