import { SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';

/** Run `work` in a span. Without an OpenTelemetry SDK in the process this costs next to nothing. */
export async function traced<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return trace.getTracer('promesse').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      // The kind only: messages may hold what a person typed.
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  });
}
