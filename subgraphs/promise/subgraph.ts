import { postalFiles } from '@promesse/geography/postal/files';
import { createSubgraphService } from '../../platform/graph/createSubgraphService.ts';
import { loadSdl } from '../../platform/graph/loadSdl.ts';
import type { CallContext, SubgraphService } from '../../platform/graph/subgraph.ts';
import { createIdempotency, type Idempotency } from '../../platform/journal/idempotency.ts';
import { createJournal, type Journal } from '../../platform/journal/journal.ts';
import { boundReactions } from '../../platform/journal/reactions.ts';
import { prepareModels } from '../../platform/mongo/connect.ts';
import { createSettings } from '../../platform/settings/settings.ts';
import { access } from '../../schema/access.ts';
import type { PromiseApplication } from './application.ts';
import { runInBackground } from './background.ts';
import { applyDueRules } from './commands/ruleSets.ts';
import { loadWindows } from './commands/windowPlaces.ts';
import type { Context } from './context.ts';
import { servicewide } from './domain/learning/servicewide.ts';
import { defaultPromiseSettings, promiseSettings } from './domain/settings.ts';
import { createHandles } from './handle/handle.ts';
import type { PromiseDeps } from './ports.ts';
import { createFreshness } from './projection/freshness.ts';
import { NetworkKeeper } from './projection/networkKeeper.ts';
import { promiseReactions } from './reactions.ts';
import { Mutation, Query } from './resolvers/operations.ts';
import { typeResolvers } from './resolvers/types.ts';
import { createFactSharing } from './store/factSharing.ts';
import { createFactStore } from './store/factStore.ts';
import { learnedModels } from './store/learnedModels.ts';
import { openLearnedTimes, type LearnedTimes } from './store/learnedTimes.ts';
import { promiseModels } from './store/models.ts';

/** Delivery options, sourcing and rules, computed from an in-memory network that events keep true. */
export function createPromiseSubgraph(deps: PromiseDeps): SubgraphService {
  const { application, ...running } = assemble(deps);
  return createSubgraphService({
    name: 'promise',
    typeDefs: loadSdl('promise'),
    access,
    resolvers: { Query, Mutation, ...typeResolvers },
    context: ({ identity, requestId }: CallContext): Context => ({ identity, requestId, application }),
    ...{ log: deps.log, newId: deps.newId },
    ...running,
    isIdle: () => application.journal.isIdle(),
  });
}

/** The parts of the subgraph put together, and how they start and stop. */
function assemble(deps: PromiseDeps) {
  const { connection, clock, config, newId } = deps;
  const models = promiseModels(connection);
  const keeper = new NetworkKeeper(defaultPromiseSettings, postalFiles(config.postalFolder));
  const freshness = createFreshness();
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'promise',
    reactions: boundReactions(promiseReactions, () => application),
    onAlive: freshness.heard,
  });
  const idempotency = createIdempotency({ connection, clock });
  const settings = createSettings(promiseSettings, { ...deps, journal, idempotency });
  settings.onChange((values) => keeper.configure(values));
  const sharing = createFactSharing(deps.bus, newId(), deps.log);
  let stopListening = (): void => {};
  let learned: LearnedTimes | undefined;
  let endBackground = (): void => {};
  const application: PromiseApplication = {
    learned: () => {
      if (learned === undefined) throw new Error('The promise subgraph has not started yet.');
      return learned;
    },
    ...{ models, journal, keeper, freshness, newId, settings },
    facts: createFactStore(models, keeper, sharing),
    handles: createHandles(config.handleSecret),
  };
  return {
    application,
    start: async () => {
      // Heard from the first row read on: what others change meanwhile is read again.
      stopListening = sharing.listen((kind, ids) => application.facts.reload(kind, ids));
      learned = await load(deps, application, idempotency);
      keeper.network.setTransitModel(servicewide(learned.model));
      await applyDueRules(application);
      await settings.start();
      await journal.start();
      endBackground = runInBackground(application, deps, sharing);
    },
    stop: async () => {
      endBackground();
      stopListening();
      await settings.stop();
      await journal.stop();
      await learned?.save();
    },
  };
}

/** Fills memory from the database. Done before the journal starts: what events change afterwards is newer. */
async function load(
  { connection, clock }: PromiseDeps,
  application: PromiseApplication,
  idempotency: Idempotency,
): Promise<LearnedTimes> {
  // Named here, so that their collections and indexes are made with the others.
  const learning = learnedModels(connection);
  await prepareModels(connection);
  await idempotency.prepare();
  await application.facts.loadAll();
  await loadWindows(application);
  return openLearnedTimes(learning, clock, (day) => application.keeper.isHoliday(day));
}
