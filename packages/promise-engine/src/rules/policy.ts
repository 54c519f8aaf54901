import type { FactorSet } from '../carbon/factors.ts';
import type { NetworkIndex } from '../network/networkIndex.ts';
import type { Criterion, RuleSet } from '../ruleTypes.ts';
import { RuleMasks, rulesOfStage } from './ruleMask.ts';

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

/** Units of a shipment when nothing is known of it. */
const TYPICAL_UNITS = 2;

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

/** A rule set compiled against a network. */
export class Policy {
  readonly set: RuleSet;
  readonly weights: ScoreWeights;
  readonly factors: FactorSet;
  /** Score of opening a shipment at each location, without the lane. */
  readonly locationScore: Float64Array;
  readonly unitScore: Float64Array;
  /** By origin area: its cheapest locations, each best for some number of units. */
  readonly cheapest: readonly (readonly number[])[];
  readonly priority: Float64Array;
  /** Locations in the order in which they are worth a look: the cheapest first, lanes apart. */
  readonly order: Int32Array;
  /** By stage. */
  readonly masks: readonly RuleMasks[];

  constructor(set: RuleSet, index: NetworkIndex, factors: FactorSet) {
    this.set = set;
    this.factors = factors;
    this.weights = scoreWeights(set);
    this.priority = priorities(set, index);
    const w = this.weights;
    this.locationScore = Float64Array.from(index.locations, (location, l) =>
      location
        ? w.cost * index.handlingCost[l]! +
          w.split +
          w.load * (location.load ?? 0) +
          w.priority * this.priority[l]!
        : 0,
    );
    this.unitScore = index.unitCost.map((cost) => w.cost * cost);
    this.cheapest = this.#cheapestByOrigin(index);
    const rough = this.locationScore.map((score, l) => score + TYPICAL_UNITS * this.unitScore[l]!);
    this.order = Int32Array.from(index.locations.keys()).sort((a, b) => rough[a]! - rough[b]!);
    this.masks = set.stages.map((_, stage) => new RuleMasks(rulesOfStage(set, stage)));
  }

  /** Of every origin area the locations that no other of it undercuts both to open and by the unit. */
  #cheapestByOrigin(index: NetworkIndex): number[][] {
    const byOrigin = index.origins.map((): number[] => []);
    for (const l of Array.from(index.locations.keys()).sort(
      (a, b) => this.locationScore[a]! - this.locationScore[b]! || this.unitScore[a]! - this.unitScore[b]!,
    )) {
      const origin = index.originOf[l]!;
      if (origin < 0) continue;
      const kept = byOrigin[origin]!;
      const dearest = kept.at(-1);
      if (dearest === undefined || this.unitScore[l]! < this.unitScore[dearest]!) kept.push(l);
    }
    return byOrigin;
  }
}

/** The best (lowest) priority among a location's groups; one worse than any group when it is in none. */
function priorities(set: RuleSet, index: NetworkIndex): Float64Array {
  const groups = set.groups ?? [];
  const none = groups.reduce((worst, g) => Math.max(worst, g.priority), -1) + 1;
  return Float64Array.from(index.locations, (location) => {
    if (!location || groups.length === 0) return 0;
    const mine = groups.filter(
      (g) =>
        g.locationIds?.includes(location.id) ||
        g.types?.includes(location.type) ||
        location.groups?.includes(g.name),
    );
    return mine.reduce((best, g) => Math.min(best, g.priority), none);
  });
}
