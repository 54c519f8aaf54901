import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from '@promesse/embedded-mongodb/start';
import { subgraphNames } from '../../main/subgraphNames.ts';
import { connectMongo } from '../../platform/mongo/connect.ts';
import { rebuildFigures } from './rebuild.ts';
import { verifyFigures, type Verification } from './recountFrom.ts';

const usage = `npm run insights:verify -- [--data DIR | --mongodb URI] [--rebuild]
Counts all figures anew from the journals and compares them with those kept. Stop the server first where it keeps its
data in DIR (default .data): the embedded database is open for one process at a time. --rebuild first puts the recount in the place of what is kept.`;

/** Prints what was found; true if kept and recounted figures are equal. */
function told({ events, unheard, orders, counters, facts, differences }: Verification): boolean {
  console.log(`events ${events}, of them not heard yet ${unheard}`);
  for (const { kind, kept, recounted } of facts)
    console.log(`${kind.padEnd(9)} kept ${kept}, recounted ${recounted}`);
  console.log(`orders ${orders}, counters ${counters}, different ${differences.length}`);
  for (const { id, kept, recounted } of differences.slice(0, 20))
    console.log(`  ${id}: kept ${JSON.stringify(kept)}, recounted ${JSON.stringify(recounted)}`);
  return differences.length === 0 && facts.every(({ kept, recounted }) => kept === recounted);
}

async function main(args: string[]): Promise<void> {
  const options = {
    data: { type: 'string' },
    mongodb: { type: 'string' },
    rebuild: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args, options });
  if (values.help === true) return console.log(usage);
  const dataDir = join(resolve(values.data ?? '.data'), 'mongo');
  if (values.mongodb === undefined && !existsSync(dataDir))
    throw new Error(`There is no ${dataDir}.\n${usage}`);
  const server = values.mongodb === undefined ? await startEmbeddedMongo({ dataDir }) : undefined;
  const uri = values.mongodb ?? server?.uri ?? '';
  const open = (name: string) => connectMongo({ uri, database: `promesse_${name}` });
  try {
    const insights = await open('insights');
    const journals = await Promise.all(subgraphNames.map(open));
    if (values.rebuild === true) await rebuildFigures(journals, insights);
    const isEqual = told(await verifyFigures(journals, insights));
    console.log(isEqual ? 'All figures are equal to their recount.' : 'FIGURES DIFFER.');
    process.exitCode = isEqual ? 0 : 1;
    await Promise.all([insights, ...journals].map((each) => each.close()));
  } finally {
    await server?.stop();
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
