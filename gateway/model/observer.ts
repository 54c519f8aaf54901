import type { OperationKind } from '../engine/types.ts';

/** How an operation came in. */
export type EndpointTransport = 'http' | 'websocket' | 'sse' | 'multipart';

/** Facts about one finished operation. */
export interface OperationReport {
  readonly endpoint: string;
  readonly transport: EndpointTransport;
  /** Undefined when the operation was refused before it was understood. */
  readonly kind: OperationKind | undefined;
  readonly operationName: string | undefined;
  /** SHA-256 of the text, absent when it never became an operation. */
  readonly hash: string | undefined;
  readonly outcome: 'ok' | 'errors' | 'refused' | 'fault';
  readonly durationMs: number;
  readonly requestId: string;
}

/** Called by endpoints at points worth measuring. Every member is optional and must not throw. */
export interface EndpointObserver {
  operationEnded?(report: OperationReport): void;
  /** A socket or a stream opened (`1`) or closed (`-1`). */
  socketsChanged?(endpoint: string, by: 1 | -1): void;
  subscriptionsChanged?(endpoint: string, transport: EndpointTransport, by: 1 | -1): void;
  eventSent?(endpoint: string, transport: EndpointTransport): void;
  /** A subscriber was closed by us. */
  subscriptionClosed?(endpoint: string, reason: 'slow' | 'expired' | 'drained'): void;
}
