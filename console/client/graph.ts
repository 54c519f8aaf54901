import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { createClient as createSocket } from 'graphql-ws';
import { useSyncExternalStore } from 'react';
import { accessToken, dropToken } from './session.ts';

/** Whether live updates come: pages say so while they do not. */
export type Liveness = 'idle' | 'live' | 'stale';

let liveness: Liveness = 'idle';
const listeners = new Set<() => void>();
function become(next: Liveness): void {
  if (liveness === next) return;
  liveness = next;
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useLiveness = (): Liveness => useSyncExternalStore(subscribe, () => liveness);

/** Sends a request with the token of now; once more with a new one when it was not believed. */
const fetchSigned: typeof fetch = async (input, init) => {
  const send = async (): Promise<Response> => {
    const headers = new Headers(init?.headers);
    const token = await accessToken();
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    return fetch(input, { ...init, headers });
  };
  const answer = await send();
  if (answer.status !== 401) return answer;
  dropToken();
  return send();
};

/** One socket for all subscriptions; it comes back by itself, and each page then reads what it missed. */
function openSocket() {
  return createSocket({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    lazy: true,
    keepAlive: 10_000,
    retryAttempts: Number.MAX_SAFE_INTEGER,
    shouldRetry: () => true,
    retryWait: (tries) => new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** tries, 5_000))),
    connectionParams: async () => {
      const token = await accessToken();
      return token === undefined ? {} : { authorization: `Bearer ${token}` };
    },
    on: {
      connected: () => become('live'),
      closed: (event) => {
        const { code } = event as CloseEvent;
        if (code === 4401 || code === 4403) dropToken();
        become(code === 1000 ? 'idle' : 'stale');
      },
    },
  });
}

/** Entities whose key is another field than `id`; what has no key belongs to its parent. */
const keyOf =
  (field: string) =>
  (data: Readonly<Record<string, unknown>>): string | null =>
    typeof data[field] === 'string' ? data[field] : null;
const keys = { ProductVariant: keyOf('sku'), Customer: keyOf('ref'), CarrierService: keyOf('code') };

/** A client of the graph for one person: another person begins with an empty memory. */
export function createGraph(): Client {
  const socket = openSocket();
  return new Client({
    url: '/graphql',
    fetch: fetchSigned,
    preferGetMethod: false,
    exchanges: [
      cacheExchange({ keys }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ query: query ?? '', ...(variables && { variables }) }, sink),
          }),
        }),
      }),
    ],
  });
}
