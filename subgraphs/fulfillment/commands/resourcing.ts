import { SubgraphError } from '../../../platform/graph/subgraphClient.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { Resourcing, ResourcingEvent, SoughtUnits } from '../domain/resourcing.ts';
import type { Cause } from '../ports.ts';
import type { CatalogClient, TransferOutcome } from '../clients/catalogClient.ts';
import type { PromiseClient } from '../clients/promiseClient.ts';
import type { FulfillmentModels, OrderWorkDoc } from '../store/models.ts';
import { hopelessUnits } from '../domain/hopelessUnits.ts';
import type { EndSearch } from './endSearch.ts';
import type { ResourcingAggregate } from './workAggregate.ts';

/** Finds other places for refused units: each step is in the journal before the next begins. */
export interface ResourcingRunner {
  /** Searches run between start and stop only. */
  start(): void;
  /** Go on with one search, in the background. */
  kick(id: string): void;
  /** Go on with every search that has not ended. */
  recover(): Promise<void>;
  readonly running: () => number;
  /** Let what is running come to the end of its step. */
  stop(): Promise<void>;
}

/** Times a search asks again because a chosen place had no stock any more. */
const maxAttempts = 8;

export function createResourcingRunner(deps: {
  models: FulfillmentModels;
  journal: Journal;
  searches: ResourcingAggregate;
  promise: PromiseClient;
  catalog: CatalogClient;
  endSearch: EndSearch;
  log: Log;
}): ResourcingRunner {
  const { models, journal, searches, promise, catalog, endSearch, log } = deps;
  const active = new Map<string, Promise<void>>();
  let stopping = true;
  const by = (id: string): Cause => ({ actor: 'system:fulfillment', cause: id });

  /** Append an event if the search still stands where it was seen. */
  const record = (seen: Resourcing, event: ResourcingEvent): Promise<unknown> =>
    runDecision(journal, searches, {
      ...{ id: seen._id, ...by(seen._id) },
      decide: (now) => {
        const same = now?.state === seen.state && now.attempt === seen.attempt;
        return same && sameUnits(now.lines, seen.lines) ? [event] : [];
      },
    });

  const ask = async (search: Resourcing, order: OrderWorkDoc): Promise<void> => {
    const { _id: resourcingId, orderId, lines, attempt } = search;
    const ref = { resourcingId, orderId };
    const narrowed = (unplaceable: readonly SoughtUnits[]): ResourcingEvent => ({
      type: 'fulfillment.ResourcingNarrowed',
      data: { ...ref, unplaceable: [...unplaceable], avoid: [] },
    });
    if (attempt > maxAttempts) return void (await record(search, narrowed(lines)));
    const excluded = [...new Set([...order.excludedLocationIds, ...search.avoid])];
    const answer = await promise.resource(order, lines, excluded, `${resourcingId}:${attempt}`);
    if (answer.kind === 'refused') {
      const hopeless = await hopelessUnits(lines, answer.skus, async (line) => {
        const alone = await promise.resource(order, [line], excluded, `${resourcingId}:${attempt}`);
        return alone.kind === 'placed';
      });
      return void (await record(search, narrowed(hopeless)));
    }
    const made = new Map(lines.map((line) => [line.lineId, line.customisation]));
    const placements = answer.shipments.map((shipment) => ({
      ...shipment,
      lines: shipment.lines.map((line) => {
        const customisation = made.get(line.lineId);
        return { ...line, ...(customisation === undefined ? {} : { customisation }) };
      }),
    }));
    const data = { ...ref, attempt, latestAtMs: answer.latestAtMs, placements };
    await record(search, { type: 'fulfillment.ResourcingDecided', data });
  };

  const transfer = async (search: Resourcing, order: OrderWorkDoc): Promise<boolean> => {
    const { _id: resourcingId, locationId, attempt, lines, placements } = search;
    const release = lines.map(({ sku, quantity, future }) => ({ sku, quantity, future, locationId }));
    const take = placements.flatMap((place) =>
      place.lines.map(({ sku, quantity, future }) => ({
        sku,
        quantity,
        future,
        locationId: place.locationId,
      })),
    );
    const key = `${resourcingId}:${attempt}`;
    const outcome = await catalog
      .transfer(order.reservationId, key, { release, take }, key)
      .catch(refusedPlaces(search));
    if (outcome.kind === 'moved') return true;
    await endSearch.retry(search, outcome.locationIds, by(resourcingId));
    return false;
  };

  /** One step; true when the search has ended. */
  const step = async (id: string): Promise<boolean> => {
    const search = await models.Resourcing.findOne({ _id: id }).lean<Resourcing>();
    if (search === null || search.state === 'ENDED') return true;
    const order = await models.OrderWork.findOne({ _id: search.orderId }).lean<OrderWorkDoc>();
    if (order === null) throw new Error(`There is no work of the order that search ${id} is about.`);
    if (search.state === 'DECIDED') {
      journal.crashpoint('resourcing.beforeTransfer');
      if (!(await transfer(search, order))) return false;
      journal.crashpoint('resourcing.afterTransfer');
      return endSearch.end(search, order, by(id));
    }
    if (search.lines.length === 0) return endSearch.end(search, order, by(id));
    await ask(search, order);
    journal.crashpoint('resourcing.afterAsk');
    return false;
  };

  const run = async (id: string): Promise<void> => {
    try {
      while (!stopping && !(await step(id)));
    } catch (error) {
      log.warn({ resourcingId: id, error }, 're-sourcing has to wait and is tried again');
    }
  };
  const kick = async (id: string): Promise<void> => {
    if (stopping) return;
    const before = active.get(id);
    if (before !== undefined) return before;
    const work = run(id).finally(() => active.delete(id));
    active.set(id, work);
    return work;
  };

  return {
    kick: (id) => void kick(id),
    start: () => {
      stopping = false;
    },
    recover: async () => {
      const open = await models.Resourcing.find({ state: trusted({ $ne: 'ENDED' as const }) }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(1_000)
        .lean();
      for (const { _id } of open) await kick(String(_id));
    },
    running: () => active.size,
    stop: async () => {
      stopping = true;
      while (active.size > 0) await Promise.all(active.values());
    },
  };
}

/** A clear no of the catalogue counts like missing stock; an unknown outcome is asked after with the same key. */
const refusedPlaces =
  (search: Resourcing) =>
  (error: unknown): TransferOutcome => {
    if (!(error instanceof SubgraphError) || error.outcomeUnknown) throw error;
    return { kind: 'short', locationIds: search.placements.map((place) => place.locationId) };
  };

const sameUnits = (a: readonly SoughtUnits[], b: readonly SoughtUnits[]): boolean =>
  a.length === b.length &&
  a.every((line, at) => line.lineId === b[at]?.lineId && line.quantity === b[at]?.quantity);
