import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';

/** What is shown at the counter to collect an order. The code is a secret of the customer; names are personal data. */
export interface CollectionDoc {
  /** Id of the order. */
  readonly _id: string;
  readonly code: string;
  /** Others who may collect, by name. */
  readonly collectors: readonly string[];
}

const text = { type: String, required: true };
const schema = new Schema(
  { _id: text, code: text, collectors: { type: [String], required: true } },
  { versionKey: false, id: false },
);

export const collectionModel = (connection: Connection): Model<CollectionDoc> =>
  modelOf(connection, 'Collection', schema, 'collections');
