/* Generated from subgraphs/fulfillment/clients/promise.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type ResourceOrderResult = { readonly resourceOrder: { readonly __typename: 'SourcingDecision'; readonly latestDeliveryAt: string; readonly shipments: readonly ({ readonly locationId: string; readonly serviceCode: string | null; readonly lines: readonly ({ readonly lineId: string; readonly sku: string; readonly quantity: number; readonly future: boolean })[]; readonly capacityDay: string; readonly milestones: readonly ({ readonly code: 'RELEASED' | 'PICK_START' | 'MADE' | 'PACKED' | 'CARRIER_PICKUP' | 'DELIVERED'; readonly dueAt: string })[] })[] } | { readonly __typename: 'SourcingRefused'; readonly skus: readonly string[] } };

export type ResourceOrderVariables = { readonly input: ResourceOrderInput };

export interface ResourceOrderInput {
  readonly orderId: string;
  readonly channel: string;
  readonly currency: string;
  readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT';
  readonly code: string;
  readonly destination: DestinationInput;
  readonly collectAtId?: string | null | undefined;
  readonly lines: readonly SourceLineInput[];
  readonly excludedLocationIds: readonly string[];
  readonly promisedLatestAt: string;
  readonly windowStartAt?: string | null | undefined;
}

export interface DestinationInput {
  readonly country: string;
  readonly postalCode?: string | null | undefined;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
}

export interface SourceLineInput {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly customisation?: string | null | undefined;
}

export const resourceOrder: ClientDocument<ResourceOrderResult, ResourceOrderVariables> = {
  subgraph: 'promise',
  text: `mutation ResourceOrder($input: ResourceOrderInput!) {
  resourceOrder(input: $input) {
    __typename
    ... on SourcingDecision {
      latestDeliveryAt
      shipments {
        locationId
        serviceCode
        lines {
          lineId
          sku
          quantity
          future
        }
        capacityDay
        milestones {
          code
          dueAt
        }
      }
    }
    ... on SourcingRefused {
      skus
    }
  }
}`,
};
