import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import * as operations from './operations.ts';

/** One step of an order's live status. */
export interface StatusUpdate {
  readonly seq: number;
  readonly type: string;
  readonly status: string;
  readonly summary: string;
}

/** Follows an order over graphql-transport-ws from `afterSeq` on; returns the way to stop. */
export function followOrder(
  url: string,
  token: string,
  orderId: string,
  afterSeq: number,
  onUpdate: (update: StatusUpdate) => void,
): () => Promise<void> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  const unsubscribe = client.subscribe<{ orderStatus: StatusUpdate }>(
    { query: operations.orderStatus, variables: { id: orderId, after: afterSeq } },
    {
      next: ({ data }) => {
        if (data) onUpdate(data.orderStatus);
      },
      error: (error) => console.error('the live status broke off', error),
      complete: () => undefined,
    },
  );
  return async () => {
    unsubscribe();
    await client.dispose();
  };
}
