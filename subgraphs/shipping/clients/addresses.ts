import { codedError } from '../../../platform/errors/codedError.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { passOn } from '../../../platform/graph/passOn.ts';
import { locationAddress } from '../generated/fulfillmentOperations.ts';
import { orderAddress } from '../generated/ordersOperations.ts';
import type { PostalAddress } from '../carriers/carrierAdapter.ts';

/** Where parcels go and come from. Asked of the subgraphs that own it each time; this subgraph keeps no personal data. */
export interface Addresses {
  ofOrder(orderId: string, requestId: string): Promise<CustomerAddress>;
  ofLocation(locationId: string, requestId: string): Promise<PostalAddress>;
}

/** Where a customer wants it, and what the carrier should know. */
export interface CustomerAddress extends PostalAddress {
  readonly instructions?: string;
}

export const createAddresses = (client: SubgraphClient): Addresses => ({
  ofOrder: async (id, requestId) => {
    const { order } = await client.call(orderAddress, { variables: { id }, requestId }).catch(passOn);
    if (order?.address == null)
      throw codedError('NOT_FOUND', 'The order of this shipment has no address to print.');
    const { instructions, postalCode, ...rest } = order.address;
    return { ...rest, postalCode: postalCode ?? '', ...(instructions == null ? {} : { instructions }) };
  },
  ofLocation: async (id, requestId) => {
    const { location } = await client.call(locationAddress, { variables: { id }, requestId }).catch(passOn);
    if (location === null) throw codedError('NOT_FOUND', 'The location of this shipment is not known.');
    return { ...location, line1: '' };
  },
});
