import type { ErrorMask } from '../../platform/http/errorMask.ts';
import type { Rechecks } from '../auth/recheck.ts';
import type { Cors } from '../http/cors.ts';
import type { Holdings } from '../limits/holdings.ts';
import type { Authenticate } from '../model/caller.ts';
import type { EndpointObserver } from '../model/observer.ts';
import type { Audit } from '../ops/audit.ts';
import type { SocketOperations } from './socketOperations.ts';

/** Bounds of a socket. */
export interface SocketConfig {
  /** Sockets an endpoint holds open at once. */
  readonly sockets: number;
  /** Sockets one caller holds open at once. */
  readonly perCaller: number;
  /** Operations that may run at once on one socket. */
  readonly subscriptions: number;
  /** Streams one caller has open at once, over all sockets and whatever else carries them. */
  readonly streamsPerCaller: number;
  /** Messages and pings of one socket in a second. */
  readonly messagesPerSecond: number;
  /** Largest frame a client may send, bytes. */
  readonly frameBytes: number;
  /** A socket that does not answer a ping by the next one is cut. */
  readonly pingMs: number;
  /** How long a client may take to introduce itself. */
  readonly initMs: number;
}

/** What the sockets of an endpoint are made of. */
export interface SocketEndpointDeps {
  readonly endpoint: string;
  readonly config: SocketConfig;
  readonly authenticate: Authenticate;
  readonly cors: Cors;
  readonly trustedProxies: number;
  readonly operations: SocketOperations;
  /** What each caller holds open. */
  readonly held: Holdings;
  readonly rechecks: Rechecks;
  readonly audit: Audit;
  readonly mask: ErrorMask;
  readonly observer: EndpointObserver;
  readonly newId: () => string;
  readonly nowMs: () => number;
}
