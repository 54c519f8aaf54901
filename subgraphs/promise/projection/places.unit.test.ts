import { describe, expect, it } from 'vitest';
import { promise } from '@promesse/promise-engine/promise';
import type { DeliveryMethodType } from '@promesse/promise-engine/model/networkConfig';
import type { LocationFacts, ServiceFacts, StockFacts, VariantFacts } from '../domain/facts.ts';
import { NetworkKeeper } from './networkKeeper.ts';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
type Lane = ServiceFacts['lanes'][number];
const lane = (to: string, more: Partial<Lane> = {}): Lane => ({
  ...{
    originCountry: 'FR',
    destinationCountry: to,
    postalPrefixes: [],
    transitDaysMin: 1,
    transitDaysMax: 2,
  },
  ...{ price: eur(500), pricePerKg: eur(0), cost: eur(300), costPerKg: eur(0) },
  ...more,
});
const service = (
  code: string,
  type: DeliveryMethodType,
  lanes: Lane[],
  more: Partial<ServiceFacts> = {},
) => ({
  ...{ code, carrier: 'post', name: { en: code }, methodTypes: [type], active: true, maxWeightGrams: 30_000 },
  ...{ maxLengthMm: 1_200, refusedRestrictions: [], lastMileVehicle: 'VAN_DIESEL', stopsPerRound: 100 },
  ...{ kmPerRound: 80, lineHaulVehicle: 'HGV_ARTIC', pickupWeekdays: [1, 2, 3, 4, 5, 6, 7] },
  ...{ pickupTime: '18:00', deliveryWeekdays: [1, 2, 3, 4, 5, 6, 7], deliveryFrom: '08:00' },
  ...{ deliveryUntil: '21:00', windows: [], lanes },
  ...more,
});
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '20:00' }));
const store = (
  locationId: string,
  postalCode: string,
  latitude: number,
  longitude: number,
): LocationFacts => ({
  ...{ locationId, name: locationId, kind: 'STORE', city: locationId, country: 'FR', postalCode },
  ...{ latitude, longitude, timeZone: 'Europe/Paris', closedDays: [], openingHours: everyDay },
  ...{ abilities: ['SHIP', 'COLLECT', 'INSTANT'], capacityPerDay: 400, handlingMinutes: 10, active: true },
});
const shoe: VariantFacts = {
  ...{ productId: 'p', sku: 'shoe', weightGrams: 900, lengthMm: 300, widthMm: 200, heightMm: 120 },
  ...{ price: eur(8_000), taxBasisPoints: 2_000, restrictions: [], customisable: false },
};
const stock = (locationId: string): StockFacts => ({
  ...{ sku: 'shoe', locationId, revision: 1, onHand: 9, reserved: 0, softReserved: 0, safetyStock: 0 },
  ...{ incoming: [], futureReserved: 0, announced: 0, asOfMs: 0 },
});

/** A retailer with a shop at Bastille in Paris. @param services what carries its goods. */
function retailer(services: readonly ServiceFacts[], closedDays: string[] = []) {
  const keeper = new NetworkKeeper();
  keeper.location({ ...store('bastille', '75011', 48.853, 2.369), closedDays });
  for (const each of services) keeper.service(each);
  keeper.variant(shoe);
  keeper.stock(stock('bastille'));
  return (country: string, postalCode?: string, at = '2026-06-03T08:00:00Z', currency = 'EUR') => {
    const atMs = Date.parse(at);
    keeper.dateCalendars(atMs);
    const { network } = keeper;
    for (const source of ['STOCK', 'CAPACITY', 'TRANSIT', 'CARRIERS', 'CATALOG'] as const)
      network.setFreshness(source, atMs);
    const destination = postalCode === undefined ? { country } : { country, postalCode };
    const lines = [{ sku: 'shoe', quantity: 1 }];
    return promise(network, { channel: 'web', currency, at: atMs, destination, lines, servedOnly: true });
  };
}
const types = ({ options }: { options: readonly { methodType: string }[] }) =>
  [...new Set(options.map(({ methodType }) => methodType))].sort();
const courier = { lastMileVehicle: 'CARGO_BIKE', lineHaulVehicle: 'NONE' };
const townServices = [
  service('home', 'SHIPPING', [lane('FR'), lane('IT'), lane('DE')]),
  service('window', 'SCHEDULED', [lane('FR'), lane('IT'), lane('DE')], {
    windows: ['08:00-12:00', '18:00-21:00'],
  }),
  service('van', 'SAME_DAY', [lane('FR', { maxDistanceKm: 25, transitMinutes: 180 })], courier),
  service('bike', 'INSTANT', [lane('FR', { maxDistanceKm: 7, transitMinutes: 35 })], courier),
];

describe('a destination', () => {
  const ask = retailer(townServices);
  const near = ['PICKUP_IN_STORE', 'RESERVE_AND_COLLECT', 'SAME_DAY', 'SCHEDULED', 'SHIPPING'];

  it.each(['75011', '92100', '78000', '93100', '94300', '75014', '75116'])(
    'close to the shop has all there is: %s',
    (postalCode) => {
      expect(types(ask('FR', postalCode))).toEqual(expect.arrayContaining(near));
    },
  );

  it.each([
    ['FR', '29200'],
    ['FR', '13001'],
    ['IT', '16121'],
    ['DE', '70173'],
  ])('far from the shop has home delivery and windows: %s %s', (country, postalCode) => {
    expect(types(ask(country, postalCode))).toEqual(['SCHEDULED', 'SHIPPING']);
  });

  it('is as far as it is: Montparnasse is kilometres from the shop', () => {
    const pickup = ask('FR', '75014').options.find(
      ({ methodType }) => methodType === 'PICKUP_IN_STORE',
    )?.pickup;
    expect(pickup?.distanceKm).toBeGreaterThan(2.5);
    expect(pickup?.distanceKm).toBeLessThan(6);
  });

  it.each(['77160', '60200', '45000'])(
    'tens of kilometres away gets nothing within the hour: %s',
    (postalCode) => {
      const refused = ask('FR', postalCode).unavailable.find(({ methodType }) => methodType === 'INSTANT');
      expect(['NEEDS_PRECISE_DESTINATION', 'OUT_OF_RADIUS']).toContain(refused?.reasons[0]?.code);
    },
  );

  it('that is roughly known is told so, with what would be needed', () => {
    const refused = ask('FR', '75999').unavailable.find(({ methodType }) => methodType === 'INSTANT');
    expect(refused?.reasons[0]).toMatchObject({ code: 'NEEDS_PRECISE_DESTINATION' });
    expect(refused?.reasons[0]?.message).toMatch(/known to within \d+ km, 5 km are needed/);
    expect(types(ask('FR'))).toEqual(['SHIPPING']);
  });

  it.each([
    ['FR', '97400'],
    ['FR', '97133'],
    ['FR', '98000'],
    ['IT', '23041'],
    ['DE', '27498'],
    ['DE', '78266'],
  ])('in a territory is not served by a lane to its mainland: %s %s', (country, postalCode) => {
    expect(ask(country, postalCode).options).toEqual([]);
  });
});

describe('a lane', () => {
  const shipping = (result: ReturnType<ReturnType<typeof retailer>>, code: string) =>
    result.options.find((option) => option.code.startsWith(code));

  it('to a territory serves it at its own price, date and tax', () => {
    const ask = retailer([
      service('home', 'SHIPPING', [
        lane('FR'),
        lane('FR', { postalPrefixes: ['974'], transitDaysMax: 9, price: eur(2_500) }),
        lane('PT'),
        lane('PT', { postalPrefixes: ['9'], price: eur(1_900) }),
      ]),
    ]);
    const reunion = shipping(ask('FR', '97400'), 'home')!;
    expect(reunion).toMatchObject({ price: eur(2_500), tax: eur(196), timeZone: 'Indian/Reunion' });
    expect(shipping(ask('FR', '75011'), 'home')).toMatchObject({ price: eur(500), tax: eur(83) });
    expect(shipping(ask('PT', '9500-150'), 'home')).toMatchObject({ price: eur(1_900), tax: eur(262) });
    expect(shipping(ask('PT', '9000-001'), 'home')).toMatchObject({ price: eur(1_900), tax: eur(343) });
    expect(ask('FR', '97200').options).toEqual([]);
  });

  it('of one service takes nothing from a narrower one of another', () => {
    const ask = retailer([
      service('city', 'SHIPPING', [lane('FR', { postalPrefixes: ['75'] })]),
      service('quarter', 'SHIPPING', [lane('FR', { postalPrefixes: ['7501'], price: eur(900) })]),
    ]);
    const codes = (postalCode: string) =>
      ask('FR', postalCode)
        .options.map(({ code }) => code)
        .filter((code) => !/collect/.test(code))
        .sort();
    expect(codes('75011')).toEqual(['city.shipping.fr', 'quarter.shipping.fr']);
    expect(codes('75020')).toEqual(['city.shipping.fr']);
    expect(codes('69001')).toEqual([]);
  });

  it('that names the address most narrowly holds for transit and price alike', () => {
    const ask = retailer([
      service('home', 'SHIPPING', [
        lane('FR'),
        lane('FR', { postalPrefixes: ['20'], transitDaysMin: 4, transitDaysMax: 5, price: eur(1_500) }),
        lane('FR', { postalPrefixes: ['202'], transitDaysMin: 6, transitDaysMax: 7, price: eur(1_700) }),
      ]),
    ]);
    const days = (postalCode: string): number =>
      Math.round(
        (shipping(ask('FR', postalCode), 'home')!.latestMs - Date.parse('2026-06-03T08:00:00Z')) / 86_400_000,
      );
    expect(
      ['69001', '20000', '20200'].map((code) => shipping(ask('FR', code), 'home')!.price.amountMinor),
    ).toEqual([500, 1_500, 1_700]);
    expect(days('20000') - days('69001')).toBeGreaterThanOrEqual(3);
    expect(days('20200') - days('20000')).toBeGreaterThanOrEqual(2);
  });

  it('prices each of its areas, and does not go where it is told not to', () => {
    const ask = retailer([
      service('two', 'SHIPPING', [
        lane('FR', { postalPrefixes: ['69'] }),
        lane('FR', { postalPrefixes: ['20'], price: eur(1_500) }),
      ]),
      service('mainland', 'EXPRESS', [lane('FR', { excludedPostalPrefixes: ['20', '69003'] })]),
    ]);
    const prices = ['69001', '20000'].map((code) => shipping(ask('FR', code), 'two')!.price.amountMinor);
    expect(prices).toEqual([500, 1_500]);
    const express = ['69001', '69003', '20000', '75011'].map(
      (code) => shipping(ask('FR', code), 'mainland') !== undefined,
    );
    expect(express).toEqual([true, false, false, true]);
  });

  it.each(['PL', 'SE', 'DK', 'US', 'MC', 'AD', 'JP', 'GR'])('to %s is served', (country) => {
    const ask = retailer([service('world', 'SHIPPING', [lane(country)])]);
    expect(shipping(ask(country), 'world')).toBeDefined();
  });

  it.each(['USD', 'PLN', 'JPY', 'KWD'])('in %s is sold in it', (currency) => {
    const price = { amountMinor: 700, currency };
    const none = { amountMinor: 0, currency };
    const ask = retailer([
      service('home', 'SHIPPING', [lane('FR', { price, pricePerKg: none, cost: price, costPerKg: none })]),
    ]);
    expect(shipping(ask('FR', '75011', undefined, currency), 'home')?.price).toEqual(price);
  });

  it('in a year that shops have named no closed days of is promised later, and says so', () => {
    const home = service('home', 'SHIPPING', [lane('FR', { transitDaysMin: 1, transitDaysMax: 1 })]);
    const known = retailer([home], ['2026-05-01', '2027-05-01']);
    expect(known('FR', '75011', '2027-06-01T08:00:00Z').degradedSources).toEqual([]);
    const unknown = known('FR', '75011', '2028-06-06T08:00:00Z');
    expect(unknown).toMatchObject({ degraded: true, degradedSources: ['CALENDAR'] });
    expect(known('FR', '75011', '2027-12-29T08:00:00Z').degradedSources).toEqual(['CALENDAR']);
    const sure = shipping(retailer([home])('FR', '75011', '2028-06-06T08:00:00Z'), 'home')!;
    expect(shipping(unknown, 'home')!.latestMs).toBeGreaterThan(sure.latestMs);
  });

  it('rests on the public holidays of where it goes, in years no shop has named', () => {
    const ask = retailer([
      service('home', 'SHIPPING', [lane('FR', { transitDaysMin: 1, transitDaysMax: 1 })]),
    ]);
    const day = (at: string): string =>
      new Date(shipping(ask('FR', '75011', at), 'home')!.latestMs).toISOString().slice(0, 10);
    expect(day('2028-12-24T08:00:00Z')).toBe('2028-12-26');
    expect(day('2028-12-31T08:00:00Z')).toBe('2029-01-02');
    expect(day('2027-07-13T08:00:00Z')).toBe('2027-07-15');
  });
});
