import { describe, expect, it } from 'vitest';
import { GroupMeans } from './groupMeans.ts';

describe('GroupMeans', () => {
  const options = { halfLifeDays: 30, shrinkage: 10, maxGroups: 3 };

  it('shrinks the thin, believes the many and prefers the recent', () => {
    const means = new GroupMeans(options);
    const teach = (key: string, value: number, times: number, day: number): void => {
      for (let n = 0; n < times; n++) means.learn(key, value - means.offset(key), day);
    };
    teach('thin', 1, 1, 0);
    teach('thick', 1, 200, 0);
    expect(means.offset('thin')).toBeCloseTo(1 / 11);
    expect(means.offset('thick')).toBeGreaterThan(0.9);
    teach('thick', -1, 200, 90);
    expect(means.offset('thick')).toBeLessThan(-0.6);
    expect(means.offset('never')).toBe(0);
  });

  it('knows what is usual, from wide to narrow', () => {
    const means = new GroupMeans({ ...options, shrinkage: 4 });
    expect(means.usual(['all', 'mine'])).toEqual([undefined, undefined]);
    for (const value of [2, 4]) means.hear('all', value, 0);
    expect(means.usual(['all', 'mine'])).toEqual([3, 3]);
    means.hear('mine', 8, 0);
    expect(means.usual(['all', 'mine'])).toEqual([3, (8 + 4 * 3) / 5]);
    // Nothing wider is known: what was heard is believed as it is.
    expect(means.usual(['never', 'mine'])).toEqual([undefined, 8]);
    means.hear('mine', 0, 30);
    expect(means.usual(['mine'])[0]).toBeCloseTo(4 / 1.5);
  });

  it('forgets the group unheard of for longest', () => {
    const means = new GroupMeans(options);
    for (const key of ['a', 'b', 'c', 'a', 'd']) means.learn(key, 1, 0);
    expect(means.size).toBe(3);
    expect(means.offset('b')).toBe(0);
    expect(means.offset('a')).toBeGreaterThan(0);
  });
});
