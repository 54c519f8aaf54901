import { codedError } from '../../../platform/errors/codedError.ts';
import { fingerprintOf } from '../../../platform/journal/fingerprint.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { createShipment, voidShipment } from '../generated/shippingOperations.ts';
import { passOn } from '../../../platform/graph/passOn.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import type { OwnCarrier } from '../domain/purchase.ts';

/** Shipping, as fulfillment speaks to it. */
export interface ShippingClient {
  /** The shipment of these parcels; asking again gives the same one. Refusals come as coded errors. */
  createShipment(work: FulfillmentOrder, requestId: string, own?: OwnCarrier): Promise<string>;
  /** Give up a shipment nobody will use. */
  voidShipment(id: string, requestId: string): Promise<void>;
}

/** A label that was void is not found again, even where the parcels are the same. */
const labelKey = ({ _id, parcels, packings = 1 }: FulfillmentOrder): string => {
  const key = `${_id}:${fingerprintOf(parcels).slice(0, 16)}`;
  return packings > 1 ? `${key}:${packings}` : key;
};

/** Buying a label reaches a carrier, which may take its time. */
const labelTimeoutMs = 10_000;

export const createShippingClient = (client: SubgraphClient): ShippingClient => ({
  createShipment: async (work, requestId, own) => {
    const { serviceCode } = work;
    if (serviceCode === null)
      throw codedError('INVALID_TRANSITION', 'These parcels are collected here; no carrier takes them.');
    const skuOf = new Map(work.lines.map((line) => [line.lineId, line.sku]));
    const input = {
      // Other parcels need another label.
      key: labelKey(work),
      orderId: work.orderId,
      fulfillmentOrderId: work._id,
      ...{
        locationId: work.locationId,
        serviceCode,
        owner: work.owner,
        channel: work.channel,
      },
      parcels: work.parcels.map(({ number, weightGrams, lines }) => ({
        ...{ number, weightGrams },
        lines: lines.map(({ lineId, quantity }) => ({ lineId, sku: skuOf.get(lineId) ?? '', quantity })),
      })),
      promisedLatestAt: new Date(work.promisedLatestAtMs).toISOString(),
      ...(work.forwardTo === undefined ? {} : { collectAtId: work.forwardTo }),
      ...(own === undefined ? {} : { own: { carrier: own.carrier, trackingCodes: [...own.trackingCodes] } }),
    };
    const answer = await client
      .call(createShipment, { variables: { input }, requestId, timeoutMs: labelTimeoutMs })
      .catch(passOn);
    return answer.createShipment.id;
  },
  voidShipment: async (id, requestId) => {
    const variables = { id, key: `unused:${id}` };
    await client.call(voidShipment, { variables, requestId }).catch(passOn);
  },
});
