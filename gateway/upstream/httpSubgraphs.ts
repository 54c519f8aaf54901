import { signatureOnly } from '../auth/signing.ts';
import type { HttpTransportOptions } from '../engine/transport/httpTransport.ts';
import { createHttpTransport } from '../engine/transport/httpTransport.ts';
import type { RequestScope, SubgraphInfo, TransportFactory } from '../engine/types.ts';
import type { Propagation } from '../http/propagation.ts';
import { subscribeOverSse } from './sse.ts';
import type { UpstreamHeaders } from './upstreamStream.ts';
import { subscribeOverSocket } from './ws.ts';

/** How a subgraph streams events. */
export type SubscriptionProtocol = 'sse' | 'websocket';

export interface HttpSubgraphsOptions {
  /** Which headers of callers a subgraph gets; the trace is always carried on. */
  readonly propagation: Propagation;
  /** Signs what is sent. Absent: requests carry no identity at all. */
  readonly signer?: UpstreamHeaders;
  /** Address of a subgraph, when it is not the one written in the supergraph. */
  readonly urlOf?: (subgraph: SubgraphInfo) => string;
  /** @default 'sse' when requests are signed, else 'websocket' */
  readonly subscriptions?: (subgraph: SubgraphInfo) => SubscriptionProtocol;
  readonly transport?: Omit<HttpTransportOptions, 'propagate' | 'sign' | 'subscribe'>;
}

const nothing: readonly string[] = [];

/** What most requests carry, once the rules have had their say. */
function isEmpty(headers: RequestScope['headers']): boolean {
  for (const _name in headers) return false;
  return true;
}

const traceHeaders = ['traceparent', 'tracestate', 'baggage'];

/** Reaches subgraphs over HTTP, signed, with the headers the rules let through. */
export function httpSubgraphs(options: HttpSubgraphsOptions): TransportFactory {
  const { propagation, signer } = options;
  const protocolOf = options.subscriptions ?? ((): SubscriptionProtocol => (signer ? 'sse' : 'websocket'));

  const carried = (scope: RequestScope, subgraph: string): Record<string, string> => {
    const headers = propagation.forSubgraph(subgraph, scope.headers);
    for (const name of traceHeaders) {
      const value = scope.headers[name];
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
  const streamHeaders: UpstreamHeaders = (request) => ({
    ...carried(request.scope, request.subgraph),
    ...signer?.(request),
  });

  return (named) => {
    const subgraph: SubgraphInfo = { name: named.name, url: options.urlOf?.(named) ?? named.url };
    return createHttpTransport(subgraph, {
      ...options.transport,
      propagate: (scope) =>
        isEmpty(scope.headers) ? nothing : Object.entries(carried(scope, subgraph.name)).flat(),
      ...(signer && { sign: (request) => signatureOnly(signer(request)) }),
      subscribe:
        protocolOf(subgraph) === 'sse'
          ? subscribeOverSse({ headers: streamHeaders })
          : subscribeOverSocket({ headers: streamHeaders }),
    });
  };
}
