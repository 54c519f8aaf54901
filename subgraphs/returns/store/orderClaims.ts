import { Schema, type Connection } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';

/** One row for each order of which units were asked to return. */
interface OrderClaim {
  readonly _id: string;
  readonly requests: number;
}

const schema = new Schema<OrderClaim>(
  { _id: { type: String, required: true }, requests: { type: Number, required: true } },
  { versionKey: false, id: false },
);

/** Puts the requests of one order in line, whichever process takes them. */
export interface OrderClaims {
  /**
   * Called in a transaction before it reads what is taken already: of two transactions that change the row one is begun
   * again, and then sees what the other wrote.
   */
  take(orderId: string, tx: Tx): Promise<void>;
}

export function orderClaims(connection: Connection): OrderClaims {
  const model = modelOf<OrderClaim>(connection, 'OrderClaim', schema, 'orderClaims');
  return {
    take: async (orderId, { session }) => {
      await model.updateOne({ _id: orderId }, { $inc: { requests: 1 } }, { upsert: true, session });
    },
  };
}
