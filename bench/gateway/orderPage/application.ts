import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import mongoose from 'mongoose';
import type { Engine, RequestScope } from '../../../gateway/engine/types.ts';
import { readConfig } from '../../../main/config.ts';
import { startOneProcess } from '../../../main/oneProcess.ts';
import { connectMongo } from '../../../platform/mongo/connect.ts';
import type { Identity } from '../../../schema/identity.ts';
import { ordersModels } from '../../../subgraphs/orders/store/models.ts';
import { orderPage } from '../../../tools/demo/operations.ts';
import { createHandWritten } from './handWritten.ts';

const root = new URL('../../../', import.meta.url).pathname;
const [rounds, requests] = process.argv.slice(2).map(Number) as [number, number];
const shopper: Identity = { subject: 'shopper-1', kind: 'shopper', scopes: [] };
type Page = () => Promise<string>;

// Whatever ends this process, or the one that started it, leaves nothing behind.
const folder = mkdtempSync(join(tmpdir(), 'order-page-'));
const children = new Set<ChildProcess>();
process.once('disconnect', () => process.exit(1));
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program of ours on the other core and gives what it printed, up to what `until` finds or its end. */
async function beside(args: readonly string[], until?: RegExp) {
  const child = spawn(
    'taskset',
    ['-c', '0', process.execPath, '--conditions=source', '--import', 'tsx', ...args],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.add(child);
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const found = until?.exec(text);
    if (found) return { child, found: found[0] };
  }
  if (child.exitCode === null) await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(`${args[0]} ended with ${child.exitCode}: ${text}`);
  return { child, found: text };
}

/** The reads a page makes, as collection and filter. */
async function readsOf(page: Page): Promise<readonly string[]> {
  const reads: string[] = [];
  mongoose.set('debug', (collection: string, method: string, filter: unknown) => {
    reads.push(`${collection}.${method} ${JSON.stringify(filter)}`);
  });
  await page();
  mongoose.set('debug', false);
  return reads.sort();
}

/** CPU seconds of this process, all threads, for each 1,000 pages, asked one after the other. */
async function cost(page: Page): Promise<number> {
  const before = process.cpuUsage();
  for (let request = 0; request < requests; request += 1) await page();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / requests;
}

async function throughGateway(engine: Engine, id: string): Promise<Page> {
  const prepared = await engine.prepare(orderPage);
  if (!prepared.ok) throw new Error(prepared.errors.map(String).join('\n'));
  return async () => {
    const scope: RequestScope = {
      identity: shopper,
      authority: { authenticated: true, scopes: new Set(), policies: new Set() },
      headers: {},
      deadlineMs: Date.now() + 8_000,
      requestId: 'bench',
    };
    return (await engine.run(prepared.operation, { id }, scope)).body;
  };
}

async function main(): Promise<object> {
  const uri = /mongodb:\S+/;
  const database = await beside(
    ['packages/embedded-mongodb/src/cli.ts', '--port', '0', '--data', join(folder, 'db')],
    uri,
  );
  const config = readConfig(['--port', '0', '--data', join(folder, 'data')], {
    MONGODB_URI: database.found,
  });
  const { url, gateway, application } = await startOneProcess(config);
  // One whole story: sold, shipped, delivered, half of it sent back and refunded.
  await beside(['tools/demo/main.ts', '--url', url, '--data', join(folder, 'data')]);
  const id = await firstOrder(database.found);
  const handWritten = await createHandWritten(database.found, () => application.clock.nowMs());
  const pages: readonly Page[] = [
    await throughGateway(gateway.engineOf('/graphql'), id),
    () => handWritten(id, shopper),
  ];
  const [graph, byHand] = (await Promise.all(pages.map((page) => page()))) as [string, string];
  if (!isDeepStrictEqual(JSON.parse(graph), JSON.parse(byHand)))
    throw new Error(`The pages differ:\n${graph}\n${byHand}`);
  const [reads, others] = [await readsOf(pages[0]!), await readsOf(pages[1]!)];
  if (!isDeepStrictEqual(reads, others))
    throw new Error(`The reads differ:\n${reads.join('\n')}\n\n${others.join('\n')}`);

  for (let turn = 0; turn < 10; turn += 1) for (const page of pages) await cost(page);
  const costs: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1)
    for (const [at, page] of pages.entries()) costs[at]!.push(await cost(page));
  return { reads: reads.length, bytes: graph.length, gateway: costs[0], handWritten: costs[1] };
}

/** The order of the story, read behind the subgraphs' backs. */
async function firstOrder(uri: string): Promise<string> {
  const { Order } = ordersModels(await connectMongo({ uri, database: 'promesse_orders' }));
  const order = await Order.findOne().sort({ placedAtMs: 1 }).lean();
  if (order === null) throw new Error('The story placed no order.');
  return String(order._id);
}

main().then(
  (figures) => void process.stdout.write(`FIGURES ${JSON.stringify(figures)}\n`, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
