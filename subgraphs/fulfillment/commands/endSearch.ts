import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { decideAccept, existing } from '../domain/decide.ts';
import { cancelledElsewhere, cancelledInSearch, searchNews } from '../domain/searchNews.ts';
import type { LineUnits } from '../domain/fulfillmentOrder.ts';
import {
  asideIn,
  totals,
  withoutCancelled,
  type Resourcing,
  type ResourcingEvent,
} from '../domain/resourcing.ts';
import type { Cause } from '../ports.ts';
import type { OrderWorkDoc } from '../store/models.ts';
import type { Capacity } from './capacity.ts';
import type { WorkMaker } from './createWork.ts';
import type { ResourcingAggregate, WorkAggregate } from './workAggregate.ts';

/** How a search for another place comes to its end, or starts again. */
export interface EndSearch {
  /** The work at the new places, the news for the others, the end: one transaction. False if it had moved on. */
  end(seen: Resourcing, order: OrderWorkDoc, by: Cause): Promise<boolean>;
  /** The chosen places had no stock any more: ask again without them. */
  retry(seen: Resourcing, avoid: readonly string[], by: Cause): Promise<void>;
}

interface Deps {
  readonly journal: Journal;
  readonly work: WorkAggregate;
  readonly searches: ResourcingAggregate;
  readonly capacity: Capacity;
  readonly maker: WorkMaker;
}

export function createEndSearch(deps: Deps): EndSearch {
  const { journal, capacity, maker } = deps;
  return {
    end: async (seen, order, by) => {
      const slots = await Promise.all(seen.placements.map((place) => capacity.slotOf(place)));
      return maker.alone(slots, () =>
        withTransaction(journal.connection, (tx) => endIn(deps, tx, { seen, order, slots, by })),
      );
    },
    retry: (seen, avoid, by) =>
      withTransaction(journal.connection, (tx) => retryIn(deps, tx, { seen, avoid, by })),
  };
}

/** What the search knows at its very end; undefined if it has moved on. */
async function ended(
  { journal, searches }: Deps,
  tx: Tx,
  seen: Resourcing,
  by: Cause,
): Promise<Pick<Resourcing, 'cancelled' | 'unplaceable'> | undefined> {
  const { _id: resourcingId, orderId } = seen;
  let last: Resourcing | undefined;
  await runDecision(journal, searches, {
    ...{ id: resourcingId, tx, ...by },
    decide: (now): ResourcingEvent[] => {
      last = now?.state === seen.state && now.attempt === seen.attempt ? now : undefined;
      if (last === undefined) return [];
      const to = [...new Set(seen.placements.map((place) => place.locationId))];
      return [{ type: 'fulfillment.ResourcingEnded', data: { resourcingId, orderId, to } }];
    },
  });
  return last;
}

async function endIn(
  deps: Deps,
  tx: Tx,
  { seen, order, slots, by }: { seen: Resourcing; order: OrderWorkDoc; slots: readonly string[]; by: Cause },
): Promise<boolean> {
  const last = await ended(deps, tx, seen, by);
  if (last === undefined) return false;
  const { kept, cancelled } = withoutCancelled(seen.placements, last.cancelled);
  for (const place of kept) {
    const slot = slots[seen.placements.findIndex(({ locationId }) => locationId === place.locationId)] ?? '';
    const id = await deps.maker.place(tx, order, place, slot, by);
    if (place.locationId === seen.claimedBy)
      await runDecision(deps.journal, deps.work, {
        ...{ id, tx, ...by },
        decide: (found) => decideAccept(existing(found)),
      });
  }
  await runDecision(deps.journal, deps.work, {
    ...{ id: seen.fulfillmentOrderId, tx, ...by },
    decide: (found) => [
      ...cancelled.map(({ locationId, units }) => cancelledElsewhere(existing(found), units, locationId)),
      ...searchNews(existing(found), seen, { kept, unplaceable: last.unplaceable, order }),
    ],
  });
  return true;
}

async function retryIn(
  { journal, searches, work }: Deps,
  tx: Tx,
  { seen, avoid, by }: { seen: Resourcing; avoid: readonly string[]; by: Cause },
): Promise<void> {
  const { _id: resourcingId, orderId, fulfillmentOrderId } = seen;
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
      decide: (found) => [cancelledInSearch(existing(found), totals(cancelled), { aside: asideIn(seen) })],
    });
}
