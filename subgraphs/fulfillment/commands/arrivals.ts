import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { decideArrived, existing } from '../domain/decide.ts';
import { isAwaiting, type FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Units that work waited for and that have come. */
export interface Arrivals {
  /** Units of a receipt belong to a reservation now: its work can begin. */
  arrived(tx: Tx, data: EventPayload<'catalog.ReservedUnitsArrived'>, by: Cause): Promise<void>;
  /** Work has begun of which units may have come before anybody here knew of it. */
  begun(tx: Tx, workId: string, by: Cause): Promise<void>;
}

interface Units {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
}

export function createArrivals(deps: {
  models: FulfillmentModels;
  journal: Journal;
  work: WorkAggregate;
}): Arrivals {
  const { models, journal, work } = deps;
  const rowOf = (reservationId: string, { sku, locationId }: Units): string =>
    JSON.stringify([reservationId, sku, locationId]);

  /** Gives units to one piece of work; what is left of them. */
  const give = async (tx: Tx, workId: string, units: Units, by: Cause): Promise<number> => {
    const { events } = await runDecision(journal, work, {
      ...{ id: workId, tx, ...by },
      decide: (now) => decideArrived(existing(now), units),
    });
    const taken = events.reduce(
      (sum, { data }) =>
        sum +
        (data as EventPayload<'fulfillment.UnitsArrived'>).lines.reduce(
          (total, line) => total + line.quantity,
          0,
        ),
      0,
    );
    return units.quantity - taken;
  };
  return {
    arrived: async (tx, { reservationId, lines }, by) => {
      for (const { sku, locationId, quantity } of lines) {
        const waiting = await models.FulfillmentOrder.find(
          { reservationId, locationId, awaiting: true },
          { _id: 1 },
        )
          .sort({ createdAtMs: 1, _id: 1 })
          .session(tx.session)
          .lean();
        let left = quantity;
        for (const { _id } of waiting)
          if (left > 0) left = await give(tx, _id, { sku, locationId, quantity: left }, by);
        if (left === 0) continue;
        const _id = rowOf(reservationId, { sku, locationId, quantity: left });
        const options = { upsert: true, session: tx.session };
        await models.EarlyArrival.updateOne({ _id }, { $inc: { quantity: left } }, options);
      }
    },
    begun: async (tx, workId, by) => {
      const found = await models.FulfillmentOrder.findOne({ _id: workId })
        .session(tx.session)
        .lean<FulfillmentOrder>();
      if (found === null || !isAwaiting(found)) return;
      const { reservationId, locationId } = found;
      for (const sku of new Set(found.lines.map((line) => line.sku))) {
        const _id = rowOf(reservationId, { sku, locationId, quantity: 0 });
        const early = await models.EarlyArrival.findOne({ _id }).session(tx.session).lean();
        if (early === null || early.quantity === 0) continue;
        const left = await give(tx, workId, { sku, locationId, quantity: early.quantity }, by);
        await models.EarlyArrival.updateOne({ _id }, { $set: { quantity: left } }, { session: tx.session });
      }
    },
  };
}
