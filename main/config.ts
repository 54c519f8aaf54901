import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadConfig, portSetting } from '../platform/config/loadConfig.ts';
import { acceptFormerNames } from './formerNames.ts';
import { subgraphNames, type SubgraphName } from './subgraphNames.ts';

/** Settings of the environment; the texts are printed in docs/reference/settings.md. */
export const environmentSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('development')
    .describe('`production` refuses development tokens, made-up secrets and the embedded database'),
  PORT: portSetting.default(4000).describe('Port of both endpoints; 0 takes a free one. As `--port`'),
  HOST: z.string().default('127.0.0.1').describe('Address the endpoints listen on'),
  DATA_DIR: z
    .string()
    .default('.data')
    .describe('Folder of the embedded database and of development secrets. As `--data`'),
  MONGODB_URI: z
    .string()
    .optional()
    .describe(
      'A replica set. Needed in production and for subgraphs in processes of their own; the embedded database without it',
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('warn')
    .describe('Least severity that is logged'),
  SUBGRAPH_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'Signs calls between gateway and subgraphs of a deployment in several processes; made once in development',
    ),
  HANDLE_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Signs delivery option handles; made once in development'),
  WEBHOOK_SECRET: z
    .string()
    .min(24)
    .optional()
    .describe('Verifies webhooks of carriers; made once in development'),
  JWT_ISSUER: z.string().optional().describe('Issuer whose tokens are believed'),
  JWT_AUDIENCE: z.string().default('promesse').describe('Audience that tokens must name'),
  JWKS_URL: z
    .url()
    .optional()
    .describe('Public keys of the identity provider; the built-in issuer in development without it'),
  OIDC_CLIENT_ID: z
    .string()
    .optional()
    .describe(
      'The console as the client that JWT_ISSUER knows it by: people sign in there (authorization code with PKCE) and come back to `PUBLIC_URL/session/callback`; in development without it, ready-made roles',
    ),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Its secret, where the provider gave it one'),
  OIDC_SCOPES: z
    .string()
    .default('openid offline_access')
    .describe('Words of the scope that the console asks the provider for'),
  JWT_MAX_LIFETIME_SECONDS: z.coerce
    .number()
    .int()
    .min(60)
    .default(86_400)
    .describe('How far away the end of a token may be, seconds'),
  REVOCATIONS_FILE: z
    .string()
    .optional()
    .describe(
      'File of withdrawn tokens, `{"subjects": [], "tokens": []}`, which is watched; none by default',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Server that takes messages to customers, `smtp://user:password@host:587`; without it a mailbox in the data folder in development, and no messages in production',
    ),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe(
      'Address under which customers reach this application, for links in messages; its own address in development',
    ),
  SMS_URL: z
    .url()
    .optional()
    .describe(
      'Where short messages are posted as a form of To, From and Body; a file beside the mailbox in development, and none in production without it',
    ),
  SMS_USER: z.string().optional().describe('Account at the provider of short messages'),
  SMS_PASSWORD: z.string().optional().describe('Its password or token'),
  SMS_FROM: z.string().max(20).optional().describe('Number or name that short messages come from'),
  REDIS_URL: z.string().optional().describe('Bus between processes; signed HTTP without it'),
  SCHEMA_DIR: z
    .string()
    .optional()
    .describe(
      'Folder of `supergraph.graphql` and `partner.graphql`, which are watched: a changed file is put in force without a restart, or refused with reasons in the log; `schema` without it',
    ),
  SUBGRAPH_PORT_BASE: portSetting
    .default(4101)
    .describe('First port of subgraphs in processes of their own; subgraph i listens at this port + i'),
  SUBGRAPH_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address on which subgraphs in processes of their own listen'),
  SIMULATED_CLOCK: z.iso
    .datetime({ offset: true })
    .optional()
    .describe(
      'Instant (RFC 3339) at which a simulated clock begins; the real clock without it. As `--clock`',
    ),
  EMPTY: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('`yes`: begin without the ready-made retailer. As `--empty`'),
  CRASH_AT: z.string().optional().describe('For tests: the process kills itself at this named point'),
  SWEEP_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .optional()
    .describe(
      'How often owed events are sent again, milliseconds; 60,000 in one process, 5,000 in one per subgraph',
    ),
});

/** Settings of a process, checked at once and frozen. */
export interface AppConfig extends Readonly<z.infer<typeof environmentSchema>> {
  /** Remove the data folder's content first. */
  readonly fresh: boolean;
  /** Run one subgraph (or the gateway) in this process. */
  readonly only: SubgraphName | 'gateway' | undefined;
  /** What the operator should change some day; the log says it at the start. */
  readonly warnings: readonly string[];
}

/** Settings from the command line (`--port --data --fresh --only --clock --empty`) over those of the environment. */
export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): AppConfig {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      only: { type: 'string' },
      clock: { type: 'string' },
      empty: { type: 'boolean', default: false },
    },
  });
  const renamed = acceptFormerNames(env);
  const config = loadConfig(environmentSchema, {
    ...renamed.env,
    ...(values.port === undefined ? {} : { PORT: values.port }),
    ...(values.data === undefined ? {} : { DATA_DIR: values.data }),
    ...(values.clock === undefined ? {} : { SIMULATED_CLOCK: values.clock }),
    ...(values.empty ? { EMPTY: 'yes' } : {}),
  });
  const only = values.only;
  if (only !== undefined && only !== 'gateway' && !subgraphNames.includes(only as SubgraphName))
    throw new Error(`--only takes gateway or one of ${subgraphNames.join(', ')}, not ${only}.`);
  return Object.freeze({
    ...config,
    fresh: values.fresh,
    only: only as AppConfig['only'],
    warnings: renamed.warnings,
  });
}

export const configOfThisProcess = (): AppConfig => readConfig(process.argv.slice(2), process.env);
