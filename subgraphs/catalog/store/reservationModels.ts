import { Schema } from 'mongoose';
import type { Reservation } from '../domain/reservation.ts';
import { count, plain, top } from './schemaParts.ts';

export type ReservationDoc = Reservation & { version: number };

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
export const reservationSchema = new Schema(
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
export const cartHoldSchema = new Schema<CartHoldDoc>(
  { _id: { type: String, required: true }, reservationId: { type: String, required: true } },
  top,
);
