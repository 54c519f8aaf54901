import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesFor, type SlotUnits } from './heldUnits.ts';

const unit = fc.record({
  sku: fc.constantFrom('shoe', 'coat'),
  locationId: fc.constantFrom('paris', 'lyon', 'lille'),
  quantity: fc.integer({ min: 1, max: 9 }),
  future: fc.boolean(),
});
const sum = (units: readonly SlotUnits[]): number => units.reduce((all, { quantity }) => all + quantity, 0);
const bySlot = (units: readonly SlotUnits[], sign = 1) => {
  const slots: Record<string, number> = {};
  for (const { sku, locationId, future, quantity } of units) {
    const slot = `${sku}/${locationId}/${future}`;
    slots[slot] = (slots[slot] ?? 0) + sign * quantity;
  }
  return slots;
};

describe('units that change places within a reservation', () => {
  it('are those that are elsewhere afterwards: what stays is not touched', () => {
    const at = (locationId: string, quantity: number) => ({
      ...{ sku: 'shoe', locationId, quantity, future: false },
    });
    expect(movesFor([at('paris', 3)], [at('paris', 1), at('paris', 2)])).toEqual({ release: [], take: [] });
    expect(movesFor([at('paris', 3)], [at('paris', 1), at('lyon', 2)])).toEqual({
      ...{ release: [at('paris', 2)], take: [at('lyon', 2)] },
    });
    const awaited = { ...at('paris', 3), future: true };
    expect(movesFor([at('paris', 3)], [awaited])).toEqual({ release: [at('paris', 3)], take: [awaited] });
  });
  it('make what is held into what is wanted, whatever both are', () => {
    fc.assert(
      fc.property(fc.array(unit), fc.array(unit), (held, wanted) => {
        const { release, take } = movesFor(held, wanted);
        const after = [held, take].map((units) => bySlot(units)).concat(bySlot(release, -1));
        const slots = new Set(after.flatMap((each) => Object.keys(each)));
        for (const slot of slots) {
          const units = after.reduce((all, each) => all + (each[slot] ?? 0), 0);
          expect(units).toBe(bySlot(wanted)[slot] ?? 0);
        }
        expect(sum(take) - sum(release)).toBe(sum(wanted) - sum(held));
        // No slot is given back and taken at once.
        const both = Object.keys(bySlot(release)).filter((slot) => slot in bySlot(take));
        expect(both).toEqual([]);
      }),
    );
  });
});
