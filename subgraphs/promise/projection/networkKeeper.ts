import { isDeepStrictEqual } from 'node:util';
import { currencyCodes } from '@promesse/geography/currencies';
import { postalFiles } from '@promesse/geography/postal/files';
import type { PostalAreas } from '@promesse/geography/postal/locate';
import { ratesReadOn } from '@promesse/geography/vat/rates';
import { createNetwork, type Network } from '@promesse/promise-engine/network/network';
import type { DeliveryMethodType } from '@promesse/promise-engine/model/networkConfig';
import type { UnavailableOption } from '@promesse/promise-engine/model/reasons';
import { zoneClock } from '@promesse/promise-engine/time/zoneClock';
import { defaultChannelBufferUnits } from '../../../schema/events/catalog.ts';
import { CartHoldBook } from '../domain/cartHolds.ts';
import type { IntakeFacts, LocationFacts, ServiceFacts, StockFacts, VariantFacts } from '../domain/facts.ts';
import { areasOf, areaZone } from '../domain/network/areas.ts';
import { collectionMethods } from '../domain/network/collectionMethods.ts';
import { engineStock, engineVariant } from '../domain/network/goodsConfigs.ts';
import { engineLocation, enginePickupPoint } from '../domain/network/placeConfigs.ts';
import { bringsToStores, engineMethods, engineServiceId, engineServices } from '../domain/network/serviceConfigs.ts'; // prettier-ignore
import { startingRules } from '../domain/network/startingRules.ts';
import { unservedMethods } from '../domain/network/unservedMethods.ts';
import { defaultPromiseSettings, type PromiseSettings } from '../domain/settings.ts';
import { CarrierCalendars } from './carrierCalendars.ts';
import { createLocator } from './locator.ts';
import { WindowBook } from './windowBook.ts';

/** How finely the load of a place is told. */
const loadSteps = 4;

/** Keeps the in-memory network in step with what other subgraphs say; facts arrive whole and in any order. */
export class NetworkKeeper {
  /** What is sold of delivery windows. */
  readonly windows: WindowBook;
  /** What carts hold at the catalogue. */
  readonly cartHolds = new CartHoldBook();
  readonly #network = createNetwork();
  readonly #postal: PostalAreas;
  readonly #calendars = new CarrierCalendars();
  readonly #locations = new Map<string, LocationFacts>();
  readonly #intakes = new Map<string, IntakeFacts>();
  readonly #services = new Map<string, ServiceFacts>();
  /** Newest revision of each stock position. */
  readonly #revisions = new Map<string, number>();
  /** How much of its day a place has sold, 0 to 1. */
  readonly #loads = new Map<string, number>();
  readonly #unservedIn = new Map<string, readonly UnavailableOption[]>();
  /** Currencies that goods are priced in. */
  readonly #currencies = new Set<string>();
  #settings: PromiseSettings;
  /** ISO date whose tax rates hold. */
  #today = ratesReadOn;
  #stale = false;
  /** Day up to which the range of dates is told; none yet. */
  #datedDay = NaN;

  /**
   * @param settings what the retailer decides; `configure` replaces them. @param postal where postal codes lie; what
   * comes along unless told.
   */
  constructor(settings = defaultPromiseSettings, postal: PostalAreas = postalFiles()) {
    this.#settings = settings;
    this.#postal = postal;
    this.windows = new WindowBook(({ serviceCode, zoneId, day, from }, sold) => {
      const lanes = this.#services.get(serviceCode)?.lanes ?? [];
      lanes.forEach((_, i) =>
        this.#network.setWindowUse(engineServiceId(serviceCode, i), zoneId, day, from, sold),
      );
    });
    this.#network.setLocator(createLocator(postal));
    this.#network.setKnownDays((country, day) => this.#calendars.knows(country, day));
    this.#network.setRules(startingRules);
    this.#network.setChannelBuffers(defaultChannelBufferUnits);
    this.#putSettings();
    this.#putCollection();
  }

  get network(): Network {
    this.#settle();
    return this.#network;
  }

  get services(): ReadonlyMap<string, ServiceFacts> {
    return this.#services;
  }

  get locations(): ReadonlyMap<string, LocationFacts> {
    return this.#locations;
  }

  /** Puts other settings in force; check them first (`promiseSettingsSchema`). */
  configure(settings: PromiseSettings): void {
    for (const { code } of collectionMethods(this.#settings, [])) this.#network.removeMethod(code);
    this.#settings = settings;
    this.#putSettings();
    this.#stale = true;
  }

  location(facts: LocationFacts): void {
    if (isDeepStrictEqual(this.#locations.get(facts.locationId), facts)) return;
    this.#locations.set(facts.locationId, facts);
    this.#stale = true;
  }

  /** Whether a place takes new orders now. */
  intake(facts: IntakeFacts): void {
    if (isDeepStrictEqual(this.#intakes.get(facts.locationId), facts)) return;
    this.#intakes.set(facts.locationId, facts);
    this.#stale = true;
  }

  service(facts: ServiceFacts): void {
    if (isDeepStrictEqual(this.#services.get(facts.code), facts)) return;
    this.#services.set(facts.code, facts);
    this.#stale = true;
  }

  variant(facts: VariantFacts): void {
    this.#network.setVariant(engineVariant(facts));
    this.#currencies.add(facts.price.currency);
  }

  stock(facts: StockFacts): void {
    const key = `${facts.sku}@${facts.locationId}`;
    if ((this.#revisions.get(key) ?? 0) >= facts.revision) return;
    this.#revisions.set(key, facts.revision);
    this.#network.setStock(facts.sku, facts.locationId, engineStock(facts));
  }

  /** Units that sales channels leave at each location for the others. */
  channelBuffers(buffers: Readonly<Record<string, number>>): void {
    this.#network.setChannelBuffers(buffers);
  }

  capacity(locationId: string, day: string, used: number): void {
    this.#network.setCapacityUse(locationId, day, used);
  }

  /**
   * Takes over how busy the places are today, in quarters of their capacity: the network is laid out anew only when one
   * has become busier or freer by that much.
   */
  weighLoads(nowMs: number): void {
    for (const { locationId, kind, timeZone, capacityPerDay } of this.#locations.values()) {
      if (kind === 'PICKUP_POINT' || capacityPerDay === 0) continue;
      const day = zoneClock(timeZone).dayOf(nowMs);
      const used = this.#network.capacity.used(this.#network.locationNumber(locationId), day);
      const load = Math.min(1, Math.floor((used / capacityPerDay) * loadSteps) / loadSteps);
      if (load === (this.#loads.get(locationId) ?? 0)) continue;
      this.#loads.set(locationId, load);
      this.#stale = true;
    }
  }

  /** Whether a day (number of days since 1970-01-01) is a public holiday in some country of the retailer. */
  isHoliday(day: number): boolean {
    return this.#calendars.isHoliday(day);
  }

  /** Refusals of services that do not reach a country; of all method types, or of some. */
  unserved(country: string, types: readonly DeliveryMethodType[] | undefined): readonly UnavailableOption[] {
    this.#settle();
    let found = this.#unservedIn.get(country);
    if (found === undefined) {
      found = unservedMethods(this.#services.values(), country, this.#settings);
      this.#unservedIn.set(country, found);
    }
    return types === undefined ? found : found.filter(({ methodType }) => types.includes(methodType));
  }

  /** Currencies that goods or deliveries are priced in and that the settings have no rate for: costs count one for one. */
  currenciesWithoutRate(): string[] {
    const used = new Set(this.#currencies);
    for (const { lanes } of this.#services.values()) for (const { price } of lanes) used.add(price.currency);
    return [...used].filter((code) => this.#settings.exchangeRates[code] === undefined).sort();
  }

  /** Brings the dates that can be promised for, and what is known of holidays, up to now and an instant asked about. */
  dateCalendars(nowMs: number, atMs = nowMs): void {
    if (this.#calendars.reach(nowMs, atMs)) this.#stale = true;
    this.#today = new Date(nowMs).toISOString().slice(0, 10);
    this.#settle();
    const day = Math.floor(nowMs / 86_400_000);
    if (day === this.#datedDay) return;
    this.#datedDay = day;
    const range = this.#calendars.rangeOf(this.#locations.values(), nowMs);
    if (range !== null) this.#network.setCalendarRange(...range);
  }

  /** Services, places and zones depend on each other: after a burst of changes they are laid out once, at the next read. */
  #settle(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#datedDay = NaN;
    this.#unservedIn.clear();
    this.#putServices();
    this.windows.tellAll();
    this.#putCollection();
    for (const facts of this.#locations.values()) this.#putLocation(facts);
  }

  #putSettings(): void {
    // Where no rate is set, prices exist in the currency anyway and only costs are compared: one for one, and told.
    const even = Object.fromEntries(currencyCodes().map((currency) => [currency, 1]));
    this.#network.setExchangeRates({ ...even, ...this.#settings.exchangeRates });
    this.#network.setOfferTerms(this.#settings.offers);
  }

  #putCollection(): void {
    const serviceIds = [...this.#services.values()].flatMap(bringsToStores);
    for (const method of collectionMethods(this.#settings, serviceIds)) this.#network.setMethod(method);
  }

  #putServices(): void {
    const areas = areasOf(this.#services.values(), this.#locations.values(), this.#postal);
    for (const area of areas) {
      const zone = areaZone(this.#postal, area, this.#today);
      if (zone !== undefined) this.#network.setZone(zone);
    }
    const closed = this.#calendars.layOut(new Set(areas.map(({ destination }) => destination)));
    for (const facts of this.#services.values()) {
      for (const service of engineServices(facts, closed, this.#settings, areas))
        this.#network.setService(service);
      for (const method of engineMethods(facts, this.#settings, areas)) this.#network.setMethod(method);
    }
  }

  #putLocation(facts: LocationFacts): void {
    const services = this.#services.values();
    if (facts.kind === 'PICKUP_POINT') {
      const point = enginePickupPoint(facts, services);
      if (point !== undefined) this.#network.setPickupPoint(point);
      return;
    }
    const load = this.#loads.get(facts.locationId);
    const intake = this.#intakes.get(facts.locationId);
    this.#network.setLocation(engineLocation(facts, services, this.#settings, { load, intake }));
  }
}
