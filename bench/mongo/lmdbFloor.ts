import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

/** The floor of one durable write on this disk: an LMDB put, synced, by one writer that waits for each. */
export async function lmdbFloor(durationMs: number): Promise<Measured> {
  const path = await mkdtemp(join(tmpdir(), 'promesse-lmdb-'));
  const store = open<Buffer, number>({ path, encoding: 'binary', overlappingSync: false });
  const value = Buffer.alloc(100, 1);
  let key = 0;
  try {
    return await measure(1, durationMs, async () => {
      key += 1;
      await store.put(key, value);
      await store.flushed;
    });
  } finally {
    await store.close();
    await rm(path, { recursive: true, force: true });
  }
}
