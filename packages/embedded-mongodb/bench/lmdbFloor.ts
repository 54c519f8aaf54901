import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { MongoClient } from 'mongodb';
import { compare } from './measure.ts';
import type { Compared } from './measure.ts';

/**
 * One durable insert by one writer beside the floor of such a write on this disk: an LMDB put, synced, that is waited
 * for. The ratio is insert rate / put rate.
 */
export async function besideLmdb(uri: string, durationMs: number): Promise<Compared> {
  const path = await mkdtemp(join(tmpdir(), 'promesse-lmdb-'));
  const store = open<Buffer, number>({ path, encoding: 'binary', overlappingSync: false });
  const client = new MongoClient(uri);
  const rows = client.db('bench').collection('single', { writeConcern: { w: 'majority', journal: true } });
  const value = Buffer.alloc(100, 1);
  let key = 0;
  const put = async (): Promise<void> => {
    key += 1;
    await store.put(key, value);
    await store.flushed;
  };
  try {
    return await compare(1, durationMs, put, () =>
      rows.insertOne({ text: 'an order of ordinary length, a few words' }),
    );
  } finally {
    await client.close();
    await store.close();
    await rm(path, { recursive: true, force: true });
  }
}
