import { describe, expect, it } from 'vitest';
import { limiter } from './limiter.ts';
import { keyedQueue } from './keyedQueue.ts';
import { naturalBatches } from './naturalBatches.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('natural batches', () => {
  it('write a lone value at once and many together, per key', async () => {
    const written: string[] = [];
    const add = naturalBatches<number>(async (key, values) => {
      written.push(`${key}:${values.join('+')}`);
      await turn();
    });
    const first = add('a', 1);
    const others = [add('a', 2), add('a', 3), add('b', 4)];
    await first;
    await Promise.all(others);
    await add('a', 5);
    expect(written).toEqual(['a:1', 'b:4', 'a:2+3', 'a:5']);
  });
  it('tell each caller of its own write, and go on after one that failed', async () => {
    const add = naturalBatches<number>(async (_key, values) => {
      await turn();
      if (values.includes(2)) throw new Error('planned');
    });
    const outcomes = await Promise.allSettled([add('a', 1), add('a', 2), add('a', 3)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await add('a', 4);
  });
  it('lose nothing when more comes than one write may hold', async () => {
    const seen: number[] = [];
    const sizes: number[] = [];
    const add = naturalBatches<number>(async (_key, values) => {
      sizes.push(values.length);
      await turn();
      seen.push(...values);
    }, 3);
    await Promise.all(Array.from({ length: 20 }, (_, n) => add('a', n)));
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(Math.max(...sizes)).toBe(3);
  });
});

describe('a limiter', () => {
  it('never runs more than it may, first come first served, also past failures', async () => {
    const run = limiter(2);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 7 }, (_, n) =>
        run(async () => {
          most = Math.max(most, ++running);
          order.push(n);
          await turn();
          running--;
          if (n === 2) throw new Error('planned');
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});

describe('a keyed queue', () => {
  it('runs one key in order and keys side by side, also past failures', async () => {
    const queue = keyedQueue();
    const log: string[] = [];
    const task =
      (name: string, fail = false) =>
      async (): Promise<void> => {
        log.push(`+${name}`);
        await turn();
        log.push(`-${name}`);
        if (fail) throw new Error('planned');
      };
    const outcomes = await Promise.allSettled([
      queue('a', task('a1', true)),
      queue('a', task('a2')),
      queue('b', task('b1')),
    ]);
    expect(log.slice(0, 2)).toEqual(['+a1', '+b1']);
    expect(log.indexOf('+a2')).toBeGreaterThan(log.indexOf('-a1'));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });
});
