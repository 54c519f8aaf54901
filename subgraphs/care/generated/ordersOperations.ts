/* Generated from subgraphs/care/clients/orders.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type OrderContactResult = { readonly order: { readonly address: { readonly name: string } | null; readonly contact: { readonly email: string | null; readonly phone: string | null; readonly consents: readonly ({ readonly channel: 'EMAIL' | 'SMS'; readonly offers: boolean })[] } | null } | null };

export type OrderContactVariables = { readonly id: string };

export const orderContact: ClientDocument<OrderContactResult, OrderContactVariables> = {
  subgraph: 'orders',
  text: `query OrderContact($id: ID!) {
  order(id: $id) {
    address {
      name
    }
    contact {
      email
      phone
      consents {
        channel
        offers
      }
    }
  }
}`,
};
