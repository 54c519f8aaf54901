import { promise } from '@promesse/promise-engine/promise';
import { describe, expect, it } from 'vitest';
import { lane, location, service } from '../domain/network/facts.fixture.ts';
import { defaultPromiseSettings as settings } from '../domain/settings.ts';
import { NetworkKeeper } from './networkKeeper.ts';

describe('the network', () => {
  it('takes facts in any order and never goes back to an older count of stock', () => {
    const facts = (revision: number, onHand: number) => ({
      ...{ sku: 'shoe', locationId: 'lyon', revision, onHand, reserved: 0, softReserved: 0 },
      ...{ safetyStock: 0, incoming: [], futureReserved: 0, announced: 0, asOfMs: 0 },
    });
    const keeper = new NetworkKeeper();
    keeper.stock(facts(2, 7));
    keeper.stock(facts(1, 99));
    keeper.location(location());
    keeper.service(service());
    // The second number of an entry is what is on hand.
    expect(keeper.network.stock.of('shoe')?.entries[1]).toBe(7);
  });
  it('knows the public holidays of where it delivers, whatever days its shops name', () => {
    const keeper = new NetworkKeeper();
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
    const keeper = new NetworkKeeper();
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
    const keeper = new NetworkKeeper();
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
    const keeper = new NetworkKeeper();
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
    const keeper = new NetworkKeeper();
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
