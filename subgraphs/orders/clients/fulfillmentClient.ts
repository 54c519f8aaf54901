import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { storePlace, unitsAtLocations, type StorePlaceResult } from '../generated/fulfillmentOperations.ts';
import type { AtLocations } from '../domain/unitCheck.ts';

/** Fulfillment, as orders speaks to it. */
export interface FulfillmentClient {
  /** How the units of these orders (at most 100) stand with the locations. */
  units(orderIds: readonly string[], requestId: string): Promise<readonly AtLocations[]>;
  /** Where a location is; null if there is none. */
  place(id: string, requestId: string): Promise<StorePlaceResult['location']>;
}

export const createFulfillmentClient = (client: SubgraphClient): FulfillmentClient => ({
  units: async (orderIds, requestId) =>
    (await client.call(unitsAtLocations, { variables: { orderIds: [...orderIds] }, requestId }))
      .unitsAtLocations,
  place: async (id, requestId) => (await client.call(storePlace, { variables: { id }, requestId })).location,
});
