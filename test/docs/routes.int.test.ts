import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explorerPage } from '../../gateway/ops/explorerPage.ts';
import { readConfig } from '../../main/config.ts';
import { startOneProcess, type RunningApplication } from '../../main/oneProcess.ts';
import { consoleRoutes } from '../../console/server/consoleRoutes.ts';
import { webhooksOpenApi } from '../../tools/docs/webhooksOpenApi.ts';
import { startTestMongo, type TestMongo } from '../support/mongo.ts';

const nobody = () => Promise.resolve(undefined);
/** Pages for people, their files and their sessions: no interface for programs. */
const consolePaths = consoleRoutes({
  files: { document: '', assets: new Map(), tracking: { script: '', styles: [], icon: '' } },
  signIn: { roles: [], takeRole: nobody, visit: nobody, renew: nobody },
  ask: () => Promise.resolve({ data: undefined, code: undefined }),
  verify: () => Promise.reject(new Error('Nobody is believed.')),
  ...{ publicUrl: () => '', secret: 'x', nowMs: Date.now },
}).map(({ path }) => path);

describe('the OpenAPI document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'promesse-routes-'));
  let mongo: TestMongo;
  let running: RunningApplication;
  beforeAll(async () => {
    mongo = await startTestMongo();
    const args = ['--port', '0', '--data', folder, '--empty', '--clock', '2026-06-01T08:00:00Z'];
    running = await startOneProcess(readConfig(args, { MONGODB_URI: mongo.uri }));
  });
  afterAll(async () => {
    await running.application.lifecycle.stop();
    await mongo.stop();
    rmSync(folder, { recursive: true });
  });

  it('has every route that the server has beside the graph, and no other', () => {
    // Files of the page that browsers get at an endpoint.
    const page = (explorerPage()?.routes ?? []).map(({ path }) => path);
    const others = new Set(['/graphql', '/partner/graphql', ...page, ...consolePaths]);
    const served = running.gateway.routes
      .filter(({ path }) => !others.has(path))
      .map(({ method = 'ANY', path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const paths = webhooksOpenApi('1.2.3')['paths'] as Readonly<Record<string, object>>;
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.sort()).toEqual(served.sort());
  });
});
