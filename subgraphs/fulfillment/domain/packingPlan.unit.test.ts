import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planParcels } from './packingPlan.ts';
import { codeOf } from './work.fixture.ts';

const limits = { service: 'standard', maxWeightGrams: 30_000, maxLengthMm: 1_200 };
const sizeOf = (grams: Record<string, number>) => (sku: string) => ({ weightGrams: grams[sku] ?? 1 });

describe('the packing plan', () => {
  it.each([
    ['3 x 12 kg for 30 kg', { a: 12_000 }, { a: 3 }, 2],
    ['exactly full', { a: 15_000 }, { a: 2 }, 1],
    ['one gram too much', { a: 15_001 }, { a: 2 }, 2],
    ['light ones beside heavy ones', { a: 29_000, b: 500 }, { a: 2, b: 4 }, 2],
    ['20,001 units', { a: 500 }, { a: 20_001 }, 334],
  ])('makes of %s as many parcels as are needed', (_what, grams, quantities, parcels) => {
    const lines = Object.entries(quantities).map(([sku, quantity]) => ({ lineId: sku, sku, quantity }));
    const planned = planParcels(lines, sizeOf(grams), limits);
    expect(planned.length).toBe(parcels);
  });
  it('puts every unit into one parcel that the service carries', () => {
    const line = fc.record({
      grams: fc.integer({ min: 1, max: 30_000 }),
      quantity: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (goods) => {
        const grams = goods.map((each) => each.grams);
        const lines = goods.map(({ quantity }, at) => ({ lineId: `l${at}`, sku: `${at}`, quantity }));
        const planned = planParcels(lines, (sku) => ({ weightGrams: grams[Number(sku)] ?? 0 }), limits);
        for (const [at, { quantity }] of goods.entries())
          expect(
            planned
              .flatMap((parcel) => parcel.lines)
              .reduce((sum, each) => sum + (each.lineId === `l${at}` ? each.quantity : 0), 0),
          ).toBe(quantity);
        const weights = planned.map((parcel) =>
          parcel.lines.reduce(
            (sum, each) => sum + (grams[Number(each.lineId.slice(1))] ?? 0) * each.quantity,
            0,
          ),
        );
        expect(Math.max(...weights)).toBeLessThanOrEqual(limits.maxWeightGrams);
        expect(Math.min(...weights)).toBeGreaterThan(0);
      }),
    );
  });
  it.each([
    ['too heavy', { weightGrams: 30_001 }],
    ['too long', { weightGrams: 10, longestMm: 1_201 }],
  ])('refuses a unit that is %s for the service', (_what, size) => {
    const lines = [{ lineId: 'l0', sku: 'piano', quantity: 1 }];
    expect(codeOf(() => planParcels(lines, () => size, limits))).toBe('BAD_USER_INPUT');
  });
  it('refuses more parcels than one shipment has', () => {
    const lines = [{ lineId: 'l0', sku: 'safe', quantity: 1_001 }];
    expect(codeOf(() => planParcels(lines, () => ({ weightGrams: 30_000 }), limits))).toBe('BAD_USER_INPUT');
  });
});
