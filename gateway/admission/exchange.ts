import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admitted } from './admission.ts';
import type { Caller } from '../model/caller.ts';
import { deadlineOf } from '../model/deadline.ts';
import type { OperationArrival } from './operationReporter.ts';
import type { Departure } from '../engine/transport/departure.ts';
import { Departures } from '../engine/transport/departure.ts';
import type { FieldAuthority, RequestScope } from '../engine/types.ts';
import type { GraphqlParams } from './graphqlParams.ts';
import type { Accepted } from '../http/negotiate.ts';
import type { HeaderCollector, Propagation } from '../http/propagation.ts';

/** A request when it arrives. */
export interface Arrival extends OperationArrival {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Where it comes from. */
  readonly address: string;
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

/** Tells when the client goes away before its answer is written. */
function departureFrom(res: ServerResponse): Departure {
  const departures = new Departures();
  if (res.destroyed) departures.hasGone = true;
  else {
    res.on('close', () => {
      if (!res.writableFinished) departures.go();
    });
  }
  return departures;
}

/** The same as a signal, for those who take nothing else. */
function signalOf(departure: Departure): AbortSignal {
  const gone = new AbortController();
  if (departure.hasGone) gone.abort();
  else departure.tell({ cancel: () => gone.abort() });
  return gone.signal;
}

/**
 * The engine's view of a request. Who waits for the answer is found out when it is first asked for (subgraphs in
 * process never ask) and is not part of copies: work that others wait for too must outlive this client.
 */
class HttpScope implements RequestScope {
  readonly identity: unknown;
  readonly authority: FieldAuthority;
  readonly requestId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
  declare readonly onSubgraphHeaders?: NonNullable<RequestScope['onSubgraphHeaders']>;
  readonly #res: ServerResponse;
  #departure: Departure | undefined;
  #signal: AbortSignal | undefined;

  constructor(
    caller: Caller,
    res: ServerResponse,
    requestId: string,
    headers: Record<string, string>,
    deadlineMs: number,
  ) {
    this.identity = caller.identity;
    this.authority = caller.authority;
    this.requestId = requestId;
    this.headers = headers;
    this.deadlineMs = deadlineMs;
    this.#res = res;
  }

  get hasLeft(): boolean {
    return this.#res.destroyed;
  }

  get departure(): Departure {
    return (this.#departure ??= departureFrom(this.#res));
  }

  get signal(): AbortSignal {
    return (this.#signal ??= signalOf(this.departure));
  }
}

/** The scope of a request, and where the headers of subgraph answers gather. */
export function createScope(
  { req, res, requestId, startedMs, traced }: Arrival,
  caller: Caller,
  { operation }: Admitted,
  propagation: Propagation,
  timeoutMs: number,
): { readonly scope: RequestScope; readonly collector: HeaderCollector } {
  const collector = propagation.collect();
  const incoming = propagation.incoming(req.headers);
  const headers = traced === undefined ? incoming : { ...incoming, ...traced.headers };
  const deadlineMs = deadlineOf(operation.kind, startedMs, timeoutMs);
  const scope = new HttpScope(caller, res, requestId, headers, deadlineMs);
  const { onSubgraphHeaders } = collector;
  if (onSubgraphHeaders !== undefined) Object.assign(scope, { onSubgraphHeaders });
  traced?.bind(scope);
  return { scope, collector };
}
