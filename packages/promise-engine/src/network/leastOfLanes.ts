import type { Policy } from './policy.ts';

/** What the bounds read of lanes: transit days of a lane (-1 = not served), and its scores once its days were asked for. */
export interface LaneScores {
  latestDays(lane: number): number;
  scoreFixed(lane: number): number;
  scorePerKg(lane: number): number;
}

/** Shipments of fewer units than this have their least score remembered. */
const KNOWN_UNITS = 32;

/** What lanes into one area come to at least, by service: bounds that rule candidates out before they are looked at. */
export class LeastOfLanes {
  readonly #lanes: LaneScores;
  readonly #origins: number;
  /** By service and units: the least score of a shipment, NaN = not asked yet. */
  readonly #shipment: Float64Array;
  /** By service over all its lanes, NaN = not asked yet; infinite when it has none. */
  readonly #perKg: Float64Array;
  readonly #fixed: Float64Array;
  readonly #days: Float64Array;

  constructor(lanes: LaneScores, origins: number, services: number) {
    this.#lanes = lanes;
    this.#origins = origins;
    this.#shipment = new Float64Array(services * KNOWN_UNITS).fill(NaN);
    this.#perKg = new Float64Array(services).fill(NaN);
    this.#fixed = new Float64Array(services).fill(NaN);
    this.#days = new Float64Array(services).fill(NaN);
  }

  /** What any shipment of so many units by a service scores at least, weight apart. Concave in the units. */
  shipment(policy: Policy, s: number, units: number): number {
    if (units >= KNOWN_UNITS) return this.#leastOf(policy, s, units);
    const known = this.#shipment[s * KNOWN_UNITS + units]!;
    if (known === known) return known;
    return (this.#shipment[s * KNOWN_UNITS + units] = this.#leastOf(policy, s, units));
  }

  /** What a kilogram by a service scores at least. */
  perKg(s: number): number {
    const known = this.#perKg[s]!;
    return known === known ? known : this.#overLanes(s).#perKg[s]!;
  }

  /** What sending by a service scores at least, location, units and weight apart. */
  fixed(s: number): number {
    const known = this.#fixed[s]!;
    return known === known ? known : this.#overLanes(s).#fixed[s]!;
  }

  /** Transit days of a service at least. */
  days(s: number): number {
    const known = this.#days[s]!;
    return known === known ? known : this.#overLanes(s).#days[s]!;
  }

  #overLanes(s: number): this {
    const lanes = this.#lanes;
    let perKg = Infinity;
    let fixed = Infinity;
    let days = Infinity;
    for (let lane = s * this.#origins; lane < (s + 1) * this.#origins; lane++) {
      const latest = lanes.latestDays(lane);
      if (latest < 0) continue;
      perKg = Math.min(perKg, lanes.scorePerKg(lane));
      fixed = Math.min(fixed, lanes.scoreFixed(lane));
      days = Math.min(days, latest);
    }
    this.#perKg[s] = perKg;
    this.#fixed[s] = fixed;
    this.#days[s] = days;
    return this;
  }

  #leastOf(policy: Policy, s: number, units: number): number {
    const lanes = this.#lanes;
    let least = Infinity;
    policy.cheapest.forEach((locations, origin) => {
      const lane = s * this.#origins + origin;
      if (locations.length === 0 || lanes.latestDays(lane) < 0) return;
      for (const l of locations) {
        const score = policy.locationScore[l]! + lanes.scoreFixed(lane) + units * policy.unitScore[l]!;
        if (score < least) least = score;
      }
    });
    return least;
  }
}
