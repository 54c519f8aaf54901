import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';

/** How a process runs fulfillment; what the retailer decides is in domain/settings.ts. */
export interface FulfillmentConfig {
  /** How often unfinished re-sourcing, old offers and uncollected goods are looked at, in ms. @default 15_000 */
  readonly recoverEveryMs?: number;
}

export interface FulfillmentDeps extends SubgraphDeps {
  readonly config?: FulfillmentConfig;
}

/** Who commands, and in which request. */
export interface Cause {
  readonly actor: string;
  readonly cause: string;
}
