import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openServer, type GraphServer } from '../client/graphClient.ts';
import { runTool } from '../client/runTool.ts';
import { readDevTokens, requireAccess } from '../client/serverAccess.ts';
import { joinOrders } from '../olist/joinOrders.ts';
import { readTables } from '../olist/readTables.ts';
import { instantOfWall } from './instants.ts';
import { createPlayer } from './player.ts';
import { reportOf } from './report.ts';
import { importRetailer } from './retailer.ts';
import { startScratchServer } from './scratchServer.ts';
import { spansOf } from './timeline.ts';

const usage = `Replays real orders through the public API under a simulated clock.

  npm run replay -- --data DIR [--limit N] [--json FILE] [--url U --server-data D]

DIR holds the Olist tables. Without --url it brings its own server and scratch data; a server given by --url must
have been started empty, with a simulated clock before the first order, and D is its data folder.`;

/** Orders at a time. */
const abreast = 16;
/** The clock moves in steps of three hours, so that orders of the same hours go side by side as they did. */
const spanMs = 3 * 3_600_000;
const dayMs = 86_400_000;

const readOptions = () =>
  parseArgs({
    options: {
      data: { type: 'string' },
      limit: { type: 'string' },
      json: { type: 'string' },
      url: { type: 'string' },
      'server-data': { type: 'string', default: '.data' },
    },
  }).values;

const access = { urlOption: '--url', dataOption: '--server-data' };

/** Runs tasks side by side, at most `abreast` at once. */
async function sideBySide<T>(rows: readonly T[], task: (row: T) => Promise<void>): Promise<void> {
  const queue = [...rows];
  const worker = async (): Promise<void> => {
    for (let row = queue.shift(); row !== undefined; row = queue.shift()) await task(row);
  };
  await Promise.all(Array.from({ length: Math.min(abreast, rows.length) }, worker));
}

const kept = (dir: string, file: string) =>
  JSON.parse(readFileSync(join(dir, file), 'utf8')) as Record<string, string>;

async function moveClock(server: GraphServer, token: string, toMs: number): Promise<void> {
  const { status, text } = await server.post(
    '/admin/clock',
    { authorization: `Bearer ${token}` },
    JSON.stringify({ to: new Date(toMs).toISOString() }),
  );
  if (status !== 200) throw new Error(`The clock could not be moved: ${status} ${text}`);
}

async function main(): Promise<void> {
  const values = readOptions();
  if (values.data === undefined) {
    console.log(usage);
    process.exitCode = 2;
    return;
  }
  const tables = await readTables(values.data);
  const { joined, unjoined } = joinOrders(tables);
  const orders = joined.slice(0, values.limit === undefined ? joined.length : Number(values.limit));
  const first = orders[0];
  if (first === undefined) throw new Error('No order of this folder joins.');
  console.log(
    `${tables.orders.size} orders read, ${joined.length} join, ${unjoined.length} do not; replaying ${orders.length}.`,
  );
  const startMs = instantOfWall(first.order.purchasedAt) - dayMs;
  const scratch = values.url === undefined ? await startScratchServer(startMs) : undefined;
  const dataDir = scratch?.dataDir ?? values['server-data'];
  const server = openServer(scratch?.url ?? values.url ?? '');
  // Whoever breaks the replay off should not find its server running on.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void Promise.resolve(scratch?.stop()).finally(() => process.exit(1)));
  try {
    const tokens = readDevTokens(dataDir, access);
    await requireAccess(server, tokens['admin'] ?? '', dataDir, access);
    const admin = server.as(tokens['admin']);
    const { locations, variants } = await importRetailer(admin, orders);
    console.log(`Imported ${locations} sellers as supplier locations and ${variants} variants.`);
    const player = createPlayer(
      server,
      { shopper: server.as(tokens['shopper']), admin },
      kept(dataDir, 'dev-secrets.json')['webhook'] ?? '',
    );
    const seconds = await playAll(server, tokens['admin'] ?? '', player, orders);
    const report = reportOf(orders, player.orders, {
      notJoined: unjoined.length,
      failed: player.failed.size,
      seconds,
    });
    tell(report, unjoined);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
    if (player.failed.size > 0) process.exitCode = 1;
  } finally {
    await server.close();
    await scratch?.stop();
  }
}

async function playAll(
  server: GraphServer,
  token: string,
  player: ReturnType<typeof createPlayer>,
  orders: Parameters<typeof spansOf>[0],
): Promise<number> {
  const spans = spansOf(orders, spanMs);
  const began = performance.now();
  let said = began;
  for (const [i, span] of spans.entries()) {
    await moveClock(server, token, span.atMs);
    // Steps of one order keep their order even within a span; different orders go side by side.
    const byOrder = groupByOrder(span.happenings);
    await sideBySide(byOrder, async (steps) => {
      for (const step of steps) await player.play(step, span.atMs);
    });
    if (performance.now() - said > 5_000 || i === spans.length - 1) {
      said = performance.now();
      const rate = player.orders.size / ((said - began) / 1_000);
      console.log(
        `${new Date(span.atMs).toISOString().slice(0, 10)}: ${player.orders.size} of ${orders.length} orders placed, ${rate.toFixed(1)} a second, ${player.failed.size} failed`,
      );
    }
  }
  const last = spans.at(-1);
  if (last !== undefined) await moveClock(server, token, last.atMs + spanMs);
  return (performance.now() - began) / 1_000;
}

function groupByOrder<T extends { readonly order: { readonly order: { readonly orderId: string } } }>(
  happenings: readonly T[],
): T[][] {
  const groups = new Map<string, T[]>();
  for (const happening of happenings) {
    const id = happening.order.order.orderId;
    groups.set(id, [...(groups.get(id) ?? []), happening]);
  }
  return [...groups.values()];
}

function tell(
  report: ReturnType<typeof reportOf>,
  unjoined: ReturnType<typeof joinOrders>['unjoined'],
): void {
  for (const { order, reason, detail } of unjoined)
    console.log(`not joined ${order.orderId}: ${reason} (${detail})`);
  console.log(
    `\n${report.orders} orders went through at ${report.ordersPerSecond} a second; ${report.delivered} delivered, ${report.notJoined} not joined, ${report.failed} failed.`,
  );
  console.log(
    `Promesse: kept ${(report.keptRate * 100).toFixed(1)} % of promises of ${report.meanPromisedDays} days on average.`,
  );
  console.log(
    `The retailer's own estimate: kept ${(report.retailer.keptRate * 100).toFixed(1)} % of ${report.retailer.meanPromisedDays} days on average.`,
  );
}

runTool(main);
