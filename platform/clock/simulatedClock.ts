import { waitUntilByTimer, type Clock, type Timer, type TimerTask } from './clock.ts';

/** A clock that stands still until it is told to move, and never moves back. */
export interface SimulatedClock extends Clock {
  /** Move to `atMs`, running due timers in order of time, each to its end. Moves are queued, never nested. */
  advanceTo(atMs: number): Promise<void>;
  /** Move forward by `byMs`. */
  advanceBy(byMs: number): Promise<void>;
}

interface Entry {
  readonly order: number;
  dueMs: number;
  readonly everyMs: number | undefined;
  readonly task: TimerTask;
}

/** Is this clock one that can be moved by hand? */
export function isSimulatedClock(clock: Clock): clock is SimulatedClock {
  return 'advanceTo' in clock;
}

/** Time as data: for tests and for replaying the past. Starts at `startMs` (epoch ms). */
export function simulatedClock(startMs: number): SimulatedClock {
  let nowMs = startMs;
  let order = 0;
  let moving: Promise<void> = Promise.resolve();
  const entries = new Set<Entry>();

  const add = (dueMs: number, task: TimerTask, everyMs?: number): Timer => {
    const entry: Entry = { order: order++, dueMs, everyMs, task };
    entries.add(entry);
    return { cancel: () => void entries.delete(entry) };
  };
  const nextDue = (limitMs: number): { entry: Entry; atMs: number } | undefined => {
    let best: { entry: Entry; atMs: number } | undefined;
    for (const entry of entries) {
      if (entry.dueMs > limitMs) continue;
      const atMs = lastTick(entry, limitMs);
      if (best === undefined || atMs < best.atMs || (atMs === best.atMs && entry.order < best.entry.order)) {
        best = { entry, atMs };
      }
    }
    return best;
  };
  const move = async (atMs: number): Promise<void> => {
    if (atMs < nowMs)
      throw new RangeError(`The clock only moves forward: it is ${nowMs}, asked for ${atMs}.`);
    for (let next = nextDue(atMs); next !== undefined; next = nextDue(atMs)) {
      const { entry } = next;
      nowMs = Math.max(nowMs, next.atMs);
      if (entry.everyMs === undefined) entries.delete(entry);
      else entry.dueMs = next.atMs + entry.everyMs;
      await entry.task();
    }
    nowMs = atMs;
  };
  const advanceTo = (atMs: number): Promise<void> => {
    const done = moving.then(() => move(atMs));
    moving = done.catch(() => undefined);
    return done;
  };
  const clock: SimulatedClock = {
    nowMs: () => nowMs,
    setTimer: (atMs, task) => {
      if (atMs > nowMs) return add(atMs, task);
      let cancelled = false;
      queueMicrotask(() => {
        if (!cancelled) void task();
      });
      return { cancel: () => void (cancelled = true) };
    },
    every: (everyMs, task) => add(nowMs + everyMs, task, everyMs),
    waitUntil: (atMs, signal) => waitUntilByTimer(clock, atMs, signal),
    advanceTo,
    advanceBy: (byMs) => advanceTo(nowMs + byMs),
  };
  return clock;
}

/**
 * When an entry runs in a move to `limitMs`. Of the many ticks of a repeating task only the last one counts: it looks
 * at the state of the world, and a year has half a million minutes.
 */
function lastTick(entry: Entry, limitMs: number): number {
  if (entry.everyMs === undefined) return entry.dueMs;
  return entry.dueMs + Math.floor((limitMs - entry.dueMs) / entry.everyMs) * entry.everyMs;
}
