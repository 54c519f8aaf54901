import { createSubgraphService } from '../../platform/graph/createSubgraphService.ts';
import { loadSdl } from '../../platform/graph/loadSdl.ts';
import type { CallContext, SubgraphService } from '../../platform/graph/subgraph.ts';
import { createJournal, type Journal } from '../../platform/journal/journal.ts';
import { boundReactions } from '../../platform/journal/reactions.ts';
import { prepareModels } from '../../platform/mongo/connect.ts';
import { access } from '../../schema/access.ts';
import { createInsightsApplication, type InsightsApplication } from './application.ts';
import { createFigures } from './commands/figures.ts';
import { rollUp } from './commands/rollUp.ts';
import type { Context } from './context.ts';
import type { InsightsDeps } from './ports.ts';
import { insightsReactions } from './reactions.ts';
import { figuresStream } from './queries/follow.ts';
import { Query, Subscription } from './resolvers/operations.ts';
import { typeResolvers } from './resolvers/types.ts';
import { insightsLoaders } from './store/loaders.ts';

/** Wakes the subscribers of every process, as new events of a stream do; what changed they read. */
function announceFigures({ bus, log }: InsightsDeps): void {
  bus.publish('tail.insights', { stream: figuresStream, from: 'figures' }).catch((error: unknown) => {
    log.warn({ subgraph: 'insights', error }, 'subscribers were not told of new figures');
  });
}

/** Was the promise kept, and if not, why; what is in danger now; what it all costs. */
export function createInsightsSubgraph(deps: InsightsDeps): SubgraphService {
  const { connection, clock, log, newId } = deps;
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'insights',
    reactions: boundReactions(insightsReactions, () => application),
  });
  const figures = createFigures({
    ...{ clock, log },
    count: () => rollUp({ connection, models: application.models }),
    announce: () => announceFigures(deps),
  });
  const application: InsightsApplication = createInsightsApplication(deps, { journal, figures });
  return createSubgraphService({
    name: 'insights',
    typeDefs: loadSdl('insights'),
    access,
    resolvers: { Query, Subscription, ...typeResolvers },
    context: ({ identity, signal }: CallContext): Context => ({
      ...{ identity, signal, application },
      loaders: insightsLoaders(application.models),
    }),
    log,
    newId,
    start: async () => {
      await prepareModels(connection);
      await journal.start();
    },
    stop: async () => {
      await figures.stop();
      await journal.stop();
    },
    isIdle: () => journal.isIdle() && figures.isIdle(),
  });
}
