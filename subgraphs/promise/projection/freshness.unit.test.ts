import { describe, expect, it } from 'vitest';
import { createNetwork } from '@promesse/promise-engine/network/network';
import { createFreshness } from './freshness.ts';

const hour = 3_600_000;

describe('how old the data of a network is', () => {
  it('is unknown until its subgraph has been heard of', () => {
    const [freshness, network] = [createFreshness(), createNetwork()];
    freshness.heard('fulfillment', hour, hour);
    freshness.tell(network, hour, hour);
    expect(network.freshness('STOCK')).toBeUndefined();
    expect(network.freshness('CAPACITY')).toBe(hour);
    expect(freshness.asOf('STOCK')).toBeUndefined();
  });
  it('is told by the subgraph last, whatever order its words arrive in', () => {
    const freshness = createFreshness();
    freshness.heard('catalog', 3 * hour, 2 * hour);
    freshness.heard('catalog', 2 * hour, 2.5 * hour);
    expect(freshness.asOf('STOCK')).toBe(2 * hour);
    freshness.heard('catalog', 4 * hour, hour);
    expect(freshness.asOf('STOCK')).toBe(hour);
  });
  it('is its age now, not its distance from the instant asked about', () => {
    const [freshness, network] = [createFreshness(), createNetwork()];
    freshness.heard('catalog', 10 * hour, 9 * hour);
    freshness.tell(network, 34 * hour, 10 * hour);
    expect(network.freshness('STOCK')).toBe(33 * hour);
  });
});
