import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';

/** Shipping, as fulfillment speaks to it. */
export interface ShippingRoom {
  /** The shipment of a packed fulfillment order; asking again gives the same one. */
  createShipment(work: FulfillmentOrder, requestId: string): Promise<string>;
}

const createShipment = 'mutation($input: CreateShipmentInput!) { createShipment(input: $input) { id } }';

/** Buying a label reaches a carrier, which may take its time. */
const labelTimeoutMs = 10_000;

export const createShippingRoom = (client: SubgraphClient): ShippingRoom => ({
  createShipment: async (work, requestId) => {
    const skuOf = new Map(work.lines.map((line) => [line.lineId, line.sku]));
    const input = {
      key: work._id,
      orderId: work.orderId,
      fulfillmentOrderId: work._id,
      ...{
        locationId: work.locationId,
        serviceCode: work.serviceCode,
        owner: work.owner,
        channel: work.channel,
      },
      parcels: work.parcels.map(({ number, weightGrams, lines }) => ({
        ...{ number, weightGrams },
        lines: lines.map(({ lineId, quantity }) => ({ lineId, sku: skuOf.get(lineId) ?? '', quantity })),
      })),
      promisedLatestAt: new Date(work.promisedLatestAtMs).toISOString(),
    };
    const answer = await client.call<{ createShipment: { id: string } }>('shipping', createShipment, {
      variables: { input },
      requestId,
      timeoutMs: labelTimeoutMs,
    });
    return answer.createShipment.id;
  },
});
