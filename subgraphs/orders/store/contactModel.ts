import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { Contact } from '../domain/contact.ts';

/** How the customer of an order is reached. Personal data: it is never part of an event, a log or a webhook. */
export interface OrderContactDoc extends Contact {
  /** Id of the order. */
  readonly _id: string;
  readonly owner: string;
}

const text = { type: String, required: true };
const consent = new Schema(
  { channel: text, offers: { type: Boolean, required: true }, atMs: { type: Number, required: true } },
  { _id: false, versionKey: false, id: false },
);
/** Fields of a contact, in a cart and beside an order. */
export const contactFields = { email: String, phone: String, consents: { type: [consent], required: true } };

const schema = new Schema(
  { _id: text, owner: text, ...contactFields },
  { versionKey: false, id: false, minimize: false },
);
schema.index({ email: 1 }, { sparse: true });
schema.index({ phone: 1 }, { sparse: true });
schema.index({ owner: 1 });

export const orderContactModel = (connection: Connection): Model<OrderContactDoc> =>
  modelOf(connection, 'OrderContact', schema, 'orderContacts');
