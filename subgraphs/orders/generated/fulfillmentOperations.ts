/* Generated from subgraphs/orders/clients/fulfillment.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type UnitsAtLocationsResult = { readonly unitsAtLocations: readonly ({ readonly orderId: string; readonly atRest: boolean; readonly lines: readonly ({ readonly lineId: string; readonly wanted: number; readonly left: number })[] })[] };

export type UnitsAtLocationsVariables = { readonly orderIds: readonly string[] };

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
