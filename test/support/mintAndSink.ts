import type { Connection } from 'mongoose';
import { afterAll, beforeAll } from 'vitest';
import type { Bus } from '../../platform/bus/bus.ts';
import { inProcessBus } from '../../platform/bus/inProcessBus.ts';
import { simulatedClock, type SimulatedClock } from '../../platform/clock/simulatedClock.ts';
import { uuidIds } from '../../platform/ids/ids.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import type { JournalRow } from '../../platform/journal/journalRow.ts';
import { silentLog } from '../../platform/log/log.ts';
import { databaseOf } from '../../platform/mongo/connect.ts';
import { startTestMongo, type TestMongo } from './mongo.ts';
import { createMint, createSink, type Mint } from './toySubgraph.ts';

export const newId = uuidIds();

/** A subgraph that tells and one that listens, each with a database of its own. */
export interface Pair {
  readonly clock: SimulatedClock;
  readonly bus: Bus;
  readonly mintDb: Connection;
  readonly sinkDb: Connection;
  readonly mint: Mint;
  readonly sink: Journal;
  stop(): Promise<void>;
}

export interface PairOptions {
  bus?: Bus;
  sinkBus?: Bus;
  soleWriter?: boolean;
  before?: (seq: number) => void;
  /** Whether the sink applies events together. */
  together?: boolean;
  /** Told how many events are applied at once. */
  batch?: (size: number) => void;
  /** Whether the sink starts at once. @default true */
  start?: boolean;
}

/** Starts a database server for the cases of this file; each case creates its pair and stops it. */
export function usePairs(): { createPair(options?: PairOptions): Promise<Pair> } {
  let mongo: TestMongo;
  let databases = 0;
  beforeAll(async () => {
    mongo = await startTestMongo();
  });
  afterAll(() => mongo.stop());

  return { createPair };

  async function createPair(options: PairOptions = {}): Promise<Pair> {
    const clock = simulatedClock(1_000_000);
    const bus = options.bus ?? inProcessBus({ log: silentLog() });
    databases += 1;
    const mintDb = await mongo.connect(`mint${databases}`);
    const sinkDb = await mongo.connect(`sink${databases}`);
    const mint = await createMint({
      connection: mintDb,
      bus,
      clock,
      newId,
      soleWriter: options.soleWriter ?? false,
    });
    const before = options.before === undefined ? {} : { before: options.before };
    const sink = await createSink({
      connection: sinkDb,
      bus: options.sinkBus ?? bus,
      clock,
      newId,
      ...before,
      together: options.together ?? false,
      ...(options.batch === undefined ? {} : { batch: options.batch }),
    });
    await mint.journal.start();
    if (options.start !== false) await sink.start();
    return {
      clock, bus, mintDb, sinkDb, mint, sink,
      stop: async () => {
        await sink.stop();
        await mint.journal.stop();
      },
    }; // prettier-ignore
  }
}

export const journalRows = (connection: Connection): Promise<JournalRow[]> =>
  databaseOf(connection).collection<JournalRow>('journal').find().sort({ stream: 1, seq: 1 }).toArray();

/** How many events are still owed to somebody. */
export const owed = async (connection: Connection): Promise<number> =>
  (await journalRows(connection)).filter((row) => row.pending.length > 0).length;
