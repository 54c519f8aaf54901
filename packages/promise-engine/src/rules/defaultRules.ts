import type { RuleSet } from '../model/ruleTypes.ts';

/** The rule set a network starts with: weigh everything in money, chain tolerances, keep 95 of 100 promises. */
export const defaultRules: RuleSet = {
  id: 'default',
  version: 1,
  name: 'Balanced',
  objective: {
    kind: 'WEIGHTED',
    weights: { split: 300, latenessPerDay: 60, carbonPerTonne: 10_000, load: 100, markdown: 1 },
  },
  rules: [],
  stages: [
    { name: 'on-time', toleranceDays: 0 },
    { name: 'two-days', toleranceDays: 2 },
    { name: 'five-days', toleranceDays: 5 },
  ],
  maxSplits: 4,
  splitLines: true,
  releaseMinutes: 15,
  keptTarget: 0.95,
  horizonDays: 30,
  degraded: { staleAfterMs: {}, addDays: 1, withholdUnits: 1 },
};
