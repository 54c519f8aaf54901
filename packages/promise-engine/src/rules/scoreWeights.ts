import type { Criterion, RuleSet } from '../model/ruleTypes.ts';

/** Score per one of each thing. The engine minimises the sum. */
export interface ScoreWeights {
  readonly cost: number;
  readonly split: number;
  /** Per day until the last shipment is there. */
  readonly late: number;
  readonly perGram: number;
  readonly load: number;
  readonly markdown: number;
  readonly priority: number;
  readonly distance: number;
}

/** Step below which two values of a criterion count as equal, and the largest value of a plan. */
const LEXICOGRAPHIC_RANGE: Readonly<Record<Criterion, { readonly step: number; readonly max: number }>> = {
  COST: { step: 1, max: 1e7 },
  SPLITS: { step: 1, max: 64 },
  LATENESS: { step: 1, max: 128 },
  CARBON: { step: 10, max: 1e6 },
  LOAD: { step: 0.05, max: 16 },
  MARKDOWN: { step: 1, max: 1e6 },
  PRIORITY: { step: 1, max: 1024 },
  DISTANCE: { step: 10, max: 1e5 },
};

/** Steps a chain of criteria can tell apart; beyond 2^50 doubles would mix them. */
export const lexicographicSteps = (criteria: readonly Criterion[]): number =>
  criteria.reduce((steps, c) => steps * (LEXICOGRAPHIC_RANGE[c].max / LEXICOGRAPHIC_RANGE[c].step + 1), 1);

/** Weights that make one step of a criterion outweigh everything after it. */
function lexicographicWeights(criteria: readonly Criterion[]): ScoreWeights {
  const chain = criteria.includes('COST') ? criteria : [...criteria, 'COST' as const];
  const weight: Partial<Record<Criterion, number>> = {};
  let below = 0;
  for (const criterion of [...chain].reverse()) {
    const { step, max } = LEXICOGRAPHIC_RANGE[criterion];
    weight[criterion] = (below === 0 ? 1 : below * 1.000001) / step;
    below += weight[criterion]! * max;
  }
  return {
    cost: weight.COST ?? 0,
    split: weight.SPLITS ?? 0,
    late: weight.LATENESS ?? 0,
    perGram: weight.CARBON ?? 0,
    load: weight.LOAD ?? 0,
    markdown: weight.MARKDOWN ?? 0,
    priority: weight.PRIORITY ?? 0,
    distance: weight.DISTANCE ?? 0,
  };
}

/** The score weights of a rule set. */
export function scoreWeights(set: RuleSet): ScoreWeights {
  if (set.objective.kind === 'LEXICOGRAPHIC') return lexicographicWeights(set.objective.criteria);
  const w = set.objective.weights;
  return {
    cost: 1,
    split: w.split,
    late: w.latenessPerDay,
    perGram: w.carbonPerTonne / 1e6,
    load: w.load,
    markdown: w.markdown,
    priority: w.priority ?? 0,
    distance: w.distancePerKm ?? 0,
  };
}
