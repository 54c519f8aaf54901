import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';

/** What a retailer may set about the catalogue. */
export interface CatalogConfig {
  /** Units that a sales channel leaves at each location for the others; 0 for a channel not named. */
  readonly channelBufferUnits: Readonly<Record<string, number>>;
}

export interface CatalogDeps extends SubgraphDeps {
  readonly config: CatalogConfig;
}
