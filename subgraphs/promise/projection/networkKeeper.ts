import type { EventPayload } from '../../../schema/events/registry.ts';
import { currencyCodes } from '@promesse/geography/currencies';
import { postalFiles } from '@promesse/geography/postal/files';
import type { PostalAreas } from '@promesse/geography/postal/locate';
import { ratesReadOn } from '@promesse/geography/vat/rates';
import { createNetwork, type Network } from '@promesse/promise-engine/network/network';
import type { DeliveryMethodType } from '@promesse/promise-engine/model/networkConfig';
import { zoneClock } from '@promesse/promise-engine/time/zoneClock';
import type { UnavailableOption } from '@promesse/promise-engine/model/reasons';
import { defaultPromiseSettings, type PromiseSettings } from '../domain/settings.ts';
import { collectionMethods } from './collectionMethods.ts';
import { calendarRange, calendarYears } from './calendarRange.ts';
import { areasOf, areaZone } from './areas.ts';
import { createHolidayBook } from './holidays.ts';
import type { Place } from '@promesse/geography/coverage';
import { createLocator } from './locator.ts';
import { startingRules } from './startingRules.ts';
import type { LocationFacts, ServiceFacts } from './facts.ts';
import { engineLocation, enginePickupPoint } from './placeConfigs.ts';
import { bringsToStores, engineMethods, engineServiceId, engineServices } from './serviceConfigs.ts';
import { unservedMethods } from './unservedMethods.ts';
import { WindowBook } from './windowBook.ts';

export type VariantFacts = EventPayload<'catalog.VariantsChanged'>['variants'][number];
export type StockFacts = EventPayload<'catalog.StockImported'>['positions'][number];

/** A promise looks at least so far ahead: holidays there must be known, too. */
const lookAheadDays = 10;
/** Carriers' calendars are laid out for questions no further from now. */
const furthestMs = 3 * 366 * 86_400_000;

/** How finely the load of a place is told. */
const loadSteps = 4;

/** Keeps the in-memory network in step with what other subgraphs say; facts arrive whole and in any order. */
export interface NetworkKeeper {
  readonly network: Network;
  /** Puts other settings in force; check them first (`promiseSettingsSchema`). */
  configure(settings: PromiseSettings): void;
  location(facts: LocationFacts): void;
  service(facts: ServiceFacts): void;
  variant(facts: VariantFacts): void;
  stock(facts: StockFacts): void;
  capacity(locationId: string, day: string, used: number): void;
  /**
   * Takes over how busy the places are today, in quarters of their capacity: the network is laid out anew only when one
   * has become busier or freer by that much.
   */
  weighLoads(nowMs: number): void;
  /** Whether a day (number of days since 1970-01-01) is a public holiday in some country of the retailer. */
  isHoliday(day: number): boolean;
  /** Refusals of services that do not reach a country; of all method types, or of some. */
  unserved(country: string, types: readonly DeliveryMethodType[] | undefined): readonly UnavailableOption[];
  /** Brings the dates that can be promised for, and what is known of holidays, up to now and an instant asked about. */
  dateCalendars(nowMs: number, atMs?: number): void;
  /** What is sold of delivery windows. */
  readonly windows: WindowBook;
  readonly services: ReadonlyMap<string, ServiceFacts>;
  readonly locations: ReadonlyMap<string, LocationFacts>;
}

/**
 * @param settings what the retailer decides; `configure` replaces them. @param postal where postal codes lie; what comes
 * along unless told.
 */
export function createNetworkKeeper(
  settings = defaultPromiseSettings,
  postal: PostalAreas = postalFiles(),
): NetworkKeeper {
  let terms: PromiseSettings = settings;
  const network = createNetwork();
  const holidayBook = createHolidayBook();
  /** Years for which shops have named the days they are closed; null: they name none. */
  let shopYears: ReturnType<typeof calendarYears> = null;
  const locations = new Map<string, LocationFacts>();
  const services = new Map<string, ServiceFacts>();
  const revisions = new Map<string, number>();
  const holidayNumbers = new Set<number>();
  const unservedIn = new Map<string, readonly UnavailableOption[]>();
  network.setLocator(createLocator(postal));
  network.setKnownDays((country, day) =>
    [day, day + lookAheadDays].every((each) => {
      const year = new Date(each * 86_400_000).getUTCFullYear();
      const byShops = shopYears === null || (shopYears.first <= year && year <= shopYears.last);
      return byShops && holidayBook(country, year) !== undefined;
    }),
  );
  network.setRules(startingRules);
  const putSettings = (): void => {
    // Where no rate is set, prices exist in the currency anyway and only costs are compared: one for one.
    const even = Object.fromEntries(currencyCodes().map((currency) => [currency, 1]));
    network.setExchangeRates({ ...even, ...terms.exchangeRates });
    network.setOfferTerms(terms.offers);
  };
  const putCollection = (): void => {
    const serviceIds = [...services.values()].flatMap(bringsToStores);
    for (const method of collectionMethods(terms, serviceIds)) network.setMethod(method);
  };
  putSettings();
  putCollection();

  /** First and last year that carriers' calendars are laid out for. */
  let years: readonly [number, number] = [Infinity, -Infinity];
  /** ISO date whose tax rates hold. */
  let today = ratesReadOn;
  /** Public holidays of destinations: carriers rest on them, whatever shops do. */
  const holidaysIn = (destinations: Iterable<string>): Record<string, string[]> => {
    const found: Record<string, string[]> = {};
    for (const destination of destinations) {
      const days: string[] = [];
      for (let year = years[0]; year <= years[1]; year++)
        days.push(...(holidayBook(destination, year) ?? []));
      found[destination] = days;
    }
    return found;
  };
  const putLocation = (facts: LocationFacts): void => {
    if (facts.kind === 'PICKUP_POINT') {
      const point = enginePickupPoint(facts, services.values());
      if (point !== undefined) network.setPickupPoint(point);
    } else network.setLocation(engineLocation(facts, services.values(), terms, loads.get(facts.locationId)));
  };
  const putService = (
    facts: ServiceFacts,
    closed: Record<string, string[]>,
    areas: readonly Place[],
  ): void => {
    for (const service of engineServices(facts, closed, terms, areas)) network.setService(service);
    for (const method of engineMethods(facts, terms, areas)) network.setMethod(method);
  };
  const windows = new WindowBook(({ serviceCode, zoneId, day, from }, sold) => {
    const lanes = services.get(serviceCode)?.lanes ?? [];
    lanes.forEach((_, i) => network.setWindowUse(engineServiceId(serviceCode, i), zoneId, day, from, sold));
  });
  const loads = new Map<string, number>();
  let stale = false;
  /** Day up to which the range of dates is told; none yet. */
  let datedDay = NaN;
  /** Services, places and zones depend on each other: after a burst of changes they are laid out once, at the next read. */
  const settle = (): void => {
    if (!stale) return;
    stale = false;
    datedDay = NaN;
    unservedIn.clear();
    const areas = areasOf(services.values(), locations.values(), postal);
    for (const area of areas) {
      const zone = areaZone(postal, area, today);
      if (zone !== undefined) network.setZone(zone);
    }
    const closed = holidaysIn(new Set(areas.map(({ destination }) => destination)));
    holidayNumbers.clear();
    for (const day of Object.values(closed).flat())
      holidayNumbers.add(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
    for (const facts of services.values()) putService(facts, closed, areas);
    windows.tellAll();
    putCollection();
    for (const facts of locations.values()) putLocation(facts);
  };

  return {
    get network() {
      settle();
      return network;
    },
    dateCalendars: (nowMs, atMs = nowMs) => {
      // Whoever asks about another century is refused; nothing is laid out for it.
      const nearMs = Math.min(Math.max(atMs, nowMs - furthestMs), nowMs + furthestMs);
      const asked = [nowMs, nearMs].map((ms) => new Date(ms).getUTCFullYear());
      const [first, last] = [Math.min(...asked) - 1, Math.max(...asked) + 2];
      if (first < years[0] || last > years[1]) {
        years = [Math.min(first, years[0]), Math.max(last, years[1])];
        stale = true;
      }
      today = new Date(nowMs).toISOString().slice(0, 10);
      settle();
      const day = Math.floor(nowMs / 86_400_000);
      if (day === datedDay) return;
      datedDay = day;
      shopYears = calendarYears(locations.values());
      const range = calendarRange(shopYears, nowMs);
      if (range !== null) network.setCalendarRange(...range);
    },
    configure: (settings) => {
      for (const { code } of collectionMethods(terms, [])) network.removeMethod(code);
      terms = settings;
      putSettings();
      stale = true;
    },
    windows,
    services,
    locations,
    isHoliday: (day) => holidayNumbers.has(day),
    unserved: (country, types) => {
      settle();
      let found = unservedIn.get(country);
      if (found === undefined) {
        found = unservedMethods(services.values(), country, terms);
        unservedIn.set(country, found);
      }
      return types === undefined ? found : found.filter(({ methodType }) => types.includes(methodType));
    },
    location: (facts) => {
      locations.set(facts.locationId, facts);
      stale = true;
    },
    service: (facts) => {
      services.set(facts.code, facts);
      stale = true;
    },
    variant: (facts) => network.setVariant(variantConfig(facts)),
    stock: (facts) => {
      const key = `${facts.sku}@${facts.locationId}`;
      if ((revisions.get(key) ?? 0) >= facts.revision) return;
      revisions.set(key, facts.revision);
      const { onHand, reserved, softReserved, safetyStock, incoming, futureReserved } = facts;
      network.setStock(facts.sku, facts.locationId, {
        ...{ onHand, safetyStock },
        reserved: reserved + softReserved,
        incoming: unpromised(incoming, futureReserved),
      });
    },
    capacity: (locationId, day, used) => network.setCapacityUse(locationId, day, used),
    weighLoads: (nowMs) => {
      for (const { locationId, kind, timeZone, capacityPerDay } of locations.values()) {
        if (kind === 'PICKUP_POINT' || capacityPerDay === 0) continue;
        const today = zoneClock(timeZone).dayOf(nowMs);
        const share = network.capacity.used(network.locationNumber(locationId), today) / capacityPerDay;
        const load = Math.min(1, Math.floor(share * loadSteps) / loadSteps);
        if (load === (loads.get(locationId) ?? 0)) continue;
        loads.set(locationId, load);
        stale = true;
      }
    },
  };
}

/** Incoming units that nobody waits for yet, the earliest ones taken first. */
function unpromised(
  incoming: StockFacts['incoming'],
  taken: number,
): { quantity: number; availableAtMs: number }[] {
  let left = taken;
  return [...incoming]
    .sort((a, b) => a.expectedAtMs - b.expectedAtMs)
    .map(({ quantity, expectedAtMs }) => {
      const waiting = Math.min(left, quantity);
      left -= waiting;
      return { quantity: quantity - waiting, availableAtMs: expectedAtMs };
    })
    .filter(({ quantity }) => quantity > 0);
}

const variantConfig = (facts: VariantFacts) => ({
  sku: facts.sku,
  weightGrams: facts.weightGrams,
  longestSideCm: Math.max(facts.lengthMm, facts.widthMm, facts.heightMm) / 10,
  dangerousGoods: facts.restrictions.includes('DANGEROUS'),
  oversize: facts.restrictions.includes('OVERSIZE'),
  customisable: facts.customisable,
  value: { [facts.price.currency]: facts.price.amountMinor },
  ...(facts.preorderUntilMs === undefined ? {} : { preorderAtMs: facts.preorderUntilMs }),
  backorder: true,
});
