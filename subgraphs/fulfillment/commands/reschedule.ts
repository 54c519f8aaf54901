import { exclusiveAll } from '../../../platform/journal/exclusiveAll.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { existing } from '../domain/decide.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import { decidePromiseMoved, decideUnitsLate, type LateUnits } from '../domain/reschedule.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { Capacity } from './capacity.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Due dates follow what has become of the plan they were made with. */
export interface Reschedule {
  /** A receipt comes later: work that waits for its units is due later, and uses the capacity of that day. */
  receiptLate(late: EventPayload<'catalog.ReceiptLate'>, by: Cause): Promise<void>;
  /** An order was promised anew: its work, and work made for it later, is for that date. */
  promiseMoved(tx: Tx, moved: EventPayload<'orders.OrderRepromised'>, by: Cause): Promise<void>;
}

interface Deps {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly work: WorkAggregate;
  readonly capacity: Capacity;
}

export function createReschedule(deps: Deps): Reschedule {
  const { models, journal, work } = deps;
  return {
    receiptLate: async ({ sku, locationId, reservations }, by) => {
      const location = await models.Location.findOne({ _id: locationId }, { timeZone: 1 }).lean();
      const timeZone = location?.timeZone ?? 'UTC';
      for (const { reservationId, expectedAtMs } of reservations) {
        const waiting = await models.FulfillmentOrder.find({ reservationId, locationId, awaiting: true })
          .sort({ _id: 1 })
          .lean<FulfillmentOrder[]>();
        for (const one of waiting) await moveLater(deps, one, { sku, expectedAtMs, timeZone }, by);
      }
    },
    promiseMoved: async (tx, { orderId, latestAtMs }, by) => {
      const { session } = tx;
      // What arrives, or is added, later is for the new date, too.
      const later = { $max: { promisedLatestAtMs: latestAtMs } };
      await models.OrderWork.updateOne({ _id: orderId }, later, { session });
      const found = await models.FulfillmentOrder.find({ orderId }, { _id: 1 }).session(session).lean();
      for (const { _id: id } of found)
        await runDecision(journal, work, {
          ...{ id, tx, ...by },
          decide: (now) => decidePromiseMoved(existing(now), latestAtMs),
        });
    },
  };
}

/** One piece of work, in a transaction of its own: the capacity of the days is counted by many. */
async function moveLater(
  { journal, work, capacity }: Deps,
  seen: FulfillmentOrder,
  late: LateUnits,
  by: Cause,
): Promise<void> {
  const [planned] = decideUnitsLate(seen, late);
  if (planned === undefined) return;
  const slots = [await capacity.slotOf(seen), await capacity.slotOf(planned.data)] as const;
  await exclusiveAll(
    journal,
    slots.map((slot) => `slot:${slot}`),
    () =>
      withTransaction(journal.connection, async (tx) => {
        const { events } = await runDecision(journal, work, {
          ...{ id: seen._id, tx, ...by },
          decide: (now) => decideUnitsLate(existing(now), late),
        });
        if (events.length === 0) return;
        await capacity.count(tx, slots[0], -1, by);
        await capacity.count(tx, slots[1], 1, by);
      }),
  );
}
