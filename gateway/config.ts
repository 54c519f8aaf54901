import { loadConfig } from '../platform/config/loadConfig.ts';
import { environment, type Environment } from './environment.ts';
import type { EndpointConfig } from './endpoint/endpointConfig.ts';
import { publicBudget } from './endpoint/endpointConfig.ts';
import type { GuardLimits } from './engine/guard/limits.ts';
import type { CorsConfig } from './http/cors.ts';
import type { BudgetConfig } from './limits/budget.ts';
import type { GatewaySettings, TokenSettings } from './settings.ts';
import { defaultSettings } from './settings.ts';
import type { HostLimits } from '../platform/http/httpHost.ts';
import type { SocketConfig } from './streams/socketDeps.ts';

/** The members of `source` that are set. */
const present = <T extends object>(source: { readonly [K in keyof T]?: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined)) as Partial<T>;

function endpointFrom(env: Partial<Environment>, defaults: EndpointConfig): EndpointConfig {
  return {
    ...defaults,
    ...present<EndpointConfig>({
      bodyBytes: env.GATEWAY_BODY_BYTES,
      timeoutMs: env.GATEWAY_TIMEOUT_MS,
      trustedProxies: env.GATEWAY_TRUSTED_PROXIES,
    }),
    sockets: {
      ...defaults.sockets,
      ...present<SocketConfig>({
        perCaller: env.GATEWAY_SOCKETS_PER_CALLER,
        streamsPerCaller: env.GATEWAY_STREAMS_PER_CALLER,
        messagesPerSecond: env.GATEWAY_SOCKET_MESSAGES,
      }),
    },
    propagation: {
      request: env.GATEWAY_PROPAGATE_REQUEST ?? defaults.propagation.request,
      response: env.GATEWAY_PROPAGATE_RESPONSE ?? defaults.propagation.response,
    },
    cors: {
      ...defaults.cors,
      ...present<CorsConfig>({
        origins: env.GATEWAY_CORS_ORIGINS,
        credentials: env.GATEWAY_CORS_CREDENTIALS,
      }),
    },
    budget: budgetFrom(env, defaults.budget),
  };
}

function budgetFrom(env: Partial<Environment>, byDefault: BudgetConfig | false): BudgetConfig | false {
  if (!(env.GATEWAY_BUDGET ?? byDefault !== false)) return false;
  return {
    ...publicBudget,
    ...present<BudgetConfig>({
      requests: env.GATEWAY_BUDGET_REQUESTS,
      cost: env.GATEWAY_BUDGET_COST,
      windowSeconds: env.GATEWAY_BUDGET_WINDOW_SECONDS,
    }),
  };
}

function tokensFrom(env: Environment): TokenSettings | undefined {
  const { GATEWAY_JWT_ISSUER: issuer, GATEWAY_JWT_AUDIENCE: audience, GATEWAY_JWT_JWKS_URL: jwksUrl } = env;
  if (issuer === undefined || audience === undefined || jwksUrl === undefined) return undefined;
  return {
    issuer,
    audience,
    jwksUrl,
    algorithms: env.GATEWAY_JWT_ALGORITHMS ?? ['ES256', 'RS256', 'PS256', 'EdDSA'],
    maxLifetimeSeconds: env.GATEWAY_JWT_MAX_LIFETIME_SECONDS ?? 86_400,
    revocationsFile: env.GATEWAY_JWT_REVOCATIONS,
  };
}

const limitsFrom = (env: Environment): Partial<GuardLimits> =>
  present<GuardLimits>({
    tokens: env.GATEWAY_LIMIT_TOKENS,
    depth: env.GATEWAY_LIMIT_DEPTH,
    aliases: env.GATEWAY_LIMIT_ALIASES,
    rootFields: env.GATEWAY_LIMIT_ROOT_FIELDS,
    directives: env.GATEWAY_LIMIT_DIRECTIVES,
    expandedFields: env.GATEWAY_LIMIT_EXPANDED_FIELDS,
    cost: env.GATEWAY_LIMIT_COST,
    listSize: env.GATEWAY_LIMIT_LIST_SIZE,
    nesting: env.GATEWAY_LIMIT_NESTING,
    valueDepth: env.GATEWAY_LIMIT_VALUE_DEPTH,
    fieldPairs: env.GATEWAY_LIMIT_FIELD_PAIRS,
    values: env.GATEWAY_LIMIT_VALUES,
    answerLength: env.GATEWAY_LIMIT_ANSWER_LENGTH,
    planningMs: env.GATEWAY_PLANNING_MS,
  });

const hostFrom = (env: Environment): Partial<HostLimits> =>
  present<HostLimits>({
    headMs: env.GATEWAY_HEAD_MS,
    requestMs: env.GATEWAY_REQUEST_MS,
    stallMs: env.GATEWAY_STALL_MS,
    headers: env.GATEWAY_HEADERS,
    pipelined: env.GATEWAY_PIPELINED,
    connections: env.GATEWAY_CONNECTIONS,
  });

/**
 * Settings from the environment; throws a `ConfigError` that lists every fault. `budget` says whether callers
 * have one when the environment is silent; by default they do in production.
 */
export function readGatewaySettings(
  env: Readonly<Record<string, string | undefined>>,
  { budget }: { readonly budget?: boolean } = {},
): GatewaySettings {
  const read = loadConfig(environment, env);
  const defaults = defaultSettings(read.NODE_ENV === 'production');
  return {
    ...defaults,
    ...present<GatewaySettings>({
      introspection: read.GATEWAY_INTROSPECTION,
      hints: read.GATEWAY_INTROSPECTION,
      explorer: read.GATEWAY_EXPLORER,
      maskSubgraphErrors: read.GATEWAY_MASK_SUBGRAPH_ERRORS,
      authorization: read.GATEWAY_AUTHORIZATION,
      planner: read.GATEWAY_PLANNER,
      apollo: read.GATEWAY_APOLLO,
      apq: read.GATEWAY_APQ,
      safelistOnly: read.GATEWAY_SAFELIST_ONLY,
      shareReads: read.GATEWAY_SHARE_READS,
      shareRequests: read.GATEWAY_SHARE_REQUESTS,
      metrics: read.GATEWAY_METRICS,
      metricsPort: read.GATEWAY_METRICS_PORT,
      subgraphTimeoutMs: read.GATEWAY_SUBGRAPH_TIMEOUT_MS,
      subgraphAnswerBytes: read.GATEWAY_SUBGRAPH_ANSWER_BYTES,
      cacheBytes: read.GATEWAY_CACHE_BYTES,
      apqBytes: read.GATEWAY_APQ_BYTES,
      badTokens: read.GATEWAY_BAD_TOKENS,
      tracing: read.GATEWAY_TRACING,
      drainMs: read.GATEWAY_DRAIN_MS,
      drainNoticeMs: read.GATEWAY_DRAIN_NOTICE_MS,
      reloadDrainMs: read.GATEWAY_RELOAD_DRAIN_MS,
      tokenRecheckMs: read.GATEWAY_TOKEN_RECHECK_MS,
    }),
    metricsAccess: { ...defaults.metricsAccess, token: read.GATEWAY_METRICS_TOKEN },
    host: hostFrom(read),
    tokens: tokensFrom(read),
    redisUrl: read.GATEWAY_REDIS_URL,
    safelistFile: read.GATEWAY_SAFELIST,
    limits: limitsFrom(read),
    endpoint: endpointFrom(
      budget === undefined ? read : { GATEWAY_BUDGET: budget, ...present(read) },
      defaults.endpoint,
    ),
  };
}

/** Settings of this process. */
export const settingsFromEnvironment = (byDefault?: { readonly budget?: boolean }): GatewaySettings =>
  readGatewaySettings(process.env, byDefault);
