import type { Timer } from '../../platform/clock/clock.ts';
import { createSubgraphService } from '../../platform/graph/createSubgraphService.ts';
import { loadSdl } from '../../platform/graph/loadSdl.ts';
import type { CallContext, SubgraphService } from '../../platform/graph/subgraph.ts';
import { createJournal, type Journal } from '../../platform/journal/journal.ts';
import { prepareModels } from '../../platform/mongo/connect.ts';
import { applyDueRules } from './commands/ruleSets.ts';
import type { Context } from './context.ts';
import { createHandles } from './handle/handle.ts';
import type { PromiseDeps } from './ports.ts';
import { createNetworkKeeper } from './projection/networkKeeper.ts';
import type { PromiseRoom } from './promiseRoom.ts';
import { promiseReactions } from './reactions.ts';
import { Mutation, Query } from './resolvers/operations.ts';
import { typeResolvers } from './resolvers/types.ts';
import { createFactStore } from './store/factStore.ts';
import { promiseModels } from './store/models.ts';

/** How often a scheduled rule set is looked for. */
const rulesEveryMs = 10_000;

/** Delivery options, sourcing and rules, computed from an in-memory network that events keep true. */
export function createPromiseSubgraph(deps: PromiseDeps): SubgraphService {
  const { connection, log, newId, config, clock } = deps;
  const models = promiseModels(connection);
  const keeper = createNetworkKeeper();
  if (deps.transitModel !== undefined) keeper.network.setTransitModel(deps.transitModel);
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'promise',
    reactions: promiseReactions(() => room),
  });
  const room: PromiseRoom = {
    ...{ models, journal, keeper, newId },
    facts: createFactStore(models, keeper),
    handles: createHandles(config.handleSecret),
  };
  let rules: Timer | undefined;

  return createSubgraphService({
    name: 'promise',
    typeDefs: loadSdl('promise'),
    resolvers: { Query, Mutation, ...typeResolvers },
    context: ({ identity, requestId }: CallContext): Context => ({ identity, requestId, room }),
    log,
    newId,
    start: async () => {
      await prepareModels(connection);
      // Loaded before the journal starts: what events change afterwards is newer.
      await room.facts.loadAll();
      await applyDueRules(room, true);
      await journal.start();
      rules = clock.every(rulesEveryMs, () => applyDueRules(room, false));
    },
    stop: async () => {
      rules?.cancel();
      await journal.stop();
    },
    isIdle: () => journal.isIdle(),
  });
}
