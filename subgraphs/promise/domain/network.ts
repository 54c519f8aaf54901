import { desnz2025, type FactorSet } from './carbon/factors.ts';
import {
  serviceCode,
  type ExchangeRates,
  type LocationConfig,
  type MethodConfig,
  type PickupPointConfig,
  type ServiceConfig,
  type StockLevel,
  type VariantConfig,
  type ZoneConfig,
} from './networkConfig.ts';
import { CapacityBook } from './network/capacityBook.ts';
import { Lanes, type LaneTarget } from './network/lanes.ts';
import { NetworkIndex } from './network/networkIndex.ts';
import { Policy } from './rules/policy.ts';
import { defaultRules } from './rules/defaultRules.ts';
import type { DataSource, RuleSet } from './ruleTypes.ts';
import { Scratch } from './candidates/scratch.ts';
import { StockBook } from './stockBook.ts';
import { tableTransitModel, type TransitModel } from './transitModel.ts';
import { dayOfIso, FIRST_DAY, LAST_DAY, minutesOf } from './time/zoneClock.ts';

/** How many destination areas keep their lanes in memory. */
const LANE_AREAS = 512;

/** Figures about a network. */
export interface NetworkSize {
  readonly locations: number;
  readonly services: number;
  readonly methods: number;
  readonly zones: number;
  readonly variants: number;
  readonly skus: number;
  readonly stockEntries: number;
}

/**
 * The in-memory network all answers are computed from: configuration, stock, capacity, rules and learned times.
 * Events change it through the setters, each of which replaces the record with the same id; nothing here does
 * I/O or reads a clock. One network serves one thread.
 */
export class Network {
  readonly stock = new StockBook();
  readonly capacity = new CapacityBook();
  readonly #locations: (LocationConfig | undefined)[] = [];
  readonly #locationNumber = new Map<string, number>();
  readonly #services = new Map<string, ServiceConfig>();
  readonly #methods = new Map<string, MethodConfig>();
  readonly #zones = new Map<string, ZoneConfig>();
  readonly #pickupPoints = new Map<string, PickupPointConfig>();
  readonly #variants = new Map<string, VariantConfig>();
  readonly #asOf = new Map<DataSource, number>();
  readonly #lanes = new Map<string, Lanes>();
  readonly scratch = new Scratch();
  #rules: RuleSet = defaultRules;
  #policy: Policy | null = null;
  #model: TransitModel = tableTransitModel;
  #factors: FactorSet = desnz2025;
  #rates: ExchangeRates = { EUR: 1 };
  #firstDay = FIRST_DAY + 31;
  #lastDay = LAST_DAY - 400;
  #revision = 0;
  #index: NetworkIndex | null = null;
  /** What the index took from the model: its version then, and the instant it was asked for. */
  #learned = { version: '', atMs: NaN };

  /** Adds or replaces a location. @throws RangeError when its time zone is unknown. */
  setLocation(location: LocationConfig): void {
    this.#locations[this.locationNumber(location.id)] = location;
    this.#changed();
  }

  removeLocation(id: string): void {
    const number = this.#locationNumber.get(id);
    if (number !== undefined) this.#locations[number] = undefined;
    this.#changed();
  }

  setService(service: ServiceConfig): void {
    this.#services.set(service.id, service);
    this.#changed();
  }

  removeService(id: string): void {
    this.#services.delete(id);
    this.#changed();
  }

  setMethod(method: MethodConfig): void {
    this.#methods.set(method.code, method);
    this.#changed();
  }

  removeMethod(code: string): void {
    this.#methods.delete(code);
    this.#changed();
  }

  setZone(zone: ZoneConfig): void {
    this.#zones.set(zone.id, zone);
    this.#changed();
  }

  setPickupPoint(point: PickupPointConfig): void {
    this.#pickupPoints.set(point.id, point);
    this.#changed();
  }

  setVariant(variant: VariantConfig): void {
    this.#variants.set(variant.sku, variant);
  }

  removeVariant(sku: string): void {
    this.#variants.delete(sku);
  }

  /** Replaces the stock of an article at a location; the location may be made known later. */
  setStock(sku: string, locationId: string, level: StockLevel): void {
    this.stock.set(sku, this.locationNumber(locationId), level);
  }

  /** Capacity already sold at a location on a local date ('YYYY-MM-DD'), in the unit of its capacity. */
  setCapacityUse(locationId: string, date: string, used: number): void {
    this.capacity.setUsed(this.locationNumber(locationId), dayOfIso(date), used);
  }

  /** Deliveries already sold in a window of a service: zone, local date and start 'HH:MM'. */
  setWindowUse(serviceId: string, zoneId: string, date: string, from: string, used: number): void {
    this.capacity.setWindowUsed(serviceId, zoneId, dayOfIso(date), minutesOf(from), used);
  }

  /** Puts a rule set in force. Validate it first (`validateRules`): this takes what it gets. */
  setRules(rules: RuleSet): void {
    this.#rules = rules;
    this.#changed();
  }

  /** Runs `work` under other rules and puts everything back, compiled state included. Synchronous only. */
  withRules<T>(rules: RuleSet, work: () => T): T {
    const kept = {
      rules: this.#rules,
      index: this.#index,
      policy: this.#policy,
      lanes: new Map(this.#lanes),
    };
    this.#rules = rules;
    this.#index = null;
    this.#policy = null;
    this.#lanes.clear();
    try {
      return work();
    } finally {
      this.#rules = kept.rules;
      this.#index = kept.index;
      this.#policy = kept.policy;
      this.#lanes.clear();
      for (const [id, lanes] of kept.lanes) this.#lanes.set(id, lanes);
    }
  }

  setTransitModel(model: TransitModel): void {
    this.#model = model;
    this.#learned = { version: '', atMs: NaN };
    this.#changed();
  }

  setCarbonFactors(factors: FactorSet): void {
    this.#factors = factors;
    this.#changed();
  }

  /** Units of each currency for one unit of the base currency, in which costs are configured. */
  setExchangeRates(rates: ExchangeRates): void {
    this.#rates = rates;
  }

  /** Tells how fresh a source of data is (epoch ms). */
  setFreshness(source: DataSource, asOfMs: number): void {
    this.#asOf.set(source, asOfMs);
  }

  /** First and last date the calendars speak for; outside, answers are refused with CLOCK_OUT_OF_RANGE. */
  setCalendarRange(firstDate: string, lastDate: string): void {
    this.#firstDay = Math.max(FIRST_DAY + 31, dayOfIso(firstDate));
    this.#lastDay = Math.min(LAST_DAY - 400, dayOfIso(lastDate));
  }

  get rules(): RuleSet {
    return this.#rules;
  }

  get factors(): FactorSet {
    return this.#factors;
  }

  get transitModel(): TransitModel {
    return this.#model;
  }

  get calendarDays(): { readonly first: number; readonly last: number } {
    return { first: this.#firstDay, last: this.#lastDay };
  }

  /** Names what an answer rests on: rule set, configuration revision, learned times, factors. */
  get configVersion(): string {
    const { id, version } = this.#rules;
    return `${id}.${version}/c${this.#revision}/${this.#learned.version || this.#model.version}/${this.#factors.version}`;
  }

  get size(): NetworkSize {
    return {
      locations: this.#locations.filter((l) => l !== undefined).length,
      services: this.#services.size,
      methods: this.#methods.size,
      zones: this.#zones.size,
      variants: this.#variants.size,
      skus: this.stock.skus,
      stockEntries: this.stock.entries,
    };
  }

  /** Number of a location, given for life. */
  locationNumber(id: string): number {
    let number = this.#locationNumber.get(id);
    if (number === undefined) {
      number = this.#locations.length;
      this.#locations.push(undefined);
      this.#locationNumber.set(id, number);
      this.#index = null;
    }
    return number;
  }

  /** Number of a known location; undefined when the id was never seen. */
  findLocation(id: string): number | undefined {
    return this.#locationNumber.get(id);
  }

  variant(sku: string): VariantConfig | undefined {
    return this.#variants.get(sku);
  }

  /** What people call a service; null for none. */
  serviceCode(id: string | null): string | null {
    const service = id === null ? undefined : this.#services.get(id);
    return service === undefined ? id : serviceCode(service);
  }

  rate(currency: string): number | undefined {
    return this.#rates[currency];
  }

  freshness(source: DataSource): number | undefined {
    return this.#asOf.get(source);
  }

  /** The rule set in force, compiled. */
  get policy(): Policy {
    this.index();
    return (this.#policy ??= new Policy(this.#rules, this.index(), this.#factors));
  }

  /** Takes over what the model learned since the index was built; called with the instant of a question. */
  refresh(atMs: number): void {
    if (this.#learned.version === this.#model.version) return;
    this.#learned = { version: this.#model.version, atMs };
    this.#index = null;
  }

  /** The configuration compiled; rebuilt after changes. */
  index(): NetworkIndex {
    if (this.#index) return this.#index;
    this.#index = new NetworkIndex({
      locations: this.#locations,
      services: this.#services,
      methods: this.#methods,
      zones: this.#zones,
      pickupPoints: this.#pickupPoints,
      rules: this.#rules,
      handlingMinutes: (location) => this.#handlingMinutes(location),
    });
    this.#policy = null;
    this.#lanes.clear();
    return this.#index;
  }

  #handlingMinutes(location: LocationConfig): number {
    const { atMs } = this.#learned;
    // Before the first question there is no instant to ask the model for.
    const learned = Number.isNaN(atMs)
      ? null
      : this.#model.handling(location.id, atMs, this.#rules.keptTarget);
    return learned && learned.minutes > 0 ? learned.minutes : location.handlingMinutes;
  }

  /** Lanes into an area, as of a day. */
  lanes(target: LaneTarget, day: number): Lanes {
    const index = this.index();
    let lanes = this.#lanes.get(target.id);
    if (!lanes || lanes.day !== day) {
      if (this.#lanes.size >= LANE_AREAS) this.#lanes.delete(this.#lanes.keys().next().value!);
      lanes = new Lanes(index, target, this.#model, this.#factors, this.#rules, day);
      this.#lanes.set(target.id, lanes);
    }
    return lanes;
  }

  #changed(): void {
    this.#revision++;
    this.#index = null;
  }
}

/** An empty network under the default rules. */
export const createNetwork = (): Network => new Network();
