import { databaseOf } from '../../../platform/mongo/connect.ts';

/** How many orders have money that failed for good. */
export const countStuck = (connection: Parameters<typeof databaseOf>[0]): Promise<number> =>
  databaseOf(connection)
    .collection('orders')
    .countDocuments({ stuckSinceMs: { $gt: 0 } });
