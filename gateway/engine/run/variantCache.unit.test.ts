import { describe, expect, it } from 'vitest';
import { ByteLru } from './byteLru.ts';
import { VariantCache, variantLimit } from './variantCache.ts';

describe('the variants of an operation', () => {
  it('say what they weigh, however many have come and gone', async () => {
    const told: number[] = [];
    const cache: VariantCache<{ bytes: number }, number> = new VariantCache(
      (bytes: number) => Promise.resolve({ bytes }),
      () => told.push(cache.bytes),
    );
    for (let at = 1; at <= variantLimit; at++) await cache.get(`v${at}`, 10);
    expect([cache.bytes, told.length]).toEqual([10 * variantLimit, variantLimit]);
    await cache.get('one more', 500);
    expect(cache.bytes).toBe(10 * (variantLimit - 1) + 500);
    await cache.get('one more', 500);
    expect(told).toHaveLength(variantLimit + 1);
  });

  it('count against the memory of all operations', () => {
    const cache = new ByteLru<string>(100);
    cache.set('a', 'a', 40);
    cache.set('b', 'b', 40);
    cache.resize('b', 55);
    expect([cache.bytes, cache.values()]).toEqual([95, ['b', 'a']]);
    cache.resize('b', 70);
    expect([cache.bytes, cache.values()]).toEqual([70, ['b']]);
    cache.resize('b', 101);
    cache.resize('gone', 10);
    expect([cache.bytes, cache.values()]).toEqual([0, []]);
  });
});
