import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { decideShort, existing } from '../domain/decide.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { Refusals } from './refusals.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Orders whose units a count did not find. */
export interface ShortStock {
  /**
   * Work that has not begun at the place, and holds units that are not there, looks for another place. Work that has
   * begun finds out by itself.
   */
  found(tx: Tx, data: EventPayload<'catalog.StockShort'>, by: Cause): Promise<void>;
}

export function createShortStock(deps: {
  models: FulfillmentModels;
  journal: Journal;
  work: WorkAggregate;
  refusals: Refusals;
}): ShortStock {
  const { models, journal, work, refusals } = deps;
  return {
    found: async (tx, { sku, locationId, reservations }, by) => {
      for (const { reservationId } of reservations) {
        const holding = { reservationId, locationId, status: 'OPEN' as const };
        const found = await models.FulfillmentOrder.find(holding, { _id: 1 }).session(tx.session).lean();
        for (const { _id } of found) {
          const { state, events } = await runDecision(journal, work, {
            ...{ id: String(_id), tx, ...by },
            decide: (now) => decideShort(existing(now), sku),
          });
          if (events.length > 0) await refusals.follow(tx, existing(state), events, by);
        }
      }
    },
  };
}
