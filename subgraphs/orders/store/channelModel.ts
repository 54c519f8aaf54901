import { Schema, type Connection, type Model } from 'mongoose';
import type { Channel } from '../domain/channel.ts';

/** A channel as it is kept, with who saved it last. */
export interface ChannelDoc extends Channel {
  readonly savedBy: string;
  readonly savedAtMs: number;
}

const text = { type: String, required: true };
const texts = { type: [String], required: true };
const schema = new Schema<ChannelDoc>(
  {
    ...{ _id: text, name: text, sellers: texts, currencies: texts, paymentMethods: texts },
    active: { type: Boolean, required: true },
    savedBy: text,
    savedAtMs: { type: Number, required: true },
  },
  { versionKey: false, id: false },
);

export const channelModel = (connection: Connection): Model<ChannelDoc> =>
  connection.model<ChannelDoc>('Channel', schema, 'channels');
