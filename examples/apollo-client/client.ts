import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { OperationTypeNode } from 'graphql';
import type { Access } from '../access.ts';

/** An Apollo client, and the way to close its socket. */
export interface PromesseClient {
  readonly client: ApolloClient;
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
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      new HttpLink({ uri: url, headers: { authorization } }),
    ),
  });
  return {
    client,
    close: async () => {
      client.stop();
      await socket.dispose();
    },
  };
}
