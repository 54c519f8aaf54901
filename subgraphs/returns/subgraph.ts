import { createSubgraphService } from '../../platform/graph/createSubgraphService.ts';
import { loadSdl } from '../../platform/graph/loadSdl.ts';
import type { CallContext, SubgraphService } from '../../platform/graph/subgraph.ts';
import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';
import { createIdempotency } from '../../platform/journal/idempotency.ts';
import { createJournal, type Journal } from '../../platform/journal/journal.ts';
import { prepareModels, trusted } from '../../platform/mongo/connect.ts';
import { loaderOfMany } from '../../platform/mongo/loaders.ts';
import type { Context } from './context.ts';
import { returnsReactions } from './reactions.ts';
import { resolvers } from './resolvers/resolvers.ts';
import { createReturns, type Returns } from './returns.ts';
import type { ReturnDoc } from './store/models.ts';

/** Returns: requested, labelled, received, inspected, refunded. */
export function createReturnsSubgraph(deps: SubgraphDeps): SubgraphService {
  const { connection, clock, log, newId } = deps;
  const idempotency = createIdempotency({ connection, clock });
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'returns',
    reactions: returnsReactions(() => subgraph),
  });
  const subgraph: Returns = createReturns(deps, { journal, idempotency });
  return createSubgraphService({
    name: 'returns',
    typeDefs: loadSdl('returns'),
    resolvers,
    context: ({ identity, requestId }: CallContext): Context => ({
      ...{ identity, requestId, subgraph },
      returnsOfOrder: loaderOfMany<string, ReturnDoc>(
        async (ids) =>
          (await subgraph.model
            .find(trusted({ orderId: { $in: [...ids] } }) as never)
            .sort({ requestedAtMs: 1 })
            .lean()) as unknown as ReturnDoc[],
        (row) => row.orderId,
      ),
    }),
    log,
    newId,
    start: async () => {
      await prepareModels(connection);
      await idempotency.prepare();
      await journal.start();
    },
    stop: () => journal.stop(),
    isIdle: () => journal.isIdle(),
  });
}
