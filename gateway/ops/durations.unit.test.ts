import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createDurations } from './durations.ts';

describe('durations', () => {
  it('are kept apart by every label, counted into buckets and summed up', async () => {
    const registry = new Registry();
    const durations = createDurations(registry, { name: 'd', help: 'h', labelNames: ['one', 'two'] });
    durations.observe(3, 'a', 'bc');
    durations.observe(30, 'a', 'bc');
    durations.observe(20_000, 'ab', 'c');
    const text = await registry.metrics();
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'd_bucket{one="a",two="bc",le="0.0025"} 0',
        'd_bucket{one="a",two="bc",le="0.005"} 1',
        'd_bucket{one="a",two="bc",le="0.05"} 2',
        'd_sum{one="a",two="bc"} 0.033',
        'd_count{one="a",two="bc"} 2',
        'd_bucket{one="ab",two="c",le="10"} 0',
        'd_bucket{one="ab",two="c",le="+Inf"} 1',
        'd_count{one="ab",two="c"} 1',
      ]),
    );
    registry.resetMetrics();
    expect(await registry.metrics()).not.toContain('d_count');
  });
});
