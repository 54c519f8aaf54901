import { promise } from '@promesse/promise-engine/promise';
import { describe, expect, it } from 'vitest';
import { NetworkKeeper } from '../../projection/networkKeeper.ts';
import { promiseSettingsSchema } from '../settings.ts';
import { eur, location, service } from './facts.fixture.ts';
import { freeFromOf } from './freeDelivery.ts';

const rules = [
  { methodTypes: ['SHIPPING'], channels: ['app'], from: { EUR: 3_000 } },
  { methodTypes: ['SHIPPING', 'EXPRESS'], from: { EUR: 5_000, CHF: 6_000 } },
  { channels: ['marketplace'], from: { EUR: 20_000 } },
] as const;

interface Asked {
  readonly channel?: string;
  readonly at?: string;
  readonly groups?: readonly string[];
  readonly codes?: readonly string[];
}

const pricesOf = (settings: object, asked: Asked, quantity = 1) => {
  const keeper = new NetworkKeeper(promiseSettingsSchema.parse(settings));
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '20:00' }));
  keeper.location(location({ openingHours: hours, closedDays: [] }));
  keeper.service(service());
  keeper.variant({
    ...{ productId: 'p', sku: 'shoe', weightGrams: 100, lengthMm: 300, widthMm: 200, heightMm: 120 },
    ...{ price: eur(4_000), taxBasisPoints: 2_000, restrictions: [], customisable: false },
  });
  keeper.stock({
    ...{ sku: 'shoe', locationId: 'lyon', revision: 1, onHand: 9, reserved: 0, softReserved: 0 },
    ...{ safetyStock: 0, incoming: [], futureReserved: 0, asOfMs: 0 },
  });
  const at = Date.parse(asked.at ?? '2026-06-03T08:00:00Z');
  keeper.dateCalendars(at);
  const { options } = promise(keeper.network, {
    ...{ channel: asked.channel ?? 'web', currency: 'EUR', at, methodTypes: ['SHIPPING'] },
    ...{ destination: { country: 'FR', postalCode: '69002' }, lines: [{ sku: 'shoe', quantity }] },
    ...(asked.groups === undefined ? {} : { customerGroups: asked.groups }),
    ...(asked.codes === undefined ? {} : { promotionCodes: asked.codes }),
  });
  return options[0]?.price.amountMinor;
};

describe('delivery fees by rule', () => {
  const june = { validFrom: '2026-06-01T00:00:00+02:00', validUntil: '2026-07-01T00:00:00+02:00' };
  const deliveryFees = [
    { name: 'Club', customerGroups: ['club'], fee: { EUR: 100 } },
    { name: 'June', ...june, from: { EUR: 8_000 }, fee: { EUR: 0 } },
    { name: 'App', channels: ['app'], methodTypes: ['SHIPPING'], fee: { EUR: 290 } },
    { name: 'Abroad', countries: ['DE'], fee: { EUR: 1_290 } },
    { name: 'Spring', promotionCodes: ['Spring-1'], countries: ['FR'], fee: { EUR: 50 } },
    { name: 'Francs', fee: { CHF: 5 } },
    { name: 'Lockers', methodTypes: ['LOCKER'], fee: { EUR: 1 } },
  ];
  it.each([
    ['none fits', {}, 1, 490],
    ['the channel', { channel: 'app' }, 1, 290],
    ['the promotion, from a value', {}, 2, 0],
    ['the promotion is over', { at: '2026-07-01T08:00:00Z' }, 2, 490],
    ['the promotion comes before the channel', { channel: 'app' }, 2, 0],
    ['the customer’s group comes first', { channel: 'app', groups: ['club', 'other'] }, 2, 100],
    ['a group of others', { groups: ['other'] }, 1, 490],
    ['a promotion code, however it is written in the rule', { codes: ['SPRING-1'] }, 1, 50],
    ['a promotion code nobody knows', { codes: ['SPRING-2'] }, 1, 490],
    ['a promotion code after a rule that holds already', { codes: ['SPRING-1'] }, 2, 0],
  ] satisfies [string, Asked, number, number][])('%s', (_name, asked, quantity, price) => {
    expect(pricesOf({ deliveryFees }, asked, quantity)).toBe(price);
  });
  it('hold before free delivery, and are refused when they make no sense', () => {
    expect(pricesOf({ deliveryFees, freeDelivery: rules }, { channel: 'app' }, 1)).toBe(290);
    const wrong = [
      { name: 'x', fee: { EUR: -1 } },
      { name: '', fee: { EUR: 1 } },
      { name: 'x', fee: { euro: 1 } },
      { name: 'x', validFrom: june.validUntil, validUntil: june.validFrom, fee: { EUR: 1 } },
      { name: 'x', methodTypes: [], fee: { EUR: 1 } },
      { name: 'x', promotionCodes: [], fee: { EUR: 1 } },
      { name: 'x', promotionCodes: ['no blanks'], fee: { EUR: 1 } },
      { name: 'x', promotionCodes: ['x'.repeat(41)], fee: { EUR: 1 } },
    ];
    for (const rule of wrong)
      expect(promiseSettingsSchema.safeParse({ deliveryFees: [rule] }).success).toBe(false);
  });
});

describe('free delivery', () => {
  it('is ruled by kind, channel and currency, the first rule first', () => {
    const { freeDelivery } = promiseSettingsSchema.parse({ freeDelivery: rules });
    expect(freeFromOf('SHIPPING', { freeDelivery })).toEqual({
      freeFrom: { EUR: 5_000, CHF: 6_000 },
      freeFromOn: {
        app: { EUR: 3_000, CHF: 6_000 },
        marketplace: { EUR: 5_000, CHF: 6_000 },
      },
    });
    expect(freeFromOf('LOCKER', { freeDelivery })).toEqual({ freeFromOn: { marketplace: { EUR: 20_000 } } });
    expect(freeFromOf('LOCKER', { freeDelivery: [] })).toEqual({});
  });
  it.each([
    ['web', 1, 490],
    ['web', 2, 0],
    ['app', 1, 0],
    ['unheard-of', 1, 490],
  ])('on %s with %i units at 40 costs %i', (channel, quantity, price) => {
    const keeper = new NetworkKeeper(promiseSettingsSchema.parse({ freeDelivery: rules }));
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '20:00' }));
    keeper.location(location({ openingHours: hours, closedDays: [] }));
    keeper.service(service());
    keeper.variant({
      ...{ productId: 'p', sku: 'shoe', weightGrams: 100, lengthMm: 300, widthMm: 200, heightMm: 120 },
      ...{ price: eur(4_000), taxBasisPoints: 2_000, restrictions: [], customisable: false },
    });
    keeper.stock({
      ...{ sku: 'shoe', locationId: 'lyon', revision: 1, onHand: 9, reserved: 0, softReserved: 0 },
      ...{ safetyStock: 0, incoming: [], futureReserved: 0, asOfMs: 0 },
    });
    const at = Date.parse('2026-06-03T08:00:00Z');
    keeper.dateCalendars(at);
    const { options } = promise(keeper.network, {
      ...{ channel, currency: 'EUR', at, methodTypes: ['SHIPPING'] },
      ...{ destination: { country: 'FR', postalCode: '69002' }, lines: [{ sku: 'shoe', quantity }] },
    });
    expect(options[0]?.price).toEqual({ amountMinor: price, currency: 'EUR' });
  });
});
