import type { EndpointConfig } from './endpoint/endpointConfig.ts';
import { defaultEndpointConfig, publicBudget } from './endpoint/endpointConfig.ts';
import type { GuardLimits } from './engine/guard/limits.ts';
import type { AuthorizationMode, PlannerChoice } from './engine/types.ts';
import type { HostLimits } from '../platform/http/httpHost.ts';
import type { MetricsAccess } from './ops/metricsAccess.ts';

/** How a gateway behaves; everything that is a choice and not a part. */
export interface GatewaySettings {
  /** Whether clients may read the schema. */
  readonly introspection: boolean;
  /** Whether validation errors may hint at names that exist. */
  readonly hints: boolean;
  /** Whether browsers that open an endpoint get a page to try it. */
  readonly explorer: boolean;
  /** True: errors of subgraphs that carry no code are bugs, and clients see only an id. */
  readonly maskSubgraphErrors: boolean;
  readonly authorization: AuthorizationMode;
  readonly planner: PlannerChoice;
  readonly limits: Partial<GuardLimits>;
  readonly endpoint: EndpointConfig;
  /** Which requests go through Apollo Server: none, the first of each operation text, or every one. */
  readonly apollo: 'off' | 'first' | 'always';
  /** Automatically persisted queries. */
  readonly apq: boolean;
  /** Manifest of known operations; undefined: none are known beforehand. */
  readonly safelistFile: string | undefined;
  /** True: only operations of the safelist run. */
  readonly safelistOnly: boolean;
  /** Share one subgraph call between identical reads of one caller that are under way at the same time. */
  readonly shareReads: boolean;
  /** Answer identical queries of one caller that are under way at the same time with one run. */
  readonly shareRequests: boolean;
  readonly metrics: boolean;
  /** Who reads `/metrics` and what stands below it. */
  readonly metricsAccess: MetricsAccess;
  /** Port for `/metrics` alone; undefined: it is on the port clients use, for those with the token. */
  readonly metricsPort: number | undefined;
  /** What the HTTP host bears. */
  readonly host: Partial<HostLimits>;
  /** Longest wait for one answer of a subgraph, milliseconds. */
  readonly subgraphTimeoutMs: number;
  /** Largest answer of a subgraph, bytes. */
  readonly subgraphAnswerBytes: number;
  /** Memory for prepared operations of one endpoint, bytes (estimated). */
  readonly cacheBytes: number;
  /** Memory for automatically persisted queries, bytes. */
  readonly apqBytes: number;
  /** Bad tokens of one address in ten seconds, after which none of its new tokens is looked at. */
  readonly badTokens: number;
  readonly tracing: boolean;
  /** How long a stopping gateway lets requests finish, milliseconds. */
  readonly drainMs: number;
  /** How long readiness says no before the gateway stops accepting, milliseconds. */
  readonly drainNoticeMs: number;
  /** How long streams may go on on an earlier supergraph, milliseconds. */
  readonly reloadDrainMs: number;
  /** A verified token is checked again after this long, milliseconds. */
  readonly tokenRecheckMs: number;
  /** Whose tokens are believed, for gateways that verify by a key address; undefined: none. */
  readonly tokens: TokenSettings | undefined;
  /** Where budgets are shared between gateways; undefined: each counts for itself. */
  readonly redisUrl: string | undefined;
}

/** Whose tokens are believed. */
export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly algorithms: readonly string[];
  /** How far away the end of a token may be, seconds. */
  readonly maxLifetimeSeconds: number;
  /** File of withdrawn tokens; undefined: none are. */
  readonly revocationsFile: string | undefined;
}

/** Settings for people at work; `production` closes what helps only them. */
export const defaultSettings = (production = false): GatewaySettings => ({
  introspection: !production,
  hints: !production,
  explorer: !production,
  maskSubgraphErrors: true,
  authorization: 'null-fields',
  planner: 'auto',
  limits: {},
  // Nobody floods their own laptop, but replays and benches would look like it.
  endpoint: { ...defaultEndpointConfig, budget: production ? publicBudget : false },
  apollo: 'first',
  apq: true,
  safelistFile: undefined,
  safelistOnly: false,
  shareReads: true,
  shareRequests: false,
  metrics: true,
  metricsAccess: { token: undefined, localhost: !production },
  metricsPort: undefined,
  host: {},
  subgraphTimeoutMs: 3_000,
  subgraphAnswerBytes: 5_000_000,
  cacheBytes: 64 * 1_024 * 1_024,
  apqBytes: 16 * 1_024 * 1_024,
  badTokens: 30,
  tracing: true,
  drainMs: 10_000,
  drainNoticeMs: 0,
  reloadDrainMs: 600_000,
  tokenRecheckMs: 20_000,
  tokens: undefined,
  redisUrl: undefined,
});
