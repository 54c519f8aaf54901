import type { Folds } from './heard.ts';

/** How a leg of a shipment is known; what is scanned is surer than what was said, and that surer than a guess. */
export type LegKnownBy = 'LEARNED' | 'DECLARED' | 'SCANNED';
const sureness: Readonly<Record<LegKnownBy, number>> = { LEARNED: 1, DECLARED: 2, SCANNED: 3 };

/** One shipment's part in a promise, folded from its own events. */
export interface ShipmentFact {
  readonly id: string;
  readonly orderId: string;
  readonly isReturn: boolean;
  readonly carrier?: string;
  readonly serviceCode: string;
  readonly locationId: string;
  readonly fulfillmentOrderId?: string;
  readonly promisedLatestAtMs?: number;
  readonly handedOverAtMs?: number;
  readonly deliveredAtMs?: number;
  /** Whoever brings it to the customer, if that is not the carrier itself, and how that is known. */
  readonly lastMile?: string;
  readonly lastMileBy?: LegKnownBy;
  readonly attempted: boolean;
  readonly trouble?: 'LOST' | 'DAMAGED' | 'RETURNED';
  readonly voided: boolean;
}

const fresh = { attempted: false, voided: false } as const;
const troubled = (
  fact: ShipmentFact | undefined,
  trouble: NonNullable<ShipmentFact['trouble']>,
): ShipmentFact | undefined => fact && { ...fact, trouble };

export const shipmentFolds: Folds<ShipmentFact> = {
  'shipping.ShipmentCreated': (fact, { data }) => ({
    ...{ ...fresh, ...fact, id: data.shipmentId, orderId: data.orderId, isReturn: data.isReturn },
    ...{ carrier: data.carrier, serviceCode: data.serviceCode, locationId: data.locationId },
    ...(data.promisedLatestAtMs === undefined ? {} : { promisedLatestAtMs: data.promisedLatestAtMs }),
    ...(data.fulfillmentOrderId === undefined ? {} : { fulfillmentOrderId: data.fulfillmentOrderId }),
  }),
  'shipping.ShipmentHandedOver': (fact, { data }) => fact && { ...fact, handedOverAtMs: data.atMs },
  'shipping.LegRecorded': (fact, { data: { kind, carrier, knownBy } }) => {
    if (fact === undefined || kind === 'LINE_HAUL') return fact;
    const known = fact.lastMileBy === undefined ? 0 : sureness[fact.lastMileBy];
    return sureness[knownBy] < known ? fact : { ...fact, lastMile: carrier, lastMileBy: knownBy };
  },
  'shipping.TrackingRecorded': (fact, { data: { milestone } }) =>
    fact && milestone === 'ATTEMPT_FAILED' && !fact.attempted ? { ...fact, attempted: true } : fact,
  'shipping.ShipmentDelivered': (fact, { data }) => ({
    ...{ ...fresh, ...fact, id: data.shipmentId, orderId: data.orderId, isReturn: data.isReturn },
    ...{ serviceCode: data.serviceCode, locationId: data.locationId, deliveredAtMs: data.deliveredAtMs },
    ...(data.promisedLatestAtMs === undefined ? {} : { promisedLatestAtMs: data.promisedLatestAtMs }),
  }),
  'shipping.ShipmentLost': (fact) => troubled(fact, 'LOST'),
  'shipping.ParcelTurnedBack': (fact, { data: { reason } }) =>
    troubled(fact, reason === 'DAMAGED' ? 'DAMAGED' : 'RETURNED'),
  'shipping.ShipmentVoided': (fact) => fact && { ...fact, voided: true },
};

/** Whether it is part of a promise to a customer. */
export const isPromised = ({ isReturn, voided, promisedLatestAtMs }: ShipmentFact): boolean =>
  !isReturn && !voided && promisedLatestAtMs !== undefined;

export const isInTime = ({ deliveredAtMs, promisedLatestAtMs = 0 }: ShipmentFact): boolean =>
  deliveredAtMs !== undefined && deliveredAtMs <= promisedLatestAtMs;
