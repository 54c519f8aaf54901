import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';

/** A further payment of an order whose customer is at the provider's page (3-D Secure). Gone when it has an outcome. */
export interface OpenPayDoc {
  /** The payment, as the provider knows it. */
  readonly _id: string;
  readonly orderId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly principal: string;
  readonly startedAtMs: number;
}

const text = { type: String, required: true };
const whole = { type: Number, required: true };
const schema = new Schema(
  { _id: text, orderId: text, amountMinor: whole, currency: text, principal: text, startedAtMs: whole },
  { versionKey: false, id: false },
);
schema.index({ startedAtMs: 1 });

export const openPayModel = (connection: Connection): Model<OpenPayDoc> =>
  modelOf(connection, 'OpenPay', schema, 'openPays');
