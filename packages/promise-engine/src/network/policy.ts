import type { FactorSet } from '../carbon/factors.ts';
import type { NetworkIndex } from './networkIndex.ts';
import type { RuleSet } from '../model/ruleTypes.ts';
import { RuleMasks, rulesOfStage } from '../rules/ruleMask.ts';
import { scoreWeights, type ScoreWeights } from '../rules/scoreWeights.ts';

/** Units of a shipment when nothing is known of it. */
const TYPICAL_UNITS = 2;

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
  /** By location: the area it sends from, -1 for those that take no part. */
  readonly originOf: Int32Array;
  /** Locations in the order in which they are worth a look: the cheapest first, lanes apart. */
  readonly order: Int32Array;
  /** By stage. */
  readonly masks: readonly RuleMasks[];

  constructor(set: RuleSet, index: NetworkIndex, factors: FactorSet) {
    this.set = set;
    this.factors = factors;
    this.weights = scoreWeights(set);
    this.priority = priorities(set, index);
    this.originOf = index.originOf;
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
