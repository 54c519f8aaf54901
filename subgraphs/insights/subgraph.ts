import { createSubgraphService } from '../../platform/graph/createSubgraphService.ts';
import { loadSdl } from '../../platform/graph/loadSdl.ts';
import type { CallContext, SubgraphService } from '../../platform/graph/subgraph.ts';
import { createJournal } from '../../platform/journal/journal.ts';
import { boundReactions } from '../../platform/journal/reactions.ts';
import { prepareModels } from '../../platform/mongo/connect.ts';
import { access } from '../../schema/access.ts';
import { createInsightsApplication } from './application.ts';
import type { Context } from './context.ts';
import type { InsightsDeps } from './ports.ts';
import { insightsReactions } from './reactions.ts';
import { Query } from './resolvers/operations.ts';
import { typeResolvers } from './resolvers/types.ts';
import { insightsLoaders } from './store/loaders.ts';

/** Was the promise kept? Per order, per service, per location. */
export function createInsightsSubgraph(deps: InsightsDeps): SubgraphService {
  const { connection, log, newId } = deps;
  const application = createInsightsApplication(deps);
  const journal = createJournal({
    ...deps,
    subgraph: 'insights',
    reactions: boundReactions(insightsReactions, () => application),
  });
  return createSubgraphService({
    name: 'insights',
    typeDefs: loadSdl('insights'),
    access,
    resolvers: { Query, ...typeResolvers },
    context: ({ identity }: CallContext): Context => ({
      ...{ identity, application },
      loaders: insightsLoaders(application.models),
    }),
    log,
    newId,
    start: async () => {
      await prepareModels(connection);
      await journal.start();
    },
    stop: () => journal.stop(),
    isIdle: () => journal.isIdle(),
  });
}
