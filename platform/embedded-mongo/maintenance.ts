import { closeSession } from './commands/endSessions.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Engine } from './engine.ts';
import type { Executor, Task } from './executor.ts';
import { removeExpired } from './expiry.ts';
import { transactionLimitMs } from './statements.ts';

const tickMs = 1_000;
const sweepMs = 60_000;

/** Does what time brings: transactions, sessions, cursors and documents expire, dropped data is removed. */
export function startMaintenance(
  engine: Engine,
  executor: Executor,
  dispatcher: Dispatcher,
): { stop(): void } {
  let nextSweep = engine.now() + sweepMs;
  const timer = setInterval(() => {
    const now = engine.now();
    for (const { transaction } of engine.sessions.list())
      if (transaction?.state === 'running' && now - transaction.startedAt > transactionLimitMs)
        engine.abort(transaction);
    executor.expireWaits(now);
    if (engine.catalog.hasGarbage) executor.submit(background(() => void engine.catalog.sweep(engine.live)));
    if (now < nextSweep) return;
    nextSweep = now + sweepMs;
    engine.cursors.killIdle();
    engine.snapshots.releaseIdle();
    for (const session of engine.sessions.expired()) closeSession(engine, session);
    executor.submit(background(() => removeExpired(engine)));
  }, tickMs);
  timer.unref();
  void dispatcher;
  return { stop: () => clearInterval(timer) };
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
