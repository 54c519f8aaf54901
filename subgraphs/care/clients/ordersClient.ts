import { codedError } from '../../../platform/errors/codedError.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import type { Identity } from '../../../schema/identity.ts';
import {
  cancelForCustomer,
  collectInstead,
  collectOptions,
  orderContact,
} from '../generated/ordersOperations.ts';
import type { Contact } from '../ports.ts';

type Money = { readonly amountMinor: number; readonly currency: string };

/** Somewhere the order could be collected instead, and what it would cost more (or less, when negative). */
export interface CollectOption {
  readonly handle: string;
  readonly placeId: string;
  readonly placeName: string;
  readonly latestAtMs: number;
  readonly difference: Money;
}

/** Who acts, and under which key. */
export interface CustomerCall {
  readonly identity: Identity;
  readonly requestId: string;
  readonly key: string;
}

/** An option as it was shown. */
export interface CollectWish {
  readonly collectAtId: string;
  readonly handle: string;
  readonly acceptedDifference: Money;
}

/** What came of something that was asked of orders: it is done, asked of whoever has the goods, or they have left. */
export type Asked = 'DONE' | 'ASKED' | 'TOO_LATE';

/** Orders, which keeps how customers are reached. Asked each time: what was erased there is not used here. */
export interface OrdersClient {
  /** Nothing but `offers: false` when the order is gone or its customer left no address. */
  contact(orderId: string, requestId: string): Promise<Contact>;
  /** Where the order could be collected instead without paying more; none when it has left, or no place has it. */
  collectOptions(orderId: string, call: Omit<CustomerCall, 'key'>): Promise<CollectOption[]>;
  /** Cancels all that has not left. */
  cancel(orderId: string, call: CustomerCall): Promise<Asked>;
  /** Lets the customer collect it; CONFLICT when the place lacks it or it costs something else by now. */
  collectInstead(orderId: string, wish: CollectWish, call: CustomerCall): Promise<Asked>;
}

const methodTypes = ['PICKUP_IN_STORE', 'PICKUP_POINT'] as const;

/** Longer than orders waits for whoever holds the units, ms. */
const timeoutMs = 10_000;

export function createOrdersClient(client: SubgraphClient): OrdersClient {
  return {
    collectOptions: async (orderId, { identity, requestId }) => {
      const variables = { change: { orderId, delivery: { methodTypes: [...methodTypes] } } };
      const { previewOrderChange } = await client.call(collectOptions, { variables, identity, requestId });
      return (previewOrderChange?.options ?? []).flatMap(
        ({ handle, collectAtId, collectAtName, latestDeliveryAt, difference }) =>
          // Whoever holds a link cannot pay.
          collectAtId == null || difference.amountMinor > 0
            ? []
            : [
                {
                  ...{ handle, placeId: collectAtId, placeName: collectAtName ?? collectAtId, difference },
                  latestAtMs: Date.parse(latestDeliveryAt),
                },
              ],
      );
    },
    contact: async (id, requestId) => {
      const { order } = await client.call(orderContact, { variables: { id }, requestId });
      const { email, phone, consents = [] } = order?.contact ?? {};
      return {
        ...(order?.address == null ? {} : { name: order.address.name }),
        ...(email == null ? {} : { email }),
        ...(phone == null ? {} : { phone }),
        offers: consents.some(({ channel, offers }) => channel === 'EMAIL' && offers),
      };
    },
    cancel: async (orderId, { identity, requestId, key: idempotencyKey }) => {
      const variables = { input: { orderId, idempotencyKey } };
      const call = { variables, identity, requestId, timeoutMs };
      const { cancelOrder } = await client.call(cancelForCustomer, call);
      if (cancelOrder.__typename === 'CancelTooLate') return 'TOO_LATE';
      return cancelOrder.outcome === 'ASKED' ? 'ASKED' : 'DONE';
    },
    collectInstead: async (orderId, { collectAtId, handle, acceptedDifference }, call) => {
      const { identity, requestId, key: idempotencyKey } = call;
      const change = { orderId, delivery: { methodTypes: [...methodTypes], collectAtId } };
      const wish = { deliveryOptionHandle: handle, acceptedDifference, idempotencyKey };
      const variables = { input: { change, ...wish } };
      const { confirmOrderChange } = await client.call(collectInstead, {
        ...{ variables, identity, requestId, timeoutMs },
      });
      switch (confirmOrderChange.__typename) {
        case 'OrderChanged':
          return 'DONE';
        case 'OrderChangeAsked':
          return 'ASKED';
        case 'OrderChangeTooLate':
          return 'TOO_LATE';
        default:
          throw codedError('CONFLICT', 'The place does not have it any more; read the order again.');
      }
    },
  };
}
