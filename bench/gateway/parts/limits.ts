import { importPKCS8, SignJWT } from 'jose';
import { promesse } from '../contestants.ts';
import { workloads } from '../graph/queries.ts';
import { freePort, startOnCore } from '../load/processes.ts';
import { ask, sample, warmUp } from './throughput.ts';
import type { Pace, World } from './world.ts';
import { gatewayCore, median } from './world.ts';

/** What protection costs on one workload: CPU-seconds per 1,000 requests, median over the rounds. */
export interface LimitsRow {
  readonly workload: string;
  readonly off: number;
  readonly on: number;
  /** (on - off) / off. */
  readonly overhead: number;
}

const issuer = 'https://bench.example/';
const audience = 'bench';

const tokenFor = async (privateKey: string): Promise<string> =>
  new SignJWT({ scope: 'users stock' })
    .setProtectedHeader({ alg: 'ES256', kid: 'bench' })
    .setSubject('bench')
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importPKCS8(privateKey, 'ES256'));

/** No bound that could be reached, no budget, nobody's token looked at. */
const unprotected = {
  ...Object.fromEntries(
    ['TOKENS', 'DEPTH', 'ALIASES', 'ROOT_FIELDS', 'DIRECTIVES', 'EXPANDED_FIELDS', 'COST', 'LIST_SIZE'].map(
      (limit) => [`GATEWAY_LIMIT_${limit}`, '1000000000'],
    ),
  ),
  GATEWAY_BUDGET: 'no',
};

/** Limits as they come, a budget that is counted but not reached, tokens verified, a verdict per protected field. */
const protection = (base: string): Record<string, string> => ({
  GATEWAY_BUDGET: 'yes',
  GATEWAY_BUDGET_REQUESTS: '1000000000',
  GATEWAY_BUDGET_COST: '1000000000',
  GATEWAY_JWT_ISSUER: issuer,
  GATEWAY_JWT_AUDIENCE: audience,
  GATEWAY_JWT_JWKS_URL: `${base}/jwks`,
});

/** The same requests with every protection off, and on with a member's token on a graph with protected fields. */
export async function measureLimits(
  world: World,
  pace: Pace,
  say: (line: string) => void,
): Promise<LimitsRow[]> {
  const headers = { authorization: `Bearer ${await tokenFor(world.subgraphs.privateKey)}` };
  const cost = async (name: 'big' | 'small' | 'single', guarded: boolean): Promise<number> => {
    const port = await freePort();
    const { args, env } = promesse.command({
      supergraphFile: guarded ? world.securedFile : world.plainFile,
      subgraphs: world.subgraphs.base,
      port,
      dedup: false,
    });
    const settings = guarded ? protection(world.subgraphs.base) : unprotected;
    const gateway = await startOnCore(gatewayCore, args, { ...env, ...settings }, port);
    try {
      const { bodies } = workloads[name];
      const load = { bodies, connections: pace.connections, ...(guarded && { headers }) };
      const answer = (await ask(port, bodies[0]!, guarded ? headers : {})) as { errors?: unknown };
      if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
      await warmUp(gateway, { port, ...load });
      const one = await sample(world, gateway, port, { ...load, seconds: pace.seconds });
      if (one.failed > 0) throw new Error(`${one.failed} requests failed`);
      return (one.cpuSeconds / one.requests) * 1_000;
    } finally {
      await gateway.kill();
    }
  };
  const rows: LimitsRow[] = [];
  for (const workload of ['big', 'small', 'single'] as const) {
    const costs = { off: [] as number[], on: [] as number[] };
    for (let round = 0; round < pace.rounds; round += 1) {
      costs.off.push(await cost(workload, false));
      costs.on.push(await cost(workload, true));
    }
    const [off, on] = [median(costs.off), median(costs.on)];
    rows.push({ workload, off, on, overhead: (on - off) / off });
    say(`limits ${workload}: off ${off.toFixed(3)}, on ${on.toFixed(3)} CPU-s/1000`);
  }
  return rows;
}
