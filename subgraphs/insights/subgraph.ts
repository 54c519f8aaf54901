import DataLoader from 'dataloader';
import { createSubgraphService } from '../../platform/graph/createSubgraphService.ts';
import { loadSdl } from '../../platform/graph/loadSdl.ts';
import type { CallContext, SubgraphService } from '../../platform/graph/subgraph.ts';
import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';
import { createJournal } from '../../platform/journal/journal.ts';
import { prepareModels, trusted } from '../../platform/mongo/connect.ts';
import type { Context } from './context.ts';
import type { Outcome } from './domain/outcome.ts';
import { insightsReactions } from './reactions.ts';
import { resolvers } from './resolvers/resolvers.ts';
import { insightsModels } from './store/models.ts';

/** Was the promise kept? Per order, per service, per location. */
export function createInsightsSubgraph(deps: SubgraphDeps): SubgraphService {
  const { connection, clock, log, newId } = deps;
  const models = insightsModels(connection);
  const journal = createJournal({
    ...deps,
    subgraph: 'insights',
    reactions: insightsReactions(() => models),
  });
  const outcomes = () =>
    new DataLoader<string, Outcome | null>(async (ids) => {
      const rows = (await models.Outcome.find(
        trusted({ _id: { $in: [...ids] } }) as never,
      ).lean()) as unknown as Outcome[];
      const byId = new Map(rows.map((row) => [row._id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  return createSubgraphService({
    name: 'insights',
    typeDefs: loadSdl('insights'),
    resolvers,
    context: ({ identity }: CallContext): Context => ({
      identity,
      models,
      nowMs: clock.nowMs(),
      outcome: outcomes(),
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
