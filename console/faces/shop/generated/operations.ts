/* Generated from console/faces/shop/operations.graphql by npm run schema. Do not edit. */
import { gql } from '@urql/core';

export type ShopSearchResult = { readonly products: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly title: string; readonly brand: string | null; readonly category: string; readonly variants: readonly ({ readonly sku: string; readonly price: { readonly amountMinor: number; readonly currency: string }; readonly availability: { readonly status: 'IN_STOCK' | 'LOW_STOCK' | 'BACKORDER' | 'PREORDER' | 'OUT_OF_STOCK' } })[] } })[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } };

export type ShopSearchVariables = { readonly search?: string | null | undefined; readonly locale: string; readonly after?: string | null | undefined };

export type ShopProductResult = { readonly product: { readonly id: string; readonly title: string; readonly description: string | null; readonly brand: string | null; readonly category: string; readonly variants: readonly ({ readonly sku: string; readonly title: string; readonly price: { readonly amountMinor: number; readonly currency: string }; readonly customisationOptions: readonly ({ readonly code: string; readonly label: string; readonly kind: 'TEXT' | 'CHOICE' | 'NUMBER' | 'FILE'; readonly required: boolean; readonly maxLength: number | null; readonly choices: readonly string[] })[]; readonly availability: { readonly status: 'IN_STOCK' | 'LOW_STOCK' | 'BACKORDER' | 'PREORDER' | 'OUT_OF_STOCK'; readonly expectedAt: string | null } })[] } | null };

export type ShopProductVariables = { readonly id: string; readonly locale: string };

export type ShopPromiseResult = { readonly variant: { readonly sku: string; readonly deliveryPromise: { readonly id: string; readonly options: readonly ({ readonly handle: string; readonly code: string; readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly title: string; readonly earliestDeliveryAt: string; readonly latestDeliveryAt: string; readonly timeZone: string; readonly orderBy: string; readonly confidence: number; readonly marks: readonly ('FASTEST' | 'CHEAPEST' | 'GREENEST')[]; readonly price: { readonly amountMinor: number; readonly currency: string }; readonly carbon: { readonly kgCO2e: number }; readonly parcels: number; readonly windows: readonly ({ readonly startAt: string; readonly endAt: string })[]; readonly collectAt: { readonly name: string; readonly distanceMetres: number | null } | null })[]; readonly unavailable: readonly ({ readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly reason: 'EMPTY_CART' | 'TOO_MANY_LINES' | 'BAD_QUANTITY' | 'BAD_INPUT' | 'UNKNOWN_SKU' | 'UNKNOWN_COUNTRY' | 'UNKNOWN_METHOD' | 'NEEDS_PRECISE_DESTINATION' | 'CLOCK_OUT_OF_RANGE' | 'NO_METHOD_CONFIGURED' | 'NO_RULES' | 'METHOD_DISABLED' | 'CHANNEL_EXCLUDED' | 'COUNTRY_NOT_SERVED' | 'NO_PRICE_IN_CURRENCY' | 'OUT_OF_STOCK' | 'NOT_ENOUGH_STOCK' | 'NO_STOCK_AT_STORE' | 'SPLIT_LIMIT' | 'ITEM_RESTRICTED' | 'ITEM_TOO_HEAVY' | 'ITEM_TOO_LONG' | 'DANGEROUS_GOODS' | 'OVERSIZE' | 'CUSTOMISATION_UNAVAILABLE' | 'NO_SERVICE_TO_DESTINATION' | 'OUT_OF_RADIUS' | 'CUT_OFF_PASSED' | 'LOCATION_CLOSED' | 'NO_CARRIER_PICKUP' | 'CAPACITY_SOLD' | 'WINDOWS_SOLD' | 'BEYOND_HORIZON' | 'TOO_LATE' | 'RULE_EXCLUDED' | 'STALE_DATA' | 'NO_PICKUP_NEARBY' | 'NOT_OFFERED' | 'OUTDONE'; readonly detail: string })[] } } | null };

export type ShopPromiseVariables = { readonly sku: string; readonly destination: DestinationInput; readonly locale: string };

export type ShopCartResult = { readonly cart: { readonly id: string; readonly currency: string; readonly destination: { readonly country: string; readonly postalCode: string | null } | null; readonly address: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string } | null; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly quantity: number; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string } })[]; readonly subtotal: { readonly amountMinor: number; readonly currency: string }; readonly order: { readonly id: string; readonly number: string } | null } | null };

export type ShopCartVariables = { readonly id: string; readonly locale: string };

export type ShopCartOptionsResult = { readonly cart: { readonly id: string; readonly deliveryOptions: { readonly id: string; readonly expiresAt: string; readonly options: readonly ({ readonly handle: string; readonly code: string; readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly title: string; readonly earliestDeliveryAt: string; readonly latestDeliveryAt: string; readonly timeZone: string; readonly orderBy: string; readonly confidence: number; readonly marks: readonly ('FASTEST' | 'CHEAPEST' | 'GREENEST')[]; readonly price: { readonly amountMinor: number; readonly currency: string }; readonly carbon: { readonly kgCO2e: number }; readonly parcels: number; readonly windows: readonly ({ readonly startAt: string; readonly endAt: string })[]; readonly collectAt: { readonly name: string; readonly distanceMetres: number | null } | null })[]; readonly unavailable: readonly ({ readonly methodType: 'SHIPPING' | 'EXPRESS' | 'SAME_DAY' | 'INSTANT' | 'SCHEDULED' | 'WEEKEND' | 'PICKUP_POINT' | 'LOCKER' | 'PICKUP_IN_STORE' | 'RESERVE_AND_COLLECT'; readonly reason: 'EMPTY_CART' | 'TOO_MANY_LINES' | 'BAD_QUANTITY' | 'BAD_INPUT' | 'UNKNOWN_SKU' | 'UNKNOWN_COUNTRY' | 'UNKNOWN_METHOD' | 'NEEDS_PRECISE_DESTINATION' | 'CLOCK_OUT_OF_RANGE' | 'NO_METHOD_CONFIGURED' | 'NO_RULES' | 'METHOD_DISABLED' | 'CHANNEL_EXCLUDED' | 'COUNTRY_NOT_SERVED' | 'NO_PRICE_IN_CURRENCY' | 'OUT_OF_STOCK' | 'NOT_ENOUGH_STOCK' | 'NO_STOCK_AT_STORE' | 'SPLIT_LIMIT' | 'ITEM_RESTRICTED' | 'ITEM_TOO_HEAVY' | 'ITEM_TOO_LONG' | 'DANGEROUS_GOODS' | 'OVERSIZE' | 'CUSTOMISATION_UNAVAILABLE' | 'NO_SERVICE_TO_DESTINATION' | 'OUT_OF_RADIUS' | 'CUT_OFF_PASSED' | 'LOCATION_CLOSED' | 'NO_CARRIER_PICKUP' | 'CAPACITY_SOLD' | 'WINDOWS_SOLD' | 'BEYOND_HORIZON' | 'TOO_LATE' | 'RULE_EXCLUDED' | 'STALE_DATA' | 'NO_PICKUP_NEARBY' | 'NOT_OFFERED' | 'OUTDONE'; readonly detail: string })[] } } | null };

export type ShopCartOptionsVariables = { readonly id: string };

export type ShopCreateCartResult = { readonly createCart: { readonly id: string; readonly currency: string; readonly destination: { readonly country: string; readonly postalCode: string | null } | null; readonly address: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string } | null; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly quantity: number; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string } })[]; readonly subtotal: { readonly amountMinor: number; readonly currency: string }; readonly order: { readonly id: string; readonly number: string } | null } };

export type ShopCreateCartVariables = { readonly input: CreateCartInput; readonly locale: string };

export type ShopAddLineResult = { readonly addCartLine: { readonly id: string; readonly currency: string; readonly destination: { readonly country: string; readonly postalCode: string | null } | null; readonly address: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string } | null; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly quantity: number; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string } })[]; readonly subtotal: { readonly amountMinor: number; readonly currency: string }; readonly order: { readonly id: string; readonly number: string } | null } };

export type ShopAddLineVariables = { readonly input: AddCartLineInput; readonly locale: string };

export type ShopSetQuantityResult = { readonly setCartLineQuantity: { readonly id: string; readonly currency: string; readonly destination: { readonly country: string; readonly postalCode: string | null } | null; readonly address: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string } | null; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly quantity: number; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string } })[]; readonly subtotal: { readonly amountMinor: number; readonly currency: string }; readonly order: { readonly id: string; readonly number: string } | null } };

export type ShopSetQuantityVariables = { readonly input: SetCartLineQuantityInput; readonly locale: string };

export type ShopSetAddressResult = { readonly setCartAddress: { readonly id: string; readonly currency: string; readonly destination: { readonly country: string; readonly postalCode: string | null } | null; readonly address: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string } | null; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly quantity: number; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string } })[]; readonly subtotal: { readonly amountMinor: number; readonly currency: string }; readonly order: { readonly id: string; readonly number: string } | null } };

export type ShopSetAddressVariables = { readonly input: SetCartAddressInput; readonly locale: string };

export type ShopSetContactResult = { readonly setCartContact: { readonly id: string; readonly currency: string; readonly destination: { readonly country: string; readonly postalCode: string | null } | null; readonly address: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string } | null; readonly contact: { readonly email: string | null; readonly phone: string | null } | null; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly quantity: number; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number; readonly currency: string }; readonly total: { readonly amountMinor: number; readonly currency: string }; readonly variant: { readonly sku: string; readonly title: string } })[]; readonly subtotal: { readonly amountMinor: number; readonly currency: string }; readonly order: { readonly id: string; readonly number: string } | null } };

export type ShopSetContactVariables = { readonly input: SetCartContactInput; readonly locale: string };

export type ShopPlaceOrderResult = { readonly placeOrder: { readonly __typename: 'PlaceOrderSuccess'; readonly order: { readonly id: string; readonly number: string } } | { readonly __typename: 'OutOfStock'; readonly outOfStock: string } | { readonly __typename: 'PromiseExpired'; readonly expired: string } | { readonly __typename: 'PriceChanged'; readonly priceChanged: string; readonly subtotalNow: { readonly amountMinor: number; readonly currency: string } } | { readonly __typename: 'PaymentActionRequired'; readonly order: { readonly id: string; readonly number: string }; readonly url: string } | { readonly __typename: 'PaymentDeclined'; readonly declined: string } };

export type ShopPlaceOrderVariables = { readonly input: PlaceOrderInput; readonly locale: string };

export type ShopOrderResult = { readonly order: { readonly id: string; readonly number: string; readonly statusText: string; readonly promise: { readonly title: string; readonly currentLatestAt: string; readonly timeZone: string }; readonly totals: { readonly total: { readonly amountMinor: number; readonly currency: string } }; readonly lines: readonly ({ readonly id: string; readonly variant: { readonly sku: string; readonly title: string }; readonly quantities: { readonly ordered: number } })[] } | null };

export type ShopOrderVariables = { readonly id: string; readonly locale: string };

export interface DestinationInput {
  readonly country: string;
  readonly postalCode?: string | null | undefined;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
}

export interface CreateCartInput {
  readonly channel?: string | null | undefined;
  readonly currency: string;
  readonly locale?: string | null | undefined;
  readonly lines?: readonly CartLineInput[] | null | undefined;
  readonly destination?: DestinationInput | null | undefined;
  readonly address?: AddressInput | null | undefined;
  readonly contact?: CartContactInput | null | undefined;
  readonly promotionCodes?: readonly string[] | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly onBehalfOf?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly soldAt?: string | null | undefined;
}

export interface AddCartLineInput {
  readonly cartId: string;
  readonly line: CartLineInput;
  readonly idempotencyKey?: string | null | undefined;
}

export interface SetCartLineQuantityInput {
  readonly cartId: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly idempotencyKey?: string | null | undefined;
}

export interface SetCartAddressInput {
  readonly cartId: string;
  readonly address: AddressInput;
  readonly idempotencyKey?: string | null | undefined;
}

export interface SetCartContactInput {
  readonly cartId: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly phoneCountry?: string | null | undefined;
  readonly consents?: readonly ContactConsentInput[] | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface PlaceOrderInput {
  readonly cartId: string;
  readonly deliveryOptionHandle: string;
  readonly windowStartAt?: string | null | undefined;
  readonly payment?: PaymentInput | null | undefined;
  readonly giftCards?: readonly GiftCardInput[] | null | undefined;
  readonly idempotencyKey: string;
  readonly externalReference?: string | null | undefined;
  readonly acceptedSubtotal?: MoneyInput | null | undefined;
  readonly giftReceipt?: GiftReceiptInput | null | undefined;
}

export interface CartLineInput {
  readonly sku: string;
  readonly quantity: number;
  readonly customisation?: string | null | undefined;
  readonly options?: readonly ChosenOptionInput[] | null | undefined;
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

export interface CartContactInput {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly phoneCountry?: string | null | undefined;
  readonly consents?: readonly ContactConsentInput[] | null | undefined;
}

export interface ContactConsentInput {
  readonly channel: 'EMAIL' | 'SMS';
  readonly offers: boolean;
}

export interface PaymentInput {
  readonly method: 'CARD' | 'GIFT_CARD' | 'IN_STORE' | 'INVOICE';
  readonly token: string;
}

export interface GiftCardInput {
  readonly token: string;
  readonly amount?: MoneyInput | null | undefined;
}

export interface MoneyInput {
  readonly amountMinor: number;
  readonly currency: string;
}

export interface GiftReceiptInput {
  readonly lineIds?: readonly string[] | null | undefined;
}

export interface ChosenOptionInput {
  readonly code: string;
  readonly value: string;
}

export const shopSearch = gql<ShopSearchResult, ShopSearchVariables>(`query ShopSearch($search: String, $locale: String!, $after: String) {
  products(first: 24, after: $after, search: $search) {
    edges {
      node {
        id
        title(locale: $locale)
        brand
        category
        variants {
          sku
          price {
            amountMinor
            currency
          }
          availability {
            status
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);

export const shopProduct = gql<ShopProductResult, ShopProductVariables>(`query ShopProduct($id: ID!, $locale: String!) {
  product(id: $id) {
    id
    title(locale: $locale)
    description(locale: $locale)
    brand
    category
    variants {
      sku
      title(locale: $locale)
      price {
        amountMinor
        currency
      }
      customisationOptions {
        code
        label(locale: $locale)
        kind
        required
        maxLength
        choices
      }
      availability {
        status
        expectedAt
      }
    }
  }
}`);

export const shopPromise = gql<ShopPromiseResult, ShopPromiseVariables>(`fragment ShopOption on DeliveryOption {
  handle
  code
  methodType
  title
  earliestDeliveryAt
  latestDeliveryAt
  timeZone
  orderBy
  confidence
  marks
  price {
    amountMinor
    currency
  }
  carbon {
    kgCO2e
  }
  parcels
  windows {
    startAt
    endAt
  }
  collectAt {
    name
    distanceMetres
  }
}

query ShopPromise($sku: ID!, $destination: DestinationInput!, $locale: String!) {
  variant(sku: $sku) {
    sku
    deliveryPromise(destination: $destination, locale: $locale) {
      id
      options {
        ...ShopOption
      }
      unavailable {
        methodType
        reason
        detail
      }
    }
  }
}`);

export const shopCart = gql<ShopCartResult, ShopCartVariables>(`fragment ShopCartWhole on Cart {
  id
  currency
  destination {
    country
    postalCode
  }
  address {
    name
    line1
    line2
    postalCode
    city
    country
  }
  contact {
    email
    phone
  }
  lines {
    id
    sku
    quantity
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
  }
  subtotal {
    amountMinor
    currency
  }
  order {
    id
    number
  }
}

query ShopCart($id: ID!, $locale: String!) {
  cart(id: $id) {
    ...ShopCartWhole
  }
}`);

export const shopCartOptions = gql<ShopCartOptionsResult, ShopCartOptionsVariables>(`fragment ShopOption on DeliveryOption {
  handle
  code
  methodType
  title
  earliestDeliveryAt
  latestDeliveryAt
  timeZone
  orderBy
  confidence
  marks
  price {
    amountMinor
    currency
  }
  carbon {
    kgCO2e
  }
  parcels
  windows {
    startAt
    endAt
  }
  collectAt {
    name
    distanceMetres
  }
}

query ShopCartOptions($id: ID!) {
  cart(id: $id) {
    id
    deliveryOptions {
      id
      expiresAt
      options {
        ...ShopOption
      }
      unavailable {
        methodType
        reason
        detail
      }
    }
  }
}`);

export const shopCreateCart = gql<ShopCreateCartResult, ShopCreateCartVariables>(`fragment ShopCartWhole on Cart {
  id
  currency
  destination {
    country
    postalCode
  }
  address {
    name
    line1
    line2
    postalCode
    city
    country
  }
  contact {
    email
    phone
  }
  lines {
    id
    sku
    quantity
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
  }
  subtotal {
    amountMinor
    currency
  }
  order {
    id
    number
  }
}

mutation ShopCreateCart($input: CreateCartInput!, $locale: String!) {
  createCart(input: $input) {
    ...ShopCartWhole
  }
}`);

export const shopAddLine = gql<ShopAddLineResult, ShopAddLineVariables>(`fragment ShopCartWhole on Cart {
  id
  currency
  destination {
    country
    postalCode
  }
  address {
    name
    line1
    line2
    postalCode
    city
    country
  }
  contact {
    email
    phone
  }
  lines {
    id
    sku
    quantity
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
  }
  subtotal {
    amountMinor
    currency
  }
  order {
    id
    number
  }
}

mutation ShopAddLine($input: AddCartLineInput!, $locale: String!) {
  addCartLine(input: $input) {
    ...ShopCartWhole
  }
}`);

export const shopSetQuantity = gql<ShopSetQuantityResult, ShopSetQuantityVariables>(`fragment ShopCartWhole on Cart {
  id
  currency
  destination {
    country
    postalCode
  }
  address {
    name
    line1
    line2
    postalCode
    city
    country
  }
  contact {
    email
    phone
  }
  lines {
    id
    sku
    quantity
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
  }
  subtotal {
    amountMinor
    currency
  }
  order {
    id
    number
  }
}

mutation ShopSetQuantity($input: SetCartLineQuantityInput!, $locale: String!) {
  setCartLineQuantity(input: $input) {
    ...ShopCartWhole
  }
}`);

export const shopSetAddress = gql<ShopSetAddressResult, ShopSetAddressVariables>(`fragment ShopCartWhole on Cart {
  id
  currency
  destination {
    country
    postalCode
  }
  address {
    name
    line1
    line2
    postalCode
    city
    country
  }
  contact {
    email
    phone
  }
  lines {
    id
    sku
    quantity
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
  }
  subtotal {
    amountMinor
    currency
  }
  order {
    id
    number
  }
}

mutation ShopSetAddress($input: SetCartAddressInput!, $locale: String!) {
  setCartAddress(input: $input) {
    ...ShopCartWhole
  }
}`);

export const shopSetContact = gql<ShopSetContactResult, ShopSetContactVariables>(`fragment ShopCartWhole on Cart {
  id
  currency
  destination {
    country
    postalCode
  }
  address {
    name
    line1
    line2
    postalCode
    city
    country
  }
  contact {
    email
    phone
  }
  lines {
    id
    sku
    quantity
    customisation
    unitPrice {
      amountMinor
      currency
    }
    total {
      amountMinor
      currency
    }
    variant {
      sku
      title(locale: $locale)
    }
  }
  subtotal {
    amountMinor
    currency
  }
  order {
    id
    number
  }
}

mutation ShopSetContact($input: SetCartContactInput!, $locale: String!) {
  setCartContact(input: $input) {
    ...ShopCartWhole
  }
}`);

export const shopPlaceOrder = gql<ShopPlaceOrderResult, ShopPlaceOrderVariables>(`mutation ShopPlaceOrder($input: PlaceOrderInput!, $locale: String!) {
  placeOrder(input: $input) {
    __typename
    ... on PlaceOrderSuccess {
      order {
        id
        number
      }
    }
    ... on OutOfStock {
      outOfStock: message(locale: $locale)
    }
    ... on PromiseExpired {
      expired: message(locale: $locale)
    }
    ... on PriceChanged {
      priceChanged: message(locale: $locale)
      subtotalNow {
        amountMinor
        currency
      }
    }
    ... on PaymentActionRequired {
      order {
        id
        number
      }
      url
    }
    ... on PaymentDeclined {
      declined: message(locale: $locale)
    }
  }
}`);

export const shopOrder = gql<ShopOrderResult, ShopOrderVariables>(`query ShopOrder($id: ID!, $locale: String!) {
  order(id: $id) {
    id
    number
    statusText(locale: $locale)
    promise {
      title
      currentLatestAt
      timeZone
    }
    totals {
      total {
        amountMinor
        currency
      }
    }
    lines {
      id
      variant {
        sku
        title(locale: $locale)
      }
      quantities {
        ordered
      }
    }
  }
}`);
