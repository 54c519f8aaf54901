import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from '@promesse/embedded-mongodb/start';
import { simulatedClock } from '../../platform/clock/simulatedClock.ts';
import { connectMongo, databaseOf, prepareModels } from '../../platform/mongo/connect.ts';
import type { Connection } from '../../platform/mongo/mongoTypes.ts';
import { insightsModels, type InsightsModels } from '../../subgraphs/insights/store/models.ts';
import { fill, firstDay, lastDay, nowMs } from './rows.ts';
import { askEverything } from './questions.ts';

const usage = 'npm run bench:insights -- [--orders 1000000] [--rounds 5] [--json FILE]';

/** The middle of several times, ms. */
const middle = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? NaN;

async function timed(rounds: number, task: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await task();
    times.push(performance.now() - from);
  }
  return middle(times);
}

/** What the same database needs for something plain: 10,000 of the facts, read as they lie there. */
const reference = (models: InsightsModels) => (): Promise<unknown> =>
  models.facts('order').find({}, { batchSize: 20_000 }).limit(10_000).toArray();

async function measure(connection: Connection, orders: number, rounds: number) {
  const models = insightsModels(connection);
  await prepareModels(connection);
  const filledIn = await timed(1, () => fill(models, orders));
  const counters = await databaseOf(connection).collection('counters').countDocuments({});
  const application = {
    ...{ models, clock: simulatedClock(nowMs) },
    figures: { upToDate: () => Promise.resolve() },
  };
  const everything = await timed(rounds, () => askEverything(application, { from: firstDay, to: lastDay }));
  const plain = await timed(rounds, reference(models));
  return {
    orders,
    days: 28,
    counters,
    filledMs: filledIn,
    everythingMs: everything,
    referenceMs: plain,
    ratio: everything / plain,
  };
}

async function main(): Promise<void> {
  const options = { orders: { type: 'string' }, rounds: { type: 'string' }, json: { type: 'string' }, help: { type: 'boolean' } } as const; // prettier-ignore
  const { values } = parseArgs({ options });
  if (values.help === true) return console.log(usage);
  const folder = await mkdtemp(join(tmpdir(), 'promesse-bench-insights-'));
  const server = await startEmbeddedMongo({ dataDir: folder, worker: true });
  const connection = await connectMongo({ uri: server.uri, database: 'promesse_insights' });
  try {
    const found = await measure(connection, Number(values.orders ?? 1_000_000), Number(values.rounds ?? 5));
    console.log(`${found.orders} orders over ${found.days} days, ${found.counters} counters`);
    console.log(`all figures of the ${found.days} days: ${found.everythingMs.toFixed(0)} ms`);
    console.log(
      `reference (10,000 facts read): ${found.referenceMs.toFixed(0)} ms; ratio ${found.ratio.toFixed(2)}`,
    );
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(found, null, 2)}\n`);
  } finally {
    await connection.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
