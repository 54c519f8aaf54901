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
import { expireReturns } from './commands/expiry.ts';
import { upgradeEntries } from './commands/upgradeEntries.ts';
import { returnsSettings } from './domain/settings.ts';
import { returnsReactions } from './reactions.ts';
import { Mutation, Query, Subscription } from './resolvers/operations.ts';
import { typeResolvers } from './resolvers/types.ts';
import { createReturnsApplication, type ReturnsApplication } from './application.ts';
import type { ReturnsDeps } from './ports.ts';
import { returnsLoaders } from './store/loaders.ts';

/** How often returns that were never sent are looked for, in ms. */
const expiryEveryMs = 3_600_000;

/** Returns: requested, labelled, received, inspected, refunded. */
export function createReturnsSubgraph(deps: ReturnsDeps): SubgraphService {
  const { connection, clock, log, newId } = deps;
  const idempotency = createIdempotency({ connection, clock });
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'returns',
    reactions: boundReactions(returnsReactions, () => application),
  });
  const settings = createSettings(returnsSettings, { ...deps, journal, idempotency });
  const application: ReturnsApplication = createReturnsApplication(deps, {
    journal,
    idempotency,
    settings,
  });
  let expiring: Timer | undefined;
  const expireNow = (): Promise<void> =>
    expireReturns(application).catch((error: unknown) =>
      log.warn({ subgraph: 'returns', error }, 'returns that were never sent stay open'),
    );
  return createSubgraphService({
    name: 'returns',
    typeDefs: loadSdl('returns'),
    access,
    resolvers: { Query, Mutation, Subscription, ...typeResolvers },
    context: ({ identity, requestId, signal }: CallContext): Context => ({
      ...{ identity, requestId, signal, application },
      loaders: returnsLoaders(
        application.model,
        async (id) => (await application.orders.facts(id, requestId))?.locale ?? 'en',
      ),
    }),
    log,
    newId,
    start: async () => {
      await prepareModels(connection);
      await idempotency.prepare();
      await settings.start();
      await upgradeEntries(application.model);
      await journal.start();
      expiring = clock.every(expiryEveryMs, expireNow);
    },
    stop: async () => {
      expiring?.cancel();
      await settings.stop();
      await journal.stop();
    },
    isIdle: () => journal.isIdle(),
  });
}
