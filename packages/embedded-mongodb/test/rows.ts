import type { Binary, BSONRegExp, Decimal128, Document, Double, Long, ObjectId, Timestamp } from 'mongodb';

/** What an `_id` may be here, also what a server refuses. */
export type RowId =
  | string
  | number
  | boolean
  | Date
  | RegExp
  | readonly unknown[]
  | Binary
  | BSONRegExp
  | Decimal128
  | Double
  | Long
  | ObjectId
  | Timestamp;

/** A document with an `_id` of any type; the driver takes that of a plain `Document` for an ObjectId. */
export interface Row extends Document {
  _id?: RowId;
}
