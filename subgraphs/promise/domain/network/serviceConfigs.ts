import type {
  MethodConfig,
  MethodPrice,
  PickupSchedule,
  ServiceConfig,
  VehicleClass,
} from '@promesse/promise-engine/model/networkConfig';
import { feesOf, freeFromOf } from './freeDelivery.ts';
import type { PromiseSettings } from '../settings.ts';
import type { ServiceFacts } from '../facts.ts';
import { coveredPlaces, narrowness, type Place } from '@promesse/geography/coverage';
import { areaId, destinationsOf, hasDividedLanes, narrowestLanes } from './lanePlaces.ts';

type Lane = ServiceFacts['lanes'][number];

/** Beyond the longest distance on earth. */
const anywhereKm = 25_000;
const week = [1, 2, 3, 4, 5, 6, 7] as const;

/** Our vehicle names for those of shipping. */
const vehicles: Readonly<Record<string, VehicleClass>> = {
  VAN_DIESEL: 'VAN_DIESEL',
  VAN_ELECTRIC: 'VAN_ELECTRIC',
  CARGO_BIKE: 'CARGO_BIKE',
  HGV_RIGID: 'RIGID_HGV',
  HGV_ARTIC: 'ARTIC_HGV',
  RAIL: 'RAIL',
  AIR_SHORT: 'AIR_SHORT_HAUL',
  NONE: 'NONE',
};

/** The engine knows a service once per lane; this is the way back to the carrier's code. */
export const serviceCodeOf = (engineId: string): string => engineId.slice(0, engineId.lastIndexOf('#'));
export const engineServiceId = (code: string, lane: number): string => `${code}#${lane}`;

/** Code of the method that a service offers in a country. */
export const methodCode = (code: string, type: string, country: string): string =>
  `${code}.${type.toLowerCase().replaceAll('_', '-')}.${country.toLowerCase()}`;

/**
 * One engine service for each lane.
 * @param holidays days without transport or delivery, by destination. @param areas all areas that are told apart.
 */
export function engineServices(
  service: ServiceFacts,
  holidays: Readonly<Record<string, readonly string[]>>,
  settings: PromiseSettings,
  areas: readonly Place[] = [],
): ServiceConfig[] {
  const held = heldAreas(service, areas);
  const days = (of: readonly number[]): boolean[] => week.map((day) => of.includes(day));
  const { windowCapacity } = service;
  const windows = service.windows.map((window) => {
    const [from = '', until = ''] = window.split('-');
    return { from, until, ...(windowCapacity === undefined ? {} : { capacity: windowCapacity }) };
  });
  return service.lanes.map((lane, i) => ({
    id: engineServiceId(service.code, i),
    code: service.code,
    carrier: service.carrier,
    name: service.name.en,
    countries: destinationsOf({ lanes: [lane] }),
    ...(held === undefined ? {} : { zones: held[i] ?? [] }),
    transit: [{ maxKm: lane.maxDistanceKm ?? anywhereKm, earliestDays: lane.transitDaysMin, latestDays: lane.transitDaysMax }], // prettier-ignore
    ...courierOf(lane, settings),
    transitDays: days(service.pickupWeekdays),
    deliveryDays: days(service.deliveryWeekdays),
    holidays,
    deliverFrom: service.deliveryFrom,
    deliverUntil: service.deliveryUntil,
    ...(windows.length === 0 ? {} : { windows }),
    limits: {
      maxParcelKg: service.maxWeightGrams / 1_000,
      maxSideCm: service.maxLengthMm / 10,
      dangerousGoods: !service.refusedRestrictions.includes('DANGEROUS'),
      oversize: !service.refusedRestrictions.includes('OVERSIZE'),
    },
    tariff: { base: lane.cost.amountMinor, perKg: lane.costPerKg.amountMinor },
    carbon: {
      lineHaul: vehicles[service.lineHaulVehicle] ?? 'ARTIC_HGV',
      lastMile: vehicles[service.lastMileVehicle] ?? 'VAN_DIESEL',
      routeKm: service.kmPerRound,
      drops: Math.max(1, service.stopsPerRound),
    },
  }));
}

/** By lane, the ids of the areas it holds for; undefined where every lane goes to all of its destination. */
function heldAreas(service: ServiceFacts, areas: readonly Place[]): string[][] | undefined {
  if (!hasDividedLanes(service)) return undefined;
  const held: string[][] = service.lanes.map(() => []);
  for (const area of areas) for (const i of narrowestLanes(service, area)) held[i]?.push(areaId(area));
  return held;
}

const courierOf = (
  { transitMinutes, maxDistanceKm = 15 }: Lane,
  { courierMinutesPerKm }: PromiseSettings,
): Pick<ServiceConfig, 'courier'> =>
  transitMinutes === undefined
    ? {}
    : {
        courier: {
          baseMinutes: Math.max(5, transitMinutes - courierMinutesPerKm * maxDistanceKm),
          minutesPerKm: courierMinutesPerKm,
          radiusKm: maxDistanceKm,
          onCall: true,
        },
      };

/** Collection in stores is the retailer's own method: services that bring goods there are its means. */
const isCollected = (type: string): boolean => type === 'PICKUP_IN_STORE' || type === 'RESERVE_AND_COLLECT';

/** Engine services that bring goods to stores to be collected. */
export const bringsToStores = ({ active, methodTypes, code, lanes }: ServiceFacts): string[] =>
  active && methodTypes.includes('PICKUP_IN_STORE') ? lanes.map((_, i) => engineServiceId(code, i)) : [];

/**
 * A method for each type and destination the service serves; what the customer pays does not depend on the origin, but
 * on the lane that names the address most narrowly.
 */
export function engineMethods(
  service: ServiceFacts,
  settings: PromiseSettings,
  areas: readonly Place[] = [],
): MethodConfig[] {
  const countries = destinationsOf(service);
  const types = service.methodTypes.filter((type) => !isCollected(type));
  return types.flatMap((methodType) =>
    countries.map((country) => {
      const lanes = service.lanes
        .map((lane, i) => ({ lane, i }))
        .filter(({ lane }) => coveredPlaces(lane).some(({ destination }) => destination === country));
      const { name } = service;
      return {
        code: methodCode(service.code, methodType, country),
        methodType,
        titles: { default: name.en, en: name.en, fr: name.fr ?? name.en, it: name.it ?? name.en },
        serviceIds: lanes.map(({ i }) => engineServiceId(service.code, i)),
        countries: [country],
        prices: pricesOf(lanes.map(({ lane }) => lane)),
        ...(hasDividedLanes(service) ? { zonePrices: pricesByArea(service, country, areas) } : {}),
        ...freeFromOf(methodType, settings),
        ...feesOf(methodType, settings),
        ...(methodType === 'INSTANT' ? { withinMinutes: settings.instantMinutes } : {}),
        active: service.active,
      };
    }),
  );
}

/** Prices of the areas of a destination. */
function pricesByArea(service: ServiceFacts, destination: string, areas: readonly Place[]) {
  const prices: Record<string, MethodConfig['prices']> = {};
  for (const area of areas.filter((each) => each.destination === destination)) {
    const narrowest = Math.max(...service.lanes.map((lane) => narrowness(lane, area)));
    const lanes = service.lanes.filter((lane) => narrowest >= 0 && narrowness(lane, area) === narrowest);
    prices[areaId(area)] = pricesOf(lanes);
  }
  return prices;
}

/** The domestic lane sets the price where there is one. */
function pricesOf(lanes: readonly Lane[]): MethodConfig['prices'] {
  const domesticFirst = [...lanes].sort(
    (a, b) =>
      Number(b.originCountry === b.destinationCountry) - Number(a.originCountry === a.destinationCountry),
  );
  const prices: Record<string, MethodPrice> = {};
  for (const { price, pricePerKg } of domesticFirst)
    prices[price.currency] ??= { base: price.amountMinor, perKg: pricePerKg.amountMinor, includedKg: 1 };
  return prices;
}

/** When the service collects at a location of the lane's origin country. */
export function pickupSchedules(service: ServiceFacts, country: string, instant: boolean): PickupSchedule[] {
  return service.lanes
    .map((lane, i) => ({ lane, serviceId: engineServiceId(service.code, i) }))
    .filter(({ lane }) => lane.originCountry === country && (lane.transitMinutes === undefined || instant))
    .map(({ serviceId }) => ({
      serviceId,
      weekly: week.map((day) => (service.pickupWeekdays.includes(day) ? [service.pickupTime] : [])),
    }));
}
