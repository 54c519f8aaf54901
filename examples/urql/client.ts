import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import type { Access } from '../access.ts';

/** An urql client, and the way to close its socket. */
export interface PromesseClient {
  readonly client: Client;
  close(): Promise<void>;
}

/**
 * Queries and mutations go over HTTP, subscriptions over one WebSocket.
 * @param webSocketImpl - needed where there is no global WebSocket, as in Node 20
 */
export function openClient({ url, socketUrl, token }: Access, webSocketImpl?: unknown): PromesseClient {
  const authorization = `Bearer ${token}`;
  const socket = createClient({
    url: socketUrl,
    webSocketImpl,
    connectionParams: { authorization },
    // Connect again after any cut, with growing pauses.
    retryAttempts: Infinity,
    shouldRetry: () => true,
  });
  const client = new Client({
    url,
    // By default urql sends short queries by GET, which the server refuses unless a further header proves their origin.
    preferGetMethod: false,
    fetchOptions: { headers: { authorization } },
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables = {} }) => ({
          subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
        }),
      }),
    ],
  });
  return { client, close: async () => socket.dispose() };
}
