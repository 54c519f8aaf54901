import { Schema } from 'mongoose';
import { adjustment, destination, openedBy, plain, soldBy, text, top, whole } from './schemaParts.ts';

const counters = Object.fromEntries(
  'ordered cancelled backordered sourced released picked packed shipped delivered returnRequested returned writtenOff'
    .split(' ')
    .map((name) => [name, { type: Number, required: true, min: 0 }]),
);
// Orders of before lack it.
Object.assign(counters, { cancelAsked: { type: Number, min: 0 } });
const cancelAsk = new Schema(
  {
    ...{ askId: text, by: text, reason: text, askedAtMs: whole, times: whole },
    ...{ cancelledUnits: whole, refusedUnits: whole, change: Boolean },
    lines: [new Schema({ lineId: text, sku: text, quantity: whole }, plain)],
  },
  plain,
);
const orderLine = new Schema(
  {
    lineId: text,
    sku: text,
    unitPriceMinor: whole,
    taxBasisPoints: whole,
    customisation: String,
    addedBy: String,
    counters: { type: new Schema(counters, plain), required: true },
  },
  plain,
);
const payment = new Schema(
  {
    ...{ paymentId: text, kind: text, state: text, amountMinor: whole, method: text, atMs: whole },
    ...{ providerReference: String, declineCode: String, causeId: String, expiresAtMs: Number },
  },
  plain,
);
const promise = new Schema(
  {
    ...{ promiseId: text, methodType: text, code: text, title: text, earliestAtMs: whole, latestAtMs: whole },
    ...{ timeZone: text, confidence: whole, kgCO2e: whole, configVersion: text },
    ...{ collectAtId: String, windowStartAtMs: Number, holdUntilAtMs: Number },
    costToServe: new Schema({ amountMinor: whole, currency: text }, plain),
  },
  plain,
);
const milestone = new Schema({ code: text, dueAtMs: whole }, plain);
const shipmentLine = new Schema(
  {
    lineId: text,
    sku: text,
    quantity: whole,
    customisation: String,
    future: { type: Boolean, required: true },
  },
  plain,
);
const shipment = new Schema(
  {
    locationId: text,
    serviceCode: { type: String, default: null },
    lines: [shipmentLine],
    capacityDay: String,
    milestones: [milestone],
  },
  plain,
);

/** An order as it stands, folded from its journal. */
export const orderSchema = new Schema(
  {
    ...{ _id: text, number: text, owner: text, channel: text, externalReference: String },
    ...{ currency: text, locale: text, placedAtMs: whole },
    lines: { type: [orderLine], required: true },
    // Written and read as it is: its form is that of domain/ledger.
    ledger: { type: Schema.Types.Mixed, required: true },
    settleAtMs: Number,
    stuck: { type: [new Schema({ kind: text, amountMinor: whole }, plain)], default: undefined },
    stuckSinceMs: Number,
    destination: { type: destination, required: true },
    firstPromise: new Schema({ earliestAtMs: whole, latestAtMs: whole }, plain),
    promise: { type: promise, required: true },
    ...{ agreedLatestAtMs: Number, changing: String },
    ...{ currentLatestAtMs: whole, deliveryMinor: whole, deliveryTaxMinor: whole, totalMinor: whole },
    reservationId: text,
    paymentMethod: String,
    shipments: { type: [shipment], required: true },
    adjustments: { type: [adjustment], default: undefined },
    promotionCodes: { type: [String], default: undefined },
    locationIds: { type: [String], required: true },
    payments: { type: [payment], required: true },
    heldReason: String,
    review: Boolean,
    placedBy: { type: openedBy },
    soldBy: { type: soldBy },
    confirmed: { type: Boolean, required: true },
    deliveredAtMs: Number,
    ready: new Schema({ units: whole, atMs: whole }, plain),
    causes: { type: [String], required: true },
    expected: {
      type: [new Schema({ shipmentId: text, atMs: { type: Number, required: true } }, plain)],
      default: undefined,
    },
    givenBack: { type: [new Schema({ causeId: text, paymentIds: [String] }, plain)], default: undefined },
    grants: { type: [new Schema({ causeId: text, returnId: text }, plain)], default: undefined },
    giftLines: { type: [String], default: undefined },
    giftReturns: { type: [String], default: undefined },
    refundedReturns: { type: [String], required: true },
    cancelAsks: [cancelAsk],
    reships: {
      type: [new Schema({ causeId: text, trouble: text, shipmentId: String, refused: String }, plain)],
      default: undefined,
    },
    askedAtMs: Number,
    version: whole,
  },
  top,
);
orderSchema.index({ number: 1 }, { unique: true });
orderSchema.index({ owner: 1, placedAtMs: -1, _id: -1 });
orderSchema.index({ channel: 1, placedAtMs: -1, _id: -1 });
orderSchema.index({ placedAtMs: -1, _id: -1 });
orderSchema.index({ channel: 1, externalReference: 1 });
orderSchema.index({ 'lines.lineId': 1 });
orderSchema.index({ reservationId: 1 });
orderSchema.index({ 'lines.sku': 1, placedAtMs: -1, _id: -1 });
orderSchema.index({ heldReason: 1, placedAtMs: 1 });
orderSchema.index({ settleAtMs: 1 }, { sparse: true });
orderSchema.index({ stuckSinceMs: 1 }, { sparse: true });
orderSchema.index({ askedAtMs: 1 }, { sparse: true });
