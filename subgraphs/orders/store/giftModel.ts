import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';

/** The receipt without prices of an order. Its code lets whoever has it send goods back. */
export interface GiftReceiptDoc {
  /** Id of the order. */
  readonly _id: string;
  readonly code: string;
}

/** A gift card that money of a gift return became. Its token is as good as money: it is in no journal. */
export interface GiftCreditDoc {
  /** The refund it is. */
  readonly _id: string;
  readonly orderId: string;
  readonly returnId: string;
  readonly cardToken: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly atMs: number;
  /** Cart in which its goods are exchanged at equal value. */
  readonly cartId?: string;
}

const text = { type: String, required: true };
const whole = { type: Number, required: true };
const plain = { versionKey: false, id: false } as const;

const receiptSchema = new Schema({ _id: text, code: text }, plain);
receiptSchema.index({ code: 1 }, { unique: true });
const creditSchema = new Schema(
  {
    ...{ _id: text, orderId: text, returnId: text, cardToken: text },
    ...{ amountMinor: whole, currency: text, atMs: whole, cartId: String },
  },
  plain,
);
creditSchema.index({ orderId: 1 });

export const giftReceiptModel = (connection: Connection): Model<GiftReceiptDoc> =>
  modelOf(connection, 'GiftReceipt', receiptSchema, 'giftReceipts');
export const giftCreditModel = (connection: Connection): Model<GiftCreditDoc> =>
  modelOf(connection, 'GiftCredit', creditSchema, 'giftCredits');
