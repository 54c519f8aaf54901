/* Generated from subgraphs/fulfillment/clients/shipping.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type CreateShipmentResult = { readonly createShipment: { readonly id: string } };

export type CreateShipmentVariables = { readonly input: CreateShipmentInput };

export type VoidShipmentResult = { readonly voidShipment: { readonly id: string } };

export type VoidShipmentVariables = { readonly id: string; readonly key: string };

export interface CreateShipmentInput {
  readonly key: string;
  readonly orderId: string;
  readonly fulfillmentOrderId: string;
  readonly locationId: string;
  readonly serviceCode: string;
  readonly owner: string;
  readonly channel: string;
  readonly collectAtId?: string | null | undefined;
  readonly parcels: readonly ShipmentParcelInput[];
  readonly promisedLatestAt: string;
  readonly own?: OwnCarrierInput | null | undefined;
}

export interface ShipmentParcelInput {
  readonly number: number;
  readonly weightGrams: number;
  readonly lines: readonly ShipmentLineInput[];
}

export interface OwnCarrierInput {
  readonly carrier: string;
  readonly trackingCodes: readonly string[];
}

export interface ShipmentLineInput {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
}

export const createShipment: ClientDocument<CreateShipmentResult, CreateShipmentVariables> = {
  subgraph: 'shipping',
  text: `mutation CreateShipment($input: CreateShipmentInput!) {
  createShipment(input: $input) {
    id
  }
}`,
};

export const voidShipment: ClientDocument<VoidShipmentResult, VoidShipmentVariables> = {
  subgraph: 'shipping',
  text: `mutation VoidShipment($id: ID!, $key: ID!) {
  voidShipment(id: $id, key: $key) {
    id
  }
}`,
};
