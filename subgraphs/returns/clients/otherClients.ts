import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';

/** Shipping, catalogue and fulfillment, as returns speaks to them. */
export interface OtherClients {
  /** Creates the shipment back; repeating it with the same return gives the same shipment. */
  createReturnShipment(input: ReturnShipment): Promise<string>;
  /** The label of a shipment, as a document; null if there is none. */
  label(shipmentId: string): Promise<Label | null>;
  /** Weight of one unit in grams; 500 for a SKU nobody knows any more. */
  weightGrams(sku: string): Promise<number>;
  /** A place that takes goods back by parcel: the first warehouse, or any location that ships. */
  returnsLocation(): Promise<string | null>;
}

export interface ReturnShipment {
  readonly returnId: string;
  readonly orderId: string;
  readonly locationId: string;
  readonly owner: string;
  readonly channel: string;
  readonly lines: readonly { readonly lineId: string; readonly sku: string; readonly quantity: number }[];
  readonly weightGrams: number;
}

export interface Label {
  readonly fileName: string;
  readonly contentType: string;
  readonly contentBase64: string;
}

const unknownWeightGrams = 500;

export const createOtherClients = (client: SubgraphClient): OtherClients => ({
  createReturnShipment: async ({ returnId, ...rest }) => {
    const query =
      'mutation($input: CreateReturnShipmentInput!) { createReturnShipment(input: $input) { id } }';
    const input = { key: returnId, returnId, ...rest };
    const data = await client.call<{ createReturnShipment: { id: string } }>('shipping', query, {
      variables: { input },
      requestId: returnId,
    });
    return data.createReturnShipment.id;
  },
  label: async (id) => {
    const query = 'query($id: ID!) { shipment(id: $id) { label { fileName contentType contentBase64 } } }';
    const data = await client.call<{ shipment: { label: Label | null } | null }>('shipping', query, {
      variables: { id },
    });
    return data.shipment?.label ?? null;
  },
  weightGrams: async (sku) => {
    const query = 'query($sku: ID!) { variant(sku: $sku) { weightGrams } }';
    const data = await client.call<{ variant: { weightGrams: number } | null }>('catalog', query, {
      variables: { sku },
    });
    return data.variant?.weightGrams ?? unknownWeightGrams;
  },
  returnsLocation: async () => {
    const query = `{ warehouses: locations(first: 1, kind: WAREHOUSE) { edges { node { id } } }
      any: locations(first: 1) { edges { node { id } } } }`;
    type Page = { readonly edges: readonly { readonly node: { readonly id: string } }[] };
    const data = await client.call<{ warehouses: Page; any: Page }>('fulfillment', query);
    return data.warehouses.edges[0]?.node.id ?? data.any.edges[0]?.node.id ?? null;
  },
});
