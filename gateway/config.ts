import { z } from 'zod';
import { loadConfig, millisecondsSetting, switchSetting } from '../platform/config/loadConfig.ts';
import type { DoorConfig } from './door/doorConfig.ts';
import { defaultDoorConfig, publicBudget } from './door/doorConfig.ts';
import type { GuardLimits } from './engine/guard/limits.ts';
import type { AuthorizationMode, PlannerChoice } from './engine/types.ts';
import type { CorsConfig } from './http/cors.ts';
import type { BudgetConfig } from './limits/budget.ts';

/** How a gateway behaves; everything that is a choice and not a part. */
export interface GatewaySettings {
  /** Whether clients may read the schema. */
  readonly introspection: boolean;
  /** Whether validation errors may hint at names that exist. */
  readonly hints: boolean;
  /** Whether browsers that open a door get a page to try it. */
  readonly graphiql: boolean;
  /** True: errors of subgraphs that carry no code are bugs, and clients see only an id. */
  readonly maskSubgraphErrors: boolean;
  readonly authorization: AuthorizationMode;
  readonly planner: PlannerChoice;
  readonly limits: Partial<GuardLimits>;
  readonly door: DoorConfig;
  /** Which requests go through Apollo Server: none, the first of each operation text, or every one. */
  readonly apollo: 'off' | 'first' | 'always';
  /** Automatically persisted queries. */
  readonly apq: boolean;
  /** True: only operations of the safelist run. */
  readonly safelistOnly: boolean;
  /** Share one subgraph call between identical reads of one caller that are under way at the same time. */
  readonly shareReads: boolean;
  readonly metrics: boolean;
  readonly tracing: boolean;
  /** How long a stopping gateway lets requests finish, milliseconds. */
  readonly drainMs: number;
  /** How long readiness says no before the gateway stops accepting, milliseconds. */
  readonly drainNoticeMs: number;
  /** How long streams may go on on an earlier supergraph, milliseconds. */
  readonly reloadDrainMs: number;
  /** A verified token is checked again after this long, milliseconds. */
  readonly tokenRecheckMs: number;
}

/** Settings for people at work; `production` closes what helps only them. */
export const defaultSettings = (production = false): GatewaySettings => ({
  introspection: !production,
  hints: !production,
  graphiql: !production,
  maskSubgraphErrors: true,
  authorization: 'null-fields',
  planner: 'auto',
  limits: {},
  // Nobody floods their own laptop, but replays and benches would look like it.
  door: { ...defaultDoorConfig, budget: production ? publicBudget : false },
  apollo: 'first',
  apq: true,
  safelistOnly: false,
  shareReads: true,
  metrics: true,
  tracing: true,
  drainMs: 10_000,
  drainNoticeMs: 0,
  reloadDrainMs: 600_000,
  tokenRecheckMs: 30_000,
});

const count = z.coerce.number().int().min(1).max(1_000_000_000);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  GATEWAY_INTROSPECTION: switchSetting.optional(),
  GATEWAY_GRAPHIQL: switchSetting.optional(),
  GATEWAY_MASK_SUBGRAPH_ERRORS: switchSetting.optional(),
  GATEWAY_AUTHORIZATION: z.enum(['null-fields', 'refuse-request']).optional(),
  GATEWAY_PLANNER: z.enum(['auto', 'native', 'javascript']).optional(),
  GATEWAY_APOLLO: z.enum(['off', 'first', 'always']).optional(),
  GATEWAY_APQ: switchSetting.optional(),
  GATEWAY_SAFELIST_ONLY: switchSetting.optional(),
  GATEWAY_SHARE_READS: switchSetting.optional(),
  GATEWAY_METRICS: switchSetting.optional(),
  GATEWAY_TRACING: switchSetting.optional(),
  GATEWAY_CORS_ORIGINS: list.optional(),
  GATEWAY_CORS_CREDENTIALS: switchSetting.optional(),
  GATEWAY_BODY_BYTES: count.optional(),
  GATEWAY_TIMEOUT_MS: millisecondsSetting.optional(),
  GATEWAY_DRAIN_MS: millisecondsSetting.optional(),
  GATEWAY_DRAIN_NOTICE_MS: millisecondsSetting.optional(),
  GATEWAY_RELOAD_DRAIN_MS: millisecondsSetting.optional(),
  GATEWAY_TOKEN_RECHECK_MS: millisecondsSetting.optional(),
  GATEWAY_BUDGET: switchSetting.optional(),
  GATEWAY_BUDGET_REQUESTS: count.optional(),
  GATEWAY_BUDGET_COST: count.optional(),
  GATEWAY_BUDGET_WINDOW_SECONDS: count.optional(),
  GATEWAY_LIMIT_TOKENS: count.optional(),
  GATEWAY_LIMIT_DEPTH: count.optional(),
  GATEWAY_LIMIT_ALIASES: count.optional(),
  GATEWAY_LIMIT_ROOT_FIELDS: count.optional(),
  GATEWAY_LIMIT_DIRECTIVES: count.optional(),
  GATEWAY_LIMIT_EXPANDED_FIELDS: count.optional(),
  GATEWAY_LIMIT_COST: count.optional(),
  GATEWAY_LIMIT_LIST_SIZE: count.optional(),
});
type Environment = z.infer<typeof environment>;

/** The members of `source` that are set. */
const present = <T extends object>(source: { readonly [K in keyof T]?: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined)) as Partial<T>;

function doorFrom(env: Partial<Environment>, defaults: DoorConfig): DoorConfig {
  return {
    ...defaults,
    ...present<DoorConfig>({ bodyBytes: env.GATEWAY_BODY_BYTES, timeoutMs: env.GATEWAY_TIMEOUT_MS }),
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
      graphiql: read.GATEWAY_GRAPHIQL,
      maskSubgraphErrors: read.GATEWAY_MASK_SUBGRAPH_ERRORS,
      authorization: read.GATEWAY_AUTHORIZATION,
      planner: read.GATEWAY_PLANNER,
      apollo: read.GATEWAY_APOLLO,
      apq: read.GATEWAY_APQ,
      safelistOnly: read.GATEWAY_SAFELIST_ONLY,
      shareReads: read.GATEWAY_SHARE_READS,
      metrics: read.GATEWAY_METRICS,
      tracing: read.GATEWAY_TRACING,
      drainMs: read.GATEWAY_DRAIN_MS,
      drainNoticeMs: read.GATEWAY_DRAIN_NOTICE_MS,
      reloadDrainMs: read.GATEWAY_RELOAD_DRAIN_MS,
      tokenRecheckMs: read.GATEWAY_TOKEN_RECHECK_MS,
    }),
    limits: limitsFrom(read),
    door: doorFrom(budget === undefined ? read : { GATEWAY_BUDGET: budget, ...present(read) }, defaults.door),
  };
}

/** Settings of this process. */
export const settingsFromEnvironment = (byDefault?: { readonly budget?: boolean }): GatewaySettings =>
  readGatewaySettings(process.env, byDefault);
