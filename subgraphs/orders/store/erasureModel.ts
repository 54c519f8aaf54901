import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { Erasure } from '../domain/erasure.ts';

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema(
  {
    _id: text,
    atMs: number,
    openOrderIds: { type: [String], required: true },
    open: Number,
    version: number,
  },
  { versionKey: false, id: false },
);
schema.index({ open: 1 });

export const erasureModel = (connection: Connection): Model<Erasure & { version: number }> =>
  modelOf(connection, 'Erasure', schema, 'erasures');
