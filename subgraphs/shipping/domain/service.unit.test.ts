import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import type { CarrierServiceInput } from '../generated/resolverTypes.ts';
import { laneInput, serviceInput } from '../test/serviceInput.ts';
import { costOf, serviceFrom } from './service.ts';

const serviceOf = (more: object = {}) => serviceFrom(serviceInput('express', more) as CarrierServiceInput);
const codeOf = (more: object): string | undefined => {
  try {
    serviceOf(more);
    return undefined;
  } catch (error) {
    return errorCodeOf(error);
  }
};

describe('a carrier service', () => {
  it('has a full description, whatever the input leaves out', () => {
    expect(serviceOf()).toMatchObject({
      ...{ active: true, stopsPerRound: 100, kmPerRound: 80, deliveryFrom: '08:00', deliveryUntil: '18:00' },
      name: { en: 'Service express', fr: 'Service fr express' },
    });
  });
  it.each([
    ['a code with spaces', { code: 'a b' }, 'BAD_USER_INPUT'],
    ['a weekday 0', { pickupWeekdays: [0] }, 'BAD_USER_INPUT'],
    ['a pickup at noonish', { pickupTime: 'noon' }, 'BAD_USER_INPUT'],
    ['a window that ends before it begins', { windows: ['12:00-10:00'] }, 'BAD_USER_INPUT'],
    ['an unknown restriction', { refusedRestrictions: ['SECRET'] }, 'BAD_USER_INPUT'],
    ['an unknown vehicle', { lastMileVehicle: 'ROCKET' }, 'BAD_USER_INPUT'],
    ['no weight at all', { maxWeightGrams: 0 }, 'BAD_USER_INPUT'],
    [
      'a lane whose longest transit is the shortest',
      { lanes: [laneInput({ transitDaysMax: 0 })] },
      'BAD_USER_INPUT',
    ],
    [
      'a negative price',
      { lanes: [laneInput({ cost: { amountMinor: -1, currency: 'EUR' } })] },
      'BAD_USER_INPUT',
    ],
    [
      'two currencies',
      { lanes: [laneInput({ cost: { amountMinor: 1, currency: 'CHF' } })] },
      'CURRENCY_MISMATCH',
    ],
  ])('with %s is refused', (_what, more, code) => {
    expect(codeOf(more)).toBe(code);
  });
  it('costs the first kilogram and each begun one after it', () => {
    const lane = serviceOf().lanes[0];
    const cost = (grams: number): number => (lane === undefined ? 0 : costOf(lane, grams));
    expect([cost(1), cost(1_000), cost(1_001), cost(3_000)]).toEqual([300, 300, 340, 380]);
  });
});
