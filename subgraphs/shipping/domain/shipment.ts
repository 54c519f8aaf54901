import type { shippingEvents } from '../../../schema/events/shipping.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { ShipmentLeg } from './carriedBy.ts';
import type { ShipmentMilestone } from '../generated/resolverTypes.ts';
import type { ReportedMilestone } from './milestones.ts';

/** Units of an order line. */
export interface ShippedUnits {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
}

export interface ShipmentParcel {
  readonly number: number;
  readonly weightGrams: number;
  readonly lines: readonly ShippedUnits[];
  /** The carrier's code; carriers use codes again. Empty until the label is bought. */
  readonly trackingCode: string;
  /** The highest milestone of this parcel on the way it is on now. */
  readonly milestone: ShipmentMilestone;
  /** Epoch ms of the earliest report of its delivery. */
  readonly deliveredAtMs?: number;
  /** Epoch ms since which its carrier says that it does not know the code; absent once it has reported the parcel. */
  readonly unknownSinceMs?: number;
  /** Why it travels back to whoever sent it; absent while it does not. */
  readonly turned?: TurnReason;
  /** Epoch ms at which it was back there. */
  readonly cameBackAtMs?: number;
}

/** Why a parcel is taken back to whoever sent it. */
export type TurnReason = 'UNDELIVERABLE' | 'REFUSED' | 'DAMAGED';

/** One report of a carrier, as recorded. */
export interface TrackedEvent {
  readonly eventId: string;
  readonly trackingCode: string;
  readonly milestone: ReportedMilestone;
  readonly rawCode: string;
  readonly text: string;
  readonly occurredAtMs: number;
  /** When it was heard. */
  readonly recordedAtMs: number;
  /** What the carrier said of when it happened, where that cannot be. */
  readonly reportedAtMs?: number;
  readonly estimatedDeliveryAtMs?: number;
  /** Until when a pickup point keeps it: as the carrier says, or as the settings assume. */
  readonly keptUntilMs?: number;
  /** Whoever reported it, where that was not the carrier of the shipment, and the code it has there. */
  readonly by?: string;
  readonly codeThere?: string;
}

/** Parcels that travel together with one carrier. */
export interface Shipment {
  readonly _id: string;
  readonly orderId: string;
  readonly fulfillmentOrderId?: string;
  readonly returnId?: string;
  readonly isReturn: boolean;
  readonly owner: string;
  readonly channel: string;
  readonly carrier: string;
  readonly serviceCode: string;
  readonly locationId: string;
  /** Store it goes to, where the customer collects. */
  readonly collectAtId?: string;
  /** The carrier's own reference, once it has accepted the shipment. */
  readonly carrierRef?: string;
  readonly milestone: ShipmentMilestone;
  readonly parcels: readonly ShipmentParcel[];
  readonly trackingEvents: readonly TrackedEvent[];
  readonly legs?: readonly ShipmentLeg[];
  readonly promisedLatestAtMs?: number;
  readonly estimatedDeliveryAtMs?: number;
  readonly handedOverAtMs?: number;
  readonly deliveredAtMs?: number;
  readonly createdAtMs: number;
}

type Names = keyof typeof shippingEvents;
type Union<N extends Names> = N extends Names ? { readonly type: N; readonly data: EventPayload<N> } : never;

/** Events on a shipment's stream. */
export type ShipmentEvent = Union<Exclude<Names, 'shipping.CarrierServiceChanged'>>;

/** What every event of the stream begins with. */
export const refOf = ({ _id, orderId, fulfillmentOrderId, returnId }: Shipment) => ({
  shipmentId: _id,
  orderId,
  ...(fulfillmentOrderId === undefined ? {} : { fulfillmentOrderId }),
  ...(returnId === undefined ? {} : { returnId }),
});

/** Units of these parcels, added up by line. */
export function unitsOf(parcels: readonly Pick<ShipmentParcel, 'lines'>[]): ShippedUnits[] {
  const byLine = new Map<string, ShippedUnits>();
  for (const line of parcels.flatMap((parcel) => parcel.lines))
    byLine.set(line.lineId, { ...line, quantity: line.quantity + (byLine.get(line.lineId)?.quantity ?? 0) });
  return [...byLine.values()];
}

/** The reference of a shipment that no carrier of ours has accepted. */
export const ownRef = (shipmentId: string): string => `own:${shipmentId}`;
/** Is this a shipment of a sender's own carrier? There is no label of ours to void, and nobody reports. */
export const isOwn = ({ carrierRef }: { readonly carrierRef?: string | undefined }): boolean =>
  carrierRef?.startsWith('own:') === true;
