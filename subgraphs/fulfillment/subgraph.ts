import type { Timer } from '../../platform/clock/clock.ts';
import { createSubgraphService } from '../../platform/graph/createSubgraphService.ts';
import { loadSdl } from '../../platform/graph/loadSdl.ts';
import type { CallContext, SubgraphService } from '../../platform/graph/subgraph.ts';
import { createIdempotency } from '../../platform/journal/idempotency.ts';
import { createJournal, type Journal } from '../../platform/journal/journal.ts';
import { boundReactions } from '../../platform/journal/reactions.ts';
import { prepareModels } from '../../platform/mongo/connect.ts';
import { createSettings } from '../../platform/settings/settings.ts';
import { access } from '../../schema/access.ts';
import type { Context } from './context.ts';
import { createFulfillmentApplication, type FulfillmentApplication } from './application.ts';
import type { FulfillmentDeps } from './ports.ts';
import { fulfillmentSettings } from './domain/settings.ts';
import { fulfillmentReactions } from './reactions.ts';
import { watchThrottles } from './commands/throttleWatch.ts';
import { Mutation, Query } from './resolvers/operations.ts';
import * as site from './resolvers/site.ts';
import * as supply from './resolvers/supply.ts';
import { Subscription, workListTypes } from './resolvers/workList.ts';
import { typeResolvers } from './resolvers/types.ts';
import { fulfillmentLoaders } from './store/loaders.ts';
import { fulfillmentModels } from './store/models.ts';

/** Locations, their capacity, and their work on orders. */
export function createFulfillmentSubgraph(deps: FulfillmentDeps): SubgraphService {
  const { connection, clock, log, newId, config = {} } = deps;
  const models = fulfillmentModels(connection);
  const idempotency = createIdempotency({ connection, clock });
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'fulfillment',
    reactions: boundReactions(fulfillmentReactions, () => application),
  });
  const settings = createSettings(fulfillmentSettings, { ...deps, journal, idempotency });
  const application: FulfillmentApplication = createFulfillmentApplication(deps, {
    models,
    journal,
    idempotency,
    settings,
  });
  let recovery: Timer | undefined;
  let stopWatching: () => Promise<void> = () => Promise.resolve();
  let recovering: Promise<void> = Promise.resolve();

  const recover = (): Promise<void> => takeUpAgain(application, log);
  const context = ({ identity, requestId, signal }: CallContext): Context => ({
    ...{ identity, requestId, signal },
    loaders: fulfillmentLoaders(models),
    application,
  });
  return createSubgraphService({
    name: 'fulfillment',
    typeDefs: loadSdl('fulfillment'),
    access,
    resolvers: {
      Query: { ...Query, ...site.Query, ...supply.Query },
      Mutation: { ...Mutation, ...site.Mutation, ...supply.Mutation },
      Subscription,
      ...{ ...typeResolvers, ...workListTypes, ...site.types, ...supply.types },
    },
    context,
    log,
    newId,
    start: async () => {
      await prepareModels(connection);
      await idempotency.prepare();
      await settings.start();
      await journal.start();
      application.resourcing.start();
      stopWatching = watchThrottles({ ...application, log });
      // Not awaited: other subgraphs may not be up yet.
      recovering = recover();
      recovery = clock.every(config.recoverEveryMs ?? 15_000, recover);
    },
    stop: async () => {
      recovery?.cancel();
      application.throttles.stop();
      await stopWatching();
      await application.resourcing.stop();
      await recovering;
      await settings.stop();
      await journal.stop();
    },
    isIdle: () => journal.isIdle() && application.resourcing.running() === 0,
  });
}

/** Goes on with everything a stop or a lost answer left unfinished; what fails is tried again next time. */
async function takeUpAgain(
  {
    offers,
    competition,
    uncollected,
    cancelAsks,
    corrections,
    resourcing,
    throttles,
  }: FulfillmentApplication,
  log: FulfillmentDeps['log'],
): Promise<void> {
  try {
    await throttles.weighAll();
    await offers.expire();
    await competition.openAll();
    await uncollected.sweep();
    await cancelAsks.recover();
    await corrections.recover();
    await resourcing.recover();
  } catch (error) {
    log.error({ subgraph: 'fulfillment', error }, 'unfinished work could not be taken up again');
  }
}
