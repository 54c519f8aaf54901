import type { BudgetConfig } from '../limits/budget.ts';
import type { CorsConfig } from '../http/cors.ts';
import type { PropagationRules } from '../http/propagation.ts';
import type { SocketConfig } from '../streams/socketDeps.ts';
import type { StreamConfig } from '../streams/streamAnswers.ts';

/** What every endpoint of a gateway is held to. */
export interface EndpointConfig {
  /** Largest request body, bytes. */
  readonly bodyBytes: number;
  /** How long a client is made to wait for an answer, milliseconds. */
  readonly timeoutMs: number;
  readonly cors: CorsConfig;
  readonly propagation: PropagationRules;
  readonly streams: StreamConfig;
  readonly sockets: SocketConfig;
  /** Proxies of ours between clients and this gateway: whose word on the caller's address counts. */
  readonly trustedProxies: number;
  /** `false`: nobody has a budget. */
  readonly budget: BudgetConfig | false;
}

/** What one principal may use of a public endpoint. */
export const publicBudget: BudgetConfig = { requests: 6_000, cost: 3_000_000, windowSeconds: 60 };

/** Defaults that are safe for a public endpoint. */
export const defaultEndpointConfig: EndpointConfig = {
  bodyBytes: 256 * 1_024,
  timeoutMs: 8_000,
  cors: { origins: [], credentials: false, maxAgeSeconds: 600 },
  propagation: { request: [], response: [] },
  streams: { queue: 64, heartbeatMs: 12_000, stallMs: 15_000 },
  sockets: {
    sockets: 20_000,
    perCaller: 32,
    subscriptions: 100,
    streamsPerCaller: 256,
    messagesPerSecond: 200,
    frameBytes: 64 * 1_024,
    pingMs: 12_000,
    initMs: 3_000,
  },
  trustedProxies: 0,
  budget: publicBudget,
};
