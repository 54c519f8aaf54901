import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admitted } from '../door/admission.ts';
import type { Caller } from '../door/caller.ts';
import type { RequestScope } from '../engine/types.ts';
import type { RequestTrace } from '../ops/tracing.ts';
import type { GraphqlParams } from './graphqlParams.ts';
import type { Accepted } from './negotiate.ts';
import type { HeaderCollector, Propagation } from './propagation.ts';

/** A request when it arrives. */
export interface Arrival {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly requestId: string;
  readonly startedMs: number;
  readonly traced: RequestTrace | undefined;
}

/** Everything known about one request on its way. */
export interface Exchange extends Arrival {
  readonly params: GraphqlParams;
  readonly accepted: Accepted;
  readonly caller: Caller;
  readonly admitted: Admitted;
  readonly scope: RequestScope;
  readonly collector: HeaderCollector;
}

/** A signal that aborts when the client goes away. */
function goneSignal(res: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (res.destroyed) gone.abort();
  else {
    res.once('close', () => {
      if (!res.writableFinished) gone.abort();
    });
  }
  return gone.signal;
}

/** The engine's view of a request, and where the headers of subgraph answers gather. */
export function createScope(
  { req, res, requestId, startedMs, traced }: Arrival,
  { identity, authority }: Caller,
  { operation }: Admitted,
  propagation: Propagation,
  timeoutMs: number,
): { readonly scope: RequestScope; readonly collector: HeaderCollector } {
  const collector = propagation.collect();
  const incoming = propagation.incoming(req.headers);
  let signal: AbortSignal | undefined;
  const scope: RequestScope = {
    identity,
    authority,
    requestId,
    headers: traced === undefined ? incoming : { ...incoming, ...traced.headers },
    // A subscription lives on: its events have deadlines of their own.
    deadlineMs: operation.kind === 'subscription' ? Number.MAX_SAFE_INTEGER : startedMs + timeoutMs,
    // Made when first asked for: subgraphs in process never do, and a signal is dear.
    get signal() {
      return (signal ??= goneSignal(res));
    },
    ...(collector.onSubgraphHeaders && { onSubgraphHeaders: collector.onSubgraphHeaders }),
  };
  traced?.bind(scope);
  return { scope, collector };
}
