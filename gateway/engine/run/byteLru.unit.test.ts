import { describe, expect, it } from 'vitest';
import { ByteLru } from './byteLru.ts';

describe('the cache by bytes', () => {
  it('drops what was used longest ago, whatever was asked for in between', () => {
    const cache = new ByteLru<string>(30);
    for (const key of ['a', 'b', 'c']) cache.set(key, key.toUpperCase(), 10);
    for (const key of ['c', 'c', 'a', 'a', 'c']) expect(cache.get(key)).toBe(key.toUpperCase());
    expect(cache.values()).toEqual(['C', 'A', 'B']);
    cache.set('d', 'D', 10);
    expect(cache.get('b')).toBeUndefined();
    expect(cache.values()).toEqual(['D', 'C', 'A']);
    cache.delete('d');
    expect(cache.get('a')).toBe('A');
    expect(cache.values()).toEqual(['A', 'C']);
    expect(cache.bytes).toBe(20);
  });

  it('puts a value that is set again in front, and keeps none beyond the bound', () => {
    const cache = new ByteLru<string>(30);
    cache.set('a', '1', 10);
    cache.set('b', '2', 10);
    cache.set('a', '3', 15);
    expect(cache.values()).toEqual(['3', '2']);
    cache.set('big', '4', 31);
    expect([cache.get('big'), cache.bytes]).toEqual([undefined, 25]);
  });
});
