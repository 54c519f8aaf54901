import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { variantFacts } from '../generated/catalogOperations.ts';
import { locationSeen, returnLocations, returnPlaces } from '../generated/fulfillmentOperations.ts';
import type { KnownPlace } from '../domain/nearPlaces.ts';
import type { Opening } from '../domain/openTimes.ts';
import { createReturnShipment, shipmentLabel } from '../generated/shippingOperations.ts';

/** Shipping, catalogue and fulfillment, as returns speaks to them. */
export interface OtherClients {
  /** Creates the shipment back; repeating it with the same return gives the same shipment. */
  createReturnShipment(input: ReturnShipment): Promise<string>;
  /** The label of a shipment, as a document; null if there is none. */
  label(shipmentId: string): Promise<Label | null>;
  /** What a unit is; 500 g and no product for a SKU nobody knows any more. */
  variant(sku: string): Promise<VariantSeen>;
  /** Places that take goods back by parcel and are open: warehouses, then stores that ship. */
  returnsLocations(): Promise<readonly ReceivingPlace[]>;
  /** Stores, and points of carriers. */
  places(): Promise<readonly KnownPlace[]>;
  /** One location; null if there is none. */
  location(id: string): Promise<(PlaceSeen & { readonly kind: string; readonly active: boolean }) | null>;
}

/** A place, as far as returns care. */
export interface PlaceSeen {
  readonly id: string;
  readonly country: string;
}

/** A place that takes parcels back, and when it is open. */
export interface ReceivingPlace extends PlaceSeen, Opening {
  readonly postalCode: string;
}

/** A variant, as far as returns care. */
export interface VariantSeen {
  readonly weightGrams: number;
  readonly productId?: string;
  readonly category?: string;
  /** Number on its barcode, 14 digits. */
  readonly gtin?: string;
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

const unknownVariant: VariantSeen = { weightGrams: 500 };

export const createOtherClients = (client: SubgraphClient): OtherClients => ({
  createReturnShipment: async ({ returnId, ...rest }) => {
    const data = await client.call(createReturnShipment, {
      variables: { input: { key: returnId, returnId, ...rest } },
      requestId: returnId,
    });
    return data.createReturnShipment.id;
  },
  label: async (id) => (await client.call(shipmentLabel, { variables: { id } })).shipment?.label ?? null,
  variant: async (sku) => {
    const { variant } = await client.call(variantFacts, { variables: { sku } });
    if (variant === null) return unknownVariant;
    const { weightGrams, product, gtin } = variant;
    return {
      ...{ weightGrams, productId: product.id, category: product.category },
      ...(gtin === null ? {} : { gtin }),
    };
  },
  returnsLocations: async () => {
    const { warehouses, stores } = await client.call(returnLocations, { variables: {} });
    const shipping = stores.edges.filter(({ node }) => node.abilities.includes('SHIP'));
    return [...warehouses.edges, ...shipping]
      .filter(({ node }) => node.active)
      .map(({ node: { throttle, ...place } }) => ({ ...place, today: throttle?.today }));
  },
  places: async () => {
    const found: KnownPlace[] = [];
    for (const kind of ['STORE', 'PICKUP_POINT'] as const) {
      let after: string | undefined;
      do {
        const variables = { kind, ...(after === undefined ? {} : { after }) };
        const { locations } = await client.call(returnPlaces, { variables });
        found.push(
          ...locations.edges.map(({ node: { throttle, ...place } }) => ({
            ...place,
            today: throttle?.today,
          })),
        );
        after = locations.pageInfo.hasNextPage ? (locations.pageInfo.endCursor ?? undefined) : undefined;
      } while (after !== undefined);
    }
    return found;
  },
  location: async (id) => (await client.call(locationSeen, { variables: { id } })).location,
});
