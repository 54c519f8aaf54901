import { defaultRules } from '@promesse/promise-engine/rules/defaultRules';
import type { RuleSet } from '@promesse/promise-engine/model/ruleTypes';

const minute = 60_000;

/**
 * The rule set in force until the retailer publishes one. Subgraphs are heard of once a minute: a source that has been
 * silent for several, or of which events wait that long, is stale. Carriers change what they offer rarely.
 */
export const startingRules: RuleSet = {
  ...defaultRules,
  degraded: {
    ...defaultRules.degraded,
    staleAfterMs: { STOCK: 5 * minute, CAPACITY: 5 * minute, CATALOG: 30 * minute, CARRIERS: 30 * minute },
  },
};
