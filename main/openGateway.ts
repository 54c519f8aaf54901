import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsFromEnvironment } from '../gateway/config.ts';
import { createGateway, type Gateway } from '../gateway/createGateway.ts';
import type { TransportFactory } from '../gateway/engine/types.ts';
import { readSafelist } from '../gateway/admission/safelist.ts';
import { connectBudgetRedis } from '../gateway/limits/budgetRedis.ts';
import { explorerPage } from '../gateway/ops/explorerPage.ts';
import { watchFile } from '../gateway/reload/watchFile.ts';
import type { HttpRoute } from '../platform/http/httpRoute.ts';
import { anonymous } from '../schema/identity.ts';
import type { Application } from './application.ts';
import type { Tokens } from './tokens.ts';

/** What stands behind and beside the endpoints. */
export interface GatewayParts {
  readonly transports: TransportFactory;
  readonly tokens: Pick<Tokens, 'verifier'>;
  readonly routes: readonly HttpRoute[];
  readonly readiness: Readonly<Record<string, () => Promise<true | string>>>;
}

/** The endpoints, and the files of the supergraphs behind them. */
const endpoints = [
  { path: '/graphql', file: 'supergraph.graphql', name: 'supergraph' },
  { path: '/partner/graphql', file: 'partner.graphql', name: 'partner' },
];

type ProtectionRecord = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What the schema of this version protects. A folder of one's own may bring a record of its own. */
function readProtected(folder: string): ProtectionRecord {
  const own = join(folder, 'protected.json');
  const file = existsSync(own) ? own : join(import.meta.dirname, '../schema/protected.json');
  return JSON.parse(readFileSync(file, 'utf8')) as ProtectionRecord;
}

/** What one request may cost: about the objects its answer has, since every list of our graph says how long it is. */
export const costLimit = 5_000;

/**
 * the main endpoint and the partners' endpoint over the same subgraphs. The files of their supergraphs are watched: another text
 * is put in force without a restart, or refused with the reasons in the log; so is one that protects less than the record.
 */
export async function openGateway(application: Application, parts: GatewayParts): Promise<Gateway> {
  const { config, lifecycle } = application;
  const log = application.log.child({ subgraph: 'gateway' });
  const configured = settingsFromEnvironment();
  const settings = { ...configured, limits: { cost: costLimit, ...configured.limits } };
  const folder = config.SCHEMA_DIR ?? join(import.meta.dirname, '../schema');
  const protectedElements = readProtected(folder);
  const served = endpoints.map(({ path, file, name }) => {
    const fullPath = join(folder, file);
    const record = protectedElements[name] ?? {};
    return { path, fullPath, record, supergraphSdl: readFileSync(fullPath, 'utf8') };
  });
  const redis = settings.redisUrl === undefined ? undefined : await connectBudgetRedis(settings.redisUrl);
  if (redis) lifecycle.started('budgets', () => Promise.resolve(redis.disconnect()));
  const gateway = await createGateway({
    endpoints: served,
    transports: parts.transports,
    settings,
    log,
    newId: randomUUID,
    verifier: parts.tokens.verifier,
    anonymous,
    routes: parts.routes,
    readiness: parts.readiness,
    page: explorerPage(),
    ...(redis && { redis }),
    ...(settings.safelistFile !== undefined && { safelist: await readSafelist(settings.safelistFile) }),
  });
  lifecycle.started('gateway', () => gateway.stop());
  // A second of computing now, so that the first @defer need not wait for it; partners' first one waits half of that.
  await gateway.engineOf('/graphql').prepareDefer();
  for (const { path, fullPath, supergraphSdl } of served) {
    const watch = watchFile(fullPath, supergraphSdl, (text) => gateway.reload(path, text), log);
    lifecycle.started(`watch of ${path}`, () => Promise.resolve(watch.close()));
  }
  return gateway;
}
