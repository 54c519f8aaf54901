import type { Context, Span, TracerProvider } from '@opentelemetry/api';
import {
  SpanKind,
  SpanStatusCode,
  context,
  isSpanContextValid,
  propagation,
  trace,
} from '@opentelemetry/api';
import type { OperationReport } from '../model/observer.ts';
import type { EngineObserver, RequestScope } from '../engine/types.ts';

/** The span of one request, from its first byte to its answer. */
export interface RequestTrace {
  /** Headers that carry the trace on to subgraphs (`traceparent`). */
  readonly headers: Readonly<Record<string, string>>;
  /** From now on subgraph calls of this scope are children of the request's span. */
  bind(scope: RequestScope): void;
  end(report: OperationReport): void;
}

/** OpenTelemetry spans: one per request, one child per subgraph call. */
export interface Tracing {
  begin(headers: Readonly<Record<string, string | string[] | undefined>>, requestId: string): RequestTrace;
  readonly engine: EngineObserver;
}

/** Kept on the scope itself, because the engine hands copies of it to subgraph calls. */
const traceContext = Symbol('trace context');
type TracedScope = RequestScope & { [traceContext]?: Context };

/** The tracer provider the process has registered, undefined when there is none and every span would be lost. */
export function registeredProvider(): TracerProvider | undefined {
  const provider = trace.getTracerProvider();
  const span = provider.getTracer('promesse.gateway').startSpan('probe');
  const real = isSpanContextValid(span.spanContext());
  span.end();
  return real ? provider : undefined;
}

/** Traces with a tracer provider. */
export function createTracing(provider: TracerProvider, nowMs: () => number = Date.now): Tracing {
  const tracer = provider.getTracer('promesse.gateway');

  const describe = (span: Span, report: OperationReport): void => {
    const { kind, operationName, hash, outcome, endpoint, transport } = report;
    if (kind !== undefined) span.updateName(operationName === undefined ? kind : `${kind} ${operationName}`);
    span.setAttributes({
      'graphql.operation.type': kind ?? 'unknown',
      'graphql.operation.name': operationName ?? '',
      'graphql.document.hash': hash ?? '',
      'promesse.endpoint': endpoint,
      'promesse.transport': transport,
      'promesse.outcome': outcome,
    });
    if (outcome !== 'ok') span.setStatus({ code: SpanStatusCode.ERROR });
  };

  return {
    begin(headers, requestId) {
      const parent = propagation.extract(context.active(), headers);
      const attributes = { 'promesse.request_id': requestId };
      const span = tracer.startSpan('graphql', { kind: SpanKind.SERVER, attributes }, parent);
      const own = trace.setSpan(parent, span);
      const carried: Record<string, string> = {};
      propagation.inject(own, carried);
      return {
        headers: carried,
        bind: (scope) => void ((scope as TracedScope)[traceContext] = own),
        end(report) {
          describe(span, report);
          span.end();
        },
      };
    },
    engine: {
      fetched({ subgraph, kind, durationMs, failed, shared, scope }) {
        const parent = (scope as TracedScope)[traceContext];
        if (parent === undefined) return;
        const endTime = nowMs();
        const span = tracer.startSpan(
          `subgraph ${subgraph}`,
          {
            kind: SpanKind.CLIENT,
            startTime: endTime - durationMs,
            attributes: {
              'promesse.subgraph': subgraph,
              'graphql.operation.type': kind,
              'promesse.shared': shared,
            },
          },
          parent,
        );
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end(endTime);
      },
    },
  };
}
