import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, MongoServerError } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServerProcess } from '../serverProcess.ts';
import type { Row } from '../rows.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'promesse-full-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

/** Writes until the file may not grow; gives what was acknowledged and the error that came then. */
async function writeUntilRefused(
  uri: string,
): Promise<{ acknowledged: number[]; error: unknown; readable: unknown[] }> {
  const client = new MongoClient(uri, { retryWrites: false });
  const rows = client.db('full').collection<Row>('rows');
  const text = 'x'.repeat(20_000);
  const acknowledged: number[] = [];
  try {
    for (let _id = 0; ; _id += 1) {
      try {
        await rows.insertOne({ _id, text }, { writeConcern: { w: 'majority', journal: true } });
      } catch (error) {
        return { acknowledged, error, readable: (await rows.distinct('_id')) as unknown[] };
      }
      acknowledged.push(_id);
    }
  } finally {
    await client.close();
  }
}

describe('a data file that cannot grow any more', () => {
  it('is an error for the writer, loses nothing acknowledged, and heals when there is space', async () => {
    const limited = await startServerProcess(dataDir, { fileBlocks: 16_384 });
    const { acknowledged, error, readable } = await writeUntilRefused(limited.uri).finally(() =>
      limited.kill(),
    );
    expect(error).toBeInstanceOf(MongoServerError);
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(readable).toEqual(acknowledged);

    const free = await startServerProcess(dataDir);
    const client = new MongoClient(free.uri);
    try {
      const rows = client.db('full').collection<Row>('rows');
      expect(await rows.distinct('_id')).toEqual(acknowledged);
      await rows.insertOne({ _id: -1 });
      expect(await client.db('full').command({ validate: 'rows' })).toMatchObject({ valid: true });
    } finally {
      await client.close();
      await free.kill();
    }
  });
});
