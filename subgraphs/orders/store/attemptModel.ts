import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';

/** Attempts at something that can be guessed, kept where all processes see them. */
export interface AttemptDoc {
  /** What is guessed at, or who guesses. */
  readonly _id: string;
  readonly count: number;
  /** Epoch ms at which they are forgotten. */
  readonly untilMs: number;
  /** Machine time, for the database to clear rows by. */
  readonly at: Date;
}

const number = { type: Number, required: true };
const schema = new Schema(
  {
    _id: { type: String, required: true },
    count: number,
    untilMs: number,
    at: { type: Date, required: true },
  },
  { versionKey: false, id: false },
);
schema.index({ at: 1 }, { expireAfterSeconds: 2 * 86_400 });

export const attemptModel = (connection: Connection): Model<AttemptDoc> =>
  modelOf(connection, 'Attempt', schema, 'attempts');
