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
import { checkoutLeaseMs } from './commands/checkout.ts';
import { ensureFirstChannel } from './commands/channels.ts';
import { startRecovery } from './commands/recovery.ts';
import { upgradeLedgers } from './commands/upgradeLedgers.ts';
import type { Context } from './context.ts';
import { createOrdersApplication, type OrdersApplication } from './application.ts';
import type { OrdersDeps } from './ports.ts';
import { ordersSettings } from './domain/settings.ts';
import { ordersReactions } from './reactions.ts';
import { Mutation, Query, Subscription } from './resolvers/operations.ts';
import { typeResolvers } from './resolvers/types.ts';
import { ordersLoaders } from './store/loaders.ts';
import { indexNames } from './store/people.ts';

/** Carts, checkout, orders and payments. */
export function createOrdersSubgraph(deps: OrdersDeps): SubgraphService {
  const { connection, clock, log, newId, recoverEveryMs = 5_000 } = deps;
  const idempotency = createIdempotency({
    connection,
    clock,
    leaseMs: checkoutLeaseMs,
    retentionMs: 7 * 24 * 3_600_000,
  });
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'orders',
    reactions: boundReactions(ordersReactions, () => application),
  });
  const settings = createSettings(ordersSettings, { ...deps, journal, idempotency });
  const application: OrdersApplication = createOrdersApplication(deps, { journal, idempotency, settings });
  let recovery: Timer | undefined;

  return createSubgraphService({
    name: 'orders',
    typeDefs: loadSdl('orders'),
    access,
    resolvers: { Query, Mutation, Subscription, ...typeResolvers },
    context: ({ identity, requestId, signal }: CallContext): Context => ({
      ...{ identity, requestId, signal, application },
      loaders: ordersLoaders(application.models),
      found: new Set(),
    }),
    log,
    newId,
    start: async () => {
      await prepareModels(connection);
      await idempotency.prepare();
      await upgradeLedgers(application.models, journal);
      await indexNames(application.models);
      await settings.start();
      await ensureFirstChannel(application.models, clock.nowMs());
      await journal.start();
      recovery = startRecovery(application, log, { everyMs: recoverEveryMs, leaseMs: checkoutLeaseMs });
    },
    stop: async () => {
      recovery?.cancel();
      await settings.stop();
      await journal.stop();
    },
    isIdle: () => journal.isIdle(),
  });
}
