import type { Journal } from '../../../platform/journal/journal.ts';
import type { JournalEvent } from '../../../platform/journal/journalRow.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { Capacity } from './capacity.ts';
import type { ResourcingAggregate } from './workAggregate.ts';

/** What a refusal or a short pick sets off, in the same transaction. */
export interface Refusals {
  follow(tx: Tx, work: FulfillmentOrder, events: readonly JournalEvent[], by: Cause): Promise<void>;
}

export function createRefusals(deps: {
  models: FulfillmentModels;
  journal: Journal;
  searches: ResourcingAggregate;
  capacity: Capacity;
  newId: () => string;
  /** Called after the commit with the id of a search that has begun. */
  onStarted: (resourcingId: string) => void;
}): Refusals {
  const { models, journal, searches, capacity, newId, onStarted } = deps;
  return {
    follow: async (tx, work, events, by) => {
      const refused = events.flatMap((event) => refusedUnits(event));
      const over = events.some((event) => endsWork(event)) && work.status === 'CANCELLED';
      if (over) await capacity.count(tx, await capacity.slotOf(work), -1, by);
      if (refused.length === 0) return;
      const { _id: fulfillmentOrderId, orderId, locationId } = work;
      const claimedBy = claimantOf(events);
      // Whoever was only slower may be asked again.
      if (claimedBy === undefined)
        await models.OrderWork.updateOne(
          { _id: orderId },
          { $addToSet: { excludedLocationIds: locationId } },
          { session: tx.session },
        );
      const made = new Map(work.lines.map((line) => [line.lineId, line]));
      const aside = asideOf(events);
      const lines = refused.flatMap(({ lineId, sku, quantity, awaited }) => {
        const { customisation, future = false } = made.get(lineId) ?? {};
        const rest = {
          ...{ lineId, sku },
          ...(customisation === undefined ? {} : { customisation }),
          ...(aside.has(lineId) ? { aside: true } : {}),
        };
        // Work of before does not know how many of its units had come.
        const late = awaited ?? (future && made.get(lineId)?.awaited === undefined ? quantity : 0);
        // What has not come is given up first.
        return [
          { ...rest, quantity: late, future: true },
          { ...rest, quantity: quantity - late, future: false },
        ].filter((line) => line.quantity > 0);
      });
      const id = newId();
      const claim = claimedBy === undefined ? {} : { claimedBy };
      const data = { resourcingId: id, orderId, fulfillmentOrderId, locationId, lines, ...claim };
      await runDecision(journal, searches, {
        ...{ id, tx, ...by },
        decide: () => [{ type: 'fulfillment.ResourcingStarted' as const, data }],
      });
      tx.afterCommit(() => onStarted(id));
    },
  };
}

const endsWork = ({ type }: JournalEvent): boolean =>
  [
    'fulfillment.Rejected',
    'fulfillment.Expired',
    'fulfillment.ClaimedElsewhere',
    'fulfillment.Picked',
    'fulfillment.UnitsFailed',
    'fulfillment.LinesCancelled',
  ].includes(type);

/** Lines whose refused units were set aside. */
const asideOf = (events: readonly JournalEvent[]): ReadonlySet<string> =>
  new Set(
    events
      .filter(({ type }) => type === 'fulfillment.UnitsSetAside')
      .flatMap(({ data }) => (data as EventPayload<'fulfillment.UnitsSetAside'>).lines)
      .map(({ lineId }) => lineId),
  );

/** The location that claimed the units, if one did. */
function claimantOf(events: readonly JournalEvent[]): string | undefined {
  const claimed = events.find(({ type }) => type === 'fulfillment.ClaimedElsewhere');
  return (claimed?.data as EventPayload<'fulfillment.ClaimedElsewhere'> | undefined)?.by;
}

/** Units an event says this location does not serve. */
function refusedUnits(
  event: JournalEvent,
): readonly { lineId: string; sku: string; quantity: number; awaited?: number | undefined }[] {
  switch (event.type) {
    case 'fulfillment.Rejected':
    case 'fulfillment.Expired':
    case 'fulfillment.ClaimedElsewhere':
    case 'fulfillment.UnitsDeclined':
      return (event.data as EventPayload<'fulfillment.Expired'>).lines;
    case 'fulfillment.UnitsFailed':
      return (event.data as EventPayload<'fulfillment.UnitsFailed'>).lines;
    case 'fulfillment.Picked':
      return (event.data as EventPayload<'fulfillment.Picked'>).short;
    default:
      return [];
  }
}
