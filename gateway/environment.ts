import { z } from 'zod';
import { millisecondsSetting, switchSetting } from '../platform/config/loadConfig.ts';
import type { RequestRule, ResponseRule } from './http/propagation.ts';

const count = z.coerce.number().int().min(1).max(1_000_000_000);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

/** `accept-language, cookie:session`: headers and single cookies. */
const requestRules = list.transform((items): RequestRule[] =>
  items.map((item) =>
    item.startsWith('cookie:') ? { cookie: item.slice(7) } : { header: item.toLowerCase() },
  ),
);

/** `set-cookie=all, x-cache=first`: headers and which value wins; the last one when nothing is said. */
const responseRules = list.pipe(
  z.array(
    z
      .string()
      .regex(/^[\w-]+(=(first|last|all))?$/, 'must be a header name, with =first, =last or =all')
      .transform((item): ResponseRule => {
        const [header = '', keep] = item.toLowerCase().split('=');
        return {
          header,
          keep: (keep as ResponseRule['keep'] | undefined) ?? (header === 'set-cookie' ? 'all' : 'last'),
        };
      }),
  ),
);

/** Settings of the environment; the texts are printed in docs/reference/settings.md. */
export const environment = z
  .object({
    NODE_ENV: z
      .string()
      .default('development')
      .describe('`production` closes introspection, hints and the page, and gives callers budgets'),
    GATEWAY_INTROSPECTION: switchSetting
      .optional()
      .describe('Whether clients may read the schema, with hints in errors; by default outside production'),
    GATEWAY_EXPLORER: switchSetting
      .optional()
      .describe('Whether browsers get a GraphQL client as a page; by default outside production'),
    GATEWAY_MASK_SUBGRAPH_ERRORS: switchSetting
      .optional()
      .describe('Errors of subgraphs without a code show an id only; true by default'),
    GATEWAY_AUTHORIZATION: z
      .enum(['null-fields', 'refuse-request'])
      .optional()
      .describe('What a caller gets who asks for a field that is not for him; `null-fields` by default'),
    GATEWAY_PLANNER: z
      .enum(['auto', 'native', 'javascript'])
      .optional()
      .describe('Which planner is used; `auto` takes the own one where it can'),
    GATEWAY_APOLLO: z
      .enum(['off', 'first', 'always'])
      .optional()
      .describe('Which requests go through Apollo Server; the first of each operation text by default'),
    GATEWAY_APQ: switchSetting.optional().describe('Automatically persisted queries; true by default'),
    GATEWAY_SAFELIST_ONLY: switchSetting
      .optional()
      .describe('Run operations of the safelist only; false by default'),
    GATEWAY_SHARE_READS: switchSetting
      .optional()
      .describe('One subgraph call for identical reads of one caller under way at once; true by default'),
    GATEWAY_METRICS_TOKEN: z
      .string()
      .min(16)
      .optional()
      .describe(
        'Bearer token that opens `/metrics`; without one it is open to this machine outside production',
      ),
    GATEWAY_METRICS_PORT: count.optional().describe('Port for `/metrics` alone; none by default'),
    GATEWAY_SUBGRAPH_TIMEOUT_MS: millisecondsSetting
      .optional()
      .describe('Longest wait for one answer of a subgraph, milliseconds; 3,000 by default'),
    GATEWAY_SUBGRAPH_ANSWER_BYTES: count
      .optional()
      .describe('Largest answer of a subgraph, bytes; 5,000,000 by default'),
    GATEWAY_CACHE_BYTES: count
      .optional()
      .describe('Memory for prepared operations of an endpoint, bytes; 67,108,864 by default'),
    GATEWAY_APQ_BYTES: count
      .optional()
      .describe('Memory for automatically persisted queries, bytes; 16,777,216 by default'),
    GATEWAY_BAD_TOKENS: count
      .optional()
      .describe('Bad tokens of one address in ten seconds before new ones are not looked at; 30 by default'),
    GATEWAY_HEAD_MS: millisecondsSetting
      .optional()
      .describe('Time a client has to send a head, milliseconds; 8,000 by default'),
    GATEWAY_REQUEST_MS: millisecondsSetting
      .optional()
      .describe('Time a client has to send a whole request, milliseconds; 12,000 by default'),
    GATEWAY_STALL_MS: millisecondsSetting
      .optional()
      .describe('Time a client may take nothing of its answer, milliseconds; 15,000 by default'),
    GATEWAY_HEADERS: count.optional().describe('Most headers of a request; 100 by default'),
    GATEWAY_PIPELINED: count
      .optional()
      .describe('Most requests of one connection that wait for their answers; 32 by default'),
    GATEWAY_CONNECTIONS: count.optional().describe('Most connections at once; 20,000 by default'),
    GATEWAY_SOCKETS_PER_CALLER: count
      .optional()
      .describe('Most sockets one caller holds open; 32 by default'),
    GATEWAY_STREAMS_PER_CALLER: count
      .optional()
      .describe('Most subscriptions one caller has open, whatever carries them; 256 by default'),
    GATEWAY_SOCKET_MESSAGES: count
      .optional()
      .describe('Most messages of one socket in a second; 200 by default'),
    GATEWAY_METRICS: switchSetting.optional().describe('Serve `/metrics`; true by default'),
    GATEWAY_TRACING: switchSetting.optional().describe('Spans through OpenTelemetry; true by default'),
    GATEWAY_CORS_ORIGINS: list
      .optional()
      .describe('Other sites whose pages may call, with commas between; none by default'),
    GATEWAY_CORS_CREDENTIALS: switchSetting
      .optional()
      .describe('Whether those pages may send cookies; false by default'),
    GATEWAY_BODY_BYTES: count.optional().describe('Largest request body, bytes; 262,144 by default'),
    GATEWAY_TRUSTED_PROXIES: z.coerce
      .number()
      .int()
      .min(0)
      .max(10)
      .optional()
      .describe('Proxies of ours whose `x-forwarded-for` counts; 0 by default'),
    GATEWAY_SHARE_REQUESTS: switchSetting
      .optional()
      .describe('One run for identical queries of one caller under way at once; false by default'),
    GATEWAY_TIMEOUT_MS: millisecondsSetting
      .optional()
      .describe('Longest wait for an answer, milliseconds; 8,000 by default'),
    GATEWAY_DRAIN_MS: millisecondsSetting
      .optional()
      .describe('How long a stopping gateway lets requests finish, milliseconds; 10,000 by default'),
    GATEWAY_DRAIN_NOTICE_MS: millisecondsSetting
      .optional()
      .describe('How long readiness says no before connections are refused, milliseconds; 0 by default'),
    GATEWAY_RELOAD_DRAIN_MS: millisecondsSetting
      .optional()
      .describe('How long streams may go on on an earlier supergraph, milliseconds; 600,000 by default'),
    GATEWAY_TOKEN_RECHECK_MS: millisecondsSetting
      .optional()
      .describe('After how long a verified token is checked again, milliseconds; 20,000 by default'),
    GATEWAY_BUDGET: switchSetting
      .optional()
      .describe('Whether each caller has a budget; by default in production'),
    GATEWAY_BUDGET_REQUESTS: count
      .optional()
      .describe('Requests of one caller in a window; 6,000 by default'),
    GATEWAY_BUDGET_COST: count.optional().describe('Cost of one caller in a window; 3,000,000 by default'),
    GATEWAY_BUDGET_WINDOW_SECONDS: count.optional().describe('Length of the window, seconds; 60 by default'),
    GATEWAY_LIMIT_TOKENS: count.optional().describe('Most lexical tokens of a document; 10,000 by default'),
    GATEWAY_LIMIT_DEPTH: count.optional().describe('Deepest nesting; 30 by default'),
    GATEWAY_LIMIT_ALIASES: count.optional().describe('Most aliases; 200 by default'),
    GATEWAY_LIMIT_ROOT_FIELDS: count.optional().describe('Most fields at the root; 50 by default'),
    GATEWAY_LIMIT_DIRECTIVES: count.optional().describe('Most directives; 200 by default'),
    GATEWAY_LIMIT_EXPANDED_FIELDS: count
      .optional()
      .describe('Most fields, fragments counted, once they are spread; 10,000 by default'),
    GATEWAY_LIMIT_COST: count
      .optional()
      .describe('Highest cost of an operation, 5,000 in Promesse; 100,000 by default'),
    GATEWAY_LIMIT_NESTING: count
      .optional()
      .describe('Deepest nesting of brackets and fragments; 100 by default'),
    GATEWAY_LIMIT_VALUE_DEPTH: count
      .optional()
      .describe('Deepest nesting of a value in a document; 12 by default'),
    GATEWAY_LIMIT_FIELD_PAIRS: count
      .optional()
      .describe('Most pairs of fields that validation must merge; 10,000 by default'),
    GATEWAY_LIMIT_VALUES: count
      .optional()
      .describe('Most objects and list items a running request gathers; 200,000 by default'),
    GATEWAY_LIMIT_ANSWER_LENGTH: count
      .optional()
      .describe('Longest answer, characters; 16,000,000 by default'),
    GATEWAY_PLANNING_MS: millisecondsSetting
      .optional()
      .describe('Longest time a plan may take, milliseconds; 5,000 by default'),
    GATEWAY_LIMIT_LIST_SIZE: count
      .optional()
      .describe('Longest list that may be asked for; 1,000 by default'),
    GATEWAY_PROPAGATE_REQUEST: requestRules
      .optional()
      .describe(
        'Headers and single cookies handed to subgraphs: `accept-language, cookie:session`; none by default',
      ),
    GATEWAY_PROPAGATE_RESPONSE: responseRules
      .optional()
      .describe(
        'Headers handed back: `set-cookie, x-cache=first` (`all`, `first` or `last`); none by default',
      ),
    GATEWAY_JWT_ISSUER: z
      .string()
      .optional()
      .describe('Issuer whose tokens are believed, for `npm run gateway`'),
    GATEWAY_JWT_AUDIENCE: z
      .string()
      .optional()
      .describe('Audience that tokens must name, for `npm run gateway`'),
    GATEWAY_JWT_JWKS_URL: z.url().optional().describe('Public keys of the issuer, for `npm run gateway`'),
    GATEWAY_JWT_ALGORITHMS: list
      .optional()
      .describe('Algorithms of tokens; `ES256,RS256,PS256,EdDSA` by default'),
    GATEWAY_JWT_MAX_LIFETIME_SECONDS: count
      .optional()
      .describe('How far away the end of a token may be, seconds; 86,400 by default, for `npm run gateway`'),
    GATEWAY_JWT_REVOCATIONS: z
      .string()
      .optional()
      .describe(
        'File of withdrawn tokens, `{"subjects": [], "tokens": []}`, which is watched; none by default',
      ),
    GATEWAY_REDIS_URL: z
      .url()
      .optional()
      .describe('Redis in which gateways share budgets; each counts for itself without it'),
    GATEWAY_SAFELIST: z
      .string()
      .optional()
      .describe('File of the manifest of known operations; none by default'),
  })
  .refine(
    (env) =>
      new Set(
        [env.GATEWAY_JWT_ISSUER, env.GATEWAY_JWT_AUDIENCE, env.GATEWAY_JWT_JWKS_URL].map(
          (one) => one !== undefined,
        ),
      ).size === 1,
    'GATEWAY_JWT_ISSUER, GATEWAY_JWT_AUDIENCE and GATEWAY_JWT_JWKS_URL are set together or not at all',
  );

export type Environment = z.infer<typeof environment>;
