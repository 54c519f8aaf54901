import type { LocalizedText } from '../../../platform/values/localized.ts';
import { Schema, type Connection, type Model } from 'mongoose';
import type { CustomisationOption } from '../domain/customisation.ts';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import {
  cartHoldSchema,
  reservationSchema,
  type CartHoldDoc,
  type ReservationDoc,
} from './reservationModels.ts';
import { conditionSchema, writeOffSchema, type ConditionDoc, type WriteOffDoc } from './conditionModels.ts';
import { count, plain, top } from './schemaParts.ts';
import {
  movementSchema,
  placeSchema,
  stockSchema,
  type MovementDoc,
  type PlaceDoc,
  type StockDoc,
} from './stockModels.ts';

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
  /** What a customer may choose of it; absent where words are enough. */
  options?: CustomisationOption[];
  /** Number on its barcode, 14 digits. */
  gtin?: string;
  restrictions: ('DANGEROUS' | 'OVERSIZE' | 'FRAGILE')[];
  preorderUntilMs?: number;
  backorderUntilMs?: number;
}

const text = { en: { type: String, required: true }, fr: String, it: String };

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
    gtin: String,
    options: { type: [Schema.Types.Mixed], default: undefined },
    restrictions: { type: [String], required: true },
    preorderUntilMs: Number,
    backorderUntilMs: Number,
  },
  top,
);
variantSchema.index({ productId: 1, _id: 1 });
variantSchema.index({ gtin: 1, _id: 1 }, { sparse: true });

/** The collections of the catalogue. */
export interface CatalogModels {
  readonly Product: Model<ProductDoc>;
  readonly Variant: Model<VariantDoc>;
  readonly Stock: Model<StockDoc>;
  readonly Reservation: Model<ReservationDoc>;
  readonly CartHold: Model<CartHoldDoc>;
  readonly Movement: Model<MovementDoc>;
  readonly Place: Model<PlaceDoc>;
  readonly Condition: Model<ConditionDoc>;
  readonly WriteOff: Model<WriteOffDoc>;
}

export const catalogModels = (connection: Connection): CatalogModels => ({
  Product: modelOf<ProductDoc>(connection, 'Product', productSchema, 'products'),
  Variant: modelOf<VariantDoc>(connection, 'Variant', variantSchema, 'variants'),
  Stock: modelOf<StockDoc>(connection, 'Stock', stockSchema, 'stock'),
  Reservation: modelOf<ReservationDoc>(connection, 'Reservation', reservationSchema, 'reservations'),
  CartHold: modelOf<CartHoldDoc>(connection, 'CartHold', cartHoldSchema, 'cartHolds'),
  Movement: modelOf<MovementDoc>(connection, 'Movement', movementSchema, 'stockMovements'),
  Place: modelOf<PlaceDoc>(connection, 'Place', placeSchema, 'places'),
  Condition: modelOf<ConditionDoc>(connection, 'Condition', conditionSchema, 'conditionStock'),
  WriteOff: modelOf<WriteOffDoc>(connection, 'WriteOff', writeOffSchema, 'writeOffs'),
});
