import fc from 'fast-check';
import type { Collection, Document, FindOptions } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { planOf } from '../conformance/planOf.ts';
import { useTarget } from '../conformance/useTarget.ts';
import { documents, filters, indexKeys, sorts } from './arbitraries.ts';
import type { Row } from '../rows.ts';

const target = useTarget();
const scenario = fc.record({
  rows: documents,
  queries: fc.array(fc.tuple(filters, sorts), { minLength: 5, maxLength: 5 }),
});
const natural: FindOptions = { hint: { $natural: 1 } };

async function filled(rows: Document[]): Promise<Collection<Row>> {
  return target.collection(rows.map((row, _id) => ({ ...row, _id })));
}

async function ids(collection: Collection<Row>, filter: Document, options: FindOptions): Promise<unknown[]> {
  const found = await collection.find(filter, options).toArray();
  return found.map(({ _id }) => _id);
}

/** Runs the property over scenarios; one collection for each. */
async function holds(
  property: (collection: Collection<Row>, filter: Document, sort: Record<string, 1 | -1>) => Promise<void>,
  before: (collection: Collection<Row>) => Promise<unknown> = async () => undefined,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ rows, queries }) => {
      const collection = await filled(rows);
      await before(collection);
      for (const [filter, sort] of queries) await property(collection, filter, sort);
      await collection.drop();
    }),
    { numRuns: 40 },
  );
}

const withIndexes = (collection: Collection<Row>): Promise<unknown> =>
  collection.createIndexes(indexKeys.map((key) => ({ key })));

describe('the same query gives the same answer', () => {
  it('by any index and by none', { timeout: 120_000 }, async () => {
    await holds(async (collection, filter, sort) => {
      const scanned = await ids(collection, filter, { sort, ...natural });
      expect(await ids(collection, filter, { sort })).toEqual(scanned);
      for (const hint of indexKeys) expect(await ids(collection, filter, { sort, hint })).toEqual(scanned);
    }, withIndexes);
  });

  it('whether indexes were made before the documents or after', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ rows, queries }) => {
        const [late, early] = [await filled(rows), await target.collection()];
        await withIndexes(early);
        await early.insertMany(rows.map((row, _id) => ({ ...row, _id })));
        await withIndexes(late);
        for (const [filter, sort] of queries) {
          for (const hint of indexKeys) {
            expect(await ids(early, filter, { sort, hint })).toEqual(await ids(late, filter, { sort, hint }));
          }
        }
        await Promise.all([late.drop(), early.drop()]);
      }),
      { numRuns: 20 },
    );
  });

  it('inside a transaction and outside', { timeout: 120_000 }, async () => {
    await holds(async (collection, filter, sort) => {
      const outside = await ids(collection, filter, { sort });
      await target.client.withSession((session) =>
        session.withTransaction(async () => {
          expect(await ids(collection, filter, { sort, session })).toEqual(outside);
          await collection.updateMany({}, { $set: { touched: true } }, { session });
          expect(await ids(collection, filter, { sort, session })).toEqual(outside);
          await session.abortTransaction();
        }),
      );
    }, withIndexes);
  });

  it('in batches of any size', { timeout: 120_000 }, async () => {
    await holds(async (collection, filter, sort) => {
      const whole = await ids(collection, filter, { sort });
      for (const batchSize of [1, 2, 5, 1000])
        expect(await ids(collection, filter, { sort, batchSize })).toEqual(whole);
    });
  });

  it('as find, aggregate, count and in parts by skip and limit', { timeout: 120_000 }, async () => {
    await holds(async (collection, filter, sort) => {
      const found = await ids(collection, filter, { sort });
      const rows = await collection.aggregate([{ $match: filter }, { $sort: sort }]).toArray();
      expect(rows.map(({ _id }) => _id)).toEqual(found);
      expect(await collection.countDocuments(filter)).toBe(found.length);
      const parts = [
        await ids(collection, filter, { sort, limit: 3 }),
        await ids(collection, filter, { sort, skip: 3 }),
      ];
      expect(parts.flat()).toEqual(found);
    }, withIndexes);
  });

  it('and what a filter finds and what its negation finds is everything', { timeout: 120_000 }, async () => {
    await holds(async (collection, filter) => {
      const [met, unmet] = [await ids(collection, filter, {}), await ids(collection, { $nor: [filter] }, {})];
      expect([...met, ...unmet].map(Number).sort((a, b) => a - b)).toEqual(
        Array.from({ length: await collection.countDocuments() }, (_, i) => i),
      );
    }, withIndexes);
  });

  it('and explain agrees with what was done', { timeout: 120_000 }, async () => {
    await holds(async (collection, filter, sort) => {
      const found = await ids(collection, filter, { sort });
      const free = await planOf(collection, filter, { sort });
      expect(free.returned).toBe(found.length);
      expect(free.documents).toBeGreaterThanOrEqual(found.length);
      expect(free.scanned).toBe(free.index === undefined);
      const scan = await planOf(collection, filter, { sort, ...natural });
      expect(scan).toMatchObject({
        scanned: true,
        returned: found.length,
        documents: await collection.countDocuments(),
      });
      const hinted = await planOf(collection, filter, { sort, hint: { n: 1, a: 1 } });
      expect(hinted).toMatchObject({ index: 'n_1_a_1', scanned: false, returned: found.length });
    }, withIndexes);
  });

  it('and an update by any index changes the same documents', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(documents, filters, fc.constantFrom(...indexKeys), async (rows, filter, hint) => {
        const [scanned, byIndex] = [await filled(rows), await filled(rows)];
        await withIndexes(byIndex);
        const update = { $inc: { n: 20 }, $set: { b: 'moved' } };
        const first = await scanned.updateMany(filter, update);
        const second = await byIndex.updateMany(filter, update, { hint });
        expect(second).toEqual(first);
        const all = { sort: { _id: 1 } } as const;
        expect(await byIndex.find({}, all).toArray()).toEqual(await scanned.find({}, all).toArray());
        expect(await ids(byIndex, { n: { $gte: 20 } }, { ...all, hint: { n: 1, a: 1 } })).toEqual(
          await ids(scanned, { n: { $gte: 20 } }, all),
        );
        await Promise.all([scanned.drop(), byIndex.drop()]);
      }),
      { numRuns: 60 },
    );
  });
});
