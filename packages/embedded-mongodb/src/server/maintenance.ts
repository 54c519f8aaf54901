import { closeSession } from '../commands/endSessions.ts';
import type { Engine } from '../engine/engine.ts';
import { forgetOldOperations } from '../engine/sessions.ts';
import type { Transaction } from '../engine/transaction.ts';
import type { Executor, Task } from './executor.ts';
import { removeExpired } from './expiry.ts';

const tickMs = 1_000;
const orphanLimitMs = 2_000;
const sweepMs = 60_000;

/** Does what time brings: transactions, sessions, cursors and documents expire, dropped data is removed. */
export function startMaintenance(engine: Engine, executor: Executor): { stop(): void } {
  let nextSweep = engine.now() + sweepMs;
  let lastExpiry = engine.now();
  const timer = setInterval(() => {
    const now = engine.now();
    for (const { transaction } of engine.sessions.list())
      if (transaction && isOver(transaction, now, engine.parameters.transactionLifetimeLimitSeconds * 1_000))
        engine.abort(transaction);
    executor.expireWaits(now);
    if (engine.catalog.hasGarbage) executor.submit(background(() => void engine.catalog.sweep(engine.live)));
    if (now - lastExpiry >= engine.parameters.ttlMonitorSleepSecs * 1_000) {
      lastExpiry = now;
      executor.submit(
        background(() => {
          removeExpired(engine);
          forgetOldOperations(engine.live, now);
        }),
      );
    }
    if (now < nextSweep) return;
    nextSweep = now + sweepMs;
    engine.cursors.killIdle();
    engine.snapshots.releaseIdle();
    for (const session of engine.sessions.expired()) closeSession(engine, session);
  }, tickMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** A transaction may last its limit; one whose client vanished is given two seconds to be taken up elsewhere. */
function isOver({ state, startedAt, lastUsed, client }: Transaction, now: number, limitMs: number): boolean {
  if (state !== 'running') return false;
  return now - startedAt > limitMs || (client?.gone === true && now - lastUsed > orphanLimitMs);
}

function background(work: () => void): Task {
  return {
    outside: false,
    durable: true,
    deadline: 0,
    isGone: () => false,
    reset: () => undefined,
    run() {
      work();
      return {};
    },
    reply: () => undefined,
  };
}
