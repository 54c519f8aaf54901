import { Schema } from 'mongoose';
import { count, int, plain, top } from './schemaParts.ts';

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

/** What is known of a location that fulfillment owns. */
export interface PlaceDoc {
  _id: string;
  kind: string;
  active: boolean;
  abilities: string[];
}

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
export const movementSchema = new Schema<MovementDoc>(
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

export const stockSchema = new Schema<StockDoc>(
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

export const placeSchema = new Schema<PlaceDoc>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    active: { type: Boolean, required: true },
    abilities: { type: [String], required: true },
  },
  top,
);
