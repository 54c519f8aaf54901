import type { Network } from '@promesse/promise-engine/network/network';
import type { DataSource } from '@promesse/promise-engine/model/ruleTypes';

/** Which subgraphs the data of the network comes from. */
const sources: Readonly<Record<string, readonly DataSource[]>> = {
  catalog: ['STOCK', 'CATALOG'],
  fulfillment: ['CAPACITY'],
  shipping: ['CARRIERS', 'TRANSIT'],
};

/** Up to when this subgraph has everything the others had to say. */
export interface Freshness {
  /** A subgraph says at `toldMs` that everything up to `asOfMs` has been applied here. */
  heard(owner: string, toldMs: number, asOfMs: number): void;
  /** Epoch ms; undefined while its subgraph has never been heard of. */
  asOf(source: DataSource): number | undefined;
  /** Tells the network how old its data is at `nowMs`, for a question about the instant `atMs`. */
  tell(network: Network, atMs: number, nowMs: number): void;
}

/** Nothing has been heard yet: until then every source counts as missing. */
export function createFreshness(): Freshness {
  const told = new Map<string, { toldMs: number; asOfMs: number }>();
  return {
    heard: (owner, toldMs, asOfMs) => {
      // The bus may turn the order of messages around.
      if ((told.get(owner)?.toldMs ?? -Infinity) <= toldMs) told.set(owner, { toldMs, asOfMs });
    },
    asOf: (source) => [...told].find(([owner]) => sources[owner]?.includes(source) === true)?.[1].asOfMs,
    tell: (network, atMs, nowMs) => {
      // The age of the data is what counts, not how far ahead somebody asks.
      for (const [owner, { asOfMs }] of told)
        for (const source of sources[owner] ?? []) network.setFreshness(source, atMs - (nowMs - asOfMs));
    },
  };
}
