import { desnz2025, type FactorSet } from '../carbon/factors.ts';
import type { StockLevel } from '../model/goodsConfig.ts';
import type { ExchangeRates, LocationConfig } from '../model/networkConfig.ts';
import { CapacityBook } from './capacityBook.ts';
import { CompiledNetwork } from './compiledNetwork.ts';
import type { Lanes, LaneTarget } from './lanes.ts';
import type { NetworkIndex } from './networkIndex.ts';
import { NetworkRecords } from './networkRecords.ts';
import { sizeOf, type NetworkSize } from './networkSize.ts';
import type { Policy } from './policy.ts';
import { defaultRules } from '../rules/defaultRules.ts';
import { defaultOfferTerms, type OfferTerms } from '../model/offerTerms.ts';
import type { Locator } from '../model/locator.ts';
import type { DataSource, RuleSet } from '../model/ruleTypes.ts';
import { Scratch } from '../workspace/scratch.ts';
import { StockBook } from './stockBook.ts';
import { tableTransitModel, type TransitModel } from '../model/transitModel.ts';
import { dayOfIso, FIRST_DAY, LAST_DAY, minutesOf } from '../time/zoneClock.ts';

/**
 * The in-memory network all answers are computed from: configuration, stock, capacity, rules and learned times.
 * Events change it through the setters, each of which replaces the record with the same id; nothing here does
 * I/O or reads a clock. One network serves one thread.
 */
export class Network extends NetworkRecords {
  readonly stock = new StockBook();
  readonly capacity = new CapacityBook();
  readonly #asOf = new Map<DataSource, number>();
  readonly scratch = new Scratch();
  /**
   * Whether candidates that can be in no better plan are passed over unseen. Answers are the same without, only slower:
   * tests compare both.
   */
  pruning = true;
  #rules: RuleSet = defaultRules;
  #model: TransitModel = tableTransitModel;
  #factors: FactorSet = desnz2025;
  #rates: ExchangeRates = { EUR: 1 };
  #terms: OfferTerms = defaultOfferTerms;
  #channelBuffers: Readonly<Record<string, number>> = {};
  #locate: Locator | undefined;
  #knowsDays: ((country: string, day: number) => boolean) | undefined;
  #firstDay = FIRST_DAY + 31;
  #lastDay = LAST_DAY - 400;
  #revision = 0;
  #compiled: CompiledNetwork | null = null;
  /** What the index took from the model: its version then, and the instant it was asked for. */
  #learned = { version: '', atMs: NaN };

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
    this.changed();
  }

  /** Runs `work` under other rules and puts everything back, compiled state included. Synchronous only. */
  withRules<T>(rules: RuleSet, work: () => T): T {
    const kept = { rules: this.#rules, compiled: this.#compiled };
    this.#rules = rules;
    this.#compiled = null;
    try {
      return work();
    } finally {
      this.#rules = kept.rules;
      this.#compiled = kept.compiled;
    }
  }

  setTransitModel(model: TransitModel): void {
    this.#model = model;
    this.#learned = { version: '', atMs: NaN };
    this.changed();
  }

  setCarbonFactors(factors: FactorSet): void {
    this.#factors = factors;
    this.changed();
  }

  /** Says where postal codes lie; without it, destinations are as precise as the zones. */
  setLocator(locate: Locator): void {
    this.#locate = locate;
    this.changed();
  }

  /** Units of each currency for one unit of the base currency, in which costs are configured. */
  setExchangeRates(rates: ExchangeRates): void {
    this.#rates = rates;
  }

  /** What the retailer decides about offers; check it first (`offerTermsSchema`). */
  setOfferTerms(terms: OfferTerms): void {
    this.#terms = terms;
    this.changed();
  }

  /** Units that a sales channel leaves at each location for the others, by channel. */
  setChannelBuffers(buffers: Readonly<Record<string, number>>): void {
    this.#channelBuffers = buffers;
  }

  /** What a channel leaves at each location; 0 for one not named. */
  channelBuffer(channel: string): number {
    return Object.hasOwn(this.#channelBuffers, channel) ? this.#channelBuffers[channel]! : 0;
  }

  /** Tells how fresh a source of data is (epoch ms). */
  setFreshness(source: DataSource, asOfMs: number): void {
    this.#asOf.set(source, asOfMs);
  }

  /** Says whether the holidays of a country around a day (days since 1970-01-01) are known; all are unless told. */
  setKnownDays(knows: (country: string, day: number) => boolean): void {
    this.#knowsDays = knows;
  }

  /** Whether holidays around a day are known; a promise where they are not is degraded. */
  knowsDays(country: string, day: number): boolean {
    return this.#knowsDays?.(country, day) ?? true;
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

  get terms(): OfferTerms {
    return this.#terms;
  }

  get transitModel(): TransitModel {
    return this.#model;
  }

  get calendarDays(): { readonly first: number; readonly last: number } {
    return { first: this.#firstDay, last: this.#lastDay };
  }

  /** Names what an answer rests on: rule set, configuration revision, learned times, factors. */
  get configVersion(): string {
    const compiled = this.#compiled;
    if (compiled?.version) return compiled.version;
    const { id, version } = this.#rules;
    const learned = this.#learned.version || this.#model.version;
    const name = `${id}.${version}/c${this.#revision}/${learned}/${this.#factors.version}`;
    // Before the first question the model may still learn under the same index.
    if (compiled && this.#learned.version !== '') compiled.version = name;
    return name;
  }

  get size(): NetworkSize {
    return sizeOf(this, this.stock);
  }

  rate(currency: string): number | undefined {
    return this.#rates[currency];
  }

  freshness(source: DataSource): number | undefined {
    return this.#asOf.get(source);
  }

  /** The rule set in force, compiled. */
  get policy(): Policy {
    return this.#compile().policy;
  }

  /** Takes over what the model learned since the index was built; called with the instant of a question. */
  refresh(atMs: number): void {
    if (this.#learned.version === this.#model.version) return;
    this.#learned = { version: this.#model.version, atMs };
    this.outdated();
  }

  /** The configuration compiled; rebuilt after changes. */
  index(): NetworkIndex {
    return this.#compile().index;
  }

  /** Lanes into an area, as of a day. */
  lanes(target: LaneTarget, day: number): Lanes {
    return this.#compile().lanes(target, day);
  }

  #compile(): CompiledNetwork {
    if (this.#compiled) return this.#compiled;
    const { locations, services, methods, zones, pickupPoints } = this;
    const handlingMinutes = this.#handlingMinutes.bind(this);
    const config = {
      ...{ locations, services, methods, zones, pickupPoints, handlingMinutes },
      rules: this.#rules,
      locate: this.#locate,
    };
    return (this.#compiled = new CompiledNetwork(config, this.#model, this.#factors));
  }

  #handlingMinutes(location: LocationConfig): number {
    const { atMs } = this.#learned;
    // Before the first question there is no instant to ask the model for.
    const learned = Number.isNaN(atMs)
      ? null
      : this.#model.handling(location.id, atMs, this.#rules.keptTarget);
    return learned && learned.minutes > 0 ? learned.minutes : location.handlingMinutes;
  }

  /** Marks what is compiled as out of date, and names it anew. */
  changed(): void {
    this.#revision++;
    this.outdated();
  }

  /** Marks what is compiled as out of date. */
  outdated(): void {
    this.#compiled = null;
  }
}

/** An empty network under the default rules. */
export const createNetwork = (): Network => new Network();
