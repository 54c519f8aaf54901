import type { Timer } from '../../platform/clock/clock.ts';
import { createSubgraphService } from '../../platform/graph/createSubgraphService.ts';
import { loadSdl } from '../../platform/graph/loadSdl.ts';
import type { CallContext, SubgraphService } from '../../platform/graph/subgraph.ts';
import type { HttpRoute } from '../../platform/http/httpRoute.ts';
import { createIdempotency } from '../../platform/journal/idempotency.ts';
import { createJournal, type Journal } from '../../platform/journal/journal.ts';
import { boundReactions } from '../../platform/journal/reactions.ts';
import { prepareModels } from '../../platform/mongo/connect.ts';
import { createSettings } from '../../platform/settings/settings.ts';
import { access } from '../../schema/access.ts';
import type { Context } from './context.ts';
import type { OutgoingWebhook, ShippingDeps } from './ports.ts';
import { shippingSettings } from './domain/settings.ts';
import { shippingReactions } from './reactions.ts';
import { Mutation, Query } from './resolvers/operations.ts';
import { typeResolvers } from './resolvers/types.ts';
import { createShippingApplication, type ShippingApplication } from './application.ts';
import { shippingLoaders } from './store/loaders.ts';
import { sweepClaims } from './commands/claimSweep.ts';
import { prune } from './commands/pruning.ts';
import { shippingModels } from './store/models.ts';
import { carrierWebhookRoute } from './webhooks/route.ts';

/** Carriers, their services, labels, shipments and tracking. */
export function createShippingSubgraph(deps: ShippingDeps): SubgraphService {
  const { connection, clock, log, newId } = deps;
  const models = shippingModels(connection);
  const idempotency = createIdempotency({ connection, clock });
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'shipping',
    reactions: boundReactions(shippingReactions, () => application),
  });
  const deliver = deps.deliverWebhook ?? ((webhook: OutgoingWebhook) => deliverTo(route, webhook));
  const settings = createSettings(shippingSettings, { ...deps, journal, idempotency });
  const application: ShippingApplication = createShippingApplication(deps, {
    models,
    journal,
    idempotency,
    settings,
    deliver,
  });
  const route = carrierWebhookRoute({ ...application, log });

  let pruning: Timer | undefined;
  let sweeping: Timer | undefined;
  const pruneNow = (): Promise<void> =>
    prune(models, clock.nowMs()).catch((error: unknown) =>
      log.warn({ subgraph: 'shipping', error }, 'old rows stay'),
    );

  const context = ({ identity, requestId }: CallContext): Context => ({
    identity,
    requestId,
    loaders: shippingLoaders(models),
    application,
  });
  return createSubgraphService({
    name: 'shipping',
    typeDefs: loadSdl('shipping'),
    access,
    resolvers: { Query, Mutation, ...typeResolvers },
    context,
    log,
    newId,
    routes: [route],
    start: async () => {
      await prepareModels(connection);
      await idempotency.prepare();
      await settings.start();
      await journal.start();
      pruning = clock.every(86_400_000, pruneNow);
      sweeping = clock.every(3_600_000, () => sweepClaims(application, log));
    },
    stop: async () => {
      pruning?.cancel();
      sweeping?.cancel();
      await settings.stop();
      await journal.stop();
    },
    isIdle: () => journal.isIdle(),
  });
}

/** Hand a webhook to the route as its bytes and headers, without a socket between. */
async function deliverTo(route: HttpRoute, { path, headers, body }: OutgoingWebhook): Promise<number> {
  const carrier = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
  const { status } = await route.handle({
    ...{ method: 'POST', path, headers, params: { carrier } },
    query: new URLSearchParams(),
    body: Buffer.from(body, 'utf8'),
    signal: new AbortController().signal,
  });
  return status;
}
