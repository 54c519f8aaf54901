import { join } from 'node:path';
import type { Gateway } from '../gateway/createGateway.ts';
import { createInProcessTransport } from '../gateway/engine/transport/inProcessTransport.ts';
import type { RequestScope, TransportFactory } from '../gateway/engine/types.ts';
import { inProcessBus } from '../platform/bus/inProcessBus.ts';
import type { CallContext, SubgraphService } from '../platform/graph/subgraph.ts';
import { loadRetailer } from '../retailer/loadRetailer.ts';
import { clockRoutes, untilQuiet } from './clockRoutes.ts';
import { openDatabase, openDataDir, type Database } from './database.ts';
import { openApplication, openSubgraph, type Application } from './application.ts';
import type { AppConfig } from './config.ts';
import { openConsole } from './console.ts';
import { journalMetrics } from './journalMetrics.ts';
import { mailSettings } from './mailSettings.ts';
import { openGateway } from './openGateway.ts';
import { noProgress, type Progress } from './progress.ts';
import { subgraphNames } from './subgraphNames.ts';
import { openSecrets } from './secrets.ts';
import { openTokens, type Tokens } from './tokens.ts';

/** A running Promesse with all subgraphs in this process. */
export interface RunningApplication extends Running {
  readonly gateway: Gateway;
}

/** A running Promesse. */
export interface Running {
  readonly application: Application;
  readonly url: string;
  readonly tokens: Readonly<Record<string, string>>;
  readonly embedded: boolean;
  /** Whether the web application is served. */
  readonly hasConsole: boolean;
}

/** How one part of the process reaches a subgraph. */
type Target = (subgraph: string) => SubgraphService;

/**
 * Everything in one process: a database, the subgraphs over it, the retailer's data, and both endpoints in front. Ready
 * when it resolves.
 */
export async function startOneProcess(
  config: AppConfig,
  progress: Progress = noProgress,
): Promise<RunningApplication> {
  openDataDir(config);
  const application = openApplication(config);
  progress(config.MONGODB_URI === undefined ? `database in ${config.DATA_DIR}` : 'database of MONGODB_URI');
  const database = await openDatabase(config);
  application.lifecycle.started('database', () => database.stop());

  progress(`${subgraphNames.length} subgraphs: ${subgraphNames.join(', ')}`);
  const services = await startSubgraphs(application, database);
  const target = targetAmong(services);

  const staffAt = config.EMPTY === 'yes' ? [] : await loadRetailer(target, application.clock, progress);
  // An endpoint that opens before the subgraphs have heard of the retailer would promise nothing.
  await untilQuiet(() => services);

  progress('endpoints');
  const tokens = await openTokens(config, application.log);
  const web = openConsole(application, tokens, staffAt);
  const gateway = await openGateway(application, {
    transports: inProcessTransports(target),
    tokens,
    routes: [...routesOf(application, services, tokens), ...web.routes],
    readiness: {},
  });
  const minted = await tokens.mint(staffAt);
  const port = await gateway.listen(config.PORT, config.HOST);
  const url = `http://${config.HOST}:${port}`;
  web.listensAt(url);
  return {
    application,
    gateway,
    url,
    tokens: minted,
    embedded: database.embedded,
    hasConsole: web.routes.length > 0,
  };
}

/** All subgraphs on one bus: first each is made, so that it can be called, then all are started. */
async function startSubgraphs(application: Application, database: Database): Promise<SubgraphService[]> {
  const { config, lifecycle, log } = application;
  const bus = inProcessBus({ log });
  lifecycle.started('bus', () => bus.close());
  const settings = {
    secrets: openSecrets(config),
    production: config.NODE_ENV === 'production',
    postalFolder: join(config.DATA_DIR, 'postal'),
    ...mailSettings(config),
  };
  const services: SubgraphService[] = [];
  const target = targetAmong(services);
  for (const name of subgraphNames)
    services.push(
      await openSubgraph(application, name, { uri: database.uri, bus, target, settings, soleWriter: true }),
    );
  await Promise.all(services.map((service) => service.start()));
  for (const service of services) lifecycle.started(service.name, () => service.stop());
  return services;
}

const targetAmong =
  (services: readonly SubgraphService[]): Target =>
  (subgraph) => {
    const service = services.find(({ name }) => name === subgraph);
    if (service === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
    return service;
  };

/** The gateway calls the subgraphs of its own process as functions. */
const inProcessTransports =
  (target: Target): TransportFactory =>
  ({ name }) =>
    // Identities come from the tokens of this process or are its own anonymous one: the gateway only hands them on.
    createInProcessTransport(target(name), (scope) => scope as RequestScope & CallContext);

/** What is served beside the graph: carriers' webhooks, the simulated clock, how far events lag behind. */
const routesOf = (
  { clock, databases }: Application,
  services: readonly SubgraphService[],
  { verifier }: Tokens,
) => [
  ...services.flatMap((service) => service.routes ?? []),
  ...clockRoutes(clock, () => services, verifier),
  journalMetrics('/metrics/subgraphs', databases, clock, { processFigures: false }),
];
