import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from './modelOf.ts';

/** The settings of a subgraph as they lie in its database: one row, named like the subgraph. */
export interface SettingsDoc {
  readonly _id: string;
  readonly version: number;
  readonly revision: number;
  readonly overrides: object;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    revision: { type: Number, required: true },
    overrides: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, id: false, minimize: false },
);

/** Of a connection that has it already, the same one. */
export const settingsModel = (connection: Connection): Model<SettingsDoc> =>
  (connection.models['Settings'] as Model<SettingsDoc> | undefined) ??
  modelOf<SettingsDoc>(connection, 'Settings', schema, 'settings');
