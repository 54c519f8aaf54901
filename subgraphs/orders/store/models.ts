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
import { openPayModel, type OpenPayDoc } from './openPayModel.ts';
import { exportModel, type CustomerExports } from './exportModel.ts';
import { giftCreditModel, giftReceiptModel, type GiftCreditDoc, type GiftReceiptDoc } from './giftModel.ts';
import { contactFields, orderContactModel, type OrderContactDoc } from './contactModel.ts';
import { importModel, type ImportDoc } from './importModel.ts';
import { erasureModel } from './erasureModel.ts';
import { orderSchema } from './orderSchema.ts';
import { parcelModel, type OrderParcelsDoc } from './parcelModel.ts';
import {
  addressFields,
  adjustment,
  destination,
  openedBy,
  plain,
  soldBy,
  text,
  top,
  whole,
} from './schemaParts.ts';
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
  /** The store it is sold in, as long as nobody says where else it goes: enough for what is collected. */
  atStore?: AddressDoc;
  contact?: Contact;
  openedBy?: OpenedBy;
  soldBy?: SoldBy;
  /** Stores whose associates may see it. */
  locationIds?: readonly string[];
  lines: readonly CartLine[];
  adjustments?: readonly PriceAdjustment[];
  /** Promotion codes it carries, in their one form; none if absent. */
  promotionCodes?: readonly string[];
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

const cartLine = new Schema(
  {
    id: text,
    sku: text,
    quantity: whole,
    customisation: String,
    making: Schema.Types.Mixed,
    unitPriceMinor: whole,
    taxBasisPoints: whole,
    taxCategory: String,
  },
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
    atStore: { type: new Schema(addressFields, plain) },
    contact: { type: new Schema(contactFields, plain) },
    openedBy: { type: openedBy },
    soldBy: { type: soldBy },
    locationIds: { type: [String], default: undefined },
    lines: { type: [cartLine], required: true },
    adjustments: { type: [adjustment], default: undefined },
    promotionCodes: { type: [String], default: undefined },
    // Written and read as it is.
    held: { type: Schema.Types.Mixed },
    orderId: String,
    version: whole,
  },
  top,
);

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
  readonly GiftReceipt: Model<GiftReceiptDoc>;
  readonly GiftCredit: Model<GiftCreditDoc>;
  readonly Attempt: Model<AttemptDoc>;
  readonly Import: Model<ImportDoc>;
  readonly Erasure: Model<Erasure & { version: number }>;
  readonly OpenPay: Model<OpenPayDoc>;
  readonly CustomerExport: Model<CustomerExports & { version: number }>;
}

export const ordersModels = (connection: Connection): OrdersModels => ({
  Channel: channelModel(connection),
  Cart: modelOf(connection, 'Cart', cartSchema, 'carts'),
  Order: modelOf(connection, 'Order', orderSchema, 'orders'),
  OrderAddress: modelOf(connection, 'OrderAddress', addressSchema, 'orderAddresses'),
  OrderContact: orderContactModel(connection),
  OrderParcels: parcelModel(connection),
  Collection: collectionModel(connection),
  GiftReceipt: giftReceiptModel(connection),
  GiftCredit: giftCreditModel(connection),
  Attempt: attemptModel(connection),
  Import: importModel(connection),
  Erasure: erasureModel(connection),
  OpenPay: openPayModel(connection),
  CustomerExport: exportModel(connection),
});
