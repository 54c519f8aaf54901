import type { Attributes, Span, SpanContext, TextMapPropagator, TracerProvider } from '@opentelemetry/api';
import { TraceFlags, trace } from '@opentelemetry/api';

/** What a span was when it ended. */
export interface RecordedSpan {
  name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly attributes: Attributes;
  ended: boolean;
}

/** A tracer provider that keeps every span, in place of a whole SDK. */
export function recordingProvider(): { provider: TracerProvider; spans: RecordedSpan[] } {
  const spans: RecordedSpan[] = [];
  const startSpan: ReturnType<TracerProvider['getTracer']>['startSpan'] = (name, options, parentContext) => {
    const parent = parentContext && trace.getSpanContext(parentContext);
    const spanId = String(spans.length + 1).padStart(16, '0');
    const spanContext: SpanContext = {
      traceId: parent?.traceId ?? 'f'.repeat(32),
      spanId,
      traceFlags: TraceFlags.SAMPLED,
    };
    const recorded: RecordedSpan = {
      name,
      traceId: spanContext.traceId,
      spanId,
      parentSpanId: parent?.spanId,
      attributes: { ...options?.attributes },
      ended: false,
    };
    spans.push(recorded);
    const span: Span = {
      spanContext: () => spanContext,
      setAttribute: (key, value) => {
        recorded.attributes[key] = value;
        return span;
      },
      setAttributes: (attributes) => {
        Object.assign(recorded.attributes, attributes);
        return span;
      },
      addEvent: () => span,
      addLink: () => span,
      addLinks: () => span,
      setStatus: () => span,
      updateName: (next) => {
        recorded.name = next;
        return span;
      },
      end: () => void (recorded.ended = true),
      isRecording: () => true,
      recordException: () => undefined,
    };
    return span;
  };
  const startActiveSpan = (() => {
    throw new Error('The gateway keeps no active span.');
  }) as ReturnType<TracerProvider['getTracer']>['startActiveSpan'];
  return { provider: { getTracer: () => ({ startSpan, startActiveSpan }) }, spans };
}

/** The W3C header `traceparent`, both ways. */
export const traceparentOnly: TextMapPropagator = {
  inject(at, carrier, setter) {
    const span = trace.getSpanContext(at);
    if (span) setter.set(carrier, 'traceparent', `00-${span.traceId}-${span.spanId}-01`);
  },
  extract(at, carrier, getter) {
    const [, traceId, spanId] = String(getter.get(carrier, 'traceparent') ?? '').split('-');
    if (traceId === undefined || spanId === undefined) return at;
    return trace.setSpanContext(at, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });
  },
  fields: () => ['traceparent'],
};
