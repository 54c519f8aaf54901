import { SubgraphError } from '../../../platform/graph/subgraphClient.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { Resourcing, ResourcingEvent, SoughtUnits } from '../domain/resourcing.ts';
import type { Cause } from '../ports.ts';
import type { CatalogClient, TransferOutcome } from '../clients/catalogClient.ts';
import type { PromiseClient, SourcingAnswer } from '../clients/promiseClient.ts';
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

interface Deps {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly searches: ResourcingAggregate;
  readonly promise: PromiseClient;
  readonly catalog: CatalogClient;
  readonly endSearch: EndSearch;
  readonly log: Log;
}

export function createResourcingRunner(deps: Deps): ResourcingRunner {
  const { models, log } = deps;
  const active = new Map<string, Promise<void>>();
  let stopping = true;

  const run = async (id: string): Promise<void> => {
    try {
      while (!stopping && !(await step(deps, id)));
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

const bySearch = (id: string): Cause => ({ actor: 'system:fulfillment', cause: id });

/** One step; true when the search has ended. */
async function step(deps: Deps, id: string): Promise<boolean> {
  const { models, journal, endSearch } = deps;
  const search = await models.Resourcing.findOne({ _id: id }).lean<Resourcing>();
  if (search === null || search.state === 'ENDED') return true;
  const order = await models.OrderWork.findOne({ _id: search.orderId }).lean<OrderWorkDoc>();
  if (order === null) throw new Error(`There is no work of the order that search ${id} is about.`);
  if (search.state === 'DECIDED') {
    journal.crashpoint('resourcing.beforeTransfer');
    if (!(await transfer(deps, search, order))) return false;
    journal.crashpoint('resourcing.afterTransfer');
    return endSearch.end(search, order, bySearch(id));
  }
  if (search.lines.length === 0) return endSearch.end(search, order, bySearch(id));
  await ask(deps, search, order);
  journal.crashpoint('resourcing.afterAsk');
  return false;
}

/** Append an event if the search still stands where it was seen. */
async function record({ journal, searches }: Deps, seen: Resourcing, event: ResourcingEvent): Promise<void> {
  await runDecision(journal, searches, {
    ...{ id: seen._id, ...bySearch(seen._id) },
    decide: (now) => {
      const same = now?.state === seen.state && now.attempt === seen.attempt;
      return same && sameUnits(now.lines, seen.lines) ? [event] : [];
    },
  });
}

/** Whoever claimed the units is asked alone; false when they cannot serve them after all, and everybody is asked. */
async function askClaimant(deps: Deps, search: Resourcing, order: OrderWorkDoc): Promise<boolean> {
  const { _id: resourcingId, orderId, lines, attempt, claimedBy } = search;
  const others = await deps.models.Location.find(
    { _id: trusted({ $ne: claimedBy ?? '' }) },
    { _id: 1 },
  ).lean();
  const ids = others.map((row) => row._id);
  const answer = await deps.promise.resource(order, lines, ids, `${resourcingId}:claim`);
  if (answer.kind === 'refused') return false;
  const { latestAtMs } = answer;
  const placements = placementsOf(answer, lines);
  const data = { resourcingId, orderId, attempt, latestAtMs, placements };
  await record(deps, search, { type: 'fulfillment.ResourcingDecided', data });
  return true;
}

/** Asks sourcing for places: it names them, or the fewest units that nobody has. */
async function ask(deps: Deps, search: Resourcing, order: OrderWorkDoc): Promise<void> {
  const { promise } = deps;
  const { _id: resourcingId, orderId, lines, attempt } = search;
  const narrow = (unplaceable: readonly SoughtUnits[]): Promise<void> =>
    record(deps, search, {
      type: 'fulfillment.ResourcingNarrowed',
      data: { resourcingId, orderId, unplaceable: [...unplaceable], avoid: [] },
    });
  if (attempt > maxAttempts) return narrow(lines);
  if (search.claimedBy !== undefined && attempt === 1 && (await askClaimant(deps, search, order))) return;
  const excluded = [...new Set([...order.excludedLocationIds, ...search.avoid])];
  const sourced = (units: readonly SoughtUnits[]): Promise<SourcingAnswer> =>
    promise.resource(order, units, excluded, `${resourcingId}:${attempt}`);
  const answer = await sourced(lines);
  if (answer.kind === 'refused') {
    const alone = async (line: SoughtUnits): Promise<boolean> => (await sourced([line])).kind === 'placed';
    return narrow(await hopelessUnits(lines, answer.skus, alone));
  }
  const { latestAtMs } = answer;
  const placements = placementsOf(answer, lines);
  await record(deps, search, {
    type: 'fulfillment.ResourcingDecided',
    data: { resourcingId, orderId, attempt, latestAtMs, placements },
  });
}

/** The places sourcing names, with what is to be made of each line. */
function placementsOf(
  { shipments }: Extract<SourcingAnswer, { kind: 'placed' }>,
  lines: readonly SoughtUnits[],
) {
  const made = new Map(lines.map((line) => [line.lineId, line.customisation]));
  return shipments.map((shipment) => ({
    ...shipment,
    lines: shipment.lines.map((line) => {
      const customisation = made.get(line.lineId);
      return { ...line, ...(customisation === undefined ? {} : { customisation }) };
    }),
  }));
}

/** Moves the reservation to the places decided; false if one of them had sold out, which is then avoided. */
async function transfer(
  { catalog, endSearch }: Deps,
  search: Resourcing,
  order: OrderWorkDoc,
): Promise<boolean> {
  const { _id: resourcingId, locationId, attempt, lines, placements } = search;
  const held = (at: string) => (line: SoughtUnits) => {
    const { sku, quantity, future } = line;
    return { sku, quantity, future, locationId: at };
  };
  // What was set aside where it was refused is drawn from the reservation already.
  const release = lines.filter(({ aside }) => aside !== true).map(held(locationId));
  const take = placements.flatMap((place) => place.lines.map(held(place.locationId)));
  const key = `${resourcingId}:${attempt}`;
  const outcome = await catalog
    .transfer(order.reservationId, key, { release, take }, key)
    .catch(refusedPlaces(search));
  if (outcome.kind === 'moved') return true;
  await endSearch.retry(search, outcome.locationIds, bySearch(resourcingId));
  return false;
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
