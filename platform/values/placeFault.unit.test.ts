import { describe, expect, it } from 'vitest';
import { placeFault } from './placeFault.ts';

describe('a location', () => {
  const open = { kind: 'STORE', active: true };
  it.each([
    ['nobody knows', undefined, 'UNKNOWN_LOCATION', 'UNKNOWN_LOCATION'],
    ['is not there', null, 'UNKNOWN_LOCATION', 'UNKNOWN_LOCATION'],
    ['is open', open, undefined, undefined],
    ['is a supplier', { ...open, kind: 'SUPPLIER' }, undefined, undefined],
    ['is closed', { ...open, active: false }, 'LOCATION_CLOSED', undefined],
    [
      'is a pickup point',
      { ...open, kind: 'PICKUP_POINT' },
      'LOCATION_WITHOUT_STOCK',
      'LOCATION_WITHOUT_STOCK',
    ],
  ])('that %s', (_what, place, brought, taken) => {
    expect(placeFault('p', place)?.code).toBe(brought);
    expect(placeFault('p', place, { closedToo: true })?.code).toBe(taken);
  });
});
