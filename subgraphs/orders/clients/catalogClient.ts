import type { PriceNow } from '../domain/prices.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import {
  releaseReservation,
  reserveStock,
  variantFacts,
  variantPrices,
} from '../generated/catalogOperations.ts';

/** What orders needs to know of a variant. */
export interface VariantFacts {
  readonly price: { readonly amountMinor: number; readonly currency: string };
  readonly taxBasisPoints: number;
  readonly taxCategory: string;
  readonly customisable: boolean;
}

/** Units of a SKU at a location to hold or give back. */
export interface HoldLine {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly future: boolean;
}

/** A reservation, or the locations and SKUs that lack units. */
export type HoldOutcome =
  | { readonly kind: 'held'; readonly reservationId: string }
  | {
      readonly kind: 'short';
      readonly shortages: readonly { readonly sku: string; readonly locationId: string }[];
    };

/** The catalogue, as orders speaks to it. */
export interface CatalogClient {
  variant(sku: string, requestId: string): Promise<VariantFacts | null>;
  /** What variants cost now; those nobody sells any more are left out. */
  prices(skus: readonly string[], requestId: string): Promise<readonly PriceNow[]>;
  hold(key: string, lines: readonly HoldLine[], requestId: string): Promise<HoldOutcome>;
  release(id: string, key: string, lines: readonly HoldLine[] | undefined, requestId: string): Promise<void>;
}

export const createCatalogClient = (client: SubgraphClient): CatalogClient => ({
  variant: async (sku, requestId) =>
    (await client.call(variantFacts, { variables: { sku }, requestId })).variant,
  prices: async (skus, requestId) =>
    (await client.call(variantPrices, { variables: { skus }, requestId })).variants,
  hold: async (key, lines, requestId) => {
    const { reserveStock: answer } = await client.call(reserveStock, {
      ...{ variables: { input: { idempotencyKey: key, state: 'FIRM', lines } }, requestId },
      // In a rush for one SKU all checkouts queue for its counter; the queue is longer than a read would wait.
      timeoutMs: 10_000,
    });
    return answer.__typename === 'ReserveStockSuccess'
      ? { kind: 'held', reservationId: answer.reservation.id }
      : { kind: 'short', shortages: answer.shortages };
  },
  release: async (id, key, lines, requestId) => {
    const variables = { id, key, ...(lines ? { lines } : {}) };
    await client.call(releaseReservation, { variables, requestId });
  },
});
