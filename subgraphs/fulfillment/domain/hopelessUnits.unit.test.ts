import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hopelessUnits } from './hopelessUnits.ts';

const line = (sku: string, quantity: number) => ({ lineId: `line-${sku}`, sku, quantity, future: false });

describe('units nobody has', () => {
  it('are as few as possible, found in few questions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000 }), fc.nat(1_000), async (wanted, stock) => {
        let asked = 0;
        const hopeless = await hopelessUnits([line('a', wanted), line('b', 1)], ['a'], ({ quantity }) => {
          asked++;
          return Promise.resolve(quantity <= stock);
        });
        const missing = Math.max(0, wanted - stock);
        expect(hopeless).toEqual([line('a', missing === 0 ? wanted : missing)]);
        expect(asked).toBeLessThanOrEqual(12);
      }),
    );
  });
  it('are asked of all lines when none is named', async () => {
    const only = (sku: string) => (asked: { sku: string }) => Promise.resolve(asked.sku === sku);
    expect(await hopelessUnits([line('a', 2), line('b', 2)], [], only('a'))).toEqual([line('b', 2)]);
  });
});
