import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloAnswer, ApolloPath } from '../apollo/apolloPath.ts';
import type { Admission } from '../admission/admission.ts';
import type { Authenticate } from '../model/caller.ts';
import type { EndpointObserver } from '../model/observer.ts';
import type { OperationReporter } from '../admission/operationReporter.ts';
import { createOperationReporter } from '../admission/operationReporter.ts';
import type { RunOperation } from '../admission/sharedRuns.ts';
import type { OperationKind } from '../engine/types.ts';
import type { Tracing } from '../ops/tracing.ts';
import type { StreamAnswers } from '../streams/streamAnswers.ts';
import type { Cors } from '../http/cors.ts';
import { guardCsrf } from '../http/csrf.ts';
import type { ErrorMask } from '../../platform/http/errorMask.ts';
import type { Arrival, Exchange } from '../admission/exchange.ts';
import { createScope } from '../admission/exchange.ts';
import { RequestFault } from '../../platform/http/requestFault.ts';
import type { GraphqlParams } from '../admission/graphqlParams.ts';
import { paramsFromBody, paramsFromQuery } from '../admission/graphqlParams.ts';
import type { Accepted } from '../http/negotiate.ts';
import { negotiate, requireJsonBody } from '../http/negotiate.ts';
import { peerAddress } from '../http/peerAddress.ts';
import type { Propagation } from '../http/propagation.ts';
import { readBody } from '../../platform/http/readBody.ts';
import { refusalBody, refusalStatus } from '../admission/refusal.ts';
import { createRequestIds, requestIdOf } from '../http/requestId.ts';
import { contentTypeFor, sendFault, sendJson, stamp, statusFor } from '../http/respond.ts';
import { badRequest } from '../../platform/http/requestFault.ts';
import { sentTwice } from '../http/headers.ts';
import { codeOfErrors } from '../admission/refusal.ts';
import { codeOfAnswer, denialIn, type Audit } from '../ops/audit.ts';
import type { Caller } from '../model/caller.ts';

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
  readonly audit: Audit;
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

const getFault = (kind: OperationKind) =>
  new RequestFault(`A ${kind} cannot be sent with GET; use POST.`, {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    headers: { allow: 'POST' },
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
  const handler = new EndpointHandler(deps);
  return (req, res) => handler.handle(req, res);
}

class EndpointHandler {
  readonly #deps: EndpointHandlerDeps;
  readonly #newRequestId: () => string;
  readonly #report: OperationReporter;

  constructor(deps: EndpointHandlerDeps) {
    this.#deps = deps;
    this.#newRequestId = createRequestIds(deps.newId);
    this.#report = createOperationReporter(deps.observer, deps.path, 'http', deps.nowMs);
  }

  async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { cors, page, nowMs, tracing, mask, trustedProxies } = this.#deps;
    const requestId = requestIdOf(req.headers['x-request-id'], this.#newRequestId);
    let accepted: Accepted | undefined;
    let arrival: Arrival | undefined;
    try {
      if (cors.apply(req, res)) return;
      if (req.method !== 'POST' && req.method !== 'GET') throw methodFault(req.method);
      if (page && req.method === 'GET' && req.headers.accept?.includes('text/html')) return page(res);
      const traced = tracing?.begin(req.headers, requestId);
      const address = peerAddress(req, trustedProxies);
      arrival = { req, res, requestId, address, startedMs: nowMs(), traced };
      accepted = negotiate(req.headers.accept);
      await this.#serve(arrival, accepted);
    } catch (thrown) {
      const fault = mask.faultOf(thrown, requestId);
      sendFault(res, requestId, fault, accepted);
      if (fault.shape.status < 500) this.#audit(req, requestId, fault.shape.code);
      if (arrival !== undefined) this.#report(arrival, 'fault');
    }
  }

  async #serve(arrival: Arrival, accepted: Accepted): Promise<void> {
    const { req, res, requestId, startedMs, address, traced } = arrival;
    const { authenticate, admission: gate, mask, bodyBytes } = this.#deps;
    guardCsrf(req);
    if (sentTwice(req, 'authorization')) throw badRequest('A request has one authorization header.');
    const params = req.method === 'POST' ? paramsFromBody(await bodyOf(req, bodyBytes)) : paramsFromUrl(req);
    const known = authenticate({ authorization: req.headers.authorization, address });
    // Nearly every caller and text is known: what is there already is not waited for.
    const caller = known instanceof Promise ? await known : known;
    const admission = gate.admit(params, caller);
    const admitted = admission instanceof Promise ? await admission : admission;
    if (!admitted.ok) {
      const status = statusFor(accepted, refusalStatus(admitted), admitted.reason !== 'internal');
      const body = refusalBody(admitted, mask, requestId);
      this.#audit(req, requestId, codeOfErrors(admitted.errors), caller);
      sendJson(res, { requestId, status, contentType: contentTypeFor(accepted), body });
      return this.#report(arrival, 'refused');
    }
    const { propagation, timeoutMs } = this.#deps;
    const { scope, collector } = createScope(arrival, caller, admitted, propagation, timeoutMs);
    // Written out: spread into place, this object alone was a tenth of what a small request costs.
    await this.#answer({
      req,
      res,
      requestId,
      startedMs,
      address,
      traced,
      params,
      accepted,
      caller,
      admitted,
      scope,
      collector,
    });
  }

  async #answer(exchange: Exchange): Promise<void> {
    const { req, accepted, admitted, scope } = exchange;
    const { streams, apollo, run } = this.#deps;
    const { operation, known } = admitted;
    if (req.method === 'GET' && operation.kind !== 'query') throw getFault(operation.kind);
    if (streams.wants(exchange)) {
      stamp(exchange.res, exchange.requestId);
      return streams.answer(exchange, (outcome) => {
        if (outcome === 'refused') this.#audit(req, exchange.requestId, 'BAD_USER_INPUT', exchange.caller);
        this.#report(exchange, outcome, admitted);
      });
    }
    if (accepted.single === undefined && !accepted.deferParts && !accepted.subscriptionParts) {
      const message = 'This answer is a single JSON document.';
      throw new RequestFault(message, { status: 406, code: 'NOT_ACCEPTABLE' });
    }
    const throughApollo = apollo !== undefined && (apollo.always || !known);
    this.#respond(exchange, throughApollo ? await apollo.run(exchange) : await run(admitted, scope));
  }

  #audit(req: IncomingMessage, requestId: string, rule: string, caller?: Caller): void {
    const { audit, path: endpoint, trustedProxies } = this.#deps;
    const address = peerAddress(req, trustedProxies);
    audit.refused({ endpoint, requestId, caller: caller?.budgetKey, address, rule });
  }

  /** A request that was refused as a whole, or some of its fields. */
  #auditAnswer({ req, requestId, caller }: Exchange, { outcome, body }: ApolloAnswer): void {
    if (outcome === 'ok') return;
    const rule = outcome === 'refused' ? codeOfAnswer(body) : denialIn(body);
    if (rule !== undefined) this.#audit(req, requestId, rule, caller);
  }

  #respond(exchange: Exchange, response: ApolloAnswer): void {
    const { res, requestId, accepted, admitted, collector } = exchange;
    collector.apply(res);
    this.#auditAnswer(exchange, response);
    const status = response.status ?? (response.outcome === 'refused' ? statusFor(accepted, 400, true) : 200);
    sendJson(res, {
      requestId,
      status,
      contentType: contentTypeFor(accepted),
      body: response.body,
      headers: admitted.budgetHeaders,
    });
    this.#report(exchange, response.outcome, admitted);
  }
}
