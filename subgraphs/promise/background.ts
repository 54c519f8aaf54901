import type { Timer } from '../../platform/clock/clock.ts';
import type { PromiseApplication } from './application.ts';
import type { PromiseDeps } from './ports.ts';
import type { FactSharing } from './store/factSharing.ts';
import { applyDueRules } from './commands/ruleSets.ts';

/** How often a scheduled rule set is looked for. */
const rulesEveryMs = 10_000;
/** How often it is looked at how busy the places are. */
const weighEveryMs = 60_000;
/** How often what has been learned is kept; observations since then are kept one by one. */
const saveEveryMs = 300_000;

/** How often everything is read again where other processes write, too. */
const readAgainEveryMs = 300_000;

/** What is done again and again while the subgraph runs; the result ends it. */
export function runInBackground(
  application: PromiseApplication,
  { clock, log }: Pick<PromiseDeps, 'clock' | 'log'>,
  sharing: Pick<FactSharing, 'hasOthers'>,
): () => void {
  const { keeper, learned } = application;
  const timers: Timer[] = [
    clock.every(rulesEveryMs, () => {
      keeper.windows.expire(clock.nowMs());
      keeper.cartHolds.expire(clock.nowMs());
      return applyDueRules(application);
    }),
    clock.every(weighEveryMs, () => keeper.weighLoads(clock.nowMs())),
    clock.every(saveEveryMs, () => learned().save()),
    // What other processes changed and the bus did not bring.
    clock.every(readAgainEveryMs, async () => {
      if (!sharing.hasOthers()) return;
      await application.facts.loadAll().catch((error: unknown) => {
        log.warn({ error }, 'facts could not be read again and will be with the next turn');
      });
    }),
  ];
  return () => timers.forEach((timer) => timer.cancel());
}
