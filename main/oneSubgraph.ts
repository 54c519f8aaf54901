import { join } from 'node:path';
import { createSigner } from '../gateway/auth/signing.ts';
import { settingsFromEnvironment } from '../gateway/config.ts';
import { createPropagation } from '../gateway/http/propagation.ts';
import { httpSubgraphs } from '../gateway/upstream/httpSubgraphs.ts';
import { httpBus } from '../platform/bus/httpBus.ts';
import { redisBus } from '../platform/bus/redisBus.ts';
import { httpTarget } from '../platform/graph/httpTarget.ts';
import { serveSubgraph } from '../platform/graph/serveSubgraph.ts';
import { createHealth } from '../platform/http/health.ts';
import { uuidIds } from '../platform/ids/ids.ts';
import { staffLocations } from '../retailer/loadRetailer.ts';
import type { AppConfig } from './config.ts';
import { openConsole } from './console.ts';
import { journalMetrics } from './journalMetrics.ts';
import { openDatabase, openDataDir } from './database.ts';
import { openApplication, openSubgraph } from './application.ts';
import { mailSettings } from './mailSettings.ts';
import { openGateway } from './openGateway.ts';
import { subgraphNames, type SubgraphName } from './subgraphNames.ts';
import { openSecrets } from './secrets.ts';
import { openTokens } from './tokens.ts';
import type { Running } from './oneProcess.ts';

/** Address of a subgraph in a process of its own. */
const urlOf = ({ SUBGRAPH_HOST, SUBGRAPH_PORT_BASE }: AppConfig, subgraph: string): string =>
  `http://${SUBGRAPH_HOST}:${SUBGRAPH_PORT_BASE + subgraphNames.indexOf(subgraph as SubgraphName)}`;

/** The gateway alone: subgraphs are reached over signed HTTP. */
export async function startGatewayOnly(config: AppConfig): Promise<Running> {
  openDataDir(config);
  const application = openApplication(config);
  const secrets = openSecrets(config);
  const tokens = await openTokens(config, application.log);
  const newNonce = uuidIds();
  const { endpoint, subgraphTimeoutMs, subgraphAnswerBytes } = settingsFromEnvironment();
  const transports = httpSubgraphs({
    propagation: createPropagation(endpoint.propagation),
    transport: { timeoutMs: subgraphTimeoutMs, maxAnswerBytes: subgraphAnswerBytes },
    signer: createSigner({ secret: secrets.subgraph, nowMs: Date.now, newNonce }),
    urlOf: ({ name }) => `${urlOf(config, name)}/graphql`,
  });
  const reachable = async (subgraph: string): Promise<true | string> => {
    const answer = await fetch(`${urlOf(config, subgraph)}/health/ready`);
    return answer.ok ? true : `answers ${answer.status}`;
  };
  const readiness = Object.fromEntries(
    subgraphNames.map((subgraph) => [subgraph, () => reachable(subgraph)]),
  );
  const staffAt = config.EMPTY === 'yes' ? [] : staffLocations(application.clock);
  const web = openConsole(application, tokens, staffAt);
  const gateway = await openGateway(application, { transports, tokens, routes: web.routes, readiness });
  const minted = await tokens.mint(staffAt);
  const port = await gateway.listen(config.PORT, config.HOST);
  const url = `http://${config.HOST}:${port}`;
  web.listensAt(url);
  return { application, url, tokens: minted, embedded: false, hasConsole: web.routes.length > 0 };
}

/** One subgraph alone, behind signed HTTP; events travel by the bus of all processes. */
export async function startSubgraphOnly(config: AppConfig, name: SubgraphName): Promise<Running> {
  openDataDir(config);
  const application = openApplication(config);
  const { lifecycle, log } = application;
  const secrets = openSecrets(config);
  const newId = uuidIds();
  const database = await openDatabase(config);
  const peers = Object.fromEntries(
    subgraphNames
      .filter((subgraph) => subgraph !== name)
      .map((subgraph) => [subgraph, urlOf(config, subgraph)]),
  );
  const viaHttp =
    config.REDIS_URL === undefined
      ? httpBus({ subgraph: name, peers, secret: secrets.subgraph, newId, log })
      : undefined;
  const bus =
    viaHttp ??
    (await redisBus({ url: config.REDIS_URL ?? '', subgraph: name, secret: secrets.subgraph, log }));
  lifecycle.started('bus', () => bus.close());
  const targets = new Map(
    Object.entries(peers).map(([subgraph, url]) => [
      subgraph,
      httpTarget({ url, secret: secrets.subgraph, newId }),
    ]),
  );
  for (const [subgraph, each] of targets) lifecycle.started(`way to ${subgraph}`, () => each.close());
  const target = (subgraph: string) => {
    const found = targets.get(subgraph);
    if (found === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
    return found;
  };
  const settings = {
    secrets,
    production: config.NODE_ENV === 'production',
    postalFolder: join(config.DATA_DIR, 'postal'),
    ...mailSettings(config),
  };
  const service = await openSubgraph(application, name, {
    ...{ uri: database.uri, bus, target, settings, soleWriter: false },
    // A subgraph that came back should not wait a minute for what it was told meanwhile.
    sweepEveryMs: 5_000,
  });
  await service.start();
  lifecycle.started(name, () => service.stop());
  const host = await serveSubgraph(service, {
    port: config.SUBGRAPH_PORT_BASE + subgraphNames.indexOf(name),
    host: config.SUBGRAPH_HOST,
    ...{ secret: secrets.subgraph, log, newId },
    routes: [
      ...(viaHttp === undefined ? [] : [viaHttp.route]),
      journalMetrics('/metrics', application.databases, application.clock, { processFigures: true }),
      ...createHealth({ subgraph: () => (lifecycle.stopping() ? 'stopping' : true) }).routes,
    ],
  });
  lifecycle.started('http', () => host.stop());
  return { application, url: host.url, tokens: {}, embedded: false, hasConsole: false };
}
