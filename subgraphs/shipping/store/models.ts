import { Schema, type Connection, type Model, type SchemaDefinition } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { ClaimState } from '../domain/claim.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { Shipment } from '../domain/shipment.ts';
import type { SimulatedScenario } from '../generated/resolverTypes.ts';

/** An order as this subgraph knows it: its id. */
export interface OrderRef {
  readonly id: string;
}

/** A carrier service as its event tells it; `version` is the seq of its last event. */
export type CarrierServiceDoc = Omit<EventPayload<'shipping.CarrierServiceChanged'>, 'code'> & {
  _id: string;
  version: number;
};
export type CarrierLaneDoc = CarrierServiceDoc['lanes'][number];
export type ClaimDoc = ClaimState & { version: number };
export type ShipmentDoc = Shipment & { version: number };

/** Which shipment a key has made: a fulfillment order buys one label. `at` (epoch ms): see commands/pruning.ts. */
export interface ShipmentKeyDoc {
  _id: string;
  shipmentId: string;
  fingerprint: string;
  at: number;
}

const text = { type: String, required: true };
const int = { type: Number, required: true };
const flag = { type: Boolean, required: true };
const count = { type: Number, required: true, min: 0 };
const texts = { type: [String], required: true };
const optionalTexts = { type: [String], default: undefined };
const ints = { type: [Number], required: true };
const top = { versionKey: false, id: false, minimize: false } as const;
const part = (fields: SchemaDefinition) => new Schema(fields, { _id: false, versionKey: false, id: false });

const money = part({ amountMinor: int, currency: text });
const lane = part({
  ...{
    originCountry: text,
    destinationCountry: text,
    postalPrefixes: texts,
    excludedPostalPrefixes: optionalTexts,
    maxDistanceKm: Number,
  },
  ...{ transitDaysMin: count, transitDaysMax: count, transitMinutes: Number },
  ...{ price: money, pricePerKg: money, cost: money, costPerKg: money },
});
const serviceSchema = new Schema(
  {
    ...{ _id: text, carrier: text, version: count, methodTypes: texts, active: flag },
    name: { type: part({ en: text, fr: String, it: String }), required: true },
    ...{ maxWeightGrams: count, maxLengthMm: count, refusedRestrictions: texts },
    ...{ lastMileVehicle: text, stopsPerRound: int, kmPerRound: int, lineHaulVehicle: text },
    ...{ pickupWeekdays: ints, pickupTime: text, deliveryWeekdays: ints },
    ...{ deliveryFrom: text, deliveryUntil: text, windows: texts, windowCapacity: Number },
    lanes: { type: [lane], required: true },
  },
  top,
);
serviceSchema.index({ active: 1, _id: 1 });

const units = part({ lineId: text, sku: text, quantity: count });
const parcel = part({
  ...{
    number: int,
    weightGrams: count,
    trackingCode: { type: String },
    milestone: text,
    deliveredAtMs: Number,
    unknownSinceMs: Number,
    turned: String,
    cameBackAtMs: Number,
  },
  lines: { type: [units], required: true },
});
const tracked = part({
  ...{ eventId: text, trackingCode: text, milestone: text, rawCode: text, text: String },
  ...{ occurredAtMs: int, recordedAtMs: int, reportedAtMs: Number, estimatedDeliveryAtMs: Number },
  ...{ by: String, codeThere: String, keptUntilMs: Number },
});
const leg = part({
  ...{ kind: text, carrier: text, trackingCode: String, parcelCode: String, knownBy: text, atMs: int },
});
const shipmentSchema = new Schema(
  {
    ...{ _id: text, orderId: text, fulfillmentOrderId: String, returnId: String, isReturn: flag },
    ...{ owner: text, channel: text, carrier: text, serviceCode: text, locationId: text, carrierRef: String },
    ...{ milestone: text, createdAtMs: int, version: count },
    parcels: { type: [parcel], required: true },
    trackingEvents: { type: [tracked], required: true },
    legs: { type: [leg], default: undefined },
    ...{
      promisedLatestAtMs: Number,
      estimatedDeliveryAtMs: Number,
      handedOverAtMs: Number,
      deliveredAtMs: Number,
      collectAtId: String,
    },
  },
  top,
);
shipmentSchema.index({ orderId: 1, createdAtMs: 1, _id: 1 });
shipmentSchema.index({ carrier: 1, 'parcels.trackingCode': 1, createdAtMs: -1 });
shipmentSchema.index({ 'legs.trackingCode': 1, createdAtMs: -1 }, { sparse: true });
shipmentSchema.index({ serviceCode: 1, createdAtMs: -1 });
shipmentSchema.index({ fulfillmentOrderId: 1 });
shipmentSchema.index({ returnId: 1 });
shipmentSchema.index({ carrierRef: 1 });
shipmentSchema.index({ createdAtMs: -1, _id: -1 });
shipmentSchema.index({ owner: 1, createdAtMs: -1, _id: -1 });
shipmentSchema.index({ channel: 1, createdAtMs: -1, _id: -1 });
shipmentSchema.index({ locationId: 1, createdAtMs: -1, _id: -1 });

const claimSchema = new Schema(
  {
    ...{ _id: text, number: text, shipmentId: text, orderId: text, carrier: text, serviceCode: text },
    ...{ kind: text, status: text, trackingCodes: texts, needed: texts, incidentId: String },
    ...{ amount: { type: money, required: true }, granted: money, paid: { type: money, required: true } },
    ...{ notBeforeMs: int, deadlineMs: int, openedAtMs: int, carrierReference: String, version: count },
    evidence: { type: [part({ kind: text, reference: text, atMs: int })], required: true },
  },
  top,
);
claimSchema.index({ status: 1, deadlineMs: 1, _id: 1 });
claimSchema.index({ status: 1, notBeforeMs: 1 });
claimSchema.index({ incidentId: 1 });

/** Rows that are removed some time after `at`. */
function datedSchema(fields: object = {}) {
  const schema = new Schema({ _id: text, at: int, ...fields }, top);
  schema.index({ at: 1 });
  return schema;
}

/** The collections of shipping. */
export interface ShippingModels {
  readonly CarrierService: Model<CarrierServiceDoc>;
  readonly Shipment: Model<ShipmentDoc>;
  readonly Claim: Model<ClaimDoc>;
  readonly ShipmentKey: Model<ShipmentKeyDoc>;
  /** Fulfillment orders and returns of which nothing will be shipped any more. */
  readonly CancelledWork: Model<{ _id: string; at: number }>;
  /** Webhooks already applied, as `<carrier>:<webhook-id>`. */
  readonly Webhook: Model<{ _id: string; at: number }>;
  readonly Journey: Model<{ _id: string; scenario: SimulatedScenario }>;
}

export const shippingModels = (connection: Connection): ShippingModels => ({
  CarrierService: modelOf(connection, 'CarrierService', serviceSchema, 'carrierServices'),
  Shipment: modelOf(connection, 'Shipment', shipmentSchema, 'shipments'),
  Claim: modelOf<ClaimDoc>(connection, 'Claim', claimSchema, 'claims'),
  ShipmentKey: modelOf(
    connection,
    'ShipmentKey',
    datedSchema({ shipmentId: text, fingerprint: text }),
    'shipmentKeys',
  ),
  CancelledWork: modelOf(connection, 'CancelledWork', datedSchema(), 'cancelledWork'),
  Webhook: modelOf(connection, 'Webhook', datedSchema(), 'webhooks'),
  Journey: modelOf(connection, 'Journey', new Schema({ _id: text, scenario: text }, top), 'journeys'),
});
