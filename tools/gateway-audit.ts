import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { createEngine } from '../gateway/engine/createEngine.ts';
import { createHttpTransport } from '../gateway/engine/transport/httpTransport.ts';
import { optionsOf, runTool } from './client/runTool.ts';
import type { Engine, PlannerChoice, RequestScope } from '../gateway/engine/types.ts';

/*
 * Runs the public federation audit (graphql-hive/federation-gateway-audit) against the gateway's engine:
 *   npm run audit:gateway -- --suite DIR [--planner native|javascript] [--only SUITE] [--verbose]
 * DIR is a checkout of the audit with its dependencies installed. Exit status 0 means every case passed.
 */

interface AuditCase {
  readonly query: string;
  readonly expected: { readonly data?: unknown; readonly errors?: boolean };
}

const options = optionsOf({
  options: {
    suite: { type: 'string' },
    planner: { type: 'string', default: 'auto' },
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    port: { type: 'string', default: '4200' },
  },
});
const base = `http://localhost:${options.port}`;

/** The audit needs a newer Node than ours only for this one function. */
const polyfill = `Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new this((yes, no) => { resolve = yes; reject = no; });
  return { promise, resolve, reject };
};`;

async function startAudit(directory: string): Promise<() => Promise<void>> {
  const temporary = await mkdtemp(join(tmpdir(), 'gateway-audit-'));
  const preload = join(temporary, 'polyfill.mjs');
  writeFileSync(preload, polyfill);
  const loaders = ['--conditions=source', '--import', preload, '--import', 'tsx'];
  const server = spawn(process.execPath, [...loaders, 'src/cli.ts', 'serve', '--port', options.port], {
    cwd: directory,
    stdio: 'ignore',
  });
  const stop = async () => {
    server.kill('SIGKILL');
    await rm(temporary, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${base}/ids`).catch(() => undefined);
    if (answer?.ok) return stop;
    await pause(100);
  }
  await stop();
  throw new Error(`The audit's server in ${directory} did not start; are its dependencies installed?`);
}

async function runCase(engine: Engine, { query, expected }: AuditCase): Promise<string | undefined> {
  const scope: RequestScope = {
    identity: undefined,
    authority: { authenticated: true, scopes: new Set(), policies: new Set() },
    headers: {},
    deadlineMs: Date.now() + 10_000,
    requestId: 'audit',
  };
  const prepared = await engine.prepare(query);
  const body = prepared.ok
    ? (await engine.run(prepared.operation, undefined, scope)).body
    : JSON.stringify({ errors: prepared.errors });
  const answer = JSON.parse(body) as { data?: unknown; errors?: unknown[] };
  const sameData = isDeepStrictEqual(answer.data ?? null, expected.data ?? null);
  const sameErrors = expected.errors === undefined || expected.errors === (answer.errors ?? []).length > 0;
  if (sameData && sameErrors) return undefined;
  return `${query}\nexpected ${JSON.stringify(expected)}\nanswered ${body}`;
}

async function runSuite(id: string): Promise<{ passed: number; failures: string[] }> {
  const load = async (path: string) => (await fetch(`${base}/${id}/${path}`)).text();
  const cases = JSON.parse(await load('tests')) as AuditCase[];
  const failures: string[] = [];
  try {
    const engine = await createEngine({
      supergraphSdl: await load('supergraph'),
      transports: (subgraph) => createHttpTransport(subgraph),
      planner: options.planner as PlannerChoice,
    });
    for (const [index, one] of cases.entries()) {
      const failure = await runCase(engine, one);
      if (failure !== undefined) failures.push(`${id} #${index + 1}\n${failure}`);
    }
    await engine.close();
  } catch (error) {
    for (const [index] of cases.entries()) failures.push(`${id} #${index + 1}\n${String(error)}`);
  }
  return { passed: cases.length - failures.length, failures };
}

async function main(): Promise<void> {
  if (options.suite === undefined) throw new Error('Say where the audit is checked out: --suite DIR');
  const stop = await startAudit(resolve(options.suite));
  let passed = 0;
  let failed = 0;
  let whole = 0;
  try {
    const ids = ((await (await fetch(`${base}/ids`)).json()) as string[]).filter(
      (id) => options.only === undefined || id === options.only,
    );
    for (const id of ids) {
      const result = await runSuite(id);
      passed += result.passed;
      failed += result.failures.length;
      if (result.failures.length === 0) whole++;
      for (const failure of result.failures) {
        process.stdout.write(`FAILED ${options.verbose ? failure : failure.split('\n', 1)[0]}\n`);
      }
    }
    process.stdout.write(`${passed}/${passed + failed} cases, ${whole}/${ids.length} suites\n`);
  } finally {
    await stop();
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

runTool(main);
