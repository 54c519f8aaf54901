/**
 * Follows an order until it has arrived, over any number of cuts, without losing or repeating a step.
 *
 *   npm --prefix examples run follow -- ORDER [AFTER_SEQ]
 *
 * AFTER_SEQ is the number of the last step you know, such as one that was seen before a restart.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { accessAs } from '../access.ts';
import { mayFollowAgain, type ServerError } from '../streamEnd.ts';

interface Update {
  readonly seq: number;
  readonly status: string;
  readonly summary: string;
  /** History before this step is gone. */
  readonly resync: boolean;
}

const [orderId, afterSeq = '0'] = process.argv.slice(2);
if (orderId === undefined) throw new Error('Name an order: npm --prefix examples run follow -- ORDER');

const { socketUrl, token } = accessAs('shopper');
const client = createClient({
  url: socketUrl,
  webSocketImpl: WebSocket,
  // Called at each connect, so that a token that was renewed is the one that is sent.
  connectionParams: () => ({ authorization: `Bearer ${token}` }),
  retryAttempts: Infinity,
  shouldRetry: () => true,
  on: {
    connected: (_socket, _payload, wasRetrying) => console.log(wasRetrying ? 'connected again' : 'connected'),
  },
});

let last = Number(afterSeq);
const query = `subscription OrderStatus($orderId: ID!, $afterSeq: SafeInt!) {
  orderStatus(orderId: $orderId, afterSeq: $afterSeq) { seq status summary resync }
}`;
const variables = {
  orderId,
  // Read anew each time the client subscribes again: the server goes on after the last step that was seen.
  get afterSeq() {
    return last;
  },
};

/** Prints steps until the order has arrived (true) or the server ends the stream (false). @throws what is refused for good */
async function follow(): Promise<boolean> {
  try {
    for await (const { data, errors } of client.iterate<{ orderStatus: Update }>({ query, variables })) {
      if (errors !== undefined) throw errors;
      if (!data) continue;
      const { seq, status, summary, resync } = data.orderStatus;
      last = seq;
      console.log(`#${seq} ${status}: ${resync ? 'history before this is gone; ' : ''}${summary}`);
      if (status === 'DELIVERED' || status === 'CANCELLED') return true;
    }
  } catch (ended) {
    if (!Array.isArray(ended) || !mayFollowAgain(ended as readonly ServerError[])) throw ended;
  }
  return false;
}

while (!(await follow())) await pause(500);
await client.dispose();
