import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Log } from '../../../platform/log/log.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { PromiseClient } from '../clients/promiseClient.ts';
import { decideClaim, decideOfferToMore } from '../domain/competition.ts';
import { existing } from '../domain/decide.ts';
import { openLines, type FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import type { FulfillmentSettings } from '../domain/settings.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels, OrderWorkDoc } from '../store/models.ts';
import { ownLocation } from '../store/ownRow.ts';
import type { ActOnWork } from './actOnWork.ts';
import { causeOf, checkedReason, scopeOf, type LocationCall } from './locationCall.ts';
import type { Refusals } from './refusals.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Offers that several locations may claim. */
export interface Competition {
  offer(call: LocationCall, id: string, to: readonly string[], reason: string): Promise<FulfillmentOrder>;
  /** The order of the work that was claimed. */
  claim(call: LocationCall, id: string, locationId: string): Promise<string>;
  /** Opens what stores have not answered to further ones, as many as the retailer wants. */
  openAll(): Promise<void>;
}

interface Deps {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly work: WorkAggregate;
  readonly on: ActOnWork;
  readonly refusals: Refusals;
  readonly promise: PromiseClient;
  readonly settings: { current(): FulfillmentSettings };
  readonly log: Log;
}

const mostLocations = 20;

export function createCompetition(deps: Deps): Competition {
  const { models, journal, idempotency, on } = deps;
  return {
    offer: async (call, id, to, given) => {
      const reason = checkedReason(given);
      const wanted = [...new Set(to)];
      const { identity, requestId, key } = call;
      // Whose work it is comes first.
      await on.load({ id, identity, requestId, key });
      await requireShipping(models, wanted);
      return on.act({ id, identity, requestId, key }, 'offerToLocations', { to: wanted, reason }, (work) =>
        decideOfferToMore(work, wanted, reason),
      );
    },
    claim: async (call, id, locationId) => {
      await ownLocation(models, call.identity, locationId);
      const { result } = await journal.exclusive(`fulfillmentOrder:${id}`, () =>
        idempotency.once(scopeOf(call, 'claimOffer', { id, locationId }), (tx) =>
          claimIn(deps, tx, { id, locationId, by: causeOf(call) }),
        ),
      );
      return result;
    },
    openAll: async () => {
      const stores = deps.settings.current().competitiveOfferStores;
      if (stores === 0) return;
      for (const work of await unanswered(models)) {
        try {
          await openOne(deps, work, stores);
        } catch (error) {
          deps.log.warn(
            { fulfillmentOrderId: work._id, error },
            'an offer is opened to others with the next turn',
          );
        }
      }
    },
  };
}

/** The first claim ends the offer in the same transaction: whoever comes second sees that. */
async function claimIn(
  { journal, work, refusals }: Deps,
  tx: Tx,
  { id, locationId, by }: { id: string; locationId: string; by: Cause },
): Promise<string> {
  const { state, events } = await runDecision(journal, work, {
    ...{ id, tx, ...by },
    decide: (found) => {
      if (found === undefined) throw notFound('offer');
      return decideClaim(found, locationId);
    },
  });
  const after = existing(state);
  await refusals.follow(tx, after, events, by);
  return after.orderId;
}

/** Locations that can do work of others: they ship, and are not closed. */
async function requireShipping({ Location }: FulfillmentModels, ids: readonly string[]): Promise<void> {
  if (ids.length < 1 || ids.length > mostLocations)
    throw codedError('BAD_USER_INPUT', `Name 1 to ${mostLocations} further locations.`, {
      field: 'locationIds',
    });
  const found = await Location.find({ _id: trusted({ $in: [...ids] }) }).lean();
  const known = new Map(found.map((row) => [row._id, row]));
  for (const id of ids) {
    const location = known.get(id);
    if (location === undefined) throw codedError('UNKNOWN_LOCATION', `There is no location ${id}.`);
    if (!location.active) throw codedError('LOCATION_CLOSED', `The location ${id} is closed.`);
    if (!location.abilities.includes('SHIP'))
      throw codedError('BAD_USER_INPUT', `The location ${id} does not ship.`, { field: 'locationIds' });
  }
}

/** Offers to stores that have not been opened to others yet. */
async function unanswered(models: FulfillmentModels): Promise<FulfillmentOrder[]> {
  const stores = await models.Location.find({ kind: 'STORE', active: true }, { _id: 1 }).lean();
  return models.FulfillmentOrder.find({
    ...{ status: 'OPEN' as const, assignment: 'OFFERED' as const, collection: false },
    ...{ offeredTo: trusted({ $exists: false }), locationId: trusted({ $in: stores.map((row) => row._id) }) },
  })
    .sort({ createdAtMs: 1 })
    .limit(50)
    .lean<FulfillmentOrder[]>();
}

/** The next best places of sourcing, one after the other, that could do all of it. */
async function openOne(
  { models, journal, work, promise }: Deps,
  found: FulfillmentOrder,
  stores: number,
): Promise<void> {
  const { _id: id, orderId, locationId } = found;
  const order = await models.OrderWork.findOne({ _id: orderId }).lean<OrderWorkDoc>();
  if (order === null) return;
  const made = new Map(found.lines.map((line) => [line.lineId, line]));
  const lines = openLines(found).map((line) => {
    const { customisation, future = false } = made.get(line.lineId) ?? {};
    return { ...line, future, ...(customisation === undefined ? {} : { customisation }) };
  });
  const to: string[] = [];
  while (to.length < stores) {
    const without = [...new Set([...order.excludedLocationIds, locationId, ...to])];
    const answer = await promise.resource(order, lines, without, `offer:${id}:${to.length}`);
    const [only, more] = answer.kind === 'placed' ? answer.shipments : [];
    if (only === undefined || more !== undefined) break;
    to.push(only.locationId);
  }
  const by = { actor: 'system:fulfillment', cause: `offer:${id}` };
  await withTransaction(journal.connection, (tx) =>
    runDecision(journal, work, {
      ...{ id, tx, ...by },
      decide: (now) => {
        const current = existing(now);
        const isOpen = current.status === 'OPEN' && current.assignment === 'OFFERED';
        return isOpen ? decideOfferToMore(current, to, 'the next best places are asked, too') : [];
      },
    }),
  );
}
