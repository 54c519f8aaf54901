/* Generated from subgraphs/orders/clients/catalog.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type VariantFactsResult = { readonly variant: { readonly price: { readonly amountMinor: number; readonly currency: string }; readonly taxBasisPoints: number; readonly taxCategory: 'STANDARD' | 'FOOD' | 'BOOKS' | 'CHILDREN_CLOTHING' | 'MEDICINES' | 'EXEMPT'; readonly customisable: boolean; readonly customisationOptions: readonly ({ readonly code: string; readonly kind: 'TEXT' | 'CHOICE' | 'NUMBER' | 'FILE'; readonly required: boolean; readonly maxLength: number | null; readonly min: number | null; readonly max: number | null; readonly choices: readonly string[]; readonly surcharges: readonly ({ readonly fromQuantity: number; readonly amount: { readonly amountMinor: number } })[] })[] } | null };

export type VariantFactsVariables = { readonly sku: string };

export type VariantPricesResult = { readonly variants: readonly ({ readonly sku: string; readonly price: { readonly amountMinor: number; readonly currency: string }; readonly taxBasisPoints: number; readonly taxCategory: 'STANDARD' | 'FOOD' | 'BOOKS' | 'CHILDREN_CLOTHING' | 'MEDICINES' | 'EXEMPT' })[] };

export type VariantPricesVariables = { readonly skus: readonly string[] };

export type VariantProductsResult = { readonly variants: readonly ({ readonly sku: string; readonly product: { readonly id: string } })[] };

export type VariantProductsVariables = { readonly skus: readonly string[] };

export type ReserveStockResult = { readonly reserveStock: { readonly __typename: 'ReserveStockSuccess'; readonly reservation: { readonly id: string } } | { readonly __typename: 'ReservationOutOfStock'; readonly shortages: readonly ({ readonly sku: string; readonly locationId: string })[] } };

export type ReserveStockVariables = { readonly input: ReserveStockInput };

export type HoldForCartResult = { readonly holdForCart: { readonly __typename: 'CartHold'; readonly heldUntil: string } | { readonly __typename: 'ReservationOutOfStock'; readonly shortages: readonly ({ readonly sku: string; readonly locationId: string })[] } };

export type HoldForCartVariables = { readonly input: HoldForCartInput };

export type ProlongCartHoldResult = { readonly prolongCartHold: { readonly heldUntil: string } | null };

export type ProlongCartHoldVariables = { readonly cartId: string; readonly ttlSeconds?: number | null | undefined; readonly key: string };

export type FreeCartHoldResult = { readonly freeCartHold: boolean };

export type FreeCartHoldVariables = { readonly cartId: string; readonly key: string };

export type ReleaseReservationResult = { readonly releaseReservation: { readonly id: string } };

export type ReleaseReservationVariables = { readonly id: string; readonly key: string; readonly lines?: readonly ReservationLineInput[] | null | undefined };

export type ReservedUnitsResult = { readonly reservation: { readonly lines: readonly ({ readonly sku: string; readonly locationId: string; readonly quantity: number; readonly committed: number; readonly released: number; readonly awaited: boolean })[] } | null };

export type ReservedUnitsVariables = { readonly id: string };

export type TransferReservationResult = { readonly transferReservation: { readonly __typename: 'ReserveStockSuccess' } | { readonly __typename: 'ReservationOutOfStock'; readonly shortages: readonly ({ readonly locationId: string })[] } };

export type TransferReservationVariables = { readonly input: TransferReservationInput };

export type ScannedVariantResult = { readonly variantByGtin: { readonly sku: string } | null };

export type ScannedVariantVariables = { readonly gtin: string };

export interface ReserveStockInput {
  readonly idempotencyKey: string;
  readonly state: 'SOFT' | 'FIRM' | 'COMMITTED' | 'RELEASED' | 'EXPIRED';
  readonly ttlSeconds?: number | null | undefined;
  readonly cartId?: string | null | undefined;
  readonly lines: readonly ReservationLineInput[];
}

export interface HoldForCartInput {
  readonly idempotencyKey: string;
  readonly cartId: string;
  readonly ttlSeconds?: number | null | undefined;
  readonly insteadOf?: string | null | undefined;
  readonly lines: readonly ReservationLineInput[];
}

export interface ReservationLineInput {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly future?: boolean | null | undefined;
}

export interface TransferReservationInput {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly release: readonly ReservationLineInput[];
  readonly take: readonly ReservationLineInput[];
}

export const variantFacts: ClientDocument<VariantFactsResult, VariantFactsVariables> = {
  subgraph: 'catalog',
  text: `query VariantFacts($sku: ID!) {
  variant(sku: $sku) {
    price {
      amountMinor
      currency
    }
    taxBasisPoints
    taxCategory
    customisable
    customisationOptions {
      code
      kind
      required
      maxLength
      min
      max
      choices
      surcharges {
        fromQuantity
        amount {
          amountMinor
        }
      }
    }
  }
}`,
};

export const variantPrices: ClientDocument<VariantPricesResult, VariantPricesVariables> = {
  subgraph: 'catalog',
  text: `query VariantPrices($skus: [ID!]!) {
  variants(skus: $skus) {
    sku
    price {
      amountMinor
      currency
    }
    taxBasisPoints
    taxCategory
  }
}`,
};

export const variantProducts: ClientDocument<VariantProductsResult, VariantProductsVariables> = {
  subgraph: 'catalog',
  text: `query VariantProducts($skus: [ID!]!) {
  variants(skus: $skus) {
    sku
    product {
      id
    }
  }
}`,
};

export const reserveStock: ClientDocument<ReserveStockResult, ReserveStockVariables> = {
  subgraph: 'catalog',
  text: `mutation ReserveStock($input: ReserveStockInput!) {
  reserveStock(input: $input) {
    __typename
    ... on ReserveStockSuccess {
      reservation {
        id
      }
    }
    ... on ReservationOutOfStock {
      shortages {
        sku
        locationId
      }
    }
  }
}`,
};

export const holdForCart: ClientDocument<HoldForCartResult, HoldForCartVariables> = {
  subgraph: 'catalog',
  text: `mutation HoldForCart($input: HoldForCartInput!) {
  holdForCart(input: $input) {
    __typename
    ... on CartHold {
      heldUntil
    }
    ... on ReservationOutOfStock {
      shortages {
        sku
        locationId
      }
    }
  }
}`,
};

export const prolongCartHold: ClientDocument<ProlongCartHoldResult, ProlongCartHoldVariables> = {
  subgraph: 'catalog',
  text: `mutation ProlongCartHold($cartId: ID!, $ttlSeconds: Int, $key: String!) {
  prolongCartHold(cartId: $cartId, ttlSeconds: $ttlSeconds, idempotencyKey: $key) {
    heldUntil
  }
}`,
};

export const freeCartHold: ClientDocument<FreeCartHoldResult, FreeCartHoldVariables> = {
  subgraph: 'catalog',
  text: `mutation FreeCartHold($cartId: ID!, $key: String!) {
  freeCartHold(cartId: $cartId, idempotencyKey: $key)
}`,
};

export const releaseReservation: ClientDocument<ReleaseReservationResult, ReleaseReservationVariables> = {
  subgraph: 'catalog',
  text: `mutation ReleaseReservation($id: ID!, $key: String!, $lines: [ReservationLineInput!]) {
  releaseReservation(id: $id, idempotencyKey: $key, lines: $lines) {
    id
  }
}`,
};

export const reservedUnits: ClientDocument<ReservedUnitsResult, ReservedUnitsVariables> = {
  subgraph: 'catalog',
  text: `query ReservedUnits($id: ID!) {
  reservation(id: $id) {
    lines {
      sku
      locationId
      quantity
      committed
      released
      awaited
    }
  }
}`,
};

export const transferReservation: ClientDocument<TransferReservationResult, TransferReservationVariables> = {
  subgraph: 'catalog',
  text: `mutation TransferReservation($input: TransferReservationInput!) {
  transferReservation(input: $input) {
    __typename
    ... on ReservationOutOfStock {
      shortages {
        locationId
      }
    }
  }
}`,
};

export const scannedVariant: ClientDocument<ScannedVariantResult, ScannedVariantVariables> = {
  subgraph: 'catalog',
  text: `query ScannedVariant($gtin: ID!) {
  variantByGtin(gtin: $gtin) {
    sku
  }
}`,
};
