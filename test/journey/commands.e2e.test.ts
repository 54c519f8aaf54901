import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { generateTables } from '../../tools/olist/generateTables.ts';
import { commandsIn, guidePages, readPage } from '../docs/markdown.ts';
import { jsonOf, openCommandLines, patienceMs } from './commandLines.ts';
import { auditSuite, oneSpecification } from './smallSuites.ts';

const root = join(import.meta.dirname, '../..');

/** Commands of the README and of docs that are run by something else than this file, and what runs them. */
const elsewhere: Readonly<Record<string, string>> = {
  test: 'whoever runs this test',
  start: 'start.e2e.test.ts, beside this file',
  demo: 'start.e2e.test.ts, beside this file',
  'insights:verify': 'start.e2e.test.ts, on the data of the demo',
  ci: '.ci/run, which begins with a clean install',
  check: '.ci/run runs its static part, and the unit tests are part of npm test',
  'check:static': '.ci/run',
  'docs:check': '.ci/run, in check:static',
  architecture: '.ci/run, in check:static',
  'architecture:folders': '.ci/run, in check:static',
  types: '.ci/run, in check:static',
  'test:browser': 'test/browser/console.e2e.test.ts, which runs its tasks',
  format: '.ci/run checks in check:static that it has nothing to do',
};

const named = new Set<string>(Object.keys(elsewhere));
const { start, finish, folder } = openCommandLines();

const works = (name: string, what: string, run: () => Promise<void>): void => {
  named.add(name);
  it(`npm run ${name} ${what}`, run, patienceMs);
};

describe('the commands of the pages', () => {
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
    const said = await finish('npm run bench:mongo -- --seconds 0.05 --documents 2000', { MONGODB_URI: uri });
    expect(said).toMatch(/ping/);
  });

  works('bench:gateway', 'measures the gateway', async () => {
    const options = '--rounds 1 --seconds 0.2 --only single --gateways promesse --dedup off';
    expect(await finish(`npm run bench:gateway -- ${options}`)).toContain('single');
  });

  works('bench:insights', 'measures the figures of the tower', async () => {
    expect(await finish('npm run bench:insights -- --orders 300 --rounds 1')).toMatch(/ratio \d/);
  });

  works('bench:care', 'measures mails', async () => {
    expect(await finish('npm run bench:care -- --orders 4')).toMatch(/ratio \d/);
  });

  works('bench:orders', 'places orders beside a bare program', async () => {
    const file = folder('orders.json');
    await finish(`npm run bench:orders -- --orders 8 --callers 2 --rounds 1 --buyers 10 --json ${file}`);
    expect(jsonOf(file)).toMatchObject({ hotSku: { buyers: 10, units: 2, sold: 2, told: 8 } });
  });

  works('simulate:care', 'plays a month of parcels', async () => {
    const file = folder('month.json');
    await finish(`npm run simulate:care -- --parcels 300 --seed 5 --json ${file}`);
    expect(jsonOf(file)).toMatchObject({ parcels: 300, toldTwice: 0 });
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
