/* Generated from subgraphs/returns/clients/orders.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type OrderSeenResult = { readonly order: { readonly id: string } | null };

export type OrderSeenVariables = { readonly id: string };

export type GiftOrderResult = { readonly giftReceipt: { readonly lines: readonly ({ readonly lineId: string })[] } | null };

export type GiftOrderVariables = { readonly code: string };

export type GiftOrderIdResult = { readonly giftReceipt: { readonly orderId: string } | null };

export type GiftOrderIdVariables = { readonly code: string };

export type AddExchangeUnitsResult = { readonly addExchangeUnits: { readonly added: boolean; readonly code: string | null; readonly lineIds: readonly string[]; readonly missingMinor: number | null } };

export type AddExchangeUnitsVariables = { readonly input: AddExchangeUnitsInput };

export type OrderOfNumberResult = { readonly orderOfNumber: { readonly id: string } | null };

export type OrderOfNumberVariables = { readonly number: string };

export type OrderFactsResult = { readonly order: { readonly id: string; readonly channel: string; readonly locale: string; readonly customerRef: string; readonly address: { readonly country: string; readonly postalCode: string | null } | null; readonly promise: { readonly deliveredAt: string | null; readonly timeZone: string; readonly collectAtId: string | null }; readonly totals: { readonly total: { readonly currency: string } }; readonly lines: readonly ({ readonly id: string; readonly sku: string; readonly customisation: string | null; readonly unitPrice: { readonly amountMinor: number }; readonly quantities: { readonly delivered: number; readonly returned: number } })[] } | null };

export type OrderFactsVariables = { readonly id: string };

export interface AddExchangeUnitsInput {
  readonly key: string;
  readonly orderId: string;
  readonly returnId: string;
  readonly entries: readonly ExchangeEntryInput[];
  readonly lines: readonly ExchangeLineInput[];
  readonly early: boolean;
  readonly wayBackMinor: number;
  readonly cardToken?: string | null | undefined;
  readonly attempt?: string | null | undefined;
}

export interface ExchangeEntryInput {
  readonly entryId: string;
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
}

export interface ExchangeLineInput {
  readonly sku: string;
  readonly quantity: number;
  readonly asLineId?: string | null | undefined;
}

export const orderSeen: ClientDocument<OrderSeenResult, OrderSeenVariables> = {
  subgraph: 'orders',
  text: `query OrderSeen($id: ID!) {
  order(id: $id) {
    id
  }
}`,
};

export const giftOrder: ClientDocument<GiftOrderResult, GiftOrderVariables> = {
  subgraph: 'orders',
  text: `query GiftOrder($code: String!) {
  giftReceipt(code: $code) {
    lines {
      lineId
    }
  }
}`,
};

export const giftOrderId: ClientDocument<GiftOrderIdResult, GiftOrderIdVariables> = {
  subgraph: 'orders',
  text: `query GiftOrderId($code: String!) {
  giftReceipt(code: $code) {
    orderId
  }
}`,
};

export const addExchangeUnits: ClientDocument<AddExchangeUnitsResult, AddExchangeUnitsVariables> = {
  subgraph: 'orders',
  text: `mutation AddExchangeUnits($input: AddExchangeUnitsInput!) {
  addExchangeUnits(input: $input) {
    added
    code
    lineIds
    missingMinor
  }
}`,
};

export const orderOfNumber: ClientDocument<OrderOfNumberResult, OrderOfNumberVariables> = {
  subgraph: 'orders',
  text: `query OrderOfNumber($number: String!) {
  orderOfNumber(number: $number) {
    id
  }
}`,
};

export const orderFacts: ClientDocument<OrderFactsResult, OrderFactsVariables> = {
  subgraph: 'orders',
  text: `query OrderFacts($id: ID!) {
  order(id: $id) {
    id
    channel
    locale
    customerRef
    address {
      country
      postalCode
    }
    promise {
      deliveredAt
      timeZone
      collectAtId
    }
    totals {
      total {
        currency
      }
    }
    lines {
      id
      sku
      customisation
      unitPrice {
        amountMinor
      }
      quantities {
        delivered
        returned
      }
    }
  }
}`,
};
