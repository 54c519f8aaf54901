import type { GraphQLFormattedError } from 'graphql';
import type { Client } from 'graphql-ws';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { SubgraphUnavailable } from '../../platform/subgraphHttp/subgraphUnavailable.ts';
import type { SubgraphCall, SubgraphInfo, SubgraphResult } from '../engine/types.ts';
import type { UpstreamHeaders } from './upstreamStream.ts';
import { brokenOff, leavable } from './upstreamStream.ts';

export interface UpstreamSocketOptions {
  /** Headers of the request that opens the socket. */
  readonly headers?: UpstreamHeaders;
  /** The address of the socket. @default the subgraph's own with `ws:` for `http:` */
  readonly urlOf?: (subgraph: SubgraphInfo) => string;
  /** Longest wait for the subgraph's acknowledgement, milliseconds. @default 5_000 */
  readonly openMs?: number;
  /** A socket on which a ping is not answered within this time is broken, milliseconds. @default 12_000 */
  readonly pingMs?: number;
  /** Largest frame a subgraph may send, bytes. @default 1 MiB */
  readonly maxFrameBytes?: number;
}

const socketUrl = ({ url }: SubgraphInfo): string => url.replace(/^http/, 'ws');

/** A socket class with these headers and bounds: the client constructs its sockets itself. */
function socketClass(headers: Readonly<Record<string, string>>, maxPayload: number) {
  return class UpstreamSocket extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols ?? [], { headers: { ...headers }, maxPayload, perMessageDeflate: false });
    }
  };
}

/** Resolves when the subgraph has acknowledged the connection. */
function acknowledged(client: Client, openMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause?: unknown) => {
      clearTimeout(timer);
      reject(new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subgraph could not be reached.', cause));
    };
    const timer = setTimeout(fail, openMs);
    client.on('connected', () => {
      clearTimeout(timer);
      resolve();
    });
    client.on('closed', fail);
  });
}

/** Errors a subgraph answers a subscription with are an answer; everything else means that it went away. */
async function* results(source: AsyncIterableIterator<unknown>): AsyncGenerator<SubgraphResult> {
  try {
    for await (const result of source) yield result as SubgraphResult;
  } catch (thrown) {
    if (!Array.isArray(thrown)) throw brokenOff(thrown);
    yield { errors: thrown as GraphQLFormattedError[] };
  }
}

/**
 * Subscribes at a subgraph over graphql-transport-ws. Each subscription has a socket of its own, because
 * the socket is opened on one caller's behalf; identical ones were made one before they came here.
 */
export function subscribeOverSocket(options: UpstreamSocketOptions = {}) {
  const { openMs = 5_000, pingMs = 12_000, maxFrameBytes = 1_048_576, urlOf = socketUrl } = options;
  return async (call: SubgraphCall, subgraph: SubgraphInfo): Promise<AsyncIterable<SubgraphResult>> => {
    const { operation, scope, variables } = call;
    const address = new URL(urlOf(subgraph));
    const path = address.pathname + address.search;
    const headers =
      options.headers?.({ subgraph: subgraph.name, method: 'GET', path, body: '', scope }) ?? {};
    const client = createClient({
      url: address.href,
      webSocketImpl: socketClass(headers, maxFrameBytes),
      retryAttempts: 0,
      keepAlive: pingMs,
      connectionAckWaitTimeout: openMs,
      onNonLazyError: () => undefined,
    });
    const leave = (): void => void client.dispose();
    const opened = acknowledged(client, openMs);
    const events = client.iterate({
      query: operation.query,
      variables: variables.values(),
      ...(operation.operationName !== undefined && { operationName: operation.operationName }),
    });
    try {
      await opened;
    } catch (unreachable) {
      leave();
      events.next().catch(() => undefined);
      throw unreachable;
    }
    return leavable(
      results(events),
      () => {
        void events.return?.();
        leave();
      },
      scope.signal,
    );
  };
}
