import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServerProcess } from '../test/serverProcess.ts';
import { changeStreamDelay } from './changeStreamDelay.ts';
import { besideLmdb } from './lmdbFloor.ts';
import { memoryOf } from './memory.ts';
import { measureRates } from './rates.ts';
import { startTimes } from './startTime.ts';
import { formatTable } from './table.ts';
import type { BenchReport } from './table.ts';

/** `npm run bench:mongo`: the embedded server, or the one at MONGODB_URI, beside its own ping. */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    /** Of the big collection; for a quick look. */
    documents: { type: 'string', default: '200000' },
  },
});
const durationMs = Number(values.seconds) * 1_000;
const uri = process.env.MONGODB_URI;

const report = uri ? await benchServer(uri) : await benchEmbedded();
console.log(formatTable(report));
if (values.json) await writeFile(values.json, `${JSON.stringify(report, undefined, 1)}\n`);

async function benchServer(server: string): Promise<BenchReport> {
  return {
    server,
    rates: await measureRates(server, durationMs, Number(values.documents)),
    changeStream: await changeStreamDelay(server),
  };
}

async function benchEmbedded(): Promise<BenchReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'promesse-bench-'));
  const starts = (await startTimes()).sort((a, b) => a - b);
  const server = await startServerProcess(dataDir);
  try {
    const measured = await benchServer(server.uri);
    const memory = await memoryOf(server.pid);
    const { floor, ratio } = await besideLmdb(server.uri, durationMs);
    return {
      ...measured,
      server: 'embedded',
      embedded: { lmdbRate: floor.rate, insertRatio: ratio, startMs: starts[2] as number, ...memory },
    };
  } finally {
    await server.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
}
