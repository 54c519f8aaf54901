import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { ReturnState } from '../domain/return.ts';

export type ReturnDoc = ReturnState & { version: number };

const text = { type: String, required: true };
const whole = { type: Number, required: true };
const plain = { _id: false, versionKey: false, id: false } as const;
const line = new Schema(
  {
    ...{ entryId: text, lineId: text, sku: text, quantity: whole, received: whole, reason: text },
    unitPriceMinor: Number,
    dispositions: {
      type: [
        new Schema(
          {
            ...{ disposition: text, quantity: whole, grade: String, note: String, fault: Boolean },
            photos: { type: [String], default: undefined },
          },
          plain,
        ),
      ],
      required: true,
    },
  },
  plain,
);
const schema = new Schema(
  {
    ...{ _id: text, number: text, orderId: text, owner: text, channel: text, currency: text },
    ...{ status: text, method: text, costMinor: whole, locale: String },
    lines: { type: [line], required: true },
    ...{ shipmentId: String, locationId: String, refundMinor: Number },
    ...{
      turnedBack: {
        type: new Schema({ shipmentId: text, fulfillmentOrderId: String }, plain),
        default: undefined,
      },
      early: Boolean,
      placeId: String,
      pickup: { type: new Schema({ fromMs: whole, untilMs: whole }, plain), default: undefined },
    },
    exchange: {
      type: new Schema(
        {
          ...{ when: text, status: text, code: String, lineIds: { type: [String], required: true } },
          due: { type: new Schema({ amountMinor: whole, payByMs: whole }, plain), default: undefined },
          lines: {
            type: [new Schema({ sku: text, quantity: whole, asLineId: String }, plain)],
            required: true,
          },
        },
        plain,
      ),
      default: undefined,
    },
    ...{ refundsOpen: { type: [String], default: undefined }, inspections: Number },
    ...{ requestedAtMs: whole, receivedAtMs: Number, refundedAtMs: Number, version: whole },
  },
  { versionKey: false, id: false, minimize: false },
);
schema.index({ orderId: 1, requestedAtMs: 1 });
schema.index({ owner: 1, requestedAtMs: -1, _id: -1 });
schema.index({ channel: 1, requestedAtMs: -1, _id: -1 });
schema.index({ requestedAtMs: -1, _id: -1 });
schema.index({ status: 1, requestedAtMs: 1 });
schema.index({ 'exchange.due.payByMs': 1 }, { sparse: true });

export const returnModel = (connection: Connection): Model<ReturnDoc> =>
  modelOf<ReturnDoc>(connection, 'Return', schema, 'returns');

/** An order, known here by its id alone. */
export interface OrderRef {
  readonly id: string;
}
