import { carbonRate } from '../carbon/estimate.ts';
import type { FactorSet } from '../carbon/factors.ts';
import { distanceKm } from '../geo.ts';
import type { Coordinates, ServiceConfig } from '../networkConfig.ts';
import type { TransitModel } from '../transitModel.ts';
import type { CarrierCalendar } from '../time/carrierCalendar.ts';
import { zoneClock, type ZoneClock } from '../time/zoneClock.ts';
import { scoreWeights, type ScoreWeights } from '../rules/policy.ts';
import type { RuleSet } from '../ruleTypes.ts';
import { LeastOfLanes } from './leastOfLanes.ts';
import type { NetworkIndex } from './networkIndex.ts';

/** Shortest distance counted between two points of one area, km. */
export const LOCAL_KM = 5;

/** A destination area as seen by carriers. */
export interface LaneTarget {
  readonly id: string;
  readonly country: string;
  readonly centre: Coordinates;
  readonly timeZone: string;
}

/**
 * All lanes into one destination area: by origin area and service the transit days, cost and carbon. Entries are
 * filled when first asked for; `version` and `day` say for what they hold.
 */
export class Lanes {
  readonly target: LaneTarget;
  readonly clock: ZoneClock;
  readonly version: string;
  readonly day: number;
  /** NaN = not asked yet, -1 = not served. */
  readonly latest: Float32Array;
  readonly earliest: Float32Array;
  readonly confidence: Float32Array;
  readonly distance: Float32Array;
  readonly costFixed: Float64Array;
  readonly costPerKg: Float64Array;
  readonly gramsFixed: Float64Array;
  readonly gramsPerKg: Float64Array;
  /** Score of sending over each lane, per shipment and per kilogram. */
  readonly scoreFixed: Float64Array;
  readonly scorePerKg: Float64Array;
  readonly basis: string[] = [];
  readonly calendars: readonly CarrierCalendar[];
  /** Minutes after midnight of the delivery hours, by service. */
  readonly fromMinute: Float64Array;
  readonly untilMinute: Float64Array;
  readonly #index: NetworkIndex;
  readonly #model: TransitModel;
  readonly #factors: FactorSet;
  readonly #keptTarget: number;
  readonly #weights: ScoreWeights;
  readonly #serving: Uint8Array;
  /** What any lane of a service comes to at least. */
  readonly least: LeastOfLanes;

  constructor(
    index: NetworkIndex,
    target: LaneTarget,
    model: TransitModel,
    factors: FactorSet,
    rules: RuleSet,
    day: number,
  ) {
    this.#index = index;
    this.target = target;
    this.#model = model;
    this.#factors = factors;
    this.#keptTarget = rules.keptTarget;
    this.#weights = scoreWeights(rules);
    this.version = model.version;
    this.day = day;
    this.clock = zoneClock(target.timeZone);
    const size = index.origins.length * index.services.length;
    this.latest = new Float32Array(size).fill(NaN);
    this.earliest = new Float32Array(size);
    this.confidence = new Float32Array(size);
    this.distance = new Float32Array(size);
    this.costFixed = new Float64Array(size);
    this.costPerKg = new Float64Array(size);
    this.gramsFixed = new Float64Array(size);
    this.gramsPerKg = new Float64Array(size);
    this.scoreFixed = new Float64Array(size);
    this.scorePerKg = new Float64Array(size);
    this.calendars = index.serviceTable.calendarsTo(target.country);
    this.fromMinute = index.serviceTable.fromMinute;
    this.untilMinute = index.serviceTable.untilMinute;
    this.#serving = index.serviceTable.serving(target.country);
    this.least = new LeastOfLanes(this, index.services.length);
  }

  /** Latest transit days of a lane by its number (origin * services + service); -1 when not served. */
  latestDays(lane: number): number {
    const known = this.latest[lane]!;
    return known === known ? known : this.#fill(lane);
  }

  /** Whether a service goes to the area's country at all. */
  serves(s: number): boolean {
    return this.#serving[s] === 1;
  }

  #fill(lane: number): number {
    const count = this.#index.services.length;
    const service = this.#index.services[lane % count]!;
    const origin = this.#index.origins[Math.floor(lane / count)]!;
    const km = Math.max(LOCAL_KM, distanceKm(origin.centre, this.target.centre));
    const band = service.transit.find((b) => km <= b.maxKm);
    const served =
      service.countries.includes(this.target.country) &&
      (!service.zones || service.zones.includes(this.target.id));
    this.distance[lane] = km;
    if (!served || !band) return (this.latest[lane] = -1);
    this.#fillTransit(lane, service, origin.id, origin.country, km, band);
    const tariff = service.tariff;
    const extra = tariff.bands?.find((b) => km <= b.maxKm)?.extra ?? 0;
    this.costFixed[lane] = tariff.base + (tariff.perKm ?? 0) * km + extra;
    this.costPerKg[lane] = tariff.perKg;
    const carbon = carbonRate(service, km, this.#factors);
    this.gramsFixed[lane] = carbon.fixedGrams;
    this.gramsPerKg[lane] = carbon.gramsPerKg;
    const w = this.#weights;
    this.scoreFixed[lane] = w.cost * this.costFixed[lane]! + w.perGram * carbon.fixedGrams + w.distance * km;
    this.scorePerKg[lane] = w.cost * tariff.perKg + w.perGram * carbon.gramsPerKg;
    return this.latest[lane]!;
  }

  #fillTransit(
    lane: number,
    service: ServiceConfig,
    originArea: string,
    originCountry: string,
    km: number,
    band: { readonly earliestDays: number; readonly latestDays: number },
  ): void {
    const learned = this.#model.transit(
      {
        serviceId: service.id,
        carrier: service.carrier,
        originArea,
        originCountry,
        destinationArea: this.target.id,
        destinationCountry: this.target.country,
        distanceKm: km,
      },
      this.clock.dayStart(this.day),
      this.#keptTarget,
    );
    const latest = Math.max(0, Math.ceil(learned ? learned.latestDays : band.latestDays));
    const earliest = Math.max(0, Math.floor(learned ? learned.earliestDays : band.earliestDays));
    this.latest[lane] = latest;
    this.earliest[lane] = Math.min(earliest, latest);
    this.confidence[lane] = learned ? learned.confidence : this.#keptTarget;
    this.basis[lane] = learned ? learned.basis : 'table';
  }
}
