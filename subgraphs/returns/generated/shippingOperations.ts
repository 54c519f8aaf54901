/* Generated from subgraphs/returns/clients/shipping.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type CreateReturnShipmentResult = { readonly createReturnShipment: { readonly id: string } };

export type CreateReturnShipmentVariables = { readonly input: CreateReturnShipmentInput };

export type ShipmentLabelResult = { readonly shipment: { readonly label: { readonly fileName: string; readonly contentType: string; readonly contentBase64: string } | null } | null };

export type ShipmentLabelVariables = { readonly id: string };

export interface CreateReturnShipmentInput {
  readonly key: string;
  readonly orderId: string;
  readonly returnId: string;
  readonly locationId: string;
  readonly serviceCode?: string | null | undefined;
  readonly owner: string;
  readonly channel: string;
  readonly lines: readonly ShipmentLineInput[];
  readonly weightGrams: number;
}

export interface ShipmentLineInput {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
}

export const createReturnShipment: ClientDocument<CreateReturnShipmentResult, CreateReturnShipmentVariables> = {
  subgraph: 'shipping',
  text: `mutation CreateReturnShipment($input: CreateReturnShipmentInput!) {
  createReturnShipment(input: $input) {
    id
  }
}`,
};

export const shipmentLabel: ClientDocument<ShipmentLabelResult, ShipmentLabelVariables> = {
  subgraph: 'shipping',
  text: `query ShipmentLabel($id: ID!) {
  shipment(id: $id) {
    label {
      fileName
      contentType
      contentBase64
    }
  }
}`,
};
