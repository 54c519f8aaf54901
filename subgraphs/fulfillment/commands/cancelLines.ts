import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { existing } from '../domain/decide.ts';
import { cancellableUnits, decideCancel } from '../domain/cancel.ts';
import type { FulfillmentOrder, LineUnits } from '../domain/fulfillmentOrder.ts';
import { asideIn, cancellableInSearch, type Resourcing } from '../domain/resourcing.ts';
import { cancelledInSearch } from '../domain/searchNews.ts';
import { stepMachine } from '../domain/tables.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { Refusals } from './refusals.ts';
import type { ResourcingAggregate, WorkAggregate } from './workAggregate.ts';

/** Takes units of an order out of the work, those nobody has touched first. */
export type CancelLines = (tx: Tx, data: EventPayload<'orders.LinesCancelled'>, by: Cause) => Promise<void>;

interface Deps {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly work: WorkAggregate;
  readonly searches: ResourcingAggregate;
  readonly refusals: Refusals;
}

export const createCancelLines =
  (deps: Deps): CancelLines =>
  async (tx, { orderId, lines, by: who, askId }, by) => {
    // Units nobody could serve or nobody fetched, and those it was asked for: this subgraph said so itself.
    if (who === 'NO_STOCK' || who === 'NOT_COLLECTED' || askId !== undefined) return;
    const take = unitsToTake(lines);
    await cancelInSearches(deps, tx, { orderId, take, by });
    await cancelInWork(deps, tx, { orderId, take, by });
  };

/** Takes what is left of the wanted units, at most so many of each line. */
type Take = (most: (lineId: string) => number) => LineUnits[];
interface Order {
  readonly orderId: string;
  readonly take: Take;
  readonly by: Cause;
}

function unitsToTake(lines: readonly LineUnits[]): Take {
  const left = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
  return (most) => {
    const taken: LineUnits[] = [];
    for (const [lineId, wanted] of left) {
      const quantity = Math.min(wanted, most(lineId));
      if (quantity === 0) continue;
      left.set(lineId, wanted - quantity);
      taken.push({ lineId, quantity });
    }
    return taken;
  };
}

/** Units that look for another place. */
async function cancelInSearches(deps: Deps, tx: Tx, { orderId, take, by }: Order): Promise<void> {
  const { models } = deps;
  const open = { orderId, state: trusted({ $ne: 'ENDED' as const }) };
  const found = await models.Resourcing.find(open).sort({ _id: 1 }).session(tx.session).lean<Resourcing[]>();
  for (const search of found) {
    const units = take((lineId) => cancellableInSearch(search, lineId));
    if (units.length > 0) await cancelInSearch(deps, tx, { search, units, by });
  }
}

/** Takes units out of one search. */
export async function cancelInSearch(
  { journal, searches, work }: Pick<Deps, 'journal' | 'searches' | 'work'>,
  tx: Tx,
  {
    search,
    units,
    by,
    askId,
  }: { search: Resourcing; units: readonly LineUnits[]; by: Cause; askId?: string },
): Promise<void> {
  const { _id: id, orderId, fulfillmentOrderId } = search;
  const lines = units.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const data = { resourcingId: id, orderId, lines };
  await runDecision(journal, searches, {
    ...{ id, tx, ...by },
    decide: () => [{ type: 'fulfillment.ResourcingCancelled' as const, data }],
  });
  // After a decision the units may be held elsewhere already; then their end tells where.
  if (search.state === 'ASKING')
    await runDecision(journal, work, {
      ...{ id: fulfillmentOrderId, tx, ...by },
      decide: (now) => [cancelledInSearch(existing(now), lines, { askId, aside: asideIn(search) })],
    });
}

/** Units in the hands of locations, those nobody has touched first. */
async function cancelInWork(deps: Deps, tx: Tx, { orderId, take, by }: Order): Promise<void> {
  const { models, journal, work, refusals } = deps;
  const all = await models.FulfillmentOrder.find({ orderId }).session(tx.session).lean<FulfillmentOrder[]>();
  for (const each of all.sort(untouchedFirst)) {
    const units = take((lineId) => cancellableUnits(each, lineId));
    if (units.length === 0) continue;
    const { state, events } = await runDecision(journal, work, {
      ...{ id: each._id, tx, ...by },
      decide: (now) => decideCancel(existing(now), units),
    });
    await refusals.follow(tx, existing(state), events, by);
  }
}

const untouchedFirst = (a: FulfillmentOrder, b: FulfillmentOrder): number =>
  stepMachine.states.indexOf(a.step) - stepMachine.states.indexOf(b.step) || (a._id < b._id ? -1 : 1);
