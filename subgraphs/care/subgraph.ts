import { createSubgraphService } from '../../platform/graph/createSubgraphService.ts';
import { loadSdl } from '../../platform/graph/loadSdl.ts';
import type { CallContext, SubgraphService } from '../../platform/graph/subgraph.ts';
import { createIdempotency } from '../../platform/journal/idempotency.ts';
import { createJournal, type Journal } from '../../platform/journal/journal.ts';
import { boundReactions } from '../../platform/journal/reactions.ts';
import { prepareModels } from '../../platform/mongo/connect.ts';
import { createSettings } from '../../platform/settings/settings.ts';
import { access } from '../../schema/access.ts';
import { createCareApplication, type CareApplication } from './application.ts';
import { deliver, dueMessages, freeLeases, nextDueMs } from './commands/deliver.ts';
import { createDispatcher } from './commands/dispatcher.ts';
import { periodically } from './commands/periodically.ts';
import { askDueSurveys } from './commands/surveys.ts';
import { sweep } from './commands/sweep.ts';
import { wakeTickets } from './commands/tickets.ts';
import type { Context } from './context.ts';
import { careSettings } from './domain/settings.ts';
import type { CareDeps } from './ports.ts';
import { careReactions } from './reactions.ts';
import { Mutation, Query, Subscription } from './resolvers/operations.ts';
import { typeResolvers } from './resolvers/types.ts';
import { inboundRoutes } from './routes/inbound.ts';
import { mailboxRoutes } from './routes/mailbox.ts';
import { surveyRoutes } from './routes/survey.ts';
import { unsubscribeRoutes } from './routes/unsubscribe.ts';
import { careLoaders } from './store/loaders.ts';

const sweepAll = async (application: CareApplication): Promise<void> => {
  await sweep(application);
  await wakeTickets(application);
  await askDueSurveys(application);
};
/** How often parcels and orders are looked at whose time has come, ms. */
const watchEveryMs = 60_000;

/** Customers hear first: promises are watched, messages decided and sent once, and people given what needs them. */
export function createCareSubgraph(deps: CareDeps): SubgraphService {
  const { connection, clock, log, newId, config } = deps;
  const idempotency = createIdempotency({ connection, clock });
  const journal: Journal = createJournal({
    ...deps,
    subgraph: 'care',
    reactions: boundReactions(careReactions, () => application),
  });
  const settings = createSettings(careSettings, { ...deps, journal, idempotency });
  const dispatcher = createDispatcher({
    ...{ clock, log },
    due: () => dueMessages(application),
    nextDueMs: () => nextDueMs(application),
    deliver: (message) => deliver(application, message),
  });
  const { wake } = dispatcher;
  const watch = periodically(
    clock,
    watchEveryMs,
    () => sweepAll(application),
    (error) => log.error({ subgraph: 'care', error }, 'what is watched waits for the next look'),
  );
  const application: CareApplication = createCareApplication(deps, { journal, idempotency, settings, wake });
  return createSubgraphService({
    name: 'care',
    typeDefs: loadSdl('care'),
    access,
    resolvers: { Query, Mutation, Subscription, ...typeResolvers },
    context: ({ identity, requestId, signal }: CallContext): Context => ({
      ...{ identity, requestId, signal, application },
      loaders: careLoaders(application.models),
    }),
    ...{ log, newId },
    routes: [
      ...unsubscribeRoutes(() => application),
      ...surveyRoutes(() => application),
      ...inboundRoutes(() => application),
      ...(config.mailbox === undefined ? [] : mailboxRoutes(config.mailbox)),
    ],
    start: async () => {
      await prepareModels(connection);
      await idempotency.prepare();
      await settings.start();
      if (deps.soleWriter === true) await freeLeases(application);
      await journal.start();
      dispatcher.start();
      watch.start();
    },
    stop: async () => {
      await watch.stop();
      await dispatcher.stop();
      await settings.stop();
      await journal.stop();
      await deps.mail?.stop();
      await deps.sms?.stop();
    },
    isIdle: () => journal.isIdle() && dispatcher.isIdle() && watch.isIdle(),
  });
}
