import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloPath } from '../apollo/apolloPath.ts';
import type { Admission, Admitted } from '../door/admission.ts';
import { scopeOf } from '../door/admission.ts';
import type { Authenticate, Caller } from '../door/caller.ts';
import type { DoorObserver, OperationReport } from '../door/observer.ts';
import type { EngineResponse, RequestScope } from '../engine/types.ts';
import type { RequestTrace, Tracing } from '../ops/tracing.ts';
import type { StreamAnswers } from '../streams/streamAnswers.ts';
import type { Cors } from './cors.ts';
import { guardCsrf } from './csrf.ts';
import type { ErrorShield } from './errorShield.ts';
import { RequestFault } from './fault.ts';
import type { GraphqlParams } from './graphqlParams.ts';
import { paramsFromBody, paramsFromQuery } from './graphqlParams.ts';
import { flatHeaders } from './headers.ts';
import type { Accepted } from './negotiate.ts';
import { negotiate, requireJsonBody } from './negotiate.ts';
import type { HeaderCollector, Propagation } from './propagation.ts';
import { readBody } from './readBody.ts';
import { refusalBody, refusalStatus } from './refusal.ts';
import { requestIdOf } from './requestId.ts';
import { contentTypeFor, sendFault, sendJson, statusFor } from './respond.ts';

/** What an HTTP door is made of. */
export interface DoorHandlerDeps {
  readonly path: string;
  readonly admission: Admission;
  readonly authenticate: Authenticate;
  readonly cors: Cors;
  readonly shield: ErrorShield;
  readonly propagation: Propagation;
  readonly streams: StreamAnswers;
  readonly apollo: ApolloPath | undefined;
  readonly observer: DoorObserver;
  readonly tracing: Tracing | undefined;
  /** Largest request body, bytes. */
  readonly bodyBytes: number;
  /** How long a client is made to wait for an answer, milliseconds. */
  readonly timeoutMs: number;
  readonly newId: () => string;
  readonly nowMs: () => number;
  /** A page for browsers that open the door, in development. */
  readonly page?: (res: ServerResponse) => void;
}

/** Handles one HTTP request; resolves when it is answered. Never rejects. */
export type HttpHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** A request when it arrives. */
interface Arrival {
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

const methodFault = (method: string | undefined) =>
  new RequestFault(`The method ${method ?? ''} is not supported; use POST, or GET for queries.`, {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    headers: { allow: 'GET, POST, OPTIONS' },
  });

async function readParamsOf(req: IncomingMessage, bodyBytes: number): Promise<GraphqlParams> {
  if (req.method === 'POST') {
    requireJsonBody(req.headers['content-type']);
    return paramsFromBody(await readBody(req, bodyBytes));
  }
  const at = (req.url ?? '').indexOf('?');
  return paramsFromQuery(new URLSearchParams(at < 0 ? '' : (req.url ?? '').slice(at + 1)));
}

/** GraphQL over HTTP for one door. */
export function createDoorHandler(deps: DoorHandlerDeps): HttpHandler {
  const { admission, authenticate, shield, propagation, streams, apollo, observer, nowMs } = deps;

  const report = (at: Arrival, outcome: EngineResponse['outcome'] | 'fault', admitted?: Admitted): void => {
    const facts: OperationReport = {
      door: deps.path,
      transport: 'http',
      kind: admitted?.operation.kind,
      operationName: admitted?.operation.operationName,
      hash: admitted?.operation.hash,
      outcome,
      durationMs: nowMs() - at.startedMs,
      requestId: at.requestId,
    };
    observer.operationEnded?.(facts);
    at.traced?.end(facts);
  };

  const respond = (exchange: Exchange, response: EngineResponse): void => {
    const { res, accepted, admitted, collector } = exchange;
    collector.apply(res);
    const status = response.outcome === 'refused' ? statusFor(accepted, 400, true) : 200;
    sendJson(res, status, contentTypeFor(accepted), response.body, admitted.budgetHeaders);
    report(exchange, response.outcome, admitted);
  };

  const answer = async (exchange: Exchange): Promise<void> => {
    const { req, accepted, admitted, scope } = exchange;
    const { engine, operation, variables, known } = admitted;
    if (req.method === 'GET' && operation.kind !== 'query') {
      throw new RequestFault(`A ${operation.kind} cannot be sent with GET; use POST.`, {
        status: 405,
        code: 'METHOD_NOT_ALLOWED',
        headers: { allow: 'POST' },
      });
    }
    if (await streams.answer(exchange, (outcome) => report(exchange, outcome, admitted))) return;
    if (accepted.single === undefined && !accepted.deferParts && !accepted.subscriptionParts) {
      throw new RequestFault('This answer is a single JSON document.', {
        status: 406,
        code: 'NOT_ACCEPTABLE',
      });
    }
    const throughApollo = apollo !== undefined && (apollo.always || !known);
    respond(
      exchange,
      throughApollo ? await apollo.run(exchange) : await engine.run(operation, variables, scope),
    );
  };

  const scopeFor = (
    { req, res, requestId, startedMs, traced }: Arrival,
    caller: Caller,
    admitted: Admitted,
  ) => {
    const gone = new AbortController();
    res.once('close', () => {
      if (!res.writableFinished) gone.abort();
    });
    const collector = propagation.collect();
    const scope = scopeOf({
      caller,
      headers: { ...propagation.incoming(flatHeaders(req.headers)), ...traced?.headers },
      requestId,
      // A subscription lives on: its events have deadlines of their own, in the transports.
      deadlineMs:
        admitted.operation.kind === 'subscription' ? Number.MAX_SAFE_INTEGER : startedMs + deps.timeoutMs,
      signal: gone.signal,
      ...(collector.onSubgraphHeaders && { onSubgraphHeaders: collector.onSubgraphHeaders }),
    });
    traced?.bind(scope);
    return { scope, collector };
  };

  const serve = async (arrival: Arrival, accepted: Accepted): Promise<void> => {
    const { req, res, requestId } = arrival;
    guardCsrf(req);
    const params = await readParamsOf(req, deps.bodyBytes);
    const caller = await authenticate({
      authorization: req.headers.authorization,
      address: req.socket.remoteAddress ?? '',
    });
    const admitted = await admission.admit(params, caller);
    if (!admitted.ok) {
      const status = statusFor(accepted, refusalStatus(admitted), admitted.reason !== 'internal');
      sendJson(res, status, contentTypeFor(accepted), refusalBody(admitted, shield, requestId));
      return report(arrival, 'refused');
    }
    await answer({ ...arrival, params, accepted, caller, admitted, ...scopeFor(arrival, caller, admitted) });
  };

  return async (req, res) => {
    const requestId = requestIdOf(req.headers['x-request-id'], deps.newId);
    res.setHeader('x-request-id', requestId);
    res.setHeader('cache-control', 'no-store');
    let accepted: Accepted | undefined;
    let arrival: Arrival | undefined;
    try {
      if (deps.cors.apply(req, res)) return;
      if (req.method !== 'POST' && req.method !== 'GET') throw methodFault(req.method);
      if (deps.page && req.method === 'GET' && req.headers.accept?.includes('text/html'))
        return deps.page(res);
      arrival = {
        req,
        res,
        requestId,
        startedMs: nowMs(),
        traced: deps.tracing?.begin(req.headers, requestId),
      };
      accepted = negotiate(req.headers.accept);
      await serve(arrival, accepted);
    } catch (thrown) {
      sendFault(res, shield.faultOf(thrown, requestId), accepted);
      if (arrival !== undefined) report(arrival, 'fault');
    }
  };
}
