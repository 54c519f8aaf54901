import type { EventPayload } from '../../../schema/events/registry.ts';
import { createNetwork, type Network } from '@promesse/promise-engine/network/network';
import type { DeliveryMethodType } from '@promesse/promise-engine/model/networkConfig';
import { zoneClock } from '@promesse/promise-engine/time/zoneClock';
import type { UnavailableOption } from '@promesse/promise-engine/model/reasons';
import { defaultPromiseSettings, type PromiseSettings } from '../domain/settings.ts';
import { collectionMethods } from './collectionMethods.ts';
import { calendarRange, calendarYears } from './calendarRange.ts';
import { countryZone, postalZone } from './countries.ts';
import { startingRules } from './startingRules.ts';
import { engineLocation, enginePickupPoint, type LocationFacts } from './placeConfigs.ts';
import {
  bringsToStores,
  engineMethods,
  engineServiceId,
  engineServices,
  type ServiceFacts,
} from './serviceConfigs.ts';
import { unservedMethods } from './unservedMethods.ts';
import { WindowBook } from './windowBook.ts';

export type VariantFacts = EventPayload<'catalog.VariantsChanged'>['variants'][number];
export type StockFacts = EventPayload<'catalog.StockImported'>['positions'][number];

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
  /** Brings the dates that can be promised for up to an instant. */
  dateCalendars(nowMs: number): void;
  /** What is sold of delivery windows. */
  readonly windows: WindowBook;
  readonly services: ReadonlyMap<string, ServiceFacts>;
  readonly locations: ReadonlyMap<string, LocationFacts>;
}

/** @param settings what the retailer decides; `configure` replaces them. */
export function createNetworkKeeper(settings = defaultPromiseSettings): NetworkKeeper {
  let terms: PromiseSettings = settings;
  const network = createNetwork();
  const locations = new Map<string, LocationFacts>();
  const services = new Map<string, ServiceFacts>();
  const revisions = new Map<string, number>();
  const holidayNumbers = new Set<number>();
  const unservedIn = new Map<string, readonly UnavailableOption[]>();
  network.setRules(startingRules);
  const putSettings = (): void => {
    network.setExchangeRates(terms.exchangeRates);
    network.setOfferTerms(terms.offers);
  };
  const putCollection = (): void => {
    const serviceIds = [...services.values()].flatMap(bringsToStores);
    for (const method of collectionMethods(terms, serviceIds)) network.setMethod(method);
  };
  putSettings();
  putCollection();

  /** A country's holidays: the days on which all its stock-holding places are closed. */
  const holidays = (): Record<string, string[]> => {
    const closed = new Map<string, { places: number; days: Map<string, number> }>();
    for (const { country, kind, closedDays } of locations.values()) {
      if (kind === 'PICKUP_POINT') continue;
      const entry = closed.get(country) ?? { places: 0, days: new Map<string, number>() };
      entry.places++;
      for (const day of closedDays) entry.days.set(day, (entry.days.get(day) ?? 0) + 1);
      closed.set(country, entry);
    }
    return Object.fromEntries(
      [...closed].map(([country, { places, days }]) => [
        country,
        [...days].filter(([, count]) => count === places).map(([day]) => day),
      ]),
    );
  };
  const zones = (country: string): void => {
    const whole = countryZone(country);
    if (whole !== undefined) network.setZone(whole);
  };
  const putLocation = (facts: LocationFacts): void => {
    if (facts.kind === 'PICKUP_POINT') {
      const point = enginePickupPoint(facts, services.values());
      if (point !== undefined) network.setPickupPoint(point);
    } else network.setLocation(engineLocation(facts, services.values(), terms, loads.get(facts.locationId)));
  };
  const putService = (facts: ServiceFacts, closed: Record<string, string[]>): void => {
    for (const service of engineServices(facts, closed, terms)) network.setService(service);
    for (const method of engineMethods(facts, terms)) network.setMethod(method);
    for (const lane of facts.lanes) {
      zones(lane.destinationCountry);
      for (const prefix of lane.postalPrefixes) putZone(lane.destinationCountry, prefix);
    }
  };
  const putZone = (country: string, prefix: string): void => {
    const near = [...locations.values()].find(
      (each) => each.country === country && each.postalCode.startsWith(prefix),
    );
    const whole = countryZone(country);
    const place = near ?? (whole === undefined ? undefined : { ...whole.centre, timeZone: whole.timeZone });
    if (place !== undefined) network.setZone(postalZone(country, prefix, place));
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
    const closed = holidays();
    holidayNumbers.clear();
    for (const day of Object.values(closed).flat())
      holidayNumbers.add(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
    for (const facts of services.values()) putService(facts, closed);
    windows.tellAll();
    putCollection();
    for (const facts of locations.values()) {
      zones(facts.country);
      if (facts.kind !== 'PICKUP_POINT') putZone(facts.country, facts.postalCode.slice(0, 2));
      putLocation(facts);
    }
  };

  return {
    get network() {
      settle();
      return network;
    },
    dateCalendars: (nowMs) => {
      settle();
      const day = Math.floor(nowMs / 86_400_000);
      if (day === datedDay) return;
      datedDay = day;
      const range = calendarRange(calendarYears(locations.values()), nowMs);
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
