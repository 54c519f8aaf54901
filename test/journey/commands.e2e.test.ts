import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { generateTables } from '../../tools/olist/generateTables.ts';
import { scratchDir } from '../support/applicationProcess.ts';
import { runCommand, type Command } from '../support/npm.ts';
import { commandsIn, guidePages, readPage } from '../docs/markdown.ts';
import { auditSuite, oneSpecification } from './smallSuites.ts';
import { storyLines } from './storyLines.ts';

const root = join(import.meta.dirname, '../..');
const patienceMs = 300_000;

/** Commands of the README and of docs that are run by something else than this file, and what runs them. */
const elsewhere: Readonly<Record<string, string>> = {
  test: 'whoever runs this test',
  ci: '.ci/run, which begins with a clean install',
  check: '.ci/run runs its static part, and the unit tests are part of npm test',
  'check:static': '.ci/run',
  'docs:check': '.ci/run, in check:static',
  architecture: '.ci/run, in check:static',
  'architecture:folders': '.ci/run, in check:static',
  types: '.ci/run, in check:static',
  format: '.ci/run checks in check:static that it has nothing to do',
};

const scratch = scratchDir();
const running: Command[] = [];
const named = new Set<string>(Object.keys(elsewhere));

const start = (line: string, env?: Record<string, string>): Command => {
  const command = runCommand(line, env);
  running.push(command);
  return command;
};
/** Runs a command line to its end, which must be a good one. */
const finish = async (line: string, env?: Record<string, string>): Promise<string> => {
  const command = start(line, env);
  expect([line, await command.ended, command.output()]).toEqual([line, 0, command.output()]);
  return command.output();
};
/** Runs a command line that must refuse; what it said. */
const refuse = async (line: string, env?: Record<string, string>): Promise<string> => {
  const command = start(line, env);
  expect(await command.ended, command.output()).toBe(1);
  return command.output();
};
const works = (name: string, what: string, run: () => Promise<void>): void => {
  named.add(name);
  it(`npm run ${name} ${what}`, run, patienceMs);
};
const folder = (name: string): string => join(scratch.dir, name);
const jsonOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.stop();
});
afterAll(() => scratch.remove());

describe('the commands of the pages', () => {
  works(
    'start',
    'shows a newcomer the way, keeps the data, and says clearly what is in its way',
    async () => {
      const data = folder('shop');
      const application = start(`npm start -- --port 0 --data ${data} --fresh`);
      const [, url = ''] = await application.said(
        /The graph\s+(http:\S+)\/graphql[\s\S]*A whole story.*\n.*\n/,
      );
      for (const caller of ['shopper', 'guest', 'agent', 'associate', 'partner', 'admin'])
        expect(application.output()).toMatch(new RegExp(`^ {2}${caller} +ey`, 'm'));
      expect(statSync(join(data, 'dev-tokens.json')).mode & 0o777).toBe(0o600);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);

      const things = [...application.output().matchAll(/^ {2}\d\. .*\n((?: {4}.*\n?)+)/gm)].map((found) =>
        (found[1] ?? '').trim(),
      );
      expect(things).toHaveLength(3);
      for (const query of things.filter((thing) => thing.startsWith('curl'))) {
        const answer = JSON.parse(await finish(query)) as { data?: unknown; errors?: unknown };
        expect(answer.errors).toBeUndefined();
        expect(answer.data).toBeTruthy();
      }
      const demo = things.find((thing) => thing.startsWith('npm run demo')) ?? '';
      const story = await finish(demo);
      for (const line of storyLines) expect(story).toMatch(line);

      const second = await refuse(`npm start -- --port 0 --data ${data}`);
      expect(second).toMatch(/shop\/mongo is in use by process \d+: stop it/);
      const taken = await refuse(`npm start -- --port ${new URL(url).port} --data ${folder('other')}`);
      expect(taken).toMatch(/Port \d+ of 127\.0\.0\.1 is in use/);
      const emptied = await refuse(`npm start -- --port 0 --data ${data} --fresh`);
      expect(emptied).toMatch(/is in use by process/);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      for (const said of [second, taken, emptied]) expect(said).not.toMatch(/^\s+at /m);

      await application.stop();
      expect(application.output()).not.toMatch(/error/i);
      const again = start(`npm start`, { PORT: '0', DATA_DIR: data });
      const [, later = ''] = await again.said(/The graph\s+(http:\S+)\/graphql/);
      const token = (jsonOf(join(data, 'dev-tokens.json')) as Record<string, string>)['admin'] ?? '';
      const answer = await fetch(`${later}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ orders(first: 5) { edges { node { status } } } }' }),
      });
      expect(JSON.stringify(await answer.json())).toContain('DELIVERED');
    },
  );
  named.add('demo');

  it('npm start lists all faults of its settings at once, and refuses what production must not have', async () => {
    const faults = await refuse('npm start', { PORT: 'none', LOG_LEVEL: 'loud', HANDLE_SECRET: 'short' });
    for (const name of ['PORT', 'LOG_LEVEL', 'HANDLE_SECRET']) expect(faults).toContain(name);
    const data = folder('production');
    expect(await refuse(`npm start -- --data ${data}`, { NODE_ENV: 'production' })).toMatch(/production/i);
    expect(await refuse('npm start -- --only kitchen')).toContain('--only takes gateway or one of catalog');
  });

  works('replay', 'replays orders of a folder of tables', async () => {
    const tables = folder('few-orders');
    await generateTables(tables, { seed: 3, firstDay: '2017-05-02', days: 3, ordersPerDay: 4 });
    const file = folder('replay.json');
    const said = await finish(`npm run replay -- --data ${tables} --limit 5 --json ${file}`);
    expect(said).toMatch(/5 orders went through/);
    expect(jsonOf(file)).toMatchObject({ orders: 5, failed: 0, delivered: expect.any(Number) as number });
    expect(Object.keys(jsonOf(file) as object)).toEqual([
      ...['orders', 'delivered', 'notJoined', 'failed', 'ordersPerSecond', 'keptRate', 'meanPromisedDays'],
      'retailer',
    ]);
  });

  works('backtest', 'judges the learned promises', async () => {
    const tables = folder('half-a-year');
    await generateTables(tables, { seed: 7, firstDay: '2017-03-01', days: 150, ordersPerDay: 6 });
    const file = folder('backtest.json');
    await finish(`npm run backtest -- --data ${tables} --json ${file}`);
    expect(jsonOf(file)).toMatchObject({ keptRate: expect.any(Number) as number });
  });

  works('backtest:late', 'judges how early late orders were foreseen', async () => {
    const tables = folder('half-a-year-more');
    await generateTables(tables, { seed: 7, firstDay: '2017-03-01', days: 150, ordersPerDay: 6 });
    const file = folder('late.json');
    await finish(`npm run backtest:late -- --data ${tables} --json ${file}`);
    const { moments } = jsonOf(file) as { moments: readonly object[] };
    expect(moments[0]).toMatchObject({ at: 'purchase', laneRule: { auc: expect.any(Number) as number } });
  });

  works('mongo', 'serves the embedded database alone', async () => {
    const server = start(`npm run mongo -- --port 0 --data ${folder('mongo')}`);
    const [uri] = await server.said(/mongodb:\/\/\S+/);
    const client = await new MongoClient(uri).connect();
    expect(await client.db('any').command({ ping: 1 })).toMatchObject({ ok: 1 });
    await client.close();
  });

  works('gateway', 'explains itself, and serves a foreign graph (test/gateway/frontTool)', async () => {
    expect(await finish('npm run gateway -- --help')).toContain('--supergraph FILE');
  });

  works('schema', 'finds what is committed up to date', async () => {
    await finish('npm run schema -- --check');
  });

  works('docs', 'finds what is committed up to date', async () => {
    await finish('npm run docs -- --check');
  });

  works('test:mongo-specs', 'runs a folder of specifications', async () => {
    mkdirSync(folder('specs'));
    writeFileSync(join(folder('specs'), 'insert.json'), JSON.stringify(oneSpecification));
    expect(await finish(`npm run test:mongo-specs -- --dir ${folder('specs')}`)).toMatch(/1/);
  });

  works('test:mongo-kill', 'kills the database in the middle of its work', async () => {
    expect(await finish('npm run test:mongo-kill -- --rounds 2 --seed 7')).toMatch(/2 loads killed/);
  });

  works('audit:gateway', 'runs a suite against the engine', async () => {
    const suite = folder('audit');
    mkdirSync(join(suite, 'src'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(suite, 'node_modules'));
    writeFileSync(join(suite, 'package.json'), '{"type":"module"}');
    writeFileSync(join(suite, 'src/cli.ts'), auditSuite);
    const port = await freePort();
    const line = `npm run audit:gateway -- --suite ${suite} --port ${port}`;
    expect(await finish(line)).toContain('1/1 cases, 1/1 suites');
  });

  works('bench:promise', 'measures the engine', async () => {
    const file = folder('promise.json');
    await finish(`npm run bench:promise -- --quick --sizes 1 --no-http --no-memory --json ${file}`);
    expect(jsonOf(file)).toBeTruthy();
  });

  works('bench:mongo', 'measures a database beside its own ping', async () => {
    const server = start(`npm run mongo -- --port 0 --data ${folder('measured')}`);
    const [uri] = await server.said(/mongodb:\/\/\S+/);
    const said = await finish('npm run bench:mongo -- --seconds 0.05', { MONGODB_URI: uri });
    expect(said).toMatch(/ping/);
  });

  works('bench:gateway', 'measures the gateway', async () => {
    const options = '--rounds 1 --seconds 0.2 --only single --gateways promesse --dedup off';
    expect(await finish(`npm run bench:gateway -- ${options}`)).toContain('single');
  });

  works('test:security', 'attacks the started application', async () => {
    const file = folder('attacks.json');
    await finish(`npm run test:security -- --only prototype --json ${file}`);
    expect(jsonOf(file)).toMatchObject({ failed: 0 });
  });

  it('are all here', () => {
    const commands = guidePages().flatMap((page) => commandsIn(readPage(page)));
    expect(commands.length).toBeGreaterThan(10);
    const ci = readFileSync(join(root, '.ci/run'), 'utf8');
    const scriptsOf = (jsonOf(join(root, 'package.json')) as { scripts: Record<string, string> }).scripts;
    // What CI itself runs need not be run again by a test.
    const runByCi = `${ci} ${scriptsOf['check:static'] ?? ''}`;
    const unproven = [...new Set(commands)].filter(
      (name) => !named.has(name) && !new RegExp(`npm run ${name}( |\\n|$)`).test(runByCi),
    );
    expect(unproven).toEqual([]);
    for (const line of ['npm ci', 'npm run check:static', 'npm test']) expect(ci).toContain(line);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
