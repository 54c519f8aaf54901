/* Generated from subgraphs/shipping/clients/fulfillment.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type LocationAddressResult = { readonly location: { readonly name: string; readonly postalCode: string; readonly city: string; readonly country: string } | null };

export type LocationAddressVariables = { readonly id: string };

export const locationAddress: ClientDocument<LocationAddressResult, LocationAddressVariables> = {
  subgraph: 'fulfillment',
  text: `query LocationAddress($id: ID!) {
  location(id: $id) {
    name
    postalCode
    city
    country
  }
}`,
};
