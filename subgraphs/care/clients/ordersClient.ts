import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { orderContact } from '../generated/ordersOperations.ts';
import type { Contact } from '../ports.ts';

/** Orders, which keeps how customers are reached. Asked each time: what was erased there is not used here. */
export interface OrdersClient {
  /** Nothing but `offers: false` when the order is gone or its customer left no address. */
  contact(orderId: string, requestId: string): Promise<Contact>;
}

export const createOrdersClient = (client: SubgraphClient): OrdersClient => ({
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
});
