/* Generated from subgraphs/orders/clients/fulfillment.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type UnitsAtLocationsResult = { readonly unitsAtLocations: readonly ({ readonly orderId: string; readonly atRest: boolean; readonly lines: readonly ({ readonly lineId: string; readonly wanted: number; readonly left: number })[] })[] };

export type UnitsAtLocationsVariables = { readonly orderIds: readonly string[] };

export type StorePlaceResult = { readonly location: { readonly name: string; readonly city: string; readonly country: string; readonly postalCode: string; readonly latitude: number; readonly longitude: number } | null };

export type StorePlaceVariables = { readonly id: string };

export const unitsAtLocations: ClientDocument<UnitsAtLocationsResult, UnitsAtLocationsVariables> = {
  subgraph: 'fulfillment',
  text: `query UnitsAtLocations($orderIds: [ID!]!) {
  unitsAtLocations(orderIds: $orderIds) {
    orderId
    atRest
    lines {
      lineId
      wanted
      left
    }
  }
}`,
};

export const storePlace: ClientDocument<StorePlaceResult, StorePlaceVariables> = {
  subgraph: 'fulfillment',
  text: `query StorePlace($id: ID!) {
  location(id: $id) {
    name
    city
    country
    postalCode
    latitude
    longitude
  }
}`,
};
