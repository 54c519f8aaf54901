import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';

/** How often what is kept of a customer was handed out, and when last. */
export interface CustomerExports {
  /** The customer, by the opaque id orders carry. */
  readonly _id: string;
  readonly times: number;
  readonly atMs: number;
}

const whole = { type: Number, required: true };
const schema = new Schema(
  { _id: { type: String, required: true }, times: whole, atMs: whole, version: whole },
  { versionKey: false, id: false },
);

export const exportModel = (connection: Connection): Model<CustomerExports & { version: number }> =>
  modelOf(connection, 'CustomerExport', schema, 'customerExports');
