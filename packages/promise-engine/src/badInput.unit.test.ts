import { describe, expect, it } from 'vitest';
import { ask, at, option, reasonsOf } from '../test/asking.fixture.ts';
import { createNetwork } from './network/network.ts';
import { promise } from './promise.ts';
import { smallNetwork } from '../test/smallNetwork.fixture.ts';
import type { PromiseInput } from './model/types.ts';

describe('bad input', () => {
  const codes = (over: Partial<PromiseInput>): string[] => {
    const result = promise(smallNetwork(), ask(over));
    expect(result.options).toEqual([]);
    expect(result.unavailable.length).toBeGreaterThan(0);
    return result.unavailable.flatMap((u) => u.reasons.map((r) => r.code));
  };

  it('is answered with a code, never with an exception or an empty list', () => {
    expect(codes({ lines: [] })).toContain('EMPTY_CART');
    expect(codes({ lines: Array.from({ length: 501 }, () => ({ sku: 'A', quantity: 1 })) })).toContain(
      'TOO_MANY_LINES',
    );
    expect(codes({ lines: [{ sku: 'A', quantity: 0 }] })).toContain('BAD_QUANTITY');
    expect(codes({ lines: [{ sku: 'A', quantity: 1.5 }] })).toContain('BAD_QUANTITY');
    expect(codes({ lines: [{ sku: 'nope', quantity: 1 }] })).toContain('UNKNOWN_SKU');
    expect(codes({ lines: [{ sku: 'A', quantity: 99_999 }] })).toContain('NOT_ENOUGH_STOCK');
    expect(codes({ destination: { country: 'ZZ' } })).toContain('UNKNOWN_COUNTRY');
    expect(codes({ destination: { country: 'FR', coordinates: { latitude: 91, longitude: 0 } } })).toContain(
      'BAD_INPUT',
    );
    expect(codes({ currency: 'XXX' })).toContain('NO_PRICE_IN_CURRENCY');
    expect(codes({ at: NaN })).toContain('CLOCK_OUT_OF_RANGE');
    expect(codes({ at: Date.parse('1990-01-01T00:00:00Z') })).toContain('CLOCK_OUT_OF_RANGE');
    expect(codes({ at: Date.parse('2150-01-01T00:00:00Z') })).toContain('CLOCK_OUT_OF_RANGE');
  });

  it('is refused for a wish that nobody can fulfil', () => {
    const network = smallNetwork();
    network.setVariant({ sku: 'A', weightGrams: 1000, customisable: false });
    const wish = promise(network, ask({ lines: [{ sku: 'A', quantity: 1, customisation: 'AB' }] }));
    expect(wish.options).toEqual([]);
    expect(new Set(wish.unavailable.map(({ reasons }) => reasons[0]!.code))).toEqual(
      new Set(['CUSTOMISATION_UNAVAILABLE']),
    );
  });

  it('falls back to the wider area for a postal code nobody knows, and says so', () => {
    const result = promise(smallNetwork(), ask({ destination: { country: 'FR', postalCode: '99zz' } }));
    expect(result.destination).toMatchObject({ precision: 'COUNTRY', fallback: true });
    expect(option(result, 'home-standard').latestMs).toBeGreaterThan(at);
    expect(reasonsOf(result, 'instant')).toEqual(['NEEDS_PRECISE_DESTINATION']);
  });

  it('names every wanted method when nothing is configured at all', () => {
    const result = promise(createNetwork(), ask({ methodTypes: ['SHIPPING', 'LOCKER'] }));
    expect(result.unavailable.map((u) => u.methodType)).toEqual(['SHIPPING', 'LOCKER']);
  });
});
