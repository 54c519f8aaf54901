import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import * as operations from './operations.ts';

/** One step of an order's live status. */
export interface StatusUpdate {
  readonly seq: number;
  readonly type: string;
  readonly status: string;
  readonly summary: string;
}

/** How a subscriber behaves when the line breaks. */
export interface FollowOptions {
  /** Number of the last update that was seen. @default 0, none */
  readonly afterSeq?: number;
  /** Waits before it connects or subscribes again. @default a short pause that grows with each failure */
  readonly beforeRetry?: (retries: number) => Promise<void>;
  /** Told when the server will not give this subscription, now or later. */
  readonly onRefused?: (reason: unknown) => void;
}

const pause = (retries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 50 * 2 ** retries)));

/** What asking again does not change. */
const final = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT']);

interface Ended {
  readonly errors?: unknown;
}

/**
 * Follows an order over graphql-transport-ws; returns the way to stop. Whenever the line or the
 * stream breaks it subscribes again and names the last number it has seen, so that it misses nothing and sees nothing
 * twice.
 */
export function followOrder(
  url: string,
  token: string,
  orderId: string,
  onUpdate: (update: StatusUpdate) => void,
  options: FollowOptions = {},
): () => Promise<void> {
  const {
    afterSeq = 0,
    beforeRetry = pause,
    onRefused = (reason) => console.error('the live status was refused', reason),
  } = options;
  let last = afterSeq;
  let stopped = false;
  let unsubscribe = (): void => undefined;
  const client = clientOf(url, token, beforeRetry);
  const variables = {
    id: orderId,
    // Read anew each time the client subscribes again after a cut.
    get after() {
      return last;
    },
  };
  const onNext = (update: StatusUpdate): void => {
    last = update.seq;
    onUpdate(update);
  };
  const once = (): Promise<Ended> =>
    new Promise((resolve) => {
      unsubscribe = client.subscribe<{ orderStatus: StatusUpdate }>(
        { query: operations.orderStatus, variables },
        {
          next: ({ data, errors }) => (data ? onNext(data.orderStatus) : resolve({ errors })),
          error: (errors) => resolve({ errors }),
          complete: () => resolve({}),
        },
      );
    });
  const keepFollowing = async (): Promise<void> => {
    for (let tries = 0; !stopped; tries++) {
      const { errors } = await once();
      if (stopped) return;
      if (isFinal(errors)) return onRefused(errors);
      await beforeRetry(tries);
    }
  };
  void keepFollowing();
  return async () => {
    stopped = true;
    unsubscribe();
    await client.dispose();
  };
}

const clientOf = (url: string, token: string, retryWait: (retries: number) => Promise<void>): Client =>
  createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: Infinity,
    retryWait,
    // Also when the server is not there yet. Closing codes that refuse for good are not retried.
    shouldRetry: () => true,
  });

/** Errors of the graph with a code that stays, or a socket that was closed for good. */
function isFinal(errors: unknown): boolean {
  if (errors === undefined) return false;
  if (!Array.isArray(errors)) return true;
  return (errors as { extensions?: { code?: string } }[]).some(({ extensions }) =>
    final.has(extensions?.code ?? ''),
  );
}
