import type { FactorSet } from '../carbon/factors.ts';
import { Policy } from './policy.ts';
import type { TransitModel } from '../model/transitModel.ts';
import { Lanes, type LaneBasis, type LaneTarget } from './lanes.ts';
import type { IndexSource } from './indexSource.ts';
import { NetworkIndex } from './networkIndex.ts';

/** How many destination areas keep their lanes in memory. */
const LANE_AREAS = 512;

/** Configuration, rules and learned times compiled for answers. What it remembers holds until any of them changes. */
export class CompiledNetwork {
  readonly index: NetworkIndex;
  /** What answers call it; null until one does. */
  version: string | null = null;
  readonly #basis: LaneBasis;
  readonly #lanes = new Map<string, Lanes>();
  #policy: Policy | null = null;

  constructor(config: IndexSource, model: TransitModel, factors: FactorSet) {
    this.#basis = { model, factors, rules: config.rules };
    this.index = new NetworkIndex(config);
  }

  /** The rule set, compiled. */
  get policy(): Policy {
    return (this.#policy ??= new Policy(this.#basis.rules, this.index, this.#basis.factors));
  }

  /** Lanes into an area, as of a day. */
  lanes(target: LaneTarget, day: number): Lanes {
    let lanes = this.#lanes.get(target.id);
    if (!lanes || lanes.day !== day) {
      if (this.#lanes.size >= LANE_AREAS) this.#lanes.delete(this.#lanes.keys().next().value!);
      lanes = new Lanes(this.index, target, day, this.#basis);
      this.#lanes.set(target.id, lanes);
    }
    return lanes;
  }
}
