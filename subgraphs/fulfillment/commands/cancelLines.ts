import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { existing } from '../domain/decide.ts';
import { cancellableUnits, decideCancel } from '../domain/cancel.ts';
import { refOf, type FulfillmentOrder, type LineUnits } from '../domain/fulfillmentOrder.ts';
import { cancellableInSearch, type Resourcing } from '../domain/resourcing.ts';
import { stepMachine } from '../domain/tables.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { Refusals } from './refusals.ts';
import type { ResourcingAggregate, WorkAggregate } from './workAggregate.ts';

/** Takes units of an order out of the work, those nobody has touched first. */
export type CancelLines = (tx: Tx, data: EventPayload<'orders.LinesCancelled'>, by: Cause) => Promise<void>;

export function createCancelLines(deps: {
  models: FulfillmentModels;
  journal: Journal;
  work: WorkAggregate;
  searches: ResourcingAggregate;
  refusals: Refusals;
}): CancelLines {
  const { models, journal, work, searches, refusals } = deps;

  const cancelSearched = async (tx: Tx, search: Resourcing, units: LineUnits[], by: Cause): Promise<void> => {
    const { _id: id, orderId, fulfillmentOrderId } = search;
    const data = { resourcingId: id, orderId, lines: units };
    await runDecision(journal, searches, {
      ...{ id, tx, ...by },
      decide: () => [{ type: 'fulfillment.ResourcingCancelled' as const, data }],
    });
    // After a decision the units may be held elsewhere already; then their end tells where.
    if (search.state === 'ASKING')
      await runDecision(journal, work, {
        ...{ id: fulfillmentOrderId, tx, ...by },
        decide: (found) => [cancelledInSearch(existing(found), units)],
      });
  };

  return async (tx, { orderId, lines, by: who }, by) => {
    // Units nobody could serve or nobody fetched: this subgraph said so itself, and has let them go.
    if (who === 'NO_STOCK' || who === 'NOT_COLLECTED') return;
    const left = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
    const take = (most: (lineId: string) => number): LineUnits[] => {
      const taken: LineUnits[] = [];
      for (const [lineId, wanted] of left) {
        const quantity = Math.min(wanted, most(lineId));
        if (quantity === 0) continue;
        left.set(lineId, wanted - quantity);
        taken.push({ lineId, quantity });
      }
      return taken;
    };
    const open = { orderId, state: trusted({ $ne: 'ENDED' as const }) };
    const found = await models.Resourcing.find(open)
      .sort({ _id: 1 })
      .session(tx.session)
      .lean<Resourcing[]>();
    for (const search of found) {
      const units = take((lineId) => cancellableInSearch(search, lineId));
      if (units.length > 0) await cancelSearched(tx, search, units, by);
    }
    const all = await models.FulfillmentOrder.find({ orderId })
      .session(tx.session)
      .lean<FulfillmentOrder[]>();
    const untouchedFirst = all.sort(
      (a, b) =>
        stepMachine.states.indexOf(a.step) - stepMachine.states.indexOf(b.step) || (a._id < b._id ? -1 : 1),
    );
    for (const each of untouchedFirst) {
      const units = take((lineId) => cancellableUnits(each, lineId));
      if (units.length === 0) continue;
      const { state, events } = await runDecision(journal, work, {
        ...{ id: each._id, tx, ...by },
        decide: (now) => decideCancel(existing(now), units),
      });
      await refusals.follow(tx, existing(state), events, by);
    }
  };
}

/** The event of units cancelled while they looked for another place than `work`. */
export function cancelledInSearch(work: FulfillmentOrder, units: readonly LineUnits[]) {
  const skuOf = new Map(work.lines.map((line) => [line.lineId, line.sku]));
  const lines = units.map(({ lineId, quantity }) => ({ lineId, sku: skuOf.get(lineId) ?? lineId, quantity }));
  return {
    type: 'fulfillment.LinesCancelled' as const,
    data: { ...refOf(work), lines, closed: false, searching: true },
  };
}
