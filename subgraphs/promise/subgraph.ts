import { postalFiles } from '@promesse/geography/postal/files';
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
import { applyDueRules } from './commands/ruleSets.ts';
import { loadWindows } from './commands/windowPlaces.ts';
import type { Context } from './context.ts';
import { createHandles } from './handle/handle.ts';
import { openLearnedTimes, type LearnedTimes } from './learned/learnedTimes.ts';
import { servicewide } from './learned/servicewide.ts';
import type { PromiseDeps } from './ports.ts';
import { createFreshness } from './projection/freshness.ts';
import { createNetworkKeeper } from './projection/networkKeeper.ts';
import type { PromiseApplication } from './application.ts';
import { promiseSettings } from './domain/settings.ts';
import { promiseReactions } from './reactions.ts';
import { Mutation, Query } from './resolvers/operations.ts';
import { typeResolvers } from './resolvers/types.ts';
import { defaultPromiseSettings } from './domain/settings.ts';
import { createFactStore } from './store/factStore.ts';
import { learnedModels } from './store/learnedModels.ts';
import { promiseModels } from './store/models.ts';

/** How often a scheduled rule set is looked for. */
const rulesEveryMs = 10_000;
/** How often it is looked at how busy the places are. */
const weighEveryMs = 60_000;
/** How often what has been learned is kept; observations since then are kept one by one. */
const saveEveryMs = 300_000;

/** Delivery options, sourcing and rules, computed from an in-memory network that events keep true. */
export function createPromiseSubgraph(deps: PromiseDeps): SubgraphService {
  const { connection, log, newId, config, clock } = deps;
  const models = promiseModels(connection);
  const keeper = createNetworkKeeper(defaultPromiseSettings, postalFiles(config.postalFolder));
  const freshness = createFreshness();
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'promise',
    reactions: boundReactions(promiseReactions, () => application),
    onAlive: freshness.heard,
  });
  const idempotency = createIdempotency({ connection, clock });
  let learned: LearnedTimes | undefined;
  const settings = createSettings(promiseSettings, { ...deps, journal, idempotency });
  const application: PromiseApplication = {
    learned: () => {
      if (learned === undefined) throw new Error('The promise subgraph has not started yet.');
      return learned;
    },
    ...{ models, journal, keeper, freshness, newId, settings },
    facts: createFactStore(models, keeper),
    handles: createHandles(config.handleSecret),
  };
  settings.onChange((values) => keeper.configure(values));
  let rules: Timer | undefined;
  let weighing: Timer | undefined;
  let saving: Timer | undefined;

  return createSubgraphService({
    name: 'promise',
    typeDefs: loadSdl('promise'),
    access,
    resolvers: { Query, Mutation, ...typeResolvers },
    context: ({ identity, requestId }: CallContext): Context => ({ identity, requestId, application }),
    log,
    newId,
    start: async () => {
      // Named here, so that their collections and indexes are made with the others.
      const learning = learnedModels(connection);
      await prepareModels(connection);
      await idempotency.prepare();
      // Loaded before the journal starts: what events change afterwards is newer.
      await application.facts.loadAll();
      await loadWindows(application);
      learned = await openLearnedTimes(learning, clock, (day) => keeper.isHoliday(day));
      keeper.network.setTransitModel(servicewide(learned.model));
      await applyDueRules(application);
      await settings.start();
      await journal.start();
      rules = clock.every(rulesEveryMs, () => {
        keeper.windows.expire(clock.nowMs());
        return applyDueRules(application);
      });
      weighing = clock.every(weighEveryMs, () => keeper.weighLoads(clock.nowMs()));
      saving = clock.every(saveEveryMs, () => application.learned().save());
    },
    stop: async () => {
      rules?.cancel();
      weighing?.cancel();
      saving?.cancel();
      await settings.stop();
      await journal.stop();
      await learned?.save();
    },
    isIdle: () => journal.isIdle(),
  });
}
