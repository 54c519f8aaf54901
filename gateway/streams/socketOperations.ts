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
import { deadlineOf } from '../model/deadline.ts';
import type { EndpointObserver } from '../model/observer.ts';
import type { OperationArrival } from '../admission/operationReporter.ts';
import { createOperationReporter } from '../admission/operationReporter.ts';
import type { EngineResponse, IncrementalPart, OperationKind } from '../engine/types.ts';
import type { ErrorMask } from '../http/errorMask.ts';
import { RequestFault } from '../../platform/http/requestFault.ts';
import { readParams } from '../admission/graphqlParams.ts';
import type { Propagation } from '../http/propagation.ts';
import type { Tracing } from '../ops/tracing.ts';
import type { BoundedStream } from './boundedStream.ts';
import { StreamClosed, boundedStream } from './boundedStream.ts';
import type { SocketContext } from './socketState.ts';

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
  /** Events that may wait for one subscriber. */
  readonly queue: number;
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

/** A response text dressed as a result, undressed again just before it is sent. */
const dressed = ({ body }: { readonly body: string }): ExecutionResult => ({ extensions: { body } });

/** Makes payloads of `next` messages. One event for many subscribers is the same text: it is parsed once. */
function createUndresser(): (result: unknown) => FormattedExecutionResult {
  let lastBody: string | undefined;
  let lastFrame: FormattedExecutionResult = {};
  return (result) => {
    const { body } = (result as { extensions: { body: string } }).extensions;
    if (body !== lastBody) {
      lastFrame = JSON.parse(body) as FormattedExecutionResult;
      lastBody = body;
    }
    return lastFrame;
  };
}

async function* mapped<T extends { readonly body: string }>(
  source: AsyncIterable<T>,
): AsyncGenerator<EngineResponse> {
  for await (const { body } of source) yield { body, outcome: 'ok' };
}

export function createSocketOperations(deps: SocketOperationsDeps): SocketOperations {
  const { admission, mask, observer, endpoint, nowMs } = deps;

  /** Ties a stream to its socket, so that whatever ends the socket ends the stream. */
  const stream = (
    ctx: SocketContext,
    events: AsyncIterable<EngineResponse>,
  ): AsyncIterableIterator<ExecutionResult> => {
    const { streams } = ctx.extra;
    observer.subscriptionsChanged?.(endpoint, 'websocket', 1);
    const bounded: BoundedStream = boundedStream(events, {
      limit: deps.queue,
      onEnd(reason, error) {
        if (reason === 'failed') mask.faultOf(error, deps.newId());
        streams.delete(bounded);
        observer.subscriptionsChanged?.(endpoint, 'websocket', -1);
        if (reason === 'slow') observer.subscriptionClosed?.(endpoint, 'slow');
      },
    });
    streams.add(bounded);
    return dressedStream(bounded, () => observer.eventSent?.(endpoint, 'websocket'));
  };

  const report = createOperationReporter(observer, endpoint, 'websocket', nowMs);

  const launch = async (ctx: SocketContext, admitted: Admitted, at: OperationArrival) => {
    const { engine, operation, variables } = admitted;
    const { caller, headers } = ctx.extra;
    const scope = scopeOf({
      caller: caller as NonNullable<typeof caller>,
      requestId: at.requestId,
      headers: { ...deps.propagation.incoming(headers), ...at.traced?.headers },
      deadlineMs: deadlineOf(operation.kind, at.startedMs, deps.timeoutMs),
    });
    at.traced?.bind(scope);
    if (operation.kind === 'subscription') {
      const outcome = await engine.subscribe(operation, variables, scope);
      report(at, outcome.ok ? 'ok' : outcome.response.outcome, admitted);
      return outcome.ok ? stream(ctx, outcome.events) : dressed(outcome.response);
    }
    if (operation.incremental) {
      report(at, 'ok', admitted);
      return stream(ctx, mapped<IncrementalPart>(engine.runIncremental(operation, variables, scope)));
    }
    const response = await engine.run(operation, variables, scope);
    report(at, response.outcome, admitted);
    return dressed(response);
  };

  const asErrors = (thrown: unknown, requestId: string): readonly GraphQLError[] => {
    const { message, shape } = mask.faultOf(thrown, requestId);
    return [new GraphQLError(message, { extensions: { code: shape.code, ...shape.extensions } })];
  };

  return {
    async start(ctx, payload) {
      const requestId = deps.newId();
      const traced = deps.tracing?.begin(ctx.extra.headers, requestId);
      const arrival: OperationArrival = { requestId, startedMs: nowMs(), traced };
      try {
        if (Object.keys(ctx.subscriptions).length > deps.subscriptions) {
          throw new RequestFault(`A socket may run ${deps.subscriptions} operations at once.`, {
            status: 429,
            code: 'TOO_MANY_SUBSCRIPTIONS',
          });
        }
        const admitted = await admission.admit(
          readParams(payload),
          ctx.extra.caller as NonNullable<typeof ctx.extra.caller>,
        );
        if (!admitted.ok) {
          report(arrival, 'refused');
          return admitted.reason === 'internal' ? asErrors(admitted.errors[0], requestId) : admitted.errors;
        }
        return {
          schema: admitted.engine.apiSchema,
          document: documents[admitted.operation.kind],
          contextValue: () =>
            launch(ctx, admitted, arrival).catch((thrown: unknown) => {
              report(arrival, 'fault', admitted);
              throw thrown;
            }),
        };
      } catch (thrown) {
        report(arrival, thrown instanceof RequestFault ? 'refused' : 'fault');
        return asErrors(thrown, requestId);
      }
    },
    async run(args) {
      try {
        return await (args.contextValue as () => ReturnType<typeof launch>)();
      } catch (thrown) {
        const errors = asErrors(thrown, deps.newId());
        return dressed({ body: JSON.stringify({ errors }) });
      }
    },
    frame: createUndresser(),
    errorFrame: (errors) =>
      errors.map((error) => {
        const closed = error.originalError;
        return closed instanceof StreamClosed
          ? { message: closed.message, extensions: { code: closed.code } }
          : error.toJSON();
      }),
  };
}

/** The stream as the socket protocol wants it: results instead of texts, and able to return at once. */
function dressedStream(stream: BoundedStream, onEvent: () => void): AsyncIterableIterator<ExecutionResult> {
  const dress = (step: IteratorResult<EngineResponse, undefined>): IteratorResult<ExecutionResult> => {
    if (step.done === true) return step;
    onEvent();
    return { done: false, value: dressed(step.value) };
  };
  const results: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => results,
    next: async () => dress(await stream.next()),
    return: async () => dress(await stream.return()),
    throw: async () => dress(await stream.throw()),
  };
  return results;
}
