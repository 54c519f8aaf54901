import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Expirable } from './deadlineSweep.ts';
import { DeadlineSweep } from './deadlineSweep.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(delays: readonly number[]) {
  const sweep = new DeadlineSweep();
  const expired: number[] = [];
  const targets = delays.map((delay, index): Expirable => {
    const target: Expirable = {
      dueMs: performance.now() + delay,
      place: -1,
      expire() {
        sweep.forget(target);
        expired.push(index);
      },
    };
    sweep.watch(target);
    return target;
  });
  return { sweep, expired, targets };
}

describe('a deadline sweep', () => {
  it('tells each target once, soon after its time and never before', () => {
    const { expired } = setUp([300, 100, 200, 100]);
    vi.advanceTimersByTime(99);
    expect(expired).toEqual([]);
    vi.advanceTimersByTime(26);
    expect([...expired].sort()).toEqual([1, 3]);
    vi.advanceTimersByTime(1_000);
    expect(expired.slice(2)).toEqual([2, 0]);
  });

  it('does not tell who was forgotten, whoever came before or after', () => {
    for (let forgotten = 0; forgotten < 4; forgotten++) {
      const { sweep, expired, targets } = setUp([100, 100, 100, 100]);
      sweep.forget(targets[forgotten] as Expirable);
      vi.advanceTimersByTime(200);
      expect([...expired].sort()).toEqual([0, 1, 2, 3].filter((index) => index !== forgotten));
    }
  });

  it('follows a deadline that is moved', () => {
    const { expired, targets } = setUp([100]);
    (targets[0] as Expirable).dueMs += 500;
    vi.advanceTimersByTime(590);
    expect(expired).toEqual([]);
    vi.advanceTimersByTime(40);
    expect(expired).toEqual([0]);
  });

  it('stops looking when nothing is watched, and begins again', () => {
    const { sweep, expired, targets } = setUp([100]);
    vi.advanceTimersByTime(200);
    expect(vi.getTimerCount()).toBe(0);
    const [target] = targets as [Expirable];
    target.dueMs = performance.now() + 50;
    sweep.watch(target);
    vi.advanceTimersByTime(100);
    expect(expired).toEqual([0, 0]);
  });
});
