import { describe, expect, it } from 'vitest';
import { availabilityOf } from './availability.ts';

describe('availability', () => {
  const at = (available: number, more: object = {}) => ({
    ...{ onHand: Math.max(0, available), reserved: 0, softReserved: 0 },
    ...{ safetyStock: Math.max(0, -available), incoming: [], futureReserved: 0 },
    ...more,
  });
  const terms = { bufferUnits: 0, lowStockUnits: 5, horizonMs: 10_000, hasWarehouse: false };
  const buffer = (bufferUnits: number) => ({ ...terms, bufferUnits });
  const inbound = { incoming: [{ quantity: 2, expectedAtMs: 500 }] };
  const stores = { ...terms, hasWarehouse: true };
  it.each([
    ['IN_STOCK', 6, null, availabilityOf([at(4), at(2)], {}, 0, terms)],
    ['LOW_STOCK', 5, null, availabilityOf([at(4), at(3)], {}, 0, buffer(1))],
    ['OUT_OF_STOCK', 0, null, availabilityOf([at(-3), at(1)], {}, 0, buffer(1))],
    ['BACKORDER', 0, 500, availabilityOf([at(0, inbound)], {}, 0, terms)],
    ['OUT_OF_STOCK', 0, null, availabilityOf([at(0, { ...inbound, futureReserved: 2 })], {}, 0, terms)],
    ['OUT_OF_STOCK', 0, null, availabilityOf([at(0, { ...inbound, drawnAhead: 2 })], {}, 0, terms)],
    // What comes in first fills up what is left for others, and what is kept for safety.
    ['OUT_OF_STOCK', 0, null, availabilityOf([at(0, inbound)], {}, 0, buffer(2))],
    ['BACKORDER', 0, 500, availabilityOf([at(-1, inbound)], {}, 0, terms)],
    // Nobody counts on what is overdue, or too far ahead.
    ['OUT_OF_STOCK', 0, null, availabilityOf([at(0, inbound)], {}, 500, terms)],
    ['OUT_OF_STOCK', 0, null, availabilityOf([at(0, inbound)], {}, -9_501, terms)],
    ['BACKORDER', 0, 900, availabilityOf([at(0)], { backorderUntilMs: 900 }, 0, terms)],
    ['BACKORDER', 0, 500, availabilityOf([at(0, inbound)], { backorderUntilMs: 900 }, 0, terms)],
    ['OUT_OF_STOCK', 0, null, availabilityOf([at(0)], { backorderUntilMs: 900 }, 900, terms)],
    ['BACKORDER', 0, 900, availabilityOf([], { backorderUntilMs: 900 }, 0, stores)],
    ['OUT_OF_STOCK', 0, null, availabilityOf([], { backorderUntilMs: 900 }, 0, terms)],
    ['PREORDER', 6, 900, availabilityOf([at(6)], { preorderUntilMs: 900 }, 0, terms)],
    ['PREORDER', 0, 900, availabilityOf([], { preorderUntilMs: 900 }, 0, stores)],
    ['IN_STOCK', 6, null, availabilityOf([at(6)], { preorderUntilMs: 900 }, 900, terms)],
  ])('is %s with %i units, expected at %s', (status, availableToPromise, expectedAt, found) => {
    expect(found).toEqual({ status, availableToPromise, expectedAt });
  });
});
