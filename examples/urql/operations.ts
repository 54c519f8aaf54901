/** The operations of the story, with the types of what they take and give. */
import { gql } from '@urql/core';

export const CREATE_CART = gql<{ createCart: { id: string } }, { sku: string }>`
  mutation CreateCart($sku: ID!) {
    createCart(input: { currency: "EUR", lines: [{ sku: $sku, quantity: 2 }] }) {
      id
    }
  }
`;
export const SET_ADDRESS = gql<object, { cartId: string; address: object }>`
  mutation SetAddress($cartId: ID!, $address: AddressInput!) {
    setCartAddress(input: { cartId: $cartId, address: $address }) {
      id
    }
  }
`;
export interface Option {
  readonly handle: string;
  readonly title: string;
  readonly methodType: string;
  readonly latestDeliveryAt: string;
  readonly price: { readonly amountMinor: number; readonly currency: string };
}
export const CART_OPTIONS = gql<
  { cart: { deliveryOptions: { options: Option[] } } | null },
  { cartId: string }
>`
  query CartOptions($cartId: ID!) {
    cart(id: $cartId) {
      id
      deliveryOptions {
        id
        options {
          handle
          title
          methodType
          latestDeliveryAt
          price {
            amountMinor
            currency
          }
        }
      }
    }
  }
`;
type PlaceOrderResult =
  | {
      readonly __typename: 'PlaceOrderSuccess';
      readonly order: { readonly id: string; readonly number: string };
    }
  | { readonly __typename: 'OutOfStock' | 'PromiseExpired' | 'PaymentDeclined'; readonly message: string };
export const PLACE_ORDER = gql<{ placeOrder: PlaceOrderResult }, { input: object }>`
  mutation PlaceOrder($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      ... on PlaceOrderSuccess {
        order {
          id
          number
        }
      }
      ... on OutOfStock {
        message
      }
      ... on PromiseExpired {
        message
      }
      ... on PaymentDeclined {
        message
      }
    }
  }
`;
export const ORDER_STATUS = gql<
  { orderStatus: { seq: number; status: string; summary: string } },
  { orderId: string }
>`
  subscription OrderStatus($orderId: ID!) {
    orderStatus(orderId: $orderId) {
      seq
      status
      summary
    }
  }
`;
