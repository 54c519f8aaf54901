import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createJwtVerifier } from '../gateway/auth/jwtVerifier.ts';
import { settingsFromEnvironment } from '../gateway/config.ts';
import { createGateway } from '../gateway/createGateway.ts';
import { createPropagation } from '../gateway/http/propagation.ts';
import { readSafelist } from '../gateway/admission/safelist.ts';
import { connectBudgetRedis } from '../gateway/limits/budgetRedis.ts';
import { explorerPage } from '../gateway/ops/explorerPage.ts';
import { watchFile } from '../gateway/reload/watchFile.ts';
import { httpSubgraphs } from '../gateway/upstream/httpSubgraphs.ts';
import { createLog } from '../platform/log/log.ts';
import { runTool } from './client/runTool.ts';
import { openRevocations } from '../gateway/auth/revocations.ts';

const usage = `Serves any Federation 2 supergraph; subgraphs are reached at the addresses written in it.

  npm run gateway -- --supergraph FILE [--port 4000] [--host 127.0.0.1] [--path /graphql]
                     [--subscriptions websocket|sse] [--safelist MANIFEST]

The file is watched: a new supergraph is put in force without a restart, or refused with reasons.
Everything else is set in the environment (GATEWAY_*, see gateway/README.md).`;

const readOptions = () =>
  parseArgs({
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string', default: '4000' },
      host: { type: 'string', default: '127.0.0.1' },
      path: { type: 'string', default: '/graphql' },
      subscriptions: { type: 'string', default: 'websocket' },
      safelist: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;

async function main(): Promise<void> {
  const values = readOptions();
  const file = values.supergraph;
  if (values.help || file === undefined) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const log = createLog();
  const settings = settingsFromEnvironment({ budget: false });
  const supergraphSdl = await readFile(file, 'utf8');
  const safelistFile = values.safelist ?? settings.safelistFile;
  const protocol = values.subscriptions === 'sse' ? 'sse' : 'websocket';
  const revocationsFile = settings.tokens?.revocationsFile;
  const revocations = revocationsFile === undefined ? undefined : openRevocations(revocationsFile, log);
  const gateway = await createGateway({
    endpoints: [{ path: values.path, supergraphSdl }],
    transports: httpSubgraphs({
      propagation: createPropagation(settings.endpoint.propagation),
      subscriptions: () => protocol,
      transport: { timeoutMs: settings.subgraphTimeoutMs, maxAnswerBytes: settings.subgraphAnswerBytes },
    }),
    settings,
    log,
    newId: randomUUID,
    page: explorerPage(),
    ...(settings.tokens && {
      verifier: createJwtVerifier({
        ...settings.tokens,
        keys: settings.tokens,
        nowMs: Date.now,
        ...(revocations && { isRevoked: revocations.isRevoked }),
      }),
    }),
    ...(settings.redisUrl !== undefined && { redis: await connectBudgetRedis(settings.redisUrl) }),
    ...(safelistFile !== undefined && { safelist: await readSafelist(safelistFile) }),
  });
  // Computed before the first request comes, so that the first @defer need not wait for it.
  await gateway.engineOf(values.path).prepareDefer();
  const port = await gateway.listen(Number(values.port), values.host);
  const watch = watchFile(file, supergraphSdl, (text) => gateway.reload(values.path, text), log);
  const engine = gateway.engineOf(values.path);
  console.log(
    `Gateway at http://${values.host}:${port}${values.path} (${engine.subgraphs.length} subgraphs, ${engine.planner} planner)`,
  );

  const stop = (): void => {
    watch.close();
    revocations?.close();
    // A second signal does not wait.
    process.once('SIGTERM', () => process.exit(1)).once('SIGINT', () => process.exit(1));
    gateway.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

runTool(main);
