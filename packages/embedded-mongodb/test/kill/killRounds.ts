import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { below, seededRandom } from '../random.ts';
import { startServerProcess } from '../serverProcess.ts';
import { checkIndexes, checkStored } from './checkStored.ts';
import type { WriterState } from './model.ts';
import { runWriter } from './writer.ts';
import type { WriterEnd } from './writer.ts';

/** How many loads to kill, and how. */
export interface KillOptions {
  rounds: number;
  seed: number;
  /** Writers at once. @default 4 */
  writers?: number;
  progress?: (line: string) => void;
}

/** What the rounds saw; a broken promise throws instead. */
export interface KillReport {
  rounds: number;
  acknowledged: number;
}

/**
 * Rounds of: start the server over the same data, check what is stored, write at random, SIGKILL. The check of one
 * round is the beginning of the next.
 */
export async function killRounds(options: KillOptions): Promise<KillReport> {
  const { rounds, seed, writers = 4, progress = () => undefined } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'promesse-kill-'));
  const random = seededRandom(seed);
  let ends: WriterEnd[] = Array.from({ length: writers }, () => ({
    state: { rows: {}, ledger: [] },
    inFlight: undefined,
    acknowledged: 0,
  }));
  let acknowledged = 0;
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const load =
        round < rounds ? { round, changes: below(random, 60), thenMs: below(random, 20), random } : undefined;
      ends = await oneRound(dataDir, ends, load);
      acknowledged += ends.reduce((sum, end) => sum + end.acknowledged, 0);
      progress(`round ${round}: ${acknowledged} changes acknowledged`);
    }
  } catch (error) {
    // What is left is the evidence, so it stays.
    throw new Error(`seed ${seed}, data kept in ${dataDir}: ${String(error)}`, { cause: error });
  }
  await rm(dataDir, { recursive: true, force: true });
  return { rounds, acknowledged };
}

interface Load {
  round: number;
  /** The server is killed this many milliseconds after so many changes were acknowledged. */
  changes: number;
  thenMs: number;
  random: () => number;
}

/** Checks what the last round left; with a load, writes and kills, without one just ends. */
async function oneRound(dataDir: string, before: WriterEnd[], load: Load | undefined): Promise<WriterEnd[]> {
  const server = await startServerProcess(dataDir);
  const client = new MongoClient(server.uri, {
    retryWrites: false,
    retryReads: false,
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    const db = client.db('kill', { writeConcern: { w: 'majority', journal: true } });
    if (load?.round === 0) await prepare(db);
    const states = await checkStored(db, before);
    for (const name of ['rows', 'ledger']) await checkIndexes(db, name);
    if (!load) return before.map((end) => ({ ...end, acknowledged: 0 }));
    let left = load.changes;
    let reached: () => void = () => undefined;
    const enough = new Promise<void>((resolve) => (reached = resolve));
    const acknowledge = (): void => {
      left -= 1;
      if (left <= 0) reached();
    };
    const working = states.map((state: WriterState, writer) =>
      runWriter(client, db, {
        writer,
        begin: state,
        firstSerial: load.round * 100_000,
        random: seededRandom(load.random() * 2 ** 32),
        acknowledge,
      }),
    );
    await enough;
    await delay(load.thenMs);
    await server.kill();
    await client.close(true);
    return await Promise.all(working);
  } finally {
    await client.close(true);
    await server.kill();
  }
}

async function prepare(db: Db): Promise<void> {
  const rows = db.collection('rows');
  await rows.createIndex({ code: 1 }, { unique: true });
  await rows.createIndex({ n: 1, code: -1 });
  await db.createCollection('ledger');
}
