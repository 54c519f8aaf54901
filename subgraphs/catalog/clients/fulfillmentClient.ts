import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { placeFacts } from '../generated/fulfillmentOperations.ts';
import type { Place } from '../domain/place.ts';

/** Fulfillment, as the catalogue speaks to it. */
export interface FulfillmentClient {
  /** A location; null if there is none. */
  place(id: string): Promise<Place | null>;
}

export const createFulfillmentClient = (client: SubgraphClient): FulfillmentClient => ({
  place: async (id) => {
    const { location } = await client.call(placeFacts, { variables: { id } });
    return location === null ? null : { ...location };
  },
});
