import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureFloor } from './floor.ts';
import { measureHotSku, measureLives, measurePlacing, type Load, type PlaceFigures } from './measure.ts';
import { startProduct, type Product } from './product.ts';
import { fillShop, type Shop } from './shop.ts';

/**
 * `npm run bench:orders [-- --json FILE] [--orders N] [--callers N] [--rounds N] [--buyers N] [--baseline DIR]`: orders
 * through the public API of the running product, beside a bare program that makes the same effects durable. `--baseline` runs an
 * older, built checkout beside it. Everything runs in turns, so that a slow minute of the machine meets all alike.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    orders: { type: 'string', default: '400' },
    callers: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    buyers: { type: 'string', default: '500' },
    baseline: { type: 'string' },
  },
});
const load: Load = { callers: Number(values.callers), orders: Number(values.orders) };
/** Of an article that all of them want there are enough for a fifth. */
const rush = { buyers: Number(values.buyers), units: Math.ceil(Number(values.buyers) / 5) };
const lives: Load = { ...load, orders: Math.ceil(load.orders / 4) };

interface Contestant {
  readonly name: 'promesse' | 'baseline';
  readonly product: Product;
  readonly shop: Shop;
}

async function start(name: Contestant['name'], directory?: string): Promise<Contestant> {
  const product = await startProduct(directory);
  const shop = await fillShop(product.admin);
  // Code becomes fast by being used.
  await measurePlacing(product, shop, { ...load, orders: Math.min(300, load.orders) });
  await measureLives(product, shop, { ...load, orders: Math.min(60, lives.orders) });
  return { name, product, shop };
}

/** The middle of what several rounds gave, figure by figure. */
function middle<T extends PlaceFigures>(rounds: readonly T[]): PlaceFigures {
  const of = (figure: keyof PlaceFigures): number =>
    rounds.map((round) => round[figure]).sort((a, b) => a - b)[rounds.length >> 1] ?? NaN;
  return {
    ordersPerSecond: of('ordersPerSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    cpuSecondsPer1000: of('cpuSecondsPer1000'),
  };
}

const tell = (name: string, { ordersPerSecond, p50Ms, p99Ms, cpuSecondsPer1000 }: PlaceFigures): void =>
  console.log(
    `${name}: ${ordersPerSecond.toFixed(1)} orders/s, placeOrder p50 ${p50Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms, ${cpuSecondsPer1000.toFixed(1)} CPU-seconds for 1,000 orders`,
  );

const contestants = [await start('promesse')];
if (values.baseline !== undefined) contestants.push(await start('baseline', values.baseline));
try {
  const placing = new Map<string, PlaceFigures[]>();
  const living = new Map<string, Awaited<ReturnType<typeof measureLives>>[]>();
  const note = <T>(into: Map<string, T[]>, name: string, figures: T) =>
    into.set(name, [...(into.get(name) ?? []), figures]);
  let perOrder: unknown = null;
  for (let round = 0; round < Number(values.rounds); round++) {
    const floor = await measureFloor(load);
    tell('floor', floor);
    note(placing, 'floor', floor);
    for (const { name, product, shop } of contestants) {
      const { database, ...figures } = await measurePlacing(product, shop, load);
      tell(name, figures);
      note(placing, name, figures);
      if (name === 'promesse') perOrder = database;
      const life = await measureLives(product, shop, lives);
      console.log(
        `${name}: ${life.ordersPerSecond.toFixed(2)} whole lives/s, ${life.cpuSecondsPer1000.toFixed(0)} CPU-seconds for 1,000; database for one life: ${JSON.stringify(life.database)}`,
      );
      note(living, name, life);
    }
  }
  const hot = await measureHotSku(contestants[0]!.product, contestants[0]!.shop, rush);
  const place = Object.fromEntries([...placing].map(([name, rounds]) => [name, middle(rounds)]));
  const life = Object.fromEntries(
    [...living].map(([name, rounds]) => [
      name,
      [...rounds].sort((a, b) => a.cpuSecondsPer1000 - b.cpuSecondsPer1000)[rounds.length >> 1],
    ]),
  );
  const ratio = place['promesse']!.cpuSecondsPer1000 / place['floor']!.cpuSecondsPer1000;
  console.log(`database for one placed order: ${JSON.stringify(perOrder)}`);
  console.log(`CPU of a placed order: ${ratio.toFixed(1)} times the floor's of the same run`);
  const older = life['baseline'];
  if (older !== undefined)
    console.log(
      `CPU of a whole life: ${(older.cpuSecondsPer1000 / life['promesse']!.cpuSecondsPer1000).toFixed(2)} times less than the baseline's, lives/s ${(life['promesse']!.ordersPerSecond / older.ordersPerSecond).toFixed(2)} times`,
    );
  console.log(`one hot article: ${JSON.stringify(hot)}`);
  const report = { place, perOrder, life: { ...life['promesse'], baseline: older ?? null }, hotSku: hot };
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  for (const { product } of contestants) await product.stop();
}
