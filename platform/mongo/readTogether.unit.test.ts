import { afterEach, describe, expect, it, vi } from 'vitest';
import { readTogether } from './readTogether.ts';

/** A store whose queries are answered when the test says so. */
function store() {
  const values = new Map([
    ['a', 1],
    ['b', 1],
  ]);
  const queries: { ids: readonly string[]; answer: () => void; fail: (cause: Error) => void }[] = [];
  let seen: () => void = () => undefined;
  return {
    values,
    queries,
    /** Waits until so many queries have been asked. */
    asked: async (count: number): Promise<void> => {
      while (queries.length < count) await new Promise<void>((resolve) => (seen = resolve));
    },
    find: (ids: readonly string[]) =>
      new Promise<{ _id: string; value: number }[]>((resolve, reject) => {
        const answer = (): void =>
          resolve(ids.flatMap((_id) => (values.has(_id) ? [{ _id, value: values.get(_id) ?? 0 }] : [])));
        queries.push({ ids, answer, fail: reject });
        seen();
      }),
  };
}

describe('readers of one process', () => {
  it('who ask in the same turn share one query, each id once, and get their own row or null', async () => {
    const { find, asked, queries } = store();
    const read = readTogether(find);
    const rows = Promise.all([read('a'), read('b'), read('a'), read('nobody')]);
    await asked(1);
    expect(queries[0]?.ids).toEqual(['a', 'b', 'nobody']);
    queries[0]?.answer();
    expect(await rows).toEqual([
      { _id: 'a', value: 1 },
      { _id: 'b', value: 1 },
      { _id: 'a', value: 1 },
      null,
    ]);
  });

  it('never get a row that was read before they asked', async () => {
    const { find, asked, queries, values } = store();
    const read = readTogether(find, { maxUnderWay: 1 });
    const before = read('a');
    await asked(1);
    const during = read('a');
    queries[0]?.answer();
    expect(await before).toEqual({ _id: 'a', value: 1 });
    values.set('a', 2);
    await asked(2);
    queries[1]?.answer();
    expect(await during).toEqual({ _id: 'a', value: 2 });
  });

  it('wait for a place, at most so many in each query, and lose nothing', async () => {
    const { find, asked, queries } = store();
    const read = readTogether(find, { maxUnderWay: 1, maxBatch: 2 });
    const first = read('a');
    await asked(1);
    const others = Promise.all(['b', 'c', 'd'].map(read));
    expect(queries).toHaveLength(1);
    queries[0]?.answer();
    await first;
    await asked(2);
    queries[1]?.answer();
    await asked(3);
    queries[2]?.answer();
    expect((await others).map((row) => row?._id)).toEqual(['b', undefined, undefined]);
    expect(queries.map(({ ids }) => ids)).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  describe('whose queries are kept apart', () => {
    afterEach(() => void vi.useRealTimers());
    const turns = async (): Promise<void> => {
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    };

    it('wait for the next one under load', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
      const { find, asked, queries } = store();
      const read = readTogether(find, { apartMs: 10 });
      const both = Promise.all([read('a'), read('b')]);
      await asked(1);
      queries[0]?.answer();
      await both;
      const next = read('a');
      vi.advanceTimersByTime(9);
      await turns();
      expect(queries).toHaveLength(1);
      vi.advanceTimersByTime(1);
      await asked(2);
      queries[1]?.answer();
      expect(await next).toEqual({ _id: 'a', value: 1 });
    });

    it('do not wait when they come one by one', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
      const { find, asked, queries } = store();
      const read = readTogether(find, { apartMs: 10 });
      for (const number of [1, 2, 3]) {
        const row = read('a');
        await asked(number);
        queries[number - 1]?.answer();
        expect(await row).toEqual({ _id: 'a', value: 1 });
      }
    });
  });

  it('hear of a failed query, and the next ones are answered again', async () => {
    const { find, asked, queries } = store();
    const read = readTogether(find, { maxUnderWay: 1 });
    const failing = Promise.allSettled([read('a'), read('b')]);
    await asked(1);
    queries[0]?.fail(new Error('the database is away'));
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = read('a');
    await asked(2);
    queries[1]?.answer();
    expect(await again).toEqual({ _id: 'a', value: 1 });
  });
});
