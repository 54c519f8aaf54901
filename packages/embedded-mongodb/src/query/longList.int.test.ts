import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedMongo } from '../start.ts';

interface Row {
  readonly _id: string;
  readonly group: string;
  readonly n: number;
}

describe('a long list of values', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'promesse-mongo-'));
  let server: Awaited<ReturnType<typeof startEmbeddedMongo>>;
  let client: MongoClient;
  const rows = () => client.db('lists').collection<Row>('rows');
  const examined = async (filter: object): Promise<{ returned: number; documents: number }> => {
    const { executionStats } = await rows().find(filter).explain('executionStats');
    const { nReturned: returned, totalDocsExamined: documents } = executionStats;
    return { returned, documents };
  };

  beforeAll(async () => {
    server = await startEmbeddedMongo({ dataDir });
    client = await MongoClient.connect(server.uri);
    await rows().createIndexes([{ key: { group: 1, n: 1 } }]);
    await rows().insertMany(
      Array.from({ length: 9_000 }, (_, n) => ({ _id: `r${n}`, group: `g${n}`, n: n % 2 })),
    );
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each([1_999, 2_000, 2_001, 6_000])(
    'of %i is looked up in the index and not by reading everything',
    async (length) => {
      const $in = Array.from({ length }, (_, n) => `r${n}`);
      expect(await examined({ _id: { $in } })).toEqual({ returned: length, documents: length });
      const groups = Array.from({ length }, (_, n) => `g${n}`);
      expect(await examined({ group: { $in: groups } })).toEqual({ returned: length, documents: length });
      // With a second condition on the index the products are bounded, and what is found stays right.
      const even = await examined({ group: { $in: groups }, n: 0 });
      expect(even.returned).toBe(Math.ceil(length / 2));
      expect(even.documents).toBeLessThanOrEqual(length);
    },
  );

  it('finds each row once, however often a value is named', async () => {
    const $in = Array.from({ length: 5_000 }, (_, n) => `r${n % 100}`);
    expect(await rows().find({ _id: { $in } }).toArray()).toHaveLength(100);
  });
});
