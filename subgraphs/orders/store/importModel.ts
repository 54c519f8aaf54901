import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';

/** An order from elsewhere that is being imported or was: at most one for a channel and its reference. */
export interface ImportDoc {
  readonly _id: string;
  readonly orderId: string;
}

const text = { type: String, required: true };
const schema = new Schema({ _id: text, orderId: text }, { versionKey: false, id: false });

/** The id of an import. */
export const importId = (channel: string, reference: string): string => JSON.stringify([channel, reference]);

export const importModel = (connection: Connection): Model<ImportDoc> =>
  modelOf(connection, 'Import', schema, 'imports');
