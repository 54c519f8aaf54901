import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { decideMissing, decideShort, existing } from '../domain/decide.ts';
import type { FulfillmentOrder, FulfillmentOrderEvent } from '../domain/fulfillmentOrder.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { Refusals } from './refusals.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Orders whose units were not found. */
export interface ShortStock {
  /**
   * Work that has not begun at the place, and holds units that are not there, looks for another place. Work that has
   * begun finds out by itself.
   */
  found(tx: Tx, data: EventPayload<'catalog.StockShort'>, by: Cause): Promise<void>;
  /** Whoever picked did not find units: other work of the place that has not begun looks for another place, too. */
  missing(tx: Tx, data: EventPayload<'fulfillment.StockDiscrepancy'>, by: Cause): Promise<void>;
}

export function createShortStock(deps: {
  models: FulfillmentModels;
  journal: Journal;
  work: WorkAggregate;
  refusals: Refusals;
}): ShortStock {
  const { models, journal, work, refusals } = deps;
  const decideAll = async (
    tx: Tx,
    which: { readonly locationId: string; readonly reservationId?: string; readonly 'lines.sku'?: string },
    decide: (now: FulfillmentOrder) => FulfillmentOrderEvent[],
    by: Cause,
  ): Promise<void> => {
    const open = { ...which, status: 'OPEN' as const };
    const found = await models.FulfillmentOrder.find(open, { _id: 1 }).session(tx.session).lean();
    for (const { _id } of found) {
      const { state, events } = await runDecision(journal, work, {
        ...{ id: String(_id), tx, ...by },
        decide: (now) => decide(existing(now)),
      });
      if (events.length > 0) await refusals.follow(tx, existing(state), events, by);
    }
  };
  return {
    found: async (tx, { sku, locationId, reservations }, by) => {
      for (const { reservationId } of reservations)
        await decideAll(tx, { reservationId, locationId }, (now) => decideShort(now, sku), by);
    },
    missing: async (tx, { reason, lines }, by) => {
      if (reason !== 'NOT_IN_STOCK') return;
      for (const { sku, locationId } of lines)
        await decideAll(tx, { locationId, 'lines.sku': sku }, (now) => decideMissing(now, sku), by);
    },
  };
}
