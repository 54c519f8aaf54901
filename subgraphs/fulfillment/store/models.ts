import { Schema, type Connection, type Model, type SchemaDefinition } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { CancelAsk } from '../domain/cancelAsk.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import type { OrderFacts } from '../domain/orderWork.ts';
import type { Resourcing } from '../domain/resourcing.ts';
import { factModels, type FactModels } from './factModels.ts';
import { siteModels, type SiteModels } from './siteModels.ts';

/** An order as this subgraph knows it: its id. */
export interface OrderRef {
  readonly id: string;
}

/** A location as its event tells it; `version` is the seq of its last event. */
export type LocationDoc = Omit<EventPayload<'fulfillment.LocationChanged'>, 'locationId'> & {
  _id: string;
  version: number;
};

/** What re-sourcing needs to know of an order. */
export type OrderWorkDoc = OrderFacts;

export interface CapacityDoc {
  /** `<locationId>:<day>` */
  _id: string;
  locationId: string;
  day: string;
  used: number;
}

export type FulfillmentOrderDoc = FulfillmentOrder & { version: number };
export type CancelAskDoc = CancelAsk & { version: number };
export type ResourcingDoc = Resourcing & { version: number };

const text = { type: String, required: true };
const int = { type: Number, required: true };
const count = { type: Number, required: true, min: 0 };
const top = { versionKey: false, id: false, minimize: false } as const;
const part = (fields: SchemaDefinition) => new Schema(fields, { _id: false, versionKey: false, id: false });

const hours = part({ weekday: int, opensAt: text, closesAt: text });
const locationSchema = new Schema(
  {
    ...{ _id: text, name: text, kind: text, city: text, country: text, postalCode: text, timeZone: text },
    ...{ latitude: int, longitude: int, capacityPerDay: count, handlingMinutes: count, version: count },
    openingHours: { type: [hours], required: true },
    closedDays: { type: [String], required: true },
    abilities: { type: [String], required: true },
    crafts: { type: [String], default: undefined },
    active: { type: Boolean, required: true },
  },
  top,
);
locationSchema.index({ name: 1, _id: 1 });
locationSchema.index({ kind: 1, name: 1, _id: 1 });
locationSchema.index({ country: 1, name: 1, _id: 1 });

const due = part({ pickStartMs: int, packedMs: int, handoverMs: int });
const made = {
  ...{ lineId: text, sku: text, quantity: count, customisation: String },
  future: { type: Boolean, required: true },
};
const madeUnits = part({ ...made, aside: Boolean });
const lineUnits = part({ lineId: text, quantity: count });
const workLine = part({
  ...made,
  awaited: Number,
  collected: Number,
  picked: count,
  cancelled: count,
  rerouted: count,
});
const parcel = part({ number: int, weightGrams: count, lines: { type: [lineUnits], required: true } });

const orderSchema = new Schema(
  {
    ...{ _id: text, orderId: text, locationId: text, owner: text, channel: text, reservationId: text },
    ...{ status: text, assignment: text, step: text, version: count },
    lines: { type: [workLine], required: true },
    parcels: { type: [parcel], required: true },
    serviceCode: String,
    collection: { type: Boolean, required: true },
    dueAt: { type: due, required: true },
    capacityDay: String,
    ...{ promisedLatestAtMs: int, createdAtMs: int, shipmentId: String, handedOverAtMs: Number },
    ...{ forwardTo: String, arrivedFrom: String },
    rejectReason: String,
    ...{ collectByMs: Number, reminded: Boolean, stoppedFor: String, seenByCarrier: Boolean },
    ...{
      awaiting: Boolean,
      collections: Number,
      packings: Number,
      batchId: String,
      toMake: Boolean,
      made: Boolean,
    },
    offeredTo: { type: [String], default: undefined },
    purchase: Schema.Types.Mixed,
  },
  // Documents are only read as plain objects, so a field named `collection` hides nothing.
  { ...top, suppressReservedKeysWarning: true },
);
orderSchema.index({ orderId: 1, createdAtMs: 1, _id: 1 });
orderSchema.index({ locationId: 1, 'dueAt.handoverMs': 1, _id: 1 });
orderSchema.index({ locationId: 1, createdAtMs: 1 });
orderSchema.index({ locationId: 1, handedOverAtMs: 1 }, { sparse: true });
orderSchema.index({ locationId: 1, status: 1, 'dueAt.handoverMs': 1, _id: 1 });
orderSchema.index({ channel: 1, 'dueAt.handoverMs': 1, _id: 1 });
orderSchema.index({ owner: 1, 'dueAt.handoverMs': 1, _id: 1 });
orderSchema.index({ 'dueAt.handoverMs': 1, _id: 1 });
orderSchema.index({ status: 1, assignment: 1, createdAtMs: 1 });
orderSchema.index({ status: 1, step: 1, collectByMs: 1 });
orderSchema.index({ reservationId: 1, locationId: 1 });
orderSchema.index({ stoppedFor: 1 }, { sparse: true });
orderSchema.index({ offeredTo: 1, status: 1 }, { sparse: true });
orderSchema.index({ 'purchase.answerByMs': 1 }, { sparse: true });

const placement = part({
  ...{ locationId: text, serviceCode: String },
  lines: { type: [madeUnits], required: true },
  dueAt: { type: due, required: true },
  capacityDay: String,
});
const resourcingSchema = new Schema(
  {
    ...{ _id: text, orderId: text, fulfillmentOrderId: text, locationId: text, state: text },
    ...{ attempt: count, latestAtMs: Number, claimedBy: String, version: count },
    lines: { type: [madeUnits], required: true },
    unplaceable: { type: [madeUnits], required: true },
    cancelled: { type: [lineUnits], required: true },
    avoid: { type: [String], required: true },
    placements: { type: [placement], required: true },
  },
  top,
);
resourcingSchema.index({ state: 1, _id: 1 });
resourcingSchema.index({ orderId: 1, state: 1 });

const orderWorkSchema = new Schema(
  {
    ...{ _id: text, owner: text, channel: text, currency: text, methodType: text, code: text },
    ...{
      number: String,
      collectAtId: String,
      windowStartAtMs: Number,
      holdDays: Number,
      promisedLatestAtMs: int,
      placedAtMs: int,
      reservationId: text,
    },
    destination: {
      type: part({ country: text, postalCode: String, latitude: Number, longitude: Number }),
      required: true,
    },
    excludedLocationIds: { type: [String], required: true },
    additions: { type: [String], default: undefined },
  },
  top,
);

const skuUnits = part({ lineId: text, sku: text, quantity: count });
const cancelAskSchema = new Schema(
  {
    ...{ _id: text, orderId: text, state: text, version: count },
    lines: { type: [skuUnits], required: true },
    change: Boolean,
    cancelled: [
      part({
        fulfillmentOrderId: String,
        waited: { type: Boolean, required: true },
        arrivedFrom: String,
        lines: { type: [skuUnits], required: true },
      }),
    ],
    refused: [part({ lineId: text, sku: text, quantity: count, reason: text })],
    waitFor: part({
      fulfillmentOrderId: text,
      shipmentId: text,
      lines: { type: [skuUnits], required: true },
    }),
    avoid: { type: [String], required: true },
  },
  top,
);
cancelAskSchema.index({ state: 1, _id: 1 });
cancelAskSchema.index({ orderId: 1, state: 1 });

const capacitySchema = new Schema(
  { _id: text, locationId: text, day: text, used: count, version: count },
  top,
);
/** The collections of fulfillment. */
export interface FulfillmentModels extends SiteModels, FactModels {
  readonly Location: Model<LocationDoc>;
  readonly FulfillmentOrder: Model<FulfillmentOrderDoc>;
  readonly Resourcing: Model<ResourcingDoc>;
  readonly CancelAsk: Model<CancelAskDoc>;
  readonly OrderWork: Model<OrderWorkDoc>;
  readonly Capacity: Model<CapacityDoc & { version: number }>;
}

export const fulfillmentModels = (connection: Connection): FulfillmentModels => ({
  ...siteModels(connection),
  ...factModels(connection),
  Location: modelOf(connection, 'Location', locationSchema, 'locations'),
  FulfillmentOrder: modelOf(connection, 'FulfillmentOrder', orderSchema, 'fulfillmentOrders'),
  Resourcing: modelOf(connection, 'Resourcing', resourcingSchema, 'resourcings'),
  CancelAsk: modelOf(connection, 'CancelAsk', cancelAskSchema, 'cancelAsks'),
  OrderWork: modelOf(connection, 'OrderWork', orderWorkSchema, 'orderWork'),
  Capacity: modelOf(connection, 'Capacity', capacitySchema, 'capacity'),
});
