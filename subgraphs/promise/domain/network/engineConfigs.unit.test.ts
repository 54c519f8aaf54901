import { postalFiles } from '@promesse/geography/postal/files';
import { describe, expect, it } from 'vitest';
import { defaultPromiseSettings as settings } from '../settings.ts';
import { areaZone } from './areas.ts';
import { calendarRange, calendarYears } from './calendarRange.ts';
import { eur, lane, location, service } from './facts.fixture.ts';
import { engineLocation, enginePickupPoint } from './placeConfigs.ts';
import {
  bringsToStores,
  engineMethods,
  engineServiceId,
  engineServices,
  pickupSchedules,
  serviceCodeOf,
} from './serviceConfigs.ts';
import { unservedMethods } from './unservedMethods.ts';

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

describe('the dates that can be promised', () => {
  it('are those of the years shops speak for, and a year around now in any case', () => {
    const at = (iso: string): number => Date.parse(iso);
    const years = calendarYears([location({ closedDays: ['2026-05-01', '2028-12-25'] }), location()]);
    expect(years).toEqual({ first: 2026, last: 2028 });
    expect(calendarRange(years, at('2026-11-22T00:00:00Z'))).toEqual(['2025-11-21', '2028-12-31']);
    expect(calendarRange(years, at('2028-12-30T00:00:00Z'))).toEqual(['2026-01-01', '2029-12-31']);
    expect(
      calendarRange(calendarYears([location({ closedDays: [] })]), at('2026-11-22T00:00:00Z')),
    ).toBeNull();
  });
});
