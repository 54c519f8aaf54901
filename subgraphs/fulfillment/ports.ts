import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';
import type { CollectionTerms } from './domain/collection.ts';

/** What a retailer may set about fulfillment. */
export interface FulfillmentConfig {
  /** Work whose picking begins later than this from now shows as SCHEDULED, in ms. @default 24 h */
  readonly scheduledBeyondMs?: number;
  /** An offer nobody answers for so long goes to another location, in ms. Offers never run out if absent. */
  readonly offerExpiresAfterMs?: number;
  /** How long goods wait for a customer who collects them. @default 7 days, reminded 2 days before */
  readonly collection?: CollectionTerms;
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
