import { describe, expect, it } from 'vitest';
import { planCancel, type CancelAsk } from './cancelAsk.ts';
import { created } from './work.fixture.ts';

const ask: CancelAsk = {
  ...{ _id: 'ask', orderId: 'o', state: 'OPEN', cancelled: [], refused: [], avoid: [] },
  lines: [{ lineId: 'l0', sku: 'sku0', quantity: 2 }],
};
/** Goods that were sent to the store and wait there. */
const arrived = { ...created([2], true), arrivedFrom: 'f0', step: 'READY_FOR_COLLECTION' as const };

describe('units asked back', () => {
  it('that were sent to a store can be cancelled there, but not go another way: they left their reservation', () => {
    expect(planCancel(ask, [], [arrived])).toMatchObject({ works: [{ lines: [{ quantity: 2 }] }], left: [] });
    const change = planCancel({ ...ask, change: true }, [], [arrived]);
    expect(change).toMatchObject({ works: [], left: [{ quantity: 2 }] });
  });

  it('that were put out where they lay can do both', () => {
    const { arrivedFrom: _none, ...here } = arrived;
    for (const each of [ask, { ...ask, change: true }])
      expect(planCancel(each, [], [here]).works).toMatchObject([{ lines: [{ quantity: 2 }] }]);
  });
});
