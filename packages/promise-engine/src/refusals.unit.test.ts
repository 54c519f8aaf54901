import { describe, expect, it } from 'vitest';
import { ask } from '../test/asking.fixture.ts';
import { smallNetwork } from '../test/smallNetwork.fixture.ts';
import { promise } from './promise.ts';

describe('a refusal tells each reason once', () => {
  const oncePerMethod = (over: Parameters<typeof ask>[0]) => {
    const { unavailable } = promise(smallNetwork(), ask(over));
    for (const { code, reasons } of unavailable) {
      const codes = reasons.map((r) => r.code);
      expect(codes, code).toEqual([...new Set(codes)]);
    }
    const codes = unavailable.map((u) => u.code ?? u.methodType);
    expect(codes).toEqual([...new Set(codes)]);
    return unavailable;
  };

  it.each([
    { name: 'out of stock everywhere', lines: [{ sku: 'A', quantity: 500 }] },
    {
      name: 'two articles short',
      lines: [
        { sku: 'A', quantity: 500 },
        { sku: 'B', quantity: 500 },
      ],
    },
    { name: 'made to order', lines: [{ sku: 'B', quantity: 2, customisation: 'initials' }] },
    {
      name: 'unknown twice',
      lines: [
        { sku: 'X', quantity: 1 },
        { sku: 'Y', quantity: 0 },
        { sku: 'Z', quantity: 1 },
      ],
    },
  ])('$name', ({ lines }) => {
    expect(oncePerMethod({ lines }).length).toBeGreaterThan(0);
  });

  it('however many stores of collection refuse, with all the articles', () => {
    const lines = ['A', 'B'].map((sku) => ({ sku, quantity: 500 }));
    const limits = { pickupRadiusKm: 900 };
    const collect = oncePerMethod({ lines, limits }).filter((u) => u.methodType === 'PICKUP_IN_STORE');
    expect(collect).toHaveLength(1);
    expect(collect[0]!.pickupId).toBeUndefined();
    expect(collect[0]!.reasons[0]).toMatchObject({ code: 'NOT_ENOUGH_STOCK', skus: ['A', 'B'] });
  });
});
