import type { Gateway } from '../gateway/createGateway.ts';
import { createInProcessTransport } from '../gateway/engine/transport/inProcessTransport.ts';
import type { TransportFactory } from '../gateway/engine/types.ts';
import { inProcessBus } from '../platform/bus/inProcessBus.ts';
import type { CallContext, SubgraphService } from '../platform/graph/subgraph.ts';
import type { Identity } from '../schema/identity.ts';
import { loadRetailer } from '../retailer/loadRetailer.ts';
import { clockRoutes, untilQuiet } from './clockRoutes.ts';
import { openDatabase, openDataDir } from './database.ts';
import { openApplication, openSubgraph, type Application } from './application.ts';
import type { AppConfig } from './config.ts';
import { journalMetrics } from './journalMetrics.ts';
import { openGateway } from './openGateway.ts';
import { subgraphNames } from './subgraphNames.ts';
import { openSecrets } from './secrets.ts';
import { openTokens } from './tokens.ts';

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
}

/** Everything in one process: database, subgraphs and both endpoints. Ready when it resolves. */
export async function startOneProcess(config: AppConfig): Promise<RunningApplication> {
  openDataDir(config);
  const application = openApplication(config);
  const { lifecycle, log, clock } = application;
  const database = await openDatabase(config);
  lifecycle.started('database', () => database.stop());
  const bus = inProcessBus({ log });
  lifecycle.started('bus', () => bus.close());

  const services = new Map<string, SubgraphService>();
  const target = (subgraph: string): SubgraphService => {
    const service = services.get(subgraph);
    if (service === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
    return service;
  };
  const settings = {
    secrets: openSecrets(config),
    production: config.NODE_ENV === 'production',
  };
  for (const name of subgraphNames)
    services.set(
      name,
      await openSubgraph(application, name, { uri: database.uri, bus, target, settings, soleWriter: true }),
    );
  await Promise.all([...services.values()].map((service) => service.start()));
  for (const service of services.values()) lifecycle.started(service.name, () => service.stop());
  const associateLocationIds = config.EMPTY === 'yes' ? [] : await loadRetailer(target, clock);
  const all = [...services.values()];
  // An endpoint that opens before the subgraphs have heard of the retailer would promise nothing.
  await untilQuiet(() => all);
  const tokens = await openTokens(config);
  const transports: TransportFactory = ({ name }) =>
    createInProcessTransport<CallContext>(
      target(name),
      ({ identity, deadlineMs, requestId, headers, signal }) => ({
        ...{ identity: identity as Identity, deadlineMs, requestId, headers },
        ...(signal === undefined ? {} : { signal }),
      }),
    );
  const gateway = await openGateway(application, {
    transports,
    tokens,
    routes: [
      ...all.flatMap((service) => service.routes ?? []),
      ...clockRoutes(clock, () => all, tokens.verifier),
      journalMetrics('/metrics/subgraphs', application.databases, clock, { processFigures: false }),
    ],
    readiness: {},
  });
  const minted = await tokens.mint(associateLocationIds);
  const port = await gateway.listen(config.PORT, config.HOST);
  const url = `http://${config.HOST}:${port}`;
  return { application, gateway, url, tokens: minted, embedded: database.embedded };
}
