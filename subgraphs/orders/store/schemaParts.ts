import { Schema } from 'mongoose';

/** Part of a document. */
export const plain = { _id: false, versionKey: false, id: false } as const;
/** A document of a collection. */
export const top = { versionKey: false, id: false, minimize: false } as const;
/** A text that is there. */
export const text = { type: String, required: true };
/** A whole number that is there. */
export const whole = { type: Number, required: true };

/** Where goods go, without anybody's name. */
export const destination = new Schema(
  { country: text, postalCode: String, latitude: Number, longitude: Number },
  plain,
);
/** A postal address. */
export const addressFields = {
  ...{ name: text, company: String, line1: text, line2: String, city: text, region: String, country: text },
  instructions: String,
  // Empty where the country has none; `required` would take no empty text.
  postalCode: { type: String, default: '' },
};
/** Who acted for a customer. */
export const openedBy = new Schema({ subject: text, kind: text, reason: String }, plain);
/** Store and associate. */
export const soldBy = new Schema({ locationId: text, subject: text }, plain);
/** A discount or surcharge. */
export const adjustment = new Schema(
  { code: text, amountMinor: whole, lineId: String, delivery: { type: Boolean } },
  plain,
);
