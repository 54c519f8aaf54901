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
import { createCatalogApplication, type CatalogApplication } from './application.ts';
import { overdueReader } from './commands/reservations/expired.ts';
import { startExpirySweep } from './commands/reservations/expirySweep.ts';
import type { Context } from './context.ts';
import type { CatalogDeps } from './ports.ts';
import { catalogSettings } from './domain/settings.ts';
import { catalogReactions } from './reactions.ts';
import { Mutation, Query } from './resolvers/operations.ts';
import { typeResolvers } from './resolvers/types.ts';
import { catalogLoaders } from './store/loaders.ts';
import { catalogModels } from './store/models.ts';

/** Products, variants, stock per location, availability and reservations. */
export function createCatalogSubgraph(deps: CatalogDeps): SubgraphService {
  const { connection, clock, log, newId } = deps;
  const models = catalogModels(connection);
  const idempotency = createIdempotency({ connection, clock });
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'catalog',
    reactions: boundReactions(catalogReactions, () => application),
  });
  const settings = createSettings(catalogSettings, { ...deps, journal, idempotency });
  const application: CatalogApplication = createCatalogApplication(deps, {
    models,
    journal,
    idempotency,
    settings,
  });
  const readOverdue = overdueReader(models, clock);
  let sweep: Timer | undefined;

  const context = ({ identity, requestId }: CallContext): Context => ({
    identity,
    requestId,
    loaders: catalogLoaders(models, readOverdue, application.places, application.reservations.cartHold),
    application,
  });
  return createSubgraphService({
    name: 'catalog',
    typeDefs: loadSdl('catalog'),
    access,
    resolvers: { Query, Mutation, ...typeResolvers },
    context,
    log,
    newId,
    start: async () => {
      await prepareModels(connection);
      await idempotency.prepare();
      await settings.start();
      await journal.start();
      sweep = startExpirySweep(application, log);
    },
    stop: async () => {
      sweep?.cancel();
      await settings.stop();
      await journal.stop();
    },
    isIdle: () => journal.isIdle(),
  });
}
