/* Generated from subgraphs/care/clients/orders.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type OrderContactResult = { readonly order: { readonly address: { readonly name: string } | null; readonly contact: { readonly email: string | null; readonly phone: string | null; readonly consents: readonly ({ readonly channel: 'EMAIL' | 'SMS'; readonly offers: boolean })[] } | null } | null };

export type OrderContactVariables = { readonly id: string };

export type CollectOptionsResult = { readonly previewOrderChange: { readonly options: readonly ({ readonly handle: string; readonly collectAtId: string | null; readonly collectAtName: string | null; readonly latestDeliveryAt: string; readonly difference: { readonly amountMinor: number; readonly currency: string } })[] } | null };

export type CollectOptionsVariables = { readonly change: OrderChangeInput };

export type CancelForCustomerResult = { readonly cancelOrder: { readonly __typename: 'CancelOrderSuccess'; readonly outcome: 'CANCELLED' | 'PARTIALLY_CANCELLED' | 'ASKED' } | { readonly __typename: 'CancelTooLate' } };

export type CancelForCustomerVariables = { readonly input: CancelOrderInput };

export type CollectInsteadResult = { readonly confirmOrderChange: { readonly __typename: 'OrderChanged' } | { readonly __typename: 'OrderChangeAsked' } | { readonly __typename: 'OrderChangeTooLate' } | { readonly __typename: 'OutOfStock' } | { readonly __typename: 'PromiseExpired' } | { readonly __typename: 'PaymentDeclined' } };

export type CollectInsteadVariables = { readonly input: ConfirmOrderChangeInput };

export interface OrderChangeInput {
  readonly orderId: string;
  readonly add?: readonly CartLineInput[] | null | undefined;
  readonly remove?: readonly OrderLineQuantityInput[] | null | undefined;
  readonly address?: AddressInput | null | undefined;
  readonly instructions?: string | null | undefined;
  readonly delivery?: OrderDeliveryChangeInput | null | undefined;
}

export interface CancelOrderInput {
  readonly orderId: string;
  readonly lines?: readonly OrderLineQuantityInput[] | null | undefined;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey: string;
}

export interface ConfirmOrderChangeInput {
  readonly change: OrderChangeInput;
  readonly deliveryOptionHandle?: string | null | undefined;
  readonly windowStartAt?: string | null | undefined;
  readonly acceptedDifference: MoneyInput;
  readonly paymentToken?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey: string;
}

export interface CartLineInput {
  readonly sku: string;
  readonly quantity: number;
  readonly customisation?: string | null | undefined;
  readonly options?: readonly ChosenOptionInput[] | null | undefined;
}

export interface OrderLineQuantityInput {
  readonly lineId: string;
  readonly quantity: number;
}

export interface AddressInput {
  readonly name: string;
  readonly company?: string | null | undefined;
  readonly line1: string;
  readonly line2?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly city: string;
  readonly region?: string | null | undefined;
  readonly country: string;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
  readonly instructions?: string | null | undefined;
}

export interface OrderDeliveryChangeInput {
  readonly methodTypes?: readonly ('SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT')[] | null | undefined;
  readonly collectAtId?: string | null | undefined;
}

export interface MoneyInput {
  readonly amountMinor: number;
  readonly currency: string;
}

export interface ChosenOptionInput {
  readonly code: string;
  readonly value: string;
}

export const orderContact: ClientDocument<OrderContactResult, OrderContactVariables> = {
  subgraph: 'orders',
  text: `query OrderContact($id: ID!) {
  order(id: $id) {
    address {
      name
    }
    contact {
      email
      phone
      consents {
        channel
        offers
      }
    }
  }
}`,
};

export const collectOptions: ClientDocument<CollectOptionsResult, CollectOptionsVariables> = {
  subgraph: 'orders',
  text: `query CollectOptions($change: OrderChangeInput!) {
  previewOrderChange(change: $change) {
    options {
      handle
      collectAtId
      collectAtName
      latestDeliveryAt
      difference {
        amountMinor
        currency
      }
    }
  }
}`,
};

export const cancelForCustomer: ClientDocument<CancelForCustomerResult, CancelForCustomerVariables> = {
  subgraph: 'orders',
  text: `mutation CancelForCustomer($input: CancelOrderInput!) {
  cancelOrder(input: $input) {
    __typename
    ... on CancelOrderSuccess {
      outcome
    }
  }
}`,
};

export const collectInstead: ClientDocument<CollectInsteadResult, CollectInsteadVariables> = {
  subgraph: 'orders',
  text: `mutation CollectInstead($input: ConfirmOrderChangeInput!) {
  confirmOrderChange(input: $input) {
    __typename
  }
}`,
};
