import type { LocalizedText } from '../../../platform/values/localized.ts';
import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { Reservation } from '../domain/reservation.ts';

export interface ProductDoc {
  _id: string;
  title: LocalizedText;
  description?: LocalizedText;
  brand?: string;
  category: string;
  /** Lower-case words of all titles, for search. */
  words: string[];
}

export interface VariantDoc {
  _id: string;
  productId: string;
  label?: LocalizedText;
  priceMinor: number;
  currency: string;
  taxBasisPoints: number;
  taxCategory?: 'STANDARD' | 'FOOD' | 'BOOKS' | 'CHILDREN_CLOTHING' | 'MEDICINES' | 'EXEMPT';
  weightGrams: number;
  lengthMm: number;
  widthMm: number;
  heightMm: number;
  customisable: boolean;
  restrictions: ('DANGEROUS' | 'OVERSIZE' | 'FRAGILE')[];
  preorderUntilMs?: number;
  backorderUntilMs?: number;
}

export interface IncomingDoc {
  id: string;
  quantity: number;
  expectedAtMs: number;
}

/**
 * Units of one SKU at one location. `available` is the counter that reservations decrement conditionally; it always
 * equals onHand - reserved - softReserved - safetyStock and may be negative while a correction is under way. Units of a
 * receipt that are still awaited count in `incoming` and `futureReserved` alone.
 */
export interface StockDoc {
  /** `<sku>@<locationId>` */
  _id: string;
  sku: string;
  locationId: string;
  onHand: number;
  reserved: number;
  softReserved: number;
  safetyStock: number;
  available: number;
  incoming: IncomingDoc[];
  /** Units of incoming not yet promised to anybody; sum(incoming) - futureReserved. */
  futureAvailable: number;
  futureReserved: number;
  /** Units that left before the receipt they belong to was booked; the next receipt counts by so many less. */
  drawnAhead?: number;
  /** Epoch ms at which the units were last counted. */
  countedAtMs?: number;
  /** Grows with every change. */
  revision: number;
  /** Seq of the last journal event of this position. */
  journalSeq: number;
  asOfMs: number;
}

export type ReservationDoc = Reservation & { version: number };

const text = { en: { type: String, required: true }, fr: String, it: String };
const count = { type: Number, required: true, min: 0 };
const int = { type: Number, required: true };
const plain = { _id: false, versionKey: false, id: false } as const;
const top = { versionKey: false, id: false, minimize: false } as const;

const productSchema = new Schema<ProductDoc>(
  {
    _id: { type: String, required: true },
    title: { type: new Schema(text, plain), required: true },
    description: { type: new Schema(text, plain) },
    brand: String,
    category: { type: String, required: true },
    words: { type: [String], required: true },
  },
  top,
);
productSchema.index({ 'title.en': 1, _id: 1 });
productSchema.index({ category: 1, 'title.en': 1, _id: 1 });
productSchema.index({ words: 1 });

const variantSchema = new Schema<VariantDoc>(
  {
    _id: { type: String, required: true },
    productId: { type: String, required: true },
    label: { type: new Schema(text, plain) },
    priceMinor: count,
    currency: { type: String, required: true },
    taxBasisPoints: count,
    taxCategory: String,
    weightGrams: count,
    lengthMm: count,
    widthMm: count,
    heightMm: count,
    customisable: { type: Boolean, required: true },
    restrictions: { type: [String], required: true },
    preorderUntilMs: Number,
    backorderUntilMs: Number,
  },
  top,
);
variantSchema.index({ productId: 1, _id: 1 });

const stockSchema = new Schema<StockDoc>(
  {
    _id: { type: String, required: true },
    sku: { type: String, required: true },
    locationId: { type: String, required: true },
    onHand: count,
    reserved: count,
    softReserved: count,
    safetyStock: count,
    available: int,
    incoming: {
      type: [new Schema({ id: { type: String, required: true }, quantity: count, expectedAtMs: int }, plain)],
      required: true,
    },
    futureAvailable: int,
    futureReserved: count,
    drawnAhead: Number,
    countedAtMs: Number,
    revision: count,
    journalSeq: count,
    asOfMs: int,
  },
  top,
);
stockSchema.index({ sku: 1, locationId: 1 });
stockSchema.index({ locationId: 1, sku: 1 });

const lineSchema = new Schema(
  {
    sku: { type: String, required: true },
    locationId: { type: String, required: true },
    quantity: count,
    committed: count,
    released: count,
    future: { type: Boolean, required: true },
    receiptId: String,
  },
  plain,
);
const reservationSchema = new Schema(
  {
    _id: { type: String, required: true },
    key: { type: String, required: true },
    state: { type: String, required: true },
    digest: String,
    expiresAtMs: Number,
    cartId: String,
    madeAtMs: Number,
    lines: { type: [lineSchema], required: true },
    applied: [new Schema({ key: { type: String, required: true }, digest: String }, plain)],
    awaits: [String],
    version: count,
  },
  top,
);
reservationSchema.index({ key: 1 }, { unique: true });
reservationSchema.index({ state: 1, expiresAtMs: 1 });
reservationSchema.index({ awaits: 1, madeAtMs: 1 });

/** The reservation that a cart holds units by: one at a time, whichever process asks. */
export interface CartHoldDoc {
  /** The cart. */
  _id: string;
  reservationId: string;
}
const cartHoldSchema = new Schema<CartHoldDoc>(
  { _id: { type: String, required: true }, reservationId: { type: String, required: true } },
  top,
);

/** One change of the units on hand, for counts that were taken before it. */
export interface MovementDoc {
  /** `<sku>@<locationId>#<revision>` */
  _id: string;
  slot: string;
  /** When it happened, epoch ms. */
  atMs: number;
  delta: number;
  /** Machine's time of the row, after which it is forgotten. */
  writtenAt: Date;
}
/** Counts older than this are refused, as the movements since then are forgotten. */
export const movementsKeptMs = 7 * 86_400_000;
const movementSchema = new Schema<MovementDoc>(
  {
    _id: { type: String, required: true },
    slot: { type: String, required: true },
    atMs: int,
    delta: int,
    writtenAt: { type: Date, required: true },
  },
  top,
);
movementSchema.index({ slot: 1, atMs: 1 });
movementSchema.index({ writtenAt: 1 }, { expireAfterSeconds: (2 * movementsKeptMs) / 1_000 });

/** The collections of the catalogue. */
export interface CatalogModels {
  readonly Product: Model<ProductDoc>;
  readonly Variant: Model<VariantDoc>;
  readonly Stock: Model<StockDoc>;
  readonly Reservation: Model<ReservationDoc>;
  readonly CartHold: Model<CartHoldDoc>;
  readonly Movement: Model<MovementDoc>;
}

export const catalogModels = (connection: Connection): CatalogModels => ({
  Product: modelOf<ProductDoc>(connection, 'Product', productSchema, 'products'),
  Variant: modelOf<VariantDoc>(connection, 'Variant', variantSchema, 'variants'),
  Stock: modelOf<StockDoc>(connection, 'Stock', stockSchema, 'stock'),
  Reservation: modelOf<ReservationDoc>(connection, 'Reservation', reservationSchema, 'reservations'),
  CartHold: modelOf<CartHoldDoc>(connection, 'CartHold', cartHoldSchema, 'cartHolds'),
  Movement: modelOf<MovementDoc>(connection, 'Movement', movementSchema, 'stockMovements'),
});
