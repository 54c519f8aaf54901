import { fingerprintOf } from '../../../platform/journal/fingerprint.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { passOn } from '../../../platform/graph/passOn.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';

/** Shipping, as fulfillment speaks to it. */
export interface ShippingClient {
  /** The shipment of these parcels; asking again gives the same one. Refusals come as coded errors. */
  createShipment(work: FulfillmentOrder, requestId: string): Promise<string>;
  /** Give up a shipment nobody will use. */
  voidShipment(id: string, requestId: string): Promise<void>;
}

export const voidShipment = 'mutation($id: ID!, $key: ID!) { voidShipment(id: $id, key: $key) { id } }';
export const createShipment =
  'mutation($input: CreateShipmentInput!) { createShipment(input: $input) { id } }';

/** Buying a label reaches a carrier, which may take its time. */
const labelTimeoutMs = 10_000;

export const createShippingClient = (client: SubgraphClient): ShippingClient => ({
  createShipment: async (work, requestId) => {
    const skuOf = new Map(work.lines.map((line) => [line.lineId, line.sku]));
    const input = {
      // Other parcels need another label.
      key: `${work._id}:${fingerprintOf(work.parcels).slice(0, 16)}`,
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
      ...(work.forwardTo === undefined ? {} : { collectAtId: work.forwardTo }),
    };
    const answer = await client
      .call<{ createShipment: { id: string } }>('shipping', createShipment, {
        ...{ variables: { input }, requestId, timeoutMs: labelTimeoutMs },
      })
      .catch(passOn);
    return answer.createShipment.id;
  },
  voidShipment: async (id, requestId) => {
    const variables = { id, key: `unused:${id}` };
    await client.call('shipping', voidShipment, { variables, requestId }).catch(passOn);
  },
});
