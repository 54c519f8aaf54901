import { describe, expect, it } from 'vitest';
import { waitFor } from '../../test/support/waitFor.ts';
import { systemClock } from './systemClock.ts';

describe('the system clock', () => {
  it('runs a timer once its time has come, and not when cancelled', async () => {
    const clock = systemClock();
    const ran: string[] = [];
    const dueMs = clock.nowMs() + 15;
    clock.setTimer(dueMs, () => void ran.push('cancelled')).cancel();
    clock.setTimer(dueMs, () => void ran.push('due'));
    clock.setTimer(0, () => void ran.push('overdue'));
    await waitFor('both timers', () => ran.length === 2);
    expect(ran).toEqual(['overdue', 'due']);
    expect(clock.nowMs()).toBeGreaterThanOrEqual(dueMs);
  });
  it('never runs a repeating task beside itself, and stops when told', async () => {
    const clock = systemClock();
    let running = 0;
    let most = 0;
    let runs = 0;
    const timer = clock.every(1, async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      runs++;
    });
    await waitFor('three runs', () => runs >= 3);
    timer.cancel();
    await waitFor('the last run to end', () => running === 0);
    const atEnd = runs;
    await clock.waitUntil(clock.nowMs() + 20);
    expect([most, runs]).toEqual([1, atEnd]);
  });
  it('tells of a task that failed and goes on', async () => {
    const errors: unknown[] = [];
    const clock = systemClock({ onError: (error) => errors.push(error) });
    const timer = clock.every(1, () => Promise.reject(new Error('planned')));
    await waitFor('two failures', () => errors.length >= 2);
    timer.cancel();
  });
  it('lets go who no longer wants to wait', async () => {
    const clock = systemClock();
    const waiting = clock.waitUntil(clock.nowMs() + 60_000, AbortSignal.abort(new Error('no longer')));
    await expect(waiting).rejects.toThrow('no longer');
  });
});
