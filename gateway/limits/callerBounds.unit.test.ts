import { describe, expect, it } from 'vitest';
import { MessageRate } from '../streams/messageRate.ts';
import { Failures } from './failures.ts';
import { createHoldings } from './holdings.ts';

describe('what a caller holds open', () => {
  it('is bounded for each caller, and what is given back counts no more, once', () => {
    const held = createHoldings(2);
    const first = held.take('a');
    expect([held.take('a'), held.take('a')]).toEqual([expect.any(Function), undefined]);
    expect(held.take('b')).toBeDefined();
    first?.();
    first?.();
    expect([held.take('a') !== undefined, held.take('a')]).toEqual([true, undefined]);
  });
});

describe('a source that only fails', () => {
  it('is not looked at until its window is over, and others are', () => {
    let nowMs = 0;
    const failures = new Failures(2, 1_000, () => nowMs);
    failures.note('a');
    expect(failures.blockedMs('a')).toBe(0);
    nowMs = 400;
    failures.note('a');
    expect([failures.blockedMs('a'), failures.blockedMs('b')]).toEqual([600, 0]);
    nowMs = 1_000;
    expect(failures.blockedMs('a')).toBe(0);
    failures.note('a');
    expect(failures.blockedMs('a')).toBe(0);
  });

  it('takes no memory, however many there are', () => {
    const failures = new Failures(1, 1_000, () => 0);
    for (let at = 0; at < 20_000; at++) failures.note(String(at));
    expect([failures.blockedMs('0'), failures.blockedMs('19999')]).toEqual([0, 1_000]);
  });
});

describe('the messages of a socket', () => {
  it('are as many as a second may have', () => {
    let nowMs = 5_000;
    const rate = new MessageRate(3, () => nowMs);
    expect([1, 2, 3, 4].map(() => rate.take())).toEqual([true, true, true, false]);
    nowMs += 999;
    expect(rate.take()).toBe(false);
    nowMs += 1;
    expect(rate.take()).toBe(true);
  });
});
