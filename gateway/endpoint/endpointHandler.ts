import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloAnswer, ApolloPath } from '../apollo/apolloPath.ts';
import type { Admission } from '../admission/admission.ts';
import type { Authenticate } from '../model/caller.ts';
import type { EndpointObserver } from '../model/observer.ts';
import { createOperationReporter } from '../admission/operationReporter.ts';
import type { RunOperation } from '../admission/sharedRuns.ts';
import type { Tracing } from '../ops/tracing.ts';
import type { StreamAnswers } from '../streams/streamAnswers.ts';
import type { Cors } from '../http/cors.ts';
import { guardCsrf } from '../http/csrf.ts';
import type { ErrorMask } from '../http/errorMask.ts';
import type { Arrival, Exchange } from '../admission/exchange.ts';
import { createScope } from '../admission/exchange.ts';
import { RequestFault } from '../../platform/http/requestFault.ts';
import type { GraphqlParams } from '../admission/graphqlParams.ts';
import { paramsFromBody, paramsFromQuery } from '../admission/graphqlParams.ts';
import type { Accepted } from '../http/negotiate.ts';
import { negotiate, requireJsonBody } from '../http/negotiate.ts';
import { peerAddress } from '../http/peerAddress.ts';
import type { Propagation } from '../http/propagation.ts';
import { readBody } from '../http/readBody.ts';
import { refusalBody, refusalStatus } from '../admission/refusal.ts';
import { createRequestIds, requestIdOf } from '../http/requestId.ts';
import { contentTypeFor, sendFault, sendJson, stamp, statusFor } from '../http/respond.ts';

/** What an HTTP endpoint is made of. */
export interface EndpointHandlerDeps {
  readonly path: string;
  readonly admission: Admission;
  readonly authenticate: Authenticate;
  readonly cors: Cors;
  readonly mask: ErrorMask;
  readonly propagation: Propagation;
  readonly streams: StreamAnswers;
  readonly apollo: ApolloPath | undefined;
  readonly run: RunOperation;
  /** Proxies of ours in front. */
  readonly trustedProxies: number;
  readonly observer: EndpointObserver;
  readonly tracing: Tracing | undefined;
  /** Largest request body, bytes. */
  readonly bodyBytes: number;
  /** How long a client is made to wait for an answer, milliseconds. */
  readonly timeoutMs: number;
  readonly newId: () => string;
  readonly nowMs: () => number;
  /** A page for browsers that open the endpoint, in development. */
  readonly page?: (res: ServerResponse) => void;
}

/** Handles one HTTP request; resolves when it is answered. Never rejects. */
export type HttpHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const methodFault = (method: string | undefined) =>
  new RequestFault(`The method ${method ?? ''} is not supported; use POST, or GET for queries.`, {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    headers: { allow: 'GET, POST, OPTIONS' },
  });

/** The body of a POST, once its type is known to be right. */
function bodyOf(req: IncomingMessage, bodyBytes: number): Promise<string> {
  requireJsonBody(req.headers['content-type']);
  return readBody(req, bodyBytes);
}

function paramsFromUrl(req: IncomingMessage): GraphqlParams {
  const at = (req.url ?? '').indexOf('?');
  return paramsFromQuery(new URLSearchParams(at < 0 ? '' : (req.url ?? '').slice(at + 1)));
}

/** GraphQL over HTTP for one endpoint. */
export function createEndpointHandler(deps: EndpointHandlerDeps): HttpHandler {
  const { authenticate, mask, propagation, streams, apollo, observer, nowMs } = deps;
  const { admit } = deps.admission;
  const newRequestId = createRequestIds(deps.newId);

  const report = createOperationReporter(observer, deps.path, 'http', nowMs);

  const respond = (exchange: Exchange, response: ApolloAnswer): void => {
    const { res, requestId, accepted, admitted, collector } = exchange;
    collector.apply(res);
    const status = response.status ?? (response.outcome === 'refused' ? statusFor(accepted, 400, true) : 200);
    sendJson(res, requestId, status, contentTypeFor(accepted), response.body, admitted.budgetHeaders);
    report(exchange, response.outcome, admitted);
  };

  const answer = async (exchange: Exchange): Promise<void> => {
    const { req, accepted, admitted, scope } = exchange;
    const { operation, known } = admitted;
    if (req.method === 'GET' && operation.kind !== 'query') {
      throw new RequestFault(`A ${operation.kind} cannot be sent with GET; use POST.`, {
        status: 405,
        code: 'METHOD_NOT_ALLOWED',
        headers: { allow: 'POST' },
      });
    }
    if (streams.wants(exchange)) {
      stamp(exchange.res, exchange.requestId);
      return streams.answer(exchange, (outcome) => report(exchange, outcome, admitted));
    }
    if (accepted.single === undefined && !accepted.deferParts && !accepted.subscriptionParts) {
      throw new RequestFault('This answer is a single JSON document.', {
        status: 406,
        code: 'NOT_ACCEPTABLE',
      });
    }
    const throughApollo = apollo !== undefined && (apollo.always || !known);
    respond(exchange, throughApollo ? await apollo.run(exchange) : await deps.run(admitted, scope));
  };

  const serve = async (arrival: Arrival, accepted: Accepted): Promise<void> => {
    const { req, res, requestId, startedMs, traced } = arrival;
    guardCsrf(req);
    const params =
      req.method === 'POST' ? paramsFromBody(await bodyOf(req, deps.bodyBytes)) : paramsFromUrl(req);
    const known = authenticate({
      authorization: req.headers.authorization,
      address: peerAddress(req, deps.trustedProxies),
    });
    // Nearly every caller and text is known: what is there already is not waited for.
    const caller = known instanceof Promise ? await known : known;
    const admission = admit(params, caller);
    const admitted = admission instanceof Promise ? await admission : admission;
    if (!admitted.ok) {
      const status = statusFor(accepted, refusalStatus(admitted), admitted.reason !== 'internal');
      sendJson(res, requestId, status, contentTypeFor(accepted), refusalBody(admitted, mask, requestId));
      return report(arrival, 'refused');
    }
    const { scope, collector } = createScope(arrival, caller, admitted, propagation, deps.timeoutMs);
    // Written out: spread into place, this object alone was a tenth of what a small request costs.
    await answer({
      req,
      res,
      requestId,
      startedMs,
      traced,
      params,
      accepted,
      caller,
      admitted,
      scope,
      collector,
    });
  };

  return async (req, res) => {
    const requestId = requestIdOf(req.headers['x-request-id'], newRequestId);
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
      sendFault(res, requestId, mask.faultOf(thrown, requestId), accepted);
      if (arrival !== undefined) report(arrival, 'fault');
    }
  };
}
