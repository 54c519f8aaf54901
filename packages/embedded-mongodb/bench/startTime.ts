import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../src/start.ts';

/** Milliseconds from asking for the server until its first answer, each of several starts on fresh data. */
export async function startTimes(starts = 5): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < starts; i += 1) {
    const dataDir = await mkdtemp(join(tmpdir(), 'promesse-start-'));
    const begun = performance.now();
    const server = await startEmbeddedMongo({ dataDir });
    const client = new MongoClient(server.uri);
    await client.db('admin').command({ ping: 1 });
    times.push(performance.now() - begun);
    await client.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return times;
}
