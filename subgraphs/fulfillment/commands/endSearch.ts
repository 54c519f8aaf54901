import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import { existing } from '../domain/decide.ts';
import { decideCancel } from '../domain/cancel.ts';
import { refOf, type FulfillmentOrderEvent, type LineUnits } from '../domain/fulfillmentOrder.ts';
import type { Resourcing, ResourcingEvent, SoughtUnits } from '../domain/resourcing.ts';
import type { Cause } from '../ports.ts';
import type { OrderWorkDoc } from '../store/models.ts';
import { cancelledInSearch } from './cancelLines.ts';
import type { Capacity } from './capacity.ts';
import type { WorkMaker } from './createWork.ts';
import type { Refusals } from './refusals.ts';
import type { ResourcingAggregate, WorkAggregate } from './workAggregate.ts';

/** How a search for another place comes to its end, or starts again. */
export interface EndSearch {
  /** The work at the new places, the news for the others, the end: one transaction. False if it had moved on. */
  end(seen: Resourcing, order: OrderWorkDoc, by: Cause): Promise<boolean>;
  /** The chosen places had no stock any more: ask again without them. */
  retry(seen: Resourcing, avoid: readonly string[], by: Cause): Promise<void>;
}

export function createEndSearch(deps: {
  journal: Journal;
  work: WorkAggregate;
  searches: ResourcingAggregate;
  capacity: Capacity;
  maker: WorkMaker;
  refusals: Refusals;
}): EndSearch {
  const { journal, work, searches, capacity, maker, refusals } = deps;
  const tally = (lines: readonly SoughtUnits[]) =>
    lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));

  return {
    end: async (seen, order, by) => {
      const { _id: resourcingId, orderId, fulfillmentOrderId } = seen;
      const slots = await Promise.all(seen.placements.map((place) => capacity.slotOf(place)));
      return maker.alone(slots, () =>
        withTransaction(journal.connection, async (tx) => {
          const to: string[] = [];
          let stale = false;
          let cancelled: readonly LineUnits[] = [];
          let unplaceable: readonly SoughtUnits[] = [];
          await runDecision(journal, searches, {
            ...{ id: resourcingId, tx, ...by },
            decide: (now): ResourcingEvent[] => {
              stale = now?.state !== seen.state || now.attempt !== seen.attempt;
              if (stale || now === undefined) return [];
              ({ cancelled, unplaceable } = now);
              const places = [...new Set(seen.placements.map((place) => place.locationId))];
              return [{ type: 'fulfillment.ResourcingEnded', data: { resourcingId, orderId, to: places } }];
            },
          });
          if (stale) return false;
          let left = [...cancelled];
          for (const [at, place] of seen.placements.entries()) {
            const id = await maker.place(tx, order, place, slots[at] ?? '', by);
            to.push(place.locationId);
            left = await cancelAt(id, left);
          }
          await runDecision(journal, work, {
            ...{ id: fulfillmentOrderId, tx, ...by },
            decide: (found): FulfillmentOrderEvent[] => {
              const ref = refOf(existing(found));
              const latest = { promisedLatestAtMs: order.promisedLatestAtMs };
              const moved = { ...ref, ...latest, lines: tally(seen.lines), to: [...new Set(to)] };
              const newLatestAtMs = seen.latestAtMs ?? order.promisedLatestAtMs;
              return [
                ...(to.length === 0
                  ? []
                  : [{ type: 'fulfillment.Rerouted' as const, data: { ...moved, newLatestAtMs } }]),
                ...(unplaceable.length === 0
                  ? []
                  : [
                      {
                        type: 'fulfillment.Unfulfillable' as const,
                        data: { ...ref, lines: tally(unplaceable) },
                      },
                    ]),
              ];
            },
          });
          return true;

          /** Cancel at a new place what was cancelled while it was being found; what remains for the next place. */
          async function cancelAt(id: string, units: readonly LineUnits[]): Promise<LineUnits[]> {
            if (units.length === 0) return [];
            const { state, events } = await runDecision(journal, work, {
              ...{ id, tx, ...by },
              decide: (found) => decideCancel(existing(found), totals(units)),
            });
            await refusals.follow(tx, existing(state), events, by);
            const gone = new Map(existing(state).lines.map((line) => [line.lineId, line.cancelled]));
            return totals(units)
              .map(({ lineId, quantity }) => ({ lineId, quantity: quantity - (gone.get(lineId) ?? 0) }))
              .filter((line) => line.quantity > 0);
          }
        }),
      );
    },
    retry: async (seen, avoid, by) => {
      const { _id: resourcingId, orderId, fulfillmentOrderId } = seen;
      await withTransaction(journal.connection, async (tx) => {
        let cancelled: readonly LineUnits[] = [];
        await runDecision(journal, searches, {
          ...{ id: resourcingId, tx, ...by },
          decide: (now): ResourcingEvent[] => {
            if (now?.state !== 'DECIDED' || now.attempt !== seen.attempt) return [];
            cancelled = now.cancelled;
            const data = { resourcingId, orderId, unplaceable: [], avoid: [...avoid] };
            return [{ type: 'fulfillment.ResourcingNarrowed', data }];
          },
        });
        // They never moved, so they end where they were refused.
        if (cancelled.length > 0)
          await runDecision(journal, work, {
            ...{ id: fulfillmentOrderId, tx, ...by },
            decide: (found) => [cancelledInSearch(existing(found), totals(cancelled))],
          });
      });
    },
  };
}

function totals(units: readonly LineUnits[]): LineUnits[] {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of units) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
}
