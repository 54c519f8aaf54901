import type { Network } from '../domain/network.ts';
import type { DataSource } from '../domain/ruleTypes.ts';

/** Which rooms the data of the network comes from. */
const sources: Readonly<Record<string, readonly DataSource[]>> = {
  catalog: ['STOCK', 'CATALOG'],
  fulfillment: ['CAPACITY'],
  shipping: ['CARRIERS', 'TRANSIT'],
};

/** Up to when this room has everything the others had to say. */
export interface Freshness {
  /** A room says at `toldMs` that everything up to `asOfMs` has been applied here. */
  heard(owner: string, toldMs: number, asOfMs: number): void;
  /** Epoch ms; undefined while its room has never been heard of. */
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
