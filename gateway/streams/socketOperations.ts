import type {
  ExecutionArgs,
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLFormattedError,
} from 'graphql';
import { GraphQLError, parse } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Admission, Admitted } from '../admission/admission.ts';
import { scopeOf } from '../admission/admission.ts';
import type { Caller } from '../model/caller.ts';
import { deadlineOf } from '../model/deadline.ts';
import type { EndpointObserver } from '../model/observer.ts';
import type { OperationArrival } from '../admission/operationReporter.ts';
import type { OperationReporter } from '../admission/operationReporter.ts';
import { createOperationReporter } from '../admission/operationReporter.ts';
import type { EngineResponse, OperationKind } from '../engine/types.ts';
import type { ErrorMask } from '../../platform/http/errorMask.ts';
import { RequestFault } from '../../platform/http/requestFault.ts';
import { readParams } from '../admission/graphqlParams.ts';
import type { Propagation } from '../http/propagation.ts';
import type { Tracing } from '../ops/tracing.ts';
import type { BoundedStream } from './boundedStream.ts';
import { StreamClosed, boundedStream } from './boundedStream.ts';
import { createUnwrapper, mapped, wrapped, wrappedStream } from './socketFrames.ts';
import type { SocketContext } from './socketState.ts';
import type { Holdings } from '../limits/holdings.ts';
import { codeOfAnswer, type Audit } from '../ops/audit.ts';
import { codeOfErrors } from '../admission/refusal.ts';
import { tooManyStreams } from './tooManyStreams.ts';

/** Runs the operations of a socket. */
export interface SocketOperations {
  /** Admits an operation: what to run, or the errors that refuse it. */
  start(ctx: SocketContext, payload: SubscribePayload): Promise<ExecutionArgs | readonly GraphQLError[]>;
  run(args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
  /** The payload of a `next` message. */
  frame(result: unknown): FormattedExecutionResult;
  /** Errors as a client may see them. */
  errorFrame(errors: readonly GraphQLError[]): readonly GraphQLFormattedError[];
}

export interface SocketOperationsDeps {
  readonly endpoint: string;
  readonly admission: Admission;
  readonly propagation: Propagation;
  readonly mask: ErrorMask;
  readonly observer: EndpointObserver;
  readonly tracing: Tracing | undefined;
  /** Operations that may run at once on one socket. */
  readonly subscriptions: number;
  /** Streams each caller has open. */
  readonly streams: Holdings;
  /** Events that may wait for one subscriber. */
  readonly queue: number;
  readonly audit: Audit;
  readonly timeoutMs: number;
  readonly newId: () => string;
  readonly nowMs: () => number;
}

/** The socket protocol wants a document only to learn the operation's kind; ours was parsed by the engine. */
const documents = {
  query: parse('query { __typename }'),
  mutation: parse('mutation { __typename }'),
  subscription: parse('subscription { __typename }'),
} satisfies Record<OperationKind, unknown>;

export function createSocketOperations(deps: SocketOperationsDeps): SocketOperations {
  const launcher = new OperationLauncher(deps);
  return {
    start: (ctx, payload) => launcher.start(ctx, payload),
    run: (args) => launcher.run(args),
    frame: createUnwrapper(),
    errorFrame: (errors) =>
      errors.map((error) => {
        const closed = error.originalError;
        return closed instanceof StreamClosed
          ? { message: closed.message, extensions: { code: closed.code } }
          : error.toJSON();
      }),
  };
}

type Launched = AsyncIterableIterator<ExecutionResult> | ExecutionResult;

class OperationLauncher {
  readonly #deps: SocketOperationsDeps;
  readonly #report: OperationReporter;

  constructor(deps: SocketOperationsDeps) {
    this.#deps = deps;
    this.#report = createOperationReporter(deps.observer, deps.endpoint, 'websocket', deps.nowMs);
  }

  async start(
    ctx: SocketContext,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { admission, newId, nowMs, tracing, subscriptions } = this.#deps;
    const requestId = newId();
    const traced = tracing?.begin(ctx.extra.headers, requestId);
    const arrival: OperationArrival = { requestId, startedMs: nowMs(), traced };
    try {
      if (Object.keys(ctx.subscriptions).length > subscriptions) throw tooMany(subscriptions);
      const admitted = await admission.admit(readParams(payload), callerOf(ctx));
      if (!admitted.ok) {
        this.#audit(ctx, arrival, codeOfErrors(admitted.errors));
        this.#report(arrival, 'refused');
        return admitted.reason === 'internal'
          ? this.#asErrors(admitted.errors[0], requestId)
          : admitted.errors;
      }
      return {
        schema: admitted.engine.apiSchema,
        document: documents[admitted.operation.kind],
        contextValue: () =>
          this.#launch(ctx, admitted, arrival).catch((thrown: unknown) => {
            this.#report(arrival, 'fault', admitted);
            throw thrown;
          }),
      };
    } catch (thrown) {
      if (thrown instanceof RequestFault) this.#audit(ctx, arrival, thrown.shape.code);
      this.#report(arrival, thrown instanceof RequestFault ? 'refused' : 'fault');
      return this.#asErrors(thrown, requestId);
    }
  }

  async run(args: ExecutionArgs): Promise<Launched> {
    try {
      return await (args.contextValue as () => Promise<Launched>)();
    } catch (thrown) {
      const errors = this.#asErrors(thrown, this.#deps.newId());
      return wrapped({ body: JSON.stringify({ errors }) });
    }
  }

  async #launch(ctx: SocketContext, admitted: Admitted, at: OperationArrival): Promise<Launched> {
    const { engine, operation, variables } = admitted;
    const { propagation, timeoutMs } = this.#deps;
    const scope = scopeOf({
      caller: callerOf(ctx),
      requestId: at.requestId,
      headers: { ...propagation.incoming(ctx.extra.headers), ...at.traced?.headers },
      deadlineMs: deadlineOf(operation.kind, at.startedMs, timeoutMs),
    });
    at.traced?.bind(scope);
    if (operation.kind === 'subscription') {
      const release = this.#hold(ctx, at);
      const outcome = await engine.subscribe(operation, variables, scope);
      if (!outcome.ok) this.#auditAnswer(ctx, at, outcome.response);
      this.#report(at, outcome.ok ? 'ok' : outcome.response.outcome, admitted);
      if (outcome.ok) return this.#stream(ctx, outcome.events, release);
      release();
      return wrapped(outcome.response);
    }
    if (operation.incremental) {
      this.#report(at, 'ok', admitted);
      const parts = mapped(engine.runIncremental(operation, variables, scope));
      return this.#stream(ctx, parts, this.#hold(ctx, at));
    }
    const response = await engine.run(operation, variables, scope);
    this.#auditAnswer(ctx, at, response);
    this.#report(at, response.outcome, admitted);
    return wrapped(response);
  }

  /** One more stream of this caller; returns a way to give it back. */
  #hold(ctx: SocketContext, at: OperationArrival): () => void {
    const release = this.#deps.streams.take(callerOf(ctx).budgetKey);
    if (release) return release;
    const fault = tooManyStreams();
    this.#audit(ctx, at, fault.shape.code);
    throw fault;
  }

  #auditAnswer(ctx: SocketContext, at: OperationArrival, { outcome, body }: EngineResponse): void {
    if (outcome === 'refused') this.#audit(ctx, at, codeOfAnswer(body));
  }

  #audit(ctx: SocketContext, { requestId }: OperationArrival, rule: string): void {
    const { audit, endpoint } = this.#deps;
    const { caller, address } = ctx.extra;
    audit.refused({ endpoint, requestId, caller: caller?.budgetKey, address, rule });
  }

  /** Ties a stream to its socket, so that whatever ends the socket ends the stream. */
  #stream(
    ctx: SocketContext,
    events: AsyncIterable<EngineResponse>,
    release: () => void,
  ): AsyncIterableIterator<ExecutionResult> {
    const { observer, endpoint, mask, newId, queue } = this.#deps;
    const { streams } = ctx.extra;
    observer.subscriptionsChanged?.(endpoint, 'websocket', 1);
    const bounded: BoundedStream = boundedStream(events, {
      limit: queue,
      onEnd(reason, error) {
        if (reason === 'failed') mask.faultOf(error, newId());
        streams.delete(bounded);
        release();
        observer.subscriptionsChanged?.(endpoint, 'websocket', -1);
        if (reason === 'slow') observer.subscriptionClosed?.(endpoint, 'slow');
      },
    });
    streams.add(bounded);
    return wrappedStream(bounded, () => observer.eventSent?.(endpoint, 'websocket'));
  }

  #asErrors(thrown: unknown, requestId: string): readonly GraphQLError[] {
    const { message, shape } = this.#deps.mask.faultOf(thrown, requestId);
    return [new GraphQLError(message, { extensions: { code: shape.code, ...shape.extensions } })];
  }
}

const tooMany = (allowed: number) =>
  new RequestFault(`A socket may run ${allowed} operations at once.`, {
    status: 429,
    code: 'TOO_MANY_SUBSCRIPTIONS',
  });

/** Who opened the socket: known before it may run anything. */
function callerOf(ctx: SocketContext): Caller {
  const { caller } = ctx.extra;
  if (caller === undefined) throw new Error('An operation came before its socket was introduced.');
  return caller;
}
