import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';

/** Tracking codes of a shipment, by which its order is found. */
export interface OrderParcelsDoc {
  /** Id of the shipment. */
  readonly _id: string;
  readonly orderId: string;
  readonly codes: readonly string[];
}

const text = { type: String, required: true };
const schema = new Schema(
  { _id: text, orderId: text, codes: { type: [String], required: true } },
  { versionKey: false, id: false },
);
schema.index({ codes: 1 });

export const parcelModel = (connection: Connection): Model<OrderParcelsDoc> =>
  modelOf(connection, 'OrderParcels', schema, 'orderParcels');
