import { Schema, type Connection, type Model } from 'mongoose';
import { databaseOf } from '../../../platform/mongo/connect.ts';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { UnitDifference } from '../domain/unitCheck.ts';

/** An order whose counters have to be compared with the locations'; it goes when they agree. */
export interface UnitCheckDoc {
  /** Order id. */
  _id: string;
  /** Not before this instant (epoch ms): until then things are still under way. */
  dueAtMs: number;
  /** Times it was compared and differed. */
  times: number;
  /** Where they differ, once that was seen twice. */
  differences?: readonly UnitDifference[];
}

const text = { type: String, required: true };
const whole = { type: Number, required: true };

export function unitCheckModel(connection: Connection): Model<UnitCheckDoc> {
  const difference = new Schema(
    { lineId: text, counter: text, orders: whole, fulfillment: whole },
    { _id: false, id: false },
  );
  const schema = new Schema(
    { _id: text, dueAtMs: whole, times: whole, differences: { type: [difference], default: undefined } },
    { versionKey: false, id: false, minimize: false },
  );
  schema.index({ dueAtMs: 1 });
  return modelOf<UnitCheckDoc>(connection, 'UnitCheck', schema, 'unitChecks');
}

/** How many orders the two count differently, as last compared. */
export const countDifferent = (connection: Parameters<typeof databaseOf>[0]): Promise<number> =>
  databaseOf(connection)
    .collection('unitChecks')
    .countDocuments({ differences: { $exists: true } });
