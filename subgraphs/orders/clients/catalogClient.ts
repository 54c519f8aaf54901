import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';

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
  hold(key: string, lines: readonly HoldLine[], requestId: string): Promise<HoldOutcome>;
  release(id: string, key: string, lines: readonly HoldLine[] | undefined, requestId: string): Promise<void>;
}

interface ReserveAnswer {
  readonly reserveStock: {
    readonly reservation?: { readonly id: string };
    readonly shortages?: readonly { readonly sku: string; readonly locationId: string }[];
  };
}

export const createCatalogClient = (client: SubgraphClient): CatalogClient => ({
  variant: async (sku, requestId) => {
    const query =
      'query($sku: ID!) { variant(sku: $sku) { price { amountMinor currency } taxBasisPoints taxCategory customisable } }';
    const data = await client.call<{ variant: VariantFacts | null }>('catalog', query, {
      variables: { sku },
      requestId,
    });
    return data.variant;
  },
  hold: async (key, lines, requestId) => {
    const query = `mutation($input: ReserveStockInput!) { reserveStock(input: $input) {
      ... on ReserveStockSuccess { reservation { id } }
      ... on ReservationOutOfStock { shortages { sku locationId } } } }`;
    const variables = { input: { key, state: 'FIRM', lines } };
    const { reserveStock } = await client.call<ReserveAnswer>('catalog', query, {
      ...{ variables, requestId },
      // In a rush for one SKU all checkouts queue for its counter; the queue is longer than a read would wait.
      timeoutMs: 10_000,
    });
    return reserveStock.reservation === undefined
      ? { kind: 'short', shortages: reserveStock.shortages ?? [] }
      : { kind: 'held', reservationId: reserveStock.reservation.id };
  },
  release: async (id, key, lines, requestId) => {
    const query = `mutation($id: ID!, $key: ID!, $lines: [ReservationLineInput!]) {
      releaseReservation(id: $id, key: $key, lines: $lines) { id } }`;
    await client.call('catalog', query, { variables: { id, key, ...(lines ? { lines } : {}) }, requestId });
  },
});
