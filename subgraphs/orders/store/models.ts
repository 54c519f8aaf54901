import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { CartLine } from '../domain/cart.ts';
import type { CartHold } from '../domain/cartHold.ts';
import type { Contact } from '../domain/contact.ts';
import type { OpenedBy, SoldBy } from '../domain/seller.ts';
import type { PriceAdjustment } from '../domain/adjustments.ts';
import type { OrderState } from '../domain/order.ts';
import { attemptModel, type AttemptDoc } from './attemptModel.ts';
import { channelModel, type ChannelDoc } from './channelModel.ts';
import { collectionModel, type CollectionDoc } from './collectionModel.ts';
import { contactFields, orderContactModel, type OrderContactDoc } from './contactModel.ts';
import { importModel, type ImportDoc } from './importModel.ts';
import { erasureModel } from './erasureModel.ts';
import { parcelModel, type OrderParcelsDoc } from './parcelModel.ts';
import type { Erasure } from '../domain/erasure.ts';

export interface AddressDoc {
  name: string;
  company?: string;
  line1: string;
  line2?: string;
  /** Empty where the country has none. */
  postalCode: string;
  city: string;
  region?: string;
  country: string;
  /** What the carrier should know. */
  instructions?: string;
}

export interface DestinationDoc {
  country: string;
  postalCode?: string | undefined;
  latitude?: number | undefined;
  longitude?: number | undefined;
}

export interface CartDoc {
  _id: string;
  owner: string;
  channel: string;
  currency: string;
  locale: string;
  destination?: DestinationDoc;
  address?: AddressDoc;
  contact?: Contact;
  openedBy?: OpenedBy;
  soldBy?: SoldBy;
  /** Stores whose associates may see it. */
  locationIds?: readonly string[];
  lines: readonly CartLine[];
  adjustments?: readonly PriceAdjustment[];
  /** What it holds at checkout. */
  held?: CartHold;
  orderId?: string;
  version: number;
}

export type OrderDoc = OrderState & { version: number };

/** Where an order goes. Personal data lies here, in OrderContact, in carts and in checkouts, and nowhere else. */
export interface OrderAddressDoc extends AddressDoc {
  _id: string;
  /** By these the recipient is found; see `orderAddressRow`. */
  nameWords: string[];
}

const plain = { _id: false, versionKey: false, id: false } as const;
const top = { versionKey: false, id: false, minimize: false } as const;
const text = { type: String, required: true };
const whole = { type: Number, required: true };

const destination = new Schema(
  { country: text, postalCode: String, latitude: Number, longitude: Number },
  plain,
);
const addressFields = {
  ...{ name: text, company: String, line1: text, line2: String, city: text, region: String, country: text },
  instructions: String,
  // Empty where the country has none; `required` would take no empty text.
  postalCode: { type: String, default: '' },
};
const cartLine = new Schema(
  {
    id: text,
    sku: text,
    quantity: whole,
    customisation: String,
    unitPriceMinor: whole,
    taxBasisPoints: whole,
    taxCategory: String,
  },
  plain,
);

const openedBy = new Schema({ subject: text, kind: text, reason: String }, plain);
const soldBy = new Schema({ locationId: text, subject: text }, plain);
const adjustment = new Schema(
  { code: text, amountMinor: whole, lineId: String, delivery: { type: Boolean } },
  plain,
);

const cartSchema = new Schema(
  {
    _id: text,
    owner: text,
    channel: text,
    currency: text,
    locale: text,
    destination: { type: destination },
    address: { type: new Schema(addressFields, plain) },
    contact: { type: new Schema(contactFields, plain) },
    openedBy: { type: openedBy },
    soldBy: { type: soldBy },
    locationIds: { type: [String], default: undefined },
    lines: { type: [cartLine], required: true },
    adjustments: { type: [adjustment], default: undefined },
    // Written and read as it is.
    held: { type: Schema.Types.Mixed },
    orderId: String,
    version: whole,
  },
  top,
);

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

const orderSchema = new Schema(
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
    promise: { type: promise, required: true },
    ...{ agreedLatestAtMs: Number, changing: String },
    ...{ currentLatestAtMs: whole, deliveryMinor: whole, deliveryTaxMinor: whole, totalMinor: whole },
    reservationId: text,
    paymentMethod: String,
    shipments: { type: [shipment], required: true },
    adjustments: { type: [adjustment], default: undefined },
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
    grants: { type: [new Schema({ causeId: text, returnId: text }, plain)], default: undefined },
    refundedReturns: { type: [String], required: true },
    cancelAsks: [cancelAsk],
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
orderSchema.index({ 'lines.sku': 1, placedAtMs: -1, _id: -1 });
orderSchema.index({ heldReason: 1, placedAtMs: 1 });
orderSchema.index({ settleAtMs: 1 }, { sparse: true });
orderSchema.index({ stuckSinceMs: 1 }, { sparse: true });
orderSchema.index({ askedAtMs: 1 }, { sparse: true });

/** What is forgotten of an order's address is empty; `addressOf` sees to it that it is not before. */
const forgettable = { type: String, default: '' };
const addressSchema = new Schema(
  {
    ...{ _id: text, ...addressFields, name: forgettable, line1: forgettable, city: forgettable },
    nameWords: { type: [String] },
  },
  top,
);
addressSchema.index({ nameWords: 1 });

/** The collections of orders. */
export interface OrdersModels {
  readonly Channel: Model<ChannelDoc>;
  readonly Cart: Model<CartDoc>;
  readonly Order: Model<OrderDoc>;
  readonly OrderAddress: Model<OrderAddressDoc>;
  readonly OrderContact: Model<OrderContactDoc>;
  readonly OrderParcels: Model<OrderParcelsDoc>;
  readonly Collection: Model<CollectionDoc>;
  readonly Attempt: Model<AttemptDoc>;
  readonly Import: Model<ImportDoc>;
  readonly Erasure: Model<Erasure & { version: number }>;
}

export const ordersModels = (connection: Connection): OrdersModels => ({
  Channel: channelModel(connection),
  Cart: modelOf(connection, 'Cart', cartSchema, 'carts'),
  Order: modelOf(connection, 'Order', orderSchema, 'orders'),
  OrderAddress: modelOf(connection, 'OrderAddress', addressSchema, 'orderAddresses'),
  OrderContact: orderContactModel(connection),
  OrderParcels: parcelModel(connection),
  Collection: collectionModel(connection),
  Attempt: attemptModel(connection),
  Import: importModel(connection),
  Erasure: erasureModel(connection),
});
