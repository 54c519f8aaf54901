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
