import { describe, expect, it } from 'vitest';
import { simulatedClock } from './simulatedClock.ts';

describe('the simulated clock', () => {
  it('stands still until told, and never goes back', async () => {
    const clock = simulatedClock(1_000);
    expect(clock.nowMs()).toBe(1_000);
    await clock.advanceTo(2_000);
    expect(clock.nowMs()).toBe(2_000);
    await expect(clock.advanceTo(1_999)).rejects.toThrow('only moves forward');
    expect(clock.nowMs()).toBe(2_000);
  });
  it('runs timers in order of time, each seeing its own time, and waits for each', async () => {
    const clock = simulatedClock(0);
    const seen: string[] = [];
    const note = (name: string) => async (): Promise<void> => {
      await Promise.resolve();
      seen.push(`${name}@${clock.nowMs()}`);
    };
    clock.setTimer(30, note('c'));
    clock.setTimer(10, async () => {
      await note('a')();
      clock.setTimer(20, note('b'));
    });
    clock.setTimer(20, note('later')).cancel();
    await clock.advanceBy(30);
    expect(seen).toEqual(['a@10', 'b@20', 'c@30']);
  });
  it('runs a repeating task once for a jump over many ticks, at the last of them, and again after the next', async () => {
    const clock = simulatedClock(0);
    const ticks: number[] = [];
    clock.setTimer(9_000, () => void ticks.push(clock.nowMs()));
    const timer = clock.every(60, () => void ticks.push(clock.nowMs()));
    await clock.advanceTo(10_000);
    await clock.advanceTo(10_019);
    await clock.advanceTo(10_020);
    timer.cancel();
    await clock.advanceBy(600);
    expect(ticks).toEqual([9_000, 9_960, 10_020]);
  });
  it('wakes who waits, and lets go who no longer wants to', async () => {
    const clock = simulatedClock(0);
    const woken = clock.waitUntil(50).then(() => clock.nowMs());
    const controller = new AbortController();
    const left = clock.waitUntil(50, controller.signal);
    controller.abort(new Error('no longer'));
    await expect(left).rejects.toThrow('no longer');
    await clock.advanceBy(50);
    expect(await woken).toBe(50);
  });
  it('queues moves instead of mixing them', async () => {
    const clock = simulatedClock(0);
    const seen: number[] = [];
    clock.setTimer(5, async () => {
      await Promise.resolve();
      seen.push(clock.nowMs());
    });
    await Promise.all([clock.advanceTo(10), clock.advanceTo(20)]);
    expect(seen).toEqual([5]);
    expect(clock.nowMs()).toBe(20);
  });
});
