/* Generated from subgraphs/fulfillment/clients/catalog.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type TransferReservationResult = { readonly transferReservation: { readonly __typename: 'ReserveStockSuccess' } | { readonly __typename: 'ReservationOutOfStock'; readonly shortages: readonly ({ readonly locationId: string })[] } };

export type TransferReservationVariables = { readonly input: TransferReservationInput };

export interface TransferReservationInput {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly release: readonly ReservationLineInput[];
  readonly take: readonly ReservationLineInput[];
}

export interface ReservationLineInput {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly future?: boolean | null | undefined;
}

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
