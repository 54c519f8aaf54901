import { describe, expect, it } from 'vitest';
import { ask, at, option, reasonsOf } from '../test/asking.fixture.ts';
import { method, smallNetwork } from '../test/smallNetwork.fixture.ts';
import { METHOD_TYPES, promise } from './promise.ts';
import { sourceOrder } from './sourceOrder.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

describe('a promise', () => {
  it('offers every configured method for a cart that is in stock near by', () => {
    const result = promise(smallNetwork(), ask());
    expect(new Set(result.options.map((o) => o.methodType))).toEqual(new Set(METHOD_TYPES));
    expect(result.unavailable).toEqual([]);
  });

  it('reckons home delivery by hand: Monday noon collection missed, evening made, two business days', () => {
    const home = option(promise(smallNetwork(), ask()), 'home-standard');
    // 11:00 Paris + 15 min release + 2 h work = 13:15: the 18:00 collection, 390 km away: two days.
    expect(home.shipments.map((s) => s.locationId)).toEqual(['warehouse']);
    expect(iso(home.shipments[0]!.dispatchMs)).toBe('2026-11-23T17:00:00.000Z');
    expect(iso(home.latestMs)).toBe('2026-11-25T17:00:00.000Z');
    // 18:00 less two hours of work, less 15 minutes.
    expect(iso(home.orderByMs)).toBe('2026-11-23T14:45:00.000Z');
    // 80 handling + 2 x 25 picking + 450 + 2 kg x 40.
    expect(home.costToServe).toEqual({ amountMinor: 660, currency: 'EUR' });
    expect(home.price).toEqual({ amountMinor: 490, currency: 'EUR' });
    expect(home.tax.amountMinor).toBe(82);
  });

  it('charges each begun kilogram beyond those within the price', () => {
    const network = smallNetwork();
    const home = network.index().methods.find(({ code }) => code === 'home-standard')!;
    network.setMethod({ ...home, prices: { EUR: { base: 490, perKg: 40, includedKg: 1 } } });
    const priceOf = (weightGrams: number, quantity: number): number => {
      network.setVariant({ sku: 'A', weightGrams });
      return option(promise(network, ask({ lines: [{ sku: 'A', quantity }] })), 'home-standard').price
        .amountMinor;
    };
    expect([priceOf(300, 1), priceOf(1000, 1), priceOf(1001, 1), priceOf(100, 10), priceOf(850, 2)]).toEqual([
      490, 490, 530, 490, 530,
    ]);
  });

  it('lists the soonest of a type first, then the cheapest, whatever was configured first', () => {
    const network = smallNetwork();
    network.setMethod({ ...method('cheap', 'SHIPPING', ['standard']), prices: { EUR: { base: 390 } } });
    network.setMethod({ ...method('quick', 'SHIPPING', ['express']), prices: { EUR: { base: 990 } } });
    const shipped = promise(network, ask({ methodTypes: ['SHIPPING'] })).options;
    expect(shipped.map((o) => o.code)).toEqual(['quick', 'cheap', 'home-standard']);
  });

  it('changes its date at the cut-off, to the millisecond', () => {
    const network = smallNetwork();
    const home = option(promise(network, ask()), 'home-standard');
    const last = option(promise(network, ask({ at: home.orderByMs })), 'home-standard');
    const late = option(promise(network, ask({ at: home.orderByMs + 1 })), 'home-standard');
    expect(last.latestMs).toBe(home.latestMs);
    expect(late.latestMs).toBeGreaterThan(home.latestMs);
  });

  it('splits when no place has everything, and never beyond the limit', () => {
    const lines = [
      { sku: 'A', quantity: 2 },
      { sku: 'B', quantity: 3 },
    ];
    expect(option(promise(smallNetwork(), ask({ lines })), 'home-standard').splitCount).toBe(1);
    const whole = promise(smallNetwork(), ask({ lines, limits: { maxSplits: 0 } }));
    expect(reasonsOf(whole, 'home-standard')).toContain('SPLIT_LIMIT');
  });

  it('joins lines of one article before it looks at stock', () => {
    const lines = [
      { sku: 'B', quantity: 2 },
      { sku: 'B', quantity: 3 },
    ];
    expect(reasonsOf(promise(smallNetwork(), ask({ lines })), 'home-standard')).toContain('NOT_ENOUGH_STOCK');
  });

  it('counts legs of carbon per stop, and the trip of the customer apart', () => {
    const result = promise(smallNetwork(), ask());
    const home = option(result, 'home-standard').carbon;
    // 317 g/km x 80 km / 120 drops.
    expect(home.legs.find((l) => l.kind === 'LAST_MILE')!.grams).toBeCloseTo(211.3, 1);
    expect(home).toMatchObject({
      scope: 'WTW',
      method: 'ISO14083',
      factorSet: 'DESNZ-2025',
      accuracy: 'MODELED',
    });
    expect(home.grams).toBeCloseTo(
      home.legs.reduce((sum, l) => sum + l.grams, 0),
      9,
    );
    const collect = option(result, 'click-collect').carbon;
    expect(collect.grams).toBe(0);
    // An area is not a place: 2 x 5 km x 1.2 x 160 g/km x 1/3; with coordinates the way itself counts.
    expect(collect.customerTrip).toMatchObject({ grams: expect.closeTo(640, 6), accuracy: 'DEFAULT' });
    const near = { country: 'FR', postalCode: '75003', coordinates: { latitude: 48.861, longitude: 2.38 } };
    const close = option(promise(smallNetwork(), ask({ destination: near })), 'click-collect').carbon;
    expect(close.customerTrip!.grams).toBeLessThan(20);
    expect(option(result, 'instant').carbon.accuracy).toBe('DEFAULT');
  });

  it('sends goods to the store of collection when the store has none, ready in its opening hours', () => {
    const lines = [{ sku: 'B', quantity: 2 }];
    const result = promise(smallNetwork(), ask({ lines }));
    const collect = option(result, 'click-collect');
    expect(collect.pickup!.id).toBe('paris');
    expect(collect.shipments[0]!.serviceId).toBe('shuttle');
    expect(iso(collect.latestMs)).toBe('2026-11-24T17:30:00.000Z');
    // It comes from 08:00 on, the store opens at 10:00 and puts it out within half an hour.
    expect(iso(collect.earliestMs)).toBe('2026-11-24T09:30:00.000Z');
    expect(reasonsOf(result, 'reserve')).toContain('NO_STOCK_AT_STORE');
  });

  it('promises incoming stock only to who may wait, dated after its arrival', () => {
    const lines = [{ sku: 'C', quantity: 3 }];
    const home = option(promise(smallNetwork(), ask({ lines })), 'home-standard');
    expect(home.shipments[0]!.startMs).toBe(Date.parse('2026-11-27T09:00:00Z'));
    expect(home.shipments[0]!.lines[0]!.backordered).toBe(3);
    const network = smallNetwork();
    network.setVariant({ sku: 'C', weightGrams: 1000 });
    expect(reasonsOf(promise(network, ask({ lines })), 'home-standard')).toContain('NOT_ENOUGH_STOCK');
  });

  it('starts no work before a pre-order date', () => {
    const network = smallNetwork();
    const preorderAtMs = Date.parse('2026-12-07T07:00:00Z');
    network.setVariant({ sku: 'A', weightGrams: 1000, preorderAtMs });
    const home = option(promise(network, ask()), 'home-standard');
    expect(home.shipments[0]!.startMs).toBe(preorderAtMs);
  });

  it('offers what is to come within the hour only where it does, and keeps what was promised', () => {
    const network = smallNetwork();
    const instant = network.index().methods.find(({ code }) => code === 'instant')!;
    // 15 minutes to release, 90 to pick, 15 and 4 a kilometre to ride.
    for (const [withinMinutes, offered] of [
      [119, false],
      [140, true],
    ] as const) {
      // prettier-ignore
      network.setMethod({ ...instant, withinMinutes });
      const result = promise(network, ask({ methodTypes: ['INSTANT'] }));
      expect(result.options).toHaveLength(offered ? 1 : 0);
      expect(reasonsOf(result, 'instant').includes('TOO_LATE')).toBe(!offered);
    }
    network.setMethod({ ...instant, withinMinutes: 60 });
    const { channel, currency, destination, lines } = ask();
    const order = { channel, currency, destination, lines, at, methodCode: 'instant' };
    expect(sourceOrder(network, order).status).toBe('SOURCED');
  });

  it('looks ahead from the pre-order date, however far away that is', () => {
    const network = smallNetwork();
    const preorderAtMs = at + 3 * network.rules.horizonDays * 86_400_000;
    network.setVariant({ sku: 'A', weightGrams: 1000, preorderAtMs });
    for (const code of ['home-standard', 'windows', 'relais', 'click-collect']) {
      const { earliestMs } = option(promise(network, ask()), code);
      expect(earliestMs).toBeGreaterThan(preorderAtMs);
      expect(earliestMs).toBeLessThan(preorderAtMs + 7 * 86_400_000);
    }
  });

  it('moves to the next day when the capacity of a day is sold', () => {
    const network = smallNetwork();
    const warehouse = network.index().locations[network.findLocation('warehouse')!]!;
    network.setLocation({ ...warehouse, capacity: { unit: 'ORDERS', perDay: 10 } });
    const before = option(promise(network, ask({ methodTypes: ['EXPRESS'] })), 'home-express');
    network.setCapacityUse('warehouse', '2026-11-23', 10);
    const after = option(promise(network, ask({ methodTypes: ['EXPRESS'] })), 'home-express');
    expect(iso(before.shipments[0]!.dispatchMs)).toBe('2026-11-23T17:00:00.000Z');
    expect(iso(after.shipments[0]!.dispatchMs)).toBe('2026-11-24T11:00:00.000Z');
  });

  it('offers only windows that are not sold', () => {
    const network = smallNetwork();
    const first = option(promise(network, ask()), 'windows').windows![0]!;
    expect(iso(first.fromMs)).toBe('2026-11-25T07:00:00.000Z');
    network.setWindowUse('windows', 'FR-75', '2026-11-25', '08:00', 5);
    expect(iso(option(promise(network, ask()), 'windows').windows![0]!.fromMs)).toBe(
      '2026-11-25T13:00:00.000Z',
    );
  });

  it('keeps dangerous, long and made-to-order goods to who can take them', () => {
    const network = smallNetwork();
    network.setVariant({ sku: 'A', weightGrams: 1000, longestSideCm: 300 });
    expect(reasonsOf(promise(network, ask()), 'home-standard')).toContain('ITEM_TOO_LONG');
    network.setVariant({ sku: 'A', weightGrams: 1000, dangerousGoods: true });
    expect(reasonsOf(promise(network, ask()), 'home-standard')).toContain('DANGEROUS_GOODS');
    network.setVariant({ sku: 'A', weightGrams: 1000, excludedMethods: ['SHIPPING'] });
    expect(reasonsOf(promise(network, ask()), 'home-standard')).toContain('ITEM_RESTRICTED');
    network.setVariant({ sku: 'A', weightGrams: 1000 });
    const made = promise(network, ask({ lines: [{ sku: 'A', quantity: 1, customisation: 'M.B.' }] }));
    expect(option(made, 'home-standard').shipments[0]!.locationId).toBe('warehouse');
    // Four hours of making and two of handling from 11:15: the 18:00 collection is just made.
    expect(iso(option(made, 'home-standard').orderByMs)).toBe('2026-11-23T10:45:00.000Z');
    expect(reasonsOf(made, 'instant')).not.toEqual([]);
  });

  it('adds safety and says so when a source of data is stale, and invents nothing', () => {
    const network = smallNetwork();
    network.setRules({
      ...network.rules,
      degraded: { staleAfterMs: { STOCK: 60_000 }, addDays: 1, withholdUnits: 1 },
    });
    network.setFreshness('STOCK', at - 30_000);
    const fresh = promise(network, ask());
    expect(fresh.degraded).toBe(false);
    network.setFreshness('STOCK', at - 61_000);
    const stale = promise(network, ask());
    expect(stale).toMatchObject({ degraded: true, degradedSources: ['STOCK'] });
    expect(option(stale, 'home-standard').latestMs).toBeGreaterThan(option(fresh, 'home-standard').latestMs);
    expect(promise(network, ask({ lines: [{ sku: 'A', quantity: 10 }] })).options).toEqual([]);
  });

  it('promises no minutes on what is stale', () => {
    const network = smallNetwork();
    const rules = (addDays: number) => ({
      ...network.rules,
      degraded: { staleAfterMs: { CATALOG: 60_000 }, addDays, withholdUnits: 0 },
    });
    network.setRules(rules(1));
    network.setFreshness('CATALOG', at - 59_000);
    expect(option(promise(network, ask()), 'instant').code).toBe('instant');
    network.setFreshness('CATALOG', at - 61_000);
    expect(reasonsOf(promise(network, ask()), 'instant')).toEqual(['STALE_DATA']);
    network.setRules(rules(0));
    expect(option(promise(network, ask()), 'instant').code).toBe('instant');
  });
});
