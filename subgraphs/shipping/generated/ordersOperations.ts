/* Generated from subgraphs/shipping/clients/orders.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type OrderAddressResult = { readonly order: { readonly address: { readonly name: string; readonly company: string | null; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly region: string | null; readonly instructions: string | null; readonly country: string } | null } | null };

export type OrderAddressVariables = { readonly id: string };

export type OrderValueResult = { readonly order: { readonly lines: readonly ({ readonly id: string; readonly unitPrice: { readonly amountMinor: number; readonly currency: string } })[] } | null };

export type OrderValueVariables = { readonly id: string };

export const orderAddress: ClientDocument<OrderAddressResult, OrderAddressVariables> = {
  subgraph: 'orders',
  text: `query OrderAddress($id: ID!) {
  order(id: $id) {
    address {
      name
      company
      line1
      line2
      postalCode
      city
      region
      instructions
      country
    }
  }
}`,
};

export const orderValue: ClientDocument<OrderValueResult, OrderValueVariables> = {
  subgraph: 'orders',
  text: `query OrderValue($id: ID!) {
  order(id: $id) {
    lines {
      id
      unitPrice {
        amountMinor
        currency
      }
    }
  }
}`,
};
