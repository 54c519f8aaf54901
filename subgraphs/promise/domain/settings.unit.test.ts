import { describe, expect, it } from 'vitest';
import { defaultPromiseSettings, promiseSettingsSchema } from './settings.ts';

const check = (over: object): boolean =>
  promiseSettingsSchema.safeParse({ ...defaultPromiseSettings, ...over }).success;

describe('the settings of promises', () => {
  it('are JSON that passes its own check', () => {
    const stored: unknown = JSON.parse(JSON.stringify(defaultPromiseSettings));
    expect(promiseSettingsSchema.parse(stored)).toEqual(defaultPromiseSettings);
  });
  it.each([
    { exchangeRates: { EUR: 0 } },
    { exchangeRates: { euro: 1 } },
    { customisationMinutes: 1.5 },
    { instantMinutes: 0 },
    { courierMinutesPerKm: -4 },
    { offers: { ...defaultPromiseSettings.offers, collectPlaces: 21 } },
    { offers: { ...defaultPromiseSettings.offers, surprise: 1 } },
    { workCosts: { ...defaultPromiseSettings.workCosts, STORE: { perOrder: -1, perUnit: 0 } } },
    { collection: { PICKUP_IN_STORE: defaultPromiseSettings.collection.PICKUP_IN_STORE } },
    { unknown: true },
  ])('refuse %j', (over) => {
    expect(check(over)).toBe(false);
  });
});
