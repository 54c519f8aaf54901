import { carbonRate } from '../carbon/estimate.ts';
import type { FactorSet } from '../carbon/factors.ts';
import { distanceKm } from '../geo/distance.ts';
import type { Coordinates, ServiceConfig, TransitBand } from '../model/networkConfig.ts';
import type { TransitModel } from '../model/transitModel.ts';
import type { CarrierCalendar } from '../time/carrierCalendar.ts';
import { zoneClock, type ZoneClock } from '../time/zoneClock.ts';
import { scoreWeights, type ScoreWeights } from '../rules/scoreWeights.ts';
import type { RuleSet } from '../model/ruleTypes.ts';
import { LeastOfLanes } from './leastOfLanes.ts';
import type { OriginArea } from './indexSource.ts';
import type { NetworkIndex } from './networkIndex.ts';

/** Shortest distance counted between two points of one area, km. */
export const LOCAL_KM = 5;

/**
 * What candidates are weighed by stands side by side, so many numbers for each lane: transit days (NaN = not asked yet,
 * -1 = not served), score of a shipment, and of a kilogram. Loops over the candidates of one service go through a short
 * stretch of memory.
 */
export const LANE = 3;
const DAYS = 0;
export const FIXED = 1;
export const PER_KG = 2;

/** What lanes are filled from, beside the configuration. */
export interface LaneBasis {
  readonly model: TransitModel;
  readonly factors: FactorSet;
  readonly rules: RuleSet;
}

/** A destination area as seen by carriers. */
export interface LaneTarget {
  readonly id: string;
  readonly country: string;
  readonly centre: Coordinates;
  /** Metres around the centre within which the area lies; nothing if absent. */
  readonly radiusMetres?: number;
  readonly timeZone: string;
}

/**
 * All lanes into one destination area: by service and origin area the transit days, cost and carbon. Entries are
 * filled when first asked for; `version` and `day` say for what they hold.
 */
export class Lanes {
  readonly target: LaneTarget;
  readonly clock: ZoneClock;
  readonly version: string;
  readonly day: number;
  /** By lane what candidates are weighed by, `LANE` numbers each; filled once its days were asked for. */
  readonly weighed: Float64Array;
  readonly earliest: Float32Array;
  readonly confidence: Float32Array;
  readonly distance: Float32Array;
  readonly costFixed: Float64Array;
  readonly costPerKg: Float64Array;
  readonly gramsFixed: Float64Array;
  readonly gramsPerKg: Float64Array;
  readonly basis: string[] = [];
  readonly calendars: readonly CarrierCalendar[];
  /** Minutes after midnight of the delivery hours, by service. */
  readonly fromMinute: Float64Array;
  readonly untilMinute: Float64Array;
  /** By origin area; NaN = not asked yet. */
  readonly #km: Float64Array;
  readonly #index: NetworkIndex;
  readonly #model: TransitModel;
  readonly #factors: FactorSet;
  readonly #keptTarget: number;
  readonly #weights: ScoreWeights;
  readonly #serving: Uint8Array;
  /** What any lane of a service comes to at least. */
  readonly least: LeastOfLanes;

  /** @param day of the question, in local days of the target. */
  constructor(index: NetworkIndex, target: LaneTarget, day: number, { model, factors, rules }: LaneBasis) {
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
    this.weighed = new Float64Array(size * LANE).fill(NaN);
    this.#km = new Float64Array(index.origins.length).fill(NaN);
    this.earliest = new Float32Array(size);
    this.confidence = new Float32Array(size);
    this.distance = new Float32Array(size);
    this.costFixed = new Float64Array(size);
    this.costPerKg = new Float64Array(size);
    this.gramsFixed = new Float64Array(size);
    this.gramsPerKg = new Float64Array(size);
    this.calendars = index.serviceTable.calendarsTo(target.country);
    this.fromMinute = index.serviceTable.fromMinute;
    this.untilMinute = index.serviceTable.untilMinute;
    this.#serving = index.serviceTable.serving(target.country);
    this.least = new LeastOfLanes(this, index.origins.length, index.services.length);
  }

  /** Latest transit days of a lane by its number (see `NetworkIndex.laneOf`); -1 when not served. */
  latestDays(lane: number): number {
    const known = this.weighed[lane * LANE + DAYS]!;
    return known === known ? known : this.#fill(lane);
  }

  /** Score of sending over a served lane. */
  scoreFixed(lane: number): number {
    return this.weighed[lane * LANE + FIXED]!;
  }

  /** Score of a kilogram sent over a served lane. */
  scorePerKg(lane: number): number {
    return this.weighed[lane * LANE + PER_KG]!;
  }

  /** Whether a service goes to the area's country at all. */
  serves(s: number): boolean {
    return this.#serving[s] === 1;
  }

  #fill(lane: number): number {
    const { origins, services } = this.#index;
    const service = services[Math.floor(lane / origins.length)]!;
    const origin = origins[lane % origins.length]!;
    const km = this.#kmFrom(lane % origins.length);
    const band = this.#band(service, km);
    const served =
      service.countries.includes(this.target.country) &&
      (!service.zones || service.zones.includes(this.target.id)) &&
      !(service.exceptZones?.includes(this.target.id) ?? false);
    this.distance[lane] = km;
    if (!served || !band) return (this.weighed[lane * LANE + DAYS] = -1);
    const days = this.#fillTransit(lane, service, origin, km, band);
    const tariff = service.tariff;
    const extra = tariff.bands?.find((b) => km <= b.maxKm)?.extra ?? 0;
    this.costFixed[lane] = tariff.base + (tariff.perKm ?? 0) * km + extra;
    this.costPerKg[lane] = tariff.perKg;
    const carbon = carbonRate(service, km, this.#factors);
    this.gramsFixed[lane] = carbon.fixedGrams;
    this.gramsPerKg[lane] = carbon.gramsPerKg;
    const w = this.#weights;
    const at = lane * LANE;
    this.weighed[at + FIXED] =
      w.cost * this.costFixed[lane]! + w.perGram * carbon.fixedGrams + w.distance * km;
    this.weighed[at + PER_KG] = w.cost * tariff.perKg + w.perGram * carbon.gramsPerKg;
    return (this.weighed[at + DAYS] = days);
  }

  /**
   * The band of an area's farthest place that is reached at all. Couriers are measured to the address itself, so that
   * the middle of an area does not tell whether they go there.
   */
  #band({ transit, courier }: ServiceConfig, km: number): TransitBand | undefined {
    if (courier) return transit[0];
    const nearest = transit.find((b) => km <= b.maxKm);
    const farthest = km + (this.target.radiusMetres ?? 0) / 1_000;
    return nearest && (transit.find((b) => farthest <= b.maxKm) ?? transit.findLast((b) => km <= b.maxKm));
  }

  /** Distance from an origin area, worked out once for all services. */
  #kmFrom(origin: number): number {
    const known = this.#km[origin]!;
    if (known === known) return known;
    const { centre } = this.#index.origins[origin]!;
    return (this.#km[origin] = Math.max(LOCAL_KM, distanceKm(centre, this.target.centre)));
  }

  #fillTransit(
    lane: number,
    service: ServiceConfig,
    origin: OriginArea,
    km: number,
    band: TransitBand,
  ): number {
    const learned = this.#model.transit(
      {
        serviceId: service.id,
        carrier: service.carrier,
        originArea: origin.id,
        originCountry: origin.country,
        destinationArea: this.target.id,
        destinationCountry: this.target.country,
        distanceKm: km,
      },
      this.clock.dayStart(this.day),
      this.#keptTarget,
    );
    const latest = Math.max(0, Math.ceil(learned ? learned.latestDays : band.latestDays));
    const earliest = Math.max(0, Math.floor(learned ? learned.earliestDays : band.earliestDays));
    this.earliest[lane] = Math.min(earliest, latest);
    this.confidence[lane] = learned ? learned.confidence : this.#keptTarget;
    this.basis[lane] = learned ? learned.basis : 'table';
    return latest;
  }
}
