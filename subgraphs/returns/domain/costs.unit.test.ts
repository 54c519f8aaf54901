import { describe, expect, it } from 'vitest';
import { pricesIn, retailerCost, statisticsOf } from './costs.ts';
import { decideInspect, decideReceive } from './decide.ts';
import { evolveReturn } from './evolve.ts';
import { placeFor } from './placeByRule.ts';
import { returnEvent, type ReturnEvent, type ReturnState } from './return.ts';
import { returnsSettings } from './settings.ts';

const { defaults } = returnsSettings;
const costs = defaults.returnCosts;

function returned(
  id: string,
  method: 'IN_STORE' | 'DROP_OFF',
  ...entries: readonly (readonly [sku: string, quantity: number, reason: 'DAMAGED' | 'CHANGED_MIND'])[]
): ReturnState {
  const ref = { returnId: id, orderId: 'o' };
  const events: ReturnEvent[] = [
    returnEvent('returns.ReturnRequested', {
      ...{
        ...ref,
        number: 'R',
        method,
        owner: 'me',
        channel: 'web',
        cost: { amountMinor: 0, currency: 'EUR' },
      },
      lines: entries.map(([sku, quantity, reason]) => ({
        lineId: sku,
        sku,
        quantity,
        reason,
        unitPriceMinor: 1_000,
      })),
    }),
    returnEvent('returns.ReturnAuthorized', ref),
  ];
  const asked = events.reduce<ReturnState | undefined>(
    (state, event) => evolveReturn(state, event, 1),
    undefined,
  );
  return fold(asked as ReturnState, decideReceive(asked, [], 'lyon', 2));
}
const fold = (state: ReturnState, events: readonly ReturnEvent[]): ReturnState =>
  events.reduce((now, event) => evolveReturn(now, event, 3), state);
const found = (
  state: ReturnState,
  sku: string,
  disposition: 'RESTOCK' | 'SCRAP' | 'OUTLET',
  more: object = {},
) => fold(state, decideInspect(state, [{ lineId: sku, quantity: 1, disposition, ...more }]));

describe('the cost of a return', () => {
  it('is its way back, the work on its units, and the value they lost', () => {
    const state = returned('r', 'DROP_OFF', ['shoe', 1, 'CHANGED_MIND'], ['boot', 1, 'DAMAGED']);
    const prices = pricesIn(state);
    expect(retailerCost(state, costs, prices)).toBe(450);
    const looked = found(found(state, 'shoe', 'RESTOCK'), 'boot', 'SCRAP');
    expect(retailerCost(looked, costs, prices)).toBe(450 + 80 + 60 + 1_000);
    expect(retailerCost(found(state, 'shoe', 'OUTLET'), costs, prices)).toBe(450 + 120 + 400);
  });

  it('is summed up by reason, SKU or method, and divided over the units of a return', () => {
    const first = returned('a', 'DROP_OFF', ['shoe', 2, 'CHANGED_MIND'], ['boot', 1, 'DAMAGED']);
    const second = returned('b', 'IN_STORE', ['shoe', 1, 'CHANGED_MIND']);
    expect(statisticsOf([first, second], 'REASON', costs)).toEqual([
      { key: 'CHANGED_MIND', currency: 'EUR', returns: 2, units: 3, received: 3, costMinor: 300 + 150 },
      { key: 'DAMAGED', currency: 'EUR', returns: 1, units: 1, received: 1, costMinor: 150 },
    ]);
    expect(statisticsOf([first, second], 'SKU', costs).map(({ key, units }) => [key, units])).toEqual([
      ['shoe', 3],
      ['boot', 1],
    ]);
    expect(statisticsOf([first, second], 'METHOD', costs).map(({ key, returns }) => [key, returns])).toEqual([
      ['DROP_OFF', 1],
      ['IN_STORE', 1],
    ]);
    expect(statisticsOf([], 'SKU', costs)).toEqual([]);
  });
});

describe('a finding', () => {
  const state = returned('r', 'IN_STORE', ['shoe', 2, 'DAMAGED']);
  it('keeps the grade, photos and words, unit by unit', () => {
    const seen = {
      grade: 'USED',
      photos: ['https://pictures.example/1.jpg', 'picture-2'],
      note: 'sole worn',
    };
    expect(found(state, 'shoe', 'OUTLET', seen).lines[0]?.dispositions).toEqual([
      { disposition: 'OUTLET', quantity: 1, fault: false, ...seen },
    ]);
  });
  it.each([
    ['a photo without a reference', { photos: [''] }],
    ['a reference with a space', { photos: ['a b'] }],
    ['a reference that is too long', { photos: ['x'.repeat(501)] }],
    ['too many photos', { photos: Array.from({ length: 21 }, (_, at) => `p${at}`) }],
    ['too many words', { note: 'x'.repeat(501) }],
  ])('with %s is refused', (_what, more) => {
    expect(() => found(state, 'shoe', 'SCRAP', more)).toThrow(/photos|note/i);
  });
});

describe('where a parcel goes back to', () => {
  const open = [
    { id: 'paris', country: 'FR' },
    { id: 'koeln', country: 'DE' },
  ];
  const rules = [
    { locationId: 'closed', country: 'FR' },
    { locationId: 'koeln', channel: 'marketplace' },
  ];
  it.each([
    ['an open place of the country', [], 'DE', 'web', 'koeln'],
    ['any open place', [], 'IT', 'web', 'paris'],
    ['what a rule says', rules, 'FR', 'marketplace', 'koeln'],
    ['never a closed one, whatever a rule says', rules, 'FR', 'web', 'paris'],
  ])('is %s', (_what, returnLocations, country, channel, place) => {
    expect(placeFor(open, { returnLocations }, { country, channel })).toBe(place);
  });
  it('is nowhere when all are closed', () => {
    expect(placeFor([], { returnLocations: rules }, { country: 'FR', channel: 'web' })).toBeUndefined();
  });
});
