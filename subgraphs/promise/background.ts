import type { Clock, Timer } from '../../platform/clock/clock.ts';
import type { PromiseApplication } from './application.ts';
import { applyDueRules } from './commands/ruleSets.ts';

/** How often a scheduled rule set is looked for. */
const rulesEveryMs = 10_000;
/** How often it is looked at how busy the places are. */
const weighEveryMs = 60_000;
/** How often what has been learned is kept; observations since then are kept one by one. */
const saveEveryMs = 300_000;

/** What is done again and again while the subgraph runs; the result ends it. */
export function runInBackground(application: PromiseApplication, clock: Clock): () => void {
  const { keeper, learned } = application;
  const timers: Timer[] = [
    clock.every(rulesEveryMs, () => {
      keeper.windows.expire(clock.nowMs());
      return applyDueRules(application);
    }),
    clock.every(weighEveryMs, () => keeper.weighLoads(clock.nowMs())),
    clock.every(saveEveryMs, () => learned().save()),
  ];
  return () => timers.forEach((timer) => timer.cancel());
}
