import type { RequestTrace } from '../ops/tracing.ts';
import type { Admitted } from './admission.ts';
import type { EndpointObserver, EndpointTransport, OperationReport } from '../model/observer.ts';

/** An operation on its way, whatever carries it. */
export interface OperationArrival {
  readonly requestId: string;
  readonly startedMs: number;
  readonly traced: RequestTrace | undefined;
}

/** Tells observers and the trace how an operation ended; `admitted` is absent when it was refused before it was understood. */
export type OperationReporter = (
  at: OperationArrival,
  outcome: OperationReport['outcome'],
  admitted?: Admitted,
) => void;

/** The reporter of one endpoint and one way into it. */
export function createOperationReporter(
  observer: EndpointObserver,
  endpoint: string,
  transport: EndpointTransport,
  nowMs: () => number,
): OperationReporter {
  return (at, outcome, admitted) => {
    const facts: OperationReport = {
      endpoint,
      transport,
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
}
