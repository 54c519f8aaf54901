import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { MakingOption } from '../domain/making.ts';

/** Weight of a variant, from the catalogue's events. */
export interface VariantWeightDoc {
  _id: string;
  weightGrams: number;
  /** Number on its barcode, 14 digits. */
  gtin?: string;
  /** How its options are made; absent where it has none. */
  options?: MakingOption[];
  /** Longest side; absent in rows of before. */
  longestMm?: number;
  /** Time of the event it comes from: a later import wins. */
  asOfMs: number;
}

/** What a carrier service takes in one parcel, from shipping's events. */
export interface ServiceLimitsDoc {
  _id: string;
  /** Absent in rows of before. */
  carrier?: string;
  maxWeightGrams: number;
  maxLengthMm: number;
  /** Time of the event it comes from. */
  asOfMs: number;
}

/** Units of a reservation that came to a place before there was work that waits for them. */
export interface EarlyArrivalDoc {
  /** Reservation, SKU and location, as JSON. */
  _id: string;
  quantity: number;
}

const text = { type: String, required: true };
const int = { type: Number, required: true };
const count = { type: Number, required: true, min: 0 };
const top = { versionKey: false, id: false, minimize: false } as const;

const earlyArrivalSchema = new Schema({ _id: text, quantity: count }, top);
const weightSchema = new Schema(
  {
    _id: text,
    weightGrams: count,
    longestMm: Number,
    gtin: String,
    options: Schema.Types.Mixed,
    asOfMs: int,
  },
  top,
);
weightSchema.index({ gtin: 1 }, { sparse: true });
const limitsSchema = new Schema(
  { _id: text, carrier: String, maxWeightGrams: count, maxLengthMm: count, asOfMs: int },
  top,
);

/** What other subgraphs' events told of articles, services and arrivals. */
export interface FactModels {
  readonly VariantWeight: Model<VariantWeightDoc>;
  readonly ServiceLimits: Model<ServiceLimitsDoc>;
  readonly EarlyArrival: Model<EarlyArrivalDoc>;
}

export const factModels = (connection: Connection): FactModels => ({
  ServiceLimits: modelOf(connection, 'ServiceLimits', limitsSchema, 'serviceLimits'),
  EarlyArrival: modelOf(connection, 'EarlyArrival', earlyArrivalSchema, 'earlyArrivals'),
  VariantWeight: modelOf(connection, 'VariantWeight', weightSchema, 'variantWeights'),
});
