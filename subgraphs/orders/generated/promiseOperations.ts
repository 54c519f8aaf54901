/* Generated from subgraphs/orders/clients/promise.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type SourceOrderResult = { readonly sourceOrder: { readonly __typename: 'SourcingDecision'; readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly code: string; readonly title: string; readonly promiseId: string; readonly configVersion: string; readonly earliestDeliveryAt: string; readonly latestDeliveryAt: string; readonly timeZone: string; readonly confidence: number; readonly kgCO2e: number; readonly costToServe: { readonly amountMinor: number; readonly currency: string }; readonly price: { readonly amountMinor: number }; readonly tax: { readonly amountMinor: number }; readonly promotionCodes: readonly string[]; readonly collectAt: { readonly id: string; readonly holdUntil: string | null } | null; readonly shipments: readonly ({ readonly locationId: string; readonly serviceCode: string | null; readonly lines: readonly ({ readonly lineId: string; readonly sku: string; readonly quantity: number; readonly future: boolean })[]; readonly capacityDay: string; readonly milestones: readonly ({ readonly code: 'RELEASED' | 'PICK_START' | 'MADE' | 'PACKED' | 'CARRIER_PICKUP' | 'DELIVERED'; readonly dueAt: string })[] })[] } | { readonly __typename: 'SourcingRefused'; readonly code: string; readonly message: string; readonly skus: readonly string[] } };

export type SourceOrderVariables = { readonly input: SourceOrderInput };

export type OptionTermsResult = { readonly optionTerms: { readonly cartId: string; readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly price: { readonly amountMinor: number; readonly currency: string }; readonly tax: { readonly amountMinor: number }; readonly promotionCodes: readonly string[] } | null };

export type OptionTermsVariables = { readonly input: OptionTermsInput };

export type ResourceOrderResult = { readonly resourceOrder: { readonly __typename: 'SourcingDecision'; readonly latestDeliveryAt: string; readonly shipments: readonly ({ readonly locationId: string; readonly serviceCode: string | null; readonly lines: readonly ({ readonly lineId: string; readonly sku: string; readonly quantity: number; readonly future: boolean })[]; readonly capacityDay: string; readonly milestones: readonly ({ readonly code: 'RELEASED' | 'PICK_START' | 'MADE' | 'PACKED' | 'CARRIER_PICKUP' | 'DELIVERED'; readonly dueAt: string })[] })[] } | { readonly __typename: 'SourcingRefused'; readonly skus: readonly string[] } };

export type ResourceOrderVariables = { readonly input: ResourceOrderInput };

export type WaysToDeliverResult = { readonly promise: { readonly options: readonly ({ readonly handle: string; readonly latestDeliveryAt: string; readonly price: { readonly amountMinor: number }; readonly collectAt: { readonly id: string } | null })[] } };

export type WaysToDeliverVariables = { readonly input: PromiseInput };

export type OrderOptionsResult = { readonly orderOptions: { readonly expiresAt: string; readonly options: readonly ({ readonly handle: string; readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly code: string; readonly title: string; readonly earliestDeliveryAt: string; readonly latestDeliveryAt: string; readonly windows: readonly ({ readonly startAt: string })[]; readonly price: { readonly amountMinor: number }; readonly tax: { readonly amountMinor: number }; readonly collectAt: { readonly id: string; readonly name: string } | null })[] } };

export type OrderOptionsVariables = { readonly input: OrderOptionsInput };

export interface SourceOrderInput {
  readonly handle: string;
  readonly cartId: string;
  readonly channel: string;
  readonly currency: string;
  readonly destination: DestinationInput;
  readonly lines: readonly SourceLineInput[];
  readonly excludedLocationIds?: readonly string[] | null | undefined;
  readonly windowStartAt?: string | null | undefined;
  readonly addressee?: AddresseeInput | null | undefined;
  readonly held?: readonly HeldUnitsInput[] | null | undefined;
  readonly promotionCodes?: readonly string[] | null | undefined;
}

export interface OptionTermsInput {
  readonly handle: string;
}

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

export interface PromiseInput {
  readonly context?: 'PRODUCT_PAGE' | 'CART' | 'CHECKOUT' | null | undefined;
  readonly channel: string;
  readonly currency: string;
  readonly locale?: string | null | undefined;
  readonly at?: string | null | undefined;
  readonly destination: DestinationInput;
  readonly lines: readonly PromiseLineInput[];
  readonly methodTypes?: readonly ('SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT')[] | null | undefined;
  readonly maxSplits?: number | null | undefined;
  readonly effort?: number | null | undefined;
  readonly promotionCodes?: readonly string[] | null | undefined;
}

export interface OrderOptionsInput {
  readonly orderId: string;
  readonly ask: PromiseInput;
  readonly held: readonly HeldUnitsInput[];
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

export interface AddresseeInput {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | null | undefined;
  readonly city: string;
}

export interface HeldUnitsInput {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
}

export interface PromiseLineInput {
  readonly sku: string;
  readonly quantity: number;
  readonly customisation?: string | null | undefined;
}

export const sourceOrder: ClientDocument<SourceOrderResult, SourceOrderVariables> = {
  subgraph: 'promise',
  text: `mutation SourceOrder($input: SourceOrderInput!) {
  sourceOrder(input: $input) {
    __typename
    ... on SourcingDecision {
      methodType
      code
      title
      promiseId
      configVersion
      earliestDeliveryAt
      latestDeliveryAt
      timeZone
      confidence
      kgCO2e
      costToServe {
        amountMinor
        currency
      }
      price {
        amountMinor
      }
      tax {
        amountMinor
      }
      promotionCodes
      collectAt {
        id
        holdUntil
      }
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
      code
      message
      skus
    }
  }
}`,
};

export const optionTerms: ClientDocument<OptionTermsResult, OptionTermsVariables> = {
  subgraph: 'promise',
  text: `query OptionTerms($input: OptionTermsInput!) {
  optionTerms(input: $input) {
    cartId
    methodType
    price {
      amountMinor
      currency
    }
    tax {
      amountMinor
    }
    promotionCodes
  }
}`,
};

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

export const waysToDeliver: ClientDocument<WaysToDeliverResult, WaysToDeliverVariables> = {
  subgraph: 'promise',
  text: `query WaysToDeliver($input: PromiseInput!) {
  promise(input: $input) {
    options {
      handle
      latestDeliveryAt
      price {
        amountMinor
      }
      collectAt {
        id
      }
    }
  }
}`,
};

export const orderOptions: ClientDocument<OrderOptionsResult, OrderOptionsVariables> = {
  subgraph: 'promise',
  text: `query OrderOptions($input: OrderOptionsInput!) {
  orderOptions(input: $input) {
    expiresAt
    options {
      handle
      methodType
      code
      title
      earliestDeliveryAt
      latestDeliveryAt
      windows {
        startAt
      }
      price {
        amountMinor
      }
      tax {
        amountMinor
      }
      collectAt {
        id
        name
      }
    }
  }
}`,
};
