import { describe, expect, it } from 'vitest';
import { promise } from '@promesse/promise-engine/promise';
import { calendarRange, calendarYears } from './calendarRange.ts';
import { areaZone } from './areas.ts';
import { postalFiles } from '@promesse/geography/postal/files';
import { defaultPromiseSettings as settings } from '../domain/settings.ts';
import { createNetworkKeeper } from './networkKeeper.ts';
import type { LocationFacts } from './facts.ts';
import { engineLocation, enginePickupPoint } from './placeConfigs.ts';
import type { ServiceFacts } from './facts.ts';
import {
  bringsToStores,
  engineMethods,
  engineServiceId,
  engineServices,
  pickupSchedules,
  serviceCodeOf,
} from './serviceConfigs.ts';
import { unservedMethods } from './unservedMethods.ts';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const lane = (from: string, to: string, more: object = {}): ServiceFacts['lanes'][number] => ({
  ...{ originCountry: from, destinationCountry: to, postalPrefixes: [] },
  ...{ transitDaysMin: 1, transitDaysMax: 3, price: eur(490), pricePerKg: eur(50) },
  ...{ cost: eur(300), costPerKg: eur(40) },
  ...more,
});
const service = (more: Partial<ServiceFacts> = {}): ServiceFacts => ({
  ...{ code: 'parcel', carrier: 'postale', name: { en: 'Parcel', fr: 'Colis' }, active: true },
  ...{ methodTypes: ['SHIPPING'], maxWeightGrams: 30_000, maxLengthMm: 1_200, refusedRestrictions: [] },
  ...{ lastMileVehicle: 'VAN_DIESEL', stopsPerRound: 100, kmPerRound: 80, lineHaulVehicle: 'HGV_ARTIC' },
  ...{ pickupWeekdays: [1, 2, 3, 4, 5], pickupTime: '18:00', deliveryWeekdays: [1, 2, 3, 4, 5, 6] },
  ...{ deliveryFrom: '08:00', deliveryUntil: '18:00', windows: [], lanes: [lane('FR', 'FR')] },
  ...more,
});
const location = (more: Partial<LocationFacts> = {}): LocationFacts => ({
  ...{ locationId: 'lyon', name: 'Lyon', kind: 'STORE', city: 'Lyon', country: 'FR', postalCode: '69002' },
  ...{ latitude: 45.7, longitude: 4.8, timeZone: 'Europe/Paris', closedDays: ['2026-05-01'] },
  openingHours: [{ weekday: 1, opensAt: '09:00', closesAt: '19:00' }],
  ...{ abilities: ['SHIP', 'COLLECT'], capacityPerDay: 40, handlingMinutes: 30, active: true },
  ...more,
});

describe('a destination', () => {
  it('is known by its country, and closer by the postal code of a place nearby', () => {
    const zone = (destination: string, prefix = '') =>
      areaZone(postalFiles(), { destination, prefix }, '2026-11-30');
    expect(zone('FR')).toMatchObject({ precision: 'COUNTRY', timeZone: 'Europe/Paris', taxRate: 2000 });
    expect(zone('JP')).toMatchObject({ precision: 'COUNTRY', timeZone: 'Asia/Tokyo', taxRate: 0 });
    expect(zone('FR', '69')).toMatchObject({
      id: 'FR-69',
      country: 'FR',
      postalPrefixes: ['69'],
      taxRate: 2000,
    });
    expect(zone('PT-ACO')).toMatchObject({ timeZone: 'Atlantic/Azores', taxRate: 1600 });
    expect(zone('QQ')).toBeUndefined();
  });
});

describe('a carrier service', () => {
  it('is one service of the engine for each lane, and finds back to its code', () => {
    const two = service({ code: 'a#b', lanes: [lane('FR', 'FR'), lane('FR', 'IT', { maxDistanceKm: 900 })] });
    const made = engineServices(two, { FR: ['2026-05-01'] }, settings);
    expect(made.map(({ id }) => serviceCodeOf(id))).toEqual(['a#b', 'a#b']);
    // Rules name the carrier's service, whatever the lane.
    expect(made.map(({ code }) => code)).toEqual(['a#b', 'a#b']);
    expect(made.map(({ countries }) => countries)).toEqual([['FR'], ['IT']]);
    expect(made[1]?.transit).toEqual([{ maxKm: 900, earliestDays: 1, latestDays: 3 }]);
    expect(made[0]?.transitDays).toEqual([true, true, true, true, true, false, false]);
  });
  it('offers a method for each type and country, at the price of the domestic lane', () => {
    const lanes = [lane('IT', 'FR', { price: eur(1_200) }), lane('FR', 'FR'), lane('FR', 'IT')];
    const methods = engineMethods(service({ methodTypes: ['SHIPPING', 'LOCKER'], lanes }), settings);
    expect(methods.map(({ code }) => code)).toEqual([
      ...['parcel.shipping.fr', 'parcel.shipping.it', 'parcel.locker.fr', 'parcel.locker.it'],
    ]);
    expect(methods[0]).toMatchObject({
      prices: { EUR: { base: 490, perKg: 50 } },
      serviceIds: [engineServiceId('parcel', 0), engineServiceId('parcel', 1)],
      titles: { en: 'Parcel', fr: 'Colis', it: 'Parcel' },
    });
  });
  it('that brings goods to stores is a means of collecting there, and no method of its own', () => {
    const shuttle = service({ code: 'shuttle', methodTypes: ['PICKUP_IN_STORE'] });
    expect(engineMethods(shuttle, settings)).toEqual([]);
    expect(bringsToStores(shuttle)).toEqual(['shuttle#0']);
    expect(bringsToStores(service())).toEqual([]);
    expect(bringsToStores({ ...shuttle, active: false })).toEqual([]);
  });
  it('within a day is a courier, who comes to places that serve within the hour alone', () => {
    const bike = service({ lanes: [lane('FR', 'FR', { transitMinutes: 50, maxDistanceKm: 5 })] });
    expect(engineServices(bike, {}, settings)[0]?.courier).toMatchObject({
      baseMinutes: 30,
      radiusKm: 5,
      onCall: true,
    });
    expect(pickupSchedules(bike, 'FR', true)).toHaveLength(1);
    expect(pickupSchedules(bike, 'FR', false)).toEqual([]);
    expect(pickupSchedules(service(), 'IT', false)).toEqual([]);
  });
  it('that does not reach a country is told once for each of its types, unless it is at rest', () => {
    const types = service({
      methodTypes: ['SHIPPING', 'EXPRESS'],
      lanes: [lane('FR', 'FR'), lane('FR', 'BE')],
    });
    const told = unservedMethods([types, service({ code: 'old', active: false })], 'IT', settings);
    expect(told.map(({ methodType, reasons }) => [methodType, reasons[0]?.code])).toEqual([
      ['SHIPPING', 'COUNTRY_NOT_SERVED'],
      ['EXPRESS', 'COUNTRY_NOT_SERVED'],
    ]);
    expect(unservedMethods([types], 'BE', settings)).toEqual([]);
  });
});

describe('a place', () => {
  it('has its own hours, capacity, and the pickups of services of its country', () => {
    const made = engineLocation(location(), [service(), service({ code: 'off', active: false })], settings);
    expect(made.opening.weekly[0]).toEqual([{ open: '09:00', close: '19:00' }]);
    expect(made.opening.weekly[6]).toEqual([]);
    expect(made).toMatchObject({ collect: true, shipFrom: true, capacity: { perDay: 40 }, oversize: false });
    expect(made.pickups.map(({ serviceId }) => serviceId)).toEqual(['parcel#0']);
  });
  it('where a carrier holds parcels belongs to the first carrier that delivers to such places there', () => {
    const point = location({ kind: 'PICKUP_POINT', abilities: ['LOCKER'] });
    const relay = service({ code: 'relay', carrier: 'relais', methodTypes: ['LOCKER'] });
    expect(enginePickupPoint(point, [service(), relay])).toMatchObject({ kind: 'LOCKER', carrier: 'relais' });
    expect(enginePickupPoint(point, [service()])).toBeUndefined();
    expect(() => engineLocation(point, [], settings)).toThrow('holds no stock');
  });
});

describe('the network', () => {
  it('takes facts in any order and never goes back to an older count of stock', () => {
    const facts = (revision: number, onHand: number) => ({
      ...{ sku: 'shoe', locationId: 'lyon', revision, onHand, reserved: 0, softReserved: 0 },
      ...{ safetyStock: 0, incoming: [], futureReserved: 0, announced: 0 },
    });
    const keeper = createNetworkKeeper();
    keeper.stock(facts(2, 7) as never);
    keeper.stock(facts(1, 99) as never);
    keeper.location(location());
    keeper.service(service());
    // The second number of an entry is what is on hand.
    expect(keeper.network.stock.of('shoe')?.entries[1]).toBe(7);
  });
  it('knows the public holidays of where it delivers, whatever days its shops name', () => {
    const keeper = createNetworkKeeper();
    const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
    keeper.location(location({ closedDays: [] }));
    keeper.service(service({ lanes: [lane('FR', 'FR'), lane('FR', 'PL')] }));
    keeper.dateCalendars(Date.parse('2028-12-20T08:00:00Z'));
    const holidays = ['2028-12-25', '2029-01-01', '2028-11-11', '2029-05-03', '2028-12-27'].map((iso) =>
      keeper.isHoliday(day(iso)),
    );
    expect(holidays).toEqual([true, true, true, true, false]);
  });
  it('knows how busy a place is today, in quarters of what it can do', () => {
    const keeper = createNetworkKeeper();
    keeper.location(location());
    keeper.service(service());
    const loadAt = (iso: string): number | undefined => {
      keeper.weighLoads(Date.parse(iso));
      return keeper.network.index().locations[keeper.network.findLocation('lyon')!]?.load;
    };
    keeper.capacity('lyon', '2026-11-23', 31);
    const version = keeper.network.configVersion;
    expect(loadAt('2026-11-22T22:59:00Z')).toBe(0);
    expect(keeper.network.configVersion).toBe(version);
    // Monday begins an hour earlier in Lyon; 31 of 40.
    expect(loadAt('2026-11-22T23:00:00Z')).toBe(0.75);
    keeper.capacity('lyon', '2026-11-23', 45);
    expect(loadAt('2026-11-23T12:00:00Z')).toBe(1);
    expect(loadAt('2026-11-24T12:00:00Z')).toBe(0);
  });
  it('speaks for the years whose holidays it knows, and for a year around now in any case', () => {
    const at = (iso: string): number => Date.parse(iso);
    const years = calendarYears([location({ closedDays: ['2026-05-01', '2028-12-25'] }), location()]);
    expect(years).toEqual({ first: 2026, last: 2028 });
    expect(calendarRange(years, at('2026-11-22T00:00:00Z'))).toEqual(['2025-11-21', '2028-12-31']);
    expect(calendarRange(years, at('2028-12-30T00:00:00Z'))).toEqual(['2026-01-01', '2029-12-31']);
    expect(
      calendarRange(calendarYears([location({ closedDays: [] })]), at('2026-11-22T00:00:00Z')),
    ).toBeNull();
    const keeper = createNetworkKeeper();
    keeper.location(location({ closedDays: ['2026-05-01'] }));
    keeper.service(service());
    const reasonAt = (iso: string): string | undefined => {
      keeper.dateCalendars(at('2026-11-22T00:00:00Z'));
      const destination = { country: 'FR' };
      const lines = [{ sku: 'none', quantity: 1 }];
      const result = promise(keeper.network, {
        channel: 'web',
        currency: 'EUR',
        at: at(iso),
        destination,
        lines,
      });
      return result.unavailable[0]?.reasons[0]?.code;
    };
    expect(reasonAt('2027-11-20T00:00:00Z')).toBe('UNKNOWN_SKU');
    expect(reasonAt('2028-01-01T00:00:00Z')).toBe('CLOCK_OUT_OF_RANGE');
    expect(reasonAt('2024-01-01T00:00:00Z')).toBe('CLOCK_OUT_OF_RANGE');
  });
  it('tells refusals by country, narrowed to what was asked for', () => {
    const keeper = createNetworkKeeper();
    keeper.service(service({ methodTypes: ['SHIPPING', 'EXPRESS'] }));
    expect(keeper.unserved('IT', undefined).map(({ methodType }) => methodType)).toEqual([
      ...['SHIPPING', 'EXPRESS'],
    ]);
    expect(keeper.unserved('IT', ['EXPRESS'])).toHaveLength(1);
    expect(keeper.unserved('FR', undefined)).toEqual([]);
    keeper.service(service({ lanes: [lane('FR', 'FR'), lane('FR', 'IT')] }));
    expect(keeper.unserved('IT', undefined)).toEqual([]);
  });
});

describe('settings', () => {
  it('are in force at the next read, and what they replace is gone', () => {
    const keeper = createNetworkKeeper();
    keeper.location(location());
    const collect = () => keeper.network.index().methods.find((m) => m.methodType === 'PICKUP_IN_STORE');
    const workOf = () => keeper.network.index().handlingCost[0];
    expect(collect()).toMatchObject({ code: 'collect-in-store', radiusKm: 50, prices: { EUR: { base: 0 } } });
    const before = workOf();
    const { PICKUP_IN_STORE, RESERVE_AND_COLLECT } = settings.collection;
    const costs = { perOrder: (before ?? 0) + 11, perUnit: 1 };
    keeper.configure({
      ...settings,
      exchangeRates: { EUR: 1, SEK: 11.2 },
      collection: {
        PICKUP_IN_STORE: { ...PICKUP_IN_STORE, code: 'pick-up', prices: { EUR: 290 } },
        RESERVE_AND_COLLECT,
      },
      workCosts: { WAREHOUSE: costs, STORE: costs, SUPPLIER: costs },
      offers: { ...settings.offers, collectPlaces: 5 },
    });
    expect(collect()).toMatchObject({ code: 'pick-up', prices: { EUR: { base: 290 } } });
    expect(keeper.network.index().methods.map(({ code }) => code)).not.toContain('collect-in-store');
    expect(keeper.network.rate('SEK')).toBe(11.2);
    expect(keeper.network.terms.collectPlaces).toBe(5);
    expect(workOf()).toBe(costs.perOrder);
  });
});
