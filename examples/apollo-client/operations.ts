/** The operations of the components, with the types of what they take and give. */
import { gql, type TypedDocumentNode } from '@apollo/client';

export const CREATE_CART: TypedDocumentNode<{ readonly createCart: { readonly id: string } }> = gql`
  mutation CreateCart {
    createCart(input: { currency: "EUR", lines: [{ sku: "SHO-001-BLK-38", quantity: 2 }] }) {
      id
    }
  }
`;
export const SET_ADDRESS: TypedDocumentNode<object, { cartId: string }> = gql`
  mutation SetAddress($cartId: ID!) {
    setCartAddress(
      input: {
        cartId: $cartId
        address: {
          name: "Camille Exemple"
          line1: "1 place de la République"
          postalCode: "75011"
          city: "Paris"
          country: "FR"
        }
      }
    ) {
      id
    }
  }
`;

export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}
export interface Option {
  readonly handle: string;
  readonly title: string;
  readonly latestDeliveryAt: string;
  readonly orderBy: string;
  readonly timeZone: string;
  readonly price: Money;
  readonly carbon: { readonly kgCO2e: number };
  /** The store or pickup point where it waits; null if it is brought. */
  readonly collectAt: { readonly name: string } | null;
}
interface CartData {
  readonly cart: {
    readonly deliveryOptions: {
      readonly options: readonly Option[];
      readonly unavailable: readonly { readonly methodType: string; readonly detail: string }[];
    };
  } | null;
}

export const CART_OPTIONS: TypedDocumentNode<CartData, { cartId: string }> = gql`
  query CartOptions($cartId: ID!) {
    cart(id: $cartId) {
      id
      deliveryOptions {
        id
        options {
          handle
          title
          latestDeliveryAt
          orderBy
          timeZone
          price {
            amountMinor
            currency
          }
          carbon {
            kgCO2e
          }
          collectAt {
            name
          }
        }
        unavailable {
          methodType
          detail
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

export const PLACE_ORDER: TypedDocumentNode<{ readonly placeOrder: PlaceOrderResult }, { input: object }> =
  gql`
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
