import { trusted } from '../../../platform/mongo/connect.ts';
import { orderAsOf, type RecordedEvent } from '../domain/replay.ts';
import type { OrdersModels } from '../store/models.ts';

/** Orders looked at in one go. */
const batch = 100;

/** Gives orders stored before there were ledgers theirs, folded from their journal. Answers how many it was. */
export async function upgradeLedgers(
  { Order }: Pick<OrdersModels, 'Order'>,
  journal: { read(stream: string): Promise<readonly RecordedEvent[]> },
): Promise<number> {
  let upgraded = 0;
  for (let more = true; more;) {
    const rows = await Order.find({ ledger: trusted({ $exists: false }) }, { _id: 1 })
      .limit(batch)
      .lean();
    more = false;
    for (const { _id } of rows) {
      const events = await journal.read(`order:${_id}`);
      const order = orderAsOf(events);
      if (order === undefined) continue;
      const { ledger, lines } = order;
      // Somebody else who opens the same database has done it, if nothing is changed here.
      const done = await Order.updateOne({ _id, version: events.length }, { $set: { ledger, lines } });
      upgraded += done.modifiedCount;
      more ||= done.modifiedCount > 0;
    }
  }
  return upgraded;
}
