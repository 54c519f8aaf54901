import { defineAggregate, type Aggregate } from '../../../platform/journal/aggregate.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { dateIn } from '../../../platform/values/time.ts';
import type { EventOf } from '../domain/fulfillmentOrder.ts';
import type { Placement } from '../domain/resourcing.ts';
import type { CapacityDoc, FulfillmentModels } from '../store/models.ts';
import type { Cause } from '../ports.ts';

/** Shipments sold of each location's days. */
export interface Capacity {
  /**
   * Which slot a piece of work uses: its location on the day the promise was computed with, so that what was promised
   * and what is counted are one; on the local day of its hand-over where no day was planned.
   */
  slotOf(work: Pick<Placement, 'locationId' | 'dueAt' | 'capacityDay'>): Promise<string>;
  /** Count one shipment more (1) or less (-1), in the caller's transaction. */
  count(tx: Tx, slot: string, by: 1 | -1, cause: Cause): Promise<void>;
}

export function createCapacity({
  models,
  journal,
}: {
  models: FulfillmentModels;
  journal: Journal;
}): Capacity {
  const aggregate: Aggregate<CapacityDoc, EventOf<'fulfillment.CapacityUsed'>> = defineAggregate({
    name: 'capacity',
    model: models.Capacity,
    evolve: (_state, { data: { locationId, day, used } }) => ({
      ...{ _id: `${locationId}:${day}`, locationId, day, used },
    }),
  });
  return {
    slotOf: async ({ locationId, dueAt, capacityDay }) => {
      if (capacityDay !== undefined) return `${locationId}:${capacityDay}`;
      const location = await models.Location.findOne({ _id: locationId }, { timeZone: 1 }).lean();
      return `${locationId}:${dateIn(dueAt.handoverMs, location?.timeZone ?? 'UTC').toString()}`;
    },
    count: async (tx, slot, by, cause) => {
      const split = slot.lastIndexOf(':');
      const [locationId, day] = [slot.slice(0, split), slot.slice(split + 1)];
      await runDecision(journal, aggregate, {
        ...{ id: slot, tx, ...cause },
        decide: (state) => {
          const used = Math.max(0, (state?.used ?? 0) + by);
          return [{ type: 'fulfillment.CapacityUsed', data: { locationId, day, used } }];
        },
      });
    },
  };
}
