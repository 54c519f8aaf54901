import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadConfig, portSetting } from '../platform/config/loadConfig.ts';
import { subgraphNames, type SubgraphName } from './subgraphNames.ts';

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: portSetting.default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  MONGODB_URI: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  /** Shared by gateway and subgraphs of a deployment in several processes. */
  SUBGRAPH_SECRET: z.string().min(32).optional(),
  HANDLE_SECRET: z.string().min(32).optional(),
  WEBHOOK_SECRET: z.string().min(24).optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().default('promesse'),
  JWKS_URL: z.url().optional(),
  REDIS_URL: z.string().optional(),
  /** Folder of `supergraph.graphql` and `partner.graphql`, which are watched; ours without it. */
  SCHEMA_DIR: z.string().optional(),
  /** First port of the subgraphs when each runs alone; subgraph i listens at this port + i. */
  SUBGRAPH_PORT_BASE: portSetting.default(4101),
  SUBGRAPH_HOST: z.string().default('127.0.0.1'),
  /** Instant (RFC 3339) at which a simulated clock begins; the real clock without it. */
  SIMULATED_CLOCK: z.iso.datetime({ offset: true }).optional(),
  /** yes: begin without the ready-made retailer. */
  EMPTY: z.enum(['yes', 'no']).default('no'),
  CRASH_AT: z.string().optional(),
  SWEEP_EVERY_MS: z.coerce.number().int().min(50).optional(),
});

/** Settings of a process, checked at once and frozen. */
export interface AppConfig extends Readonly<z.infer<typeof schema>> {
  /** Remove the data folder's content first. */
  readonly fresh: boolean;
  /** Run one subgraph (or the gateway) in this process. */
  readonly only: SubgraphName | 'gateway' | undefined;
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
  const config = loadConfig(schema, {
    ...env,
    ...(values.port === undefined ? {} : { PORT: values.port }),
    ...(values.data === undefined ? {} : { DATA_DIR: values.data }),
    ...(values.clock === undefined ? {} : { SIMULATED_CLOCK: values.clock }),
    ...(values.empty ? { EMPTY: 'yes' } : {}),
  });
  const only = values.only;
  if (only !== undefined && only !== 'gateway' && !subgraphNames.includes(only as SubgraphName))
    throw new Error(`--only takes gateway or one of ${subgraphNames.join(', ')}, not ${only}.`);
  return Object.freeze({ ...config, fresh: values.fresh, only: only as AppConfig['only'] });
}

export const configOfThisProcess = (): AppConfig => readConfig(process.argv.slice(2), process.env);
