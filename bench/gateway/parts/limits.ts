import { importPKCS8, SignJWT } from 'jose';
import { promesse } from '../contestants.ts';
import { workloads, type Workload } from '../graph/queries.ts';
import { freePort, startOnCore, type Measured } from '../load/processes.ts';
import { ask, sample, warmUp } from './throughput.ts';
import type { Pace, World } from './world.ts';
import { gatewayCore, median } from './world.ts';

/** What protection costs on one workload: CPU-seconds per 1,000 requests, median over the rounds. */
export interface LimitsRow {
  readonly workload: string;
  readonly off: number;
  readonly on: number;
  /** Median over the rounds of on / off of one round: a slow minute hits both sides of it. */
  readonly ratio: number;
  /** The ratio of each round. */
  readonly ratios: readonly number[];
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
    [
      ...['TOKENS', 'DEPTH', 'ALIASES', 'ROOT_FIELDS', 'DIRECTIVES', 'EXPANDED_FIELDS', 'COST', 'LIST_SIZE'],
      ...['NESTING', 'VALUE_DEPTH', 'FIELD_PAIRS', 'VALUES', 'ANSWER_LENGTH'],
    ].map((limit) => [`GATEWAY_LIMIT_${limit}`, '1000000000']),
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

interface Side {
  readonly gateway: Measured;
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
}

async function startSide(world: World, guarded: boolean, headers: Side['headers']): Promise<Side> {
  const port = await freePort();
  const { args, env } = promesse.command({
    supergraphFile: guarded ? world.securedFile : world.plainFile,
    subgraphs: world.subgraphs.base,
    port,
    dedup: false,
  });
  const settings = guarded ? protection(world.subgraphs.base) : unprotected;
  return { port, headers, gateway: await startOnCore(gatewayCore, args, { ...env, ...settings }, port) };
}

async function cost(
  world: World,
  { gateway, port, headers }: Side,
  work: Workload,
  pace: Pace,
): Promise<number> {
  const load = { bodies: work.bodies, connections: pace.connections, headers };
  const one = await sample(world, gateway, port, { ...load, seconds: pace.seconds });
  if (one.failed > 0) throw new Error(`${one.failed} requests failed`);
  return (one.cpuSeconds / one.requests) * 1_000;
}

/** The same requests with every protection off, and on with a member's token on a graph with protected fields. */
export async function measureLimits(
  world: World,
  pace: Pace,
  say: (line: string) => void,
): Promise<LimitsRow[]> {
  const member = { authorization: `Bearer ${await tokenFor(world.subgraphs.privateKey)}` };
  // Many short turns: what a machine does besides lasts for seconds, and would hit one side of a long one.
  const short = { ...pace, seconds: 1 };
  const rounds = pace.rounds * pace.seconds;
  const sides: Side[] = [];
  const rows: LimitsRow[] = [];
  try {
    sides.push(await startSide(world, false, {}));
    sides.push(await startSide(world, true, member));
    for (const work of Object.values(workloads)) {
      for (const { gateway, port, headers } of sides) {
        const answer = (await ask(port, work.bodies[0]!, headers)) as { errors?: unknown };
        if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
        await warmUp(gateway, { port, bodies: work.bodies, connections: pace.connections, headers });
      }
      const costs: number[][] = sides.map(() => []);
      for (let round = 0; round < rounds; round += 1) {
        // Who comes first may find a warmer machine: they take turns.
        const turns = [...sides.entries()];
        if (round % 2 === 1) turns.reverse();
        for (const [at, side] of turns) costs[at]!.push(await cost(world, side, work, short));
      }
      const [off, on] = costs.map(median) as [number, number];
      const ratios = costs[0]!.map((each, round) => costs[1]![round]! / each);
      rows.push({ workload: work.name, off, on, ratio: median(ratios), ratios });
      say(`limits ${work.name}: off ${off.toFixed(3)}, on ${on.toFixed(3)} CPU-s/1000`);
    }
    return rows;
  } finally {
    for (const { gateway } of sides) await gateway.kill();
  }
}
