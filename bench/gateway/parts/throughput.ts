import { isDeepStrictEqual } from 'node:util';
import type { Contestant, ContestantName } from '../contestants.ts';
import type { Workload, WorkloadName } from '../graph/queries.ts';
import { closedLoop, type LoadOptions, type LoadResult } from '../load/closedLoop.ts';
import { freePort, startOnCore, type Measured } from '../load/processes.ts';
import type { Pace, World } from './world.ts';
import { gatewayCore, median } from './world.ts';

/** One gateway on one workload: medians over the rounds. */
export interface Row {
  readonly workload: WorkloadName;
  readonly name: ContestantName;
  readonly title: string;
  /** CPU of the gateway's process. */
  readonly cpuSecondsPer1000: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly rssMb: number;
  readonly failed: number;
  /** Requests the subgraphs got for each request of a client. */
  readonly fetches: number;
  readonly rounds: readonly number[];
}

interface Sample extends LoadResult {
  readonly cpuSeconds: number;
  readonly rssMb: number;
  readonly fetches: number;
}

/** Answer to one body, parsed. */
export async function ask(
  port: number,
  body: string,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(60_000),
  });
  return response.json();
}

const servedBy = async (base: string): Promise<number> =>
  ((await (await fetch(`${base}/served`)).json()) as { served: number }).served;

export async function sample(
  world: World,
  gateway: Measured,
  port: number,
  load: Omit<LoadOptions, 'port'>,
): Promise<Sample> {
  const servedBefore = await servedBy(world.subgraphs.base);
  const before = gateway.cpuSeconds();
  const result = await closedLoop({ port, ...load });
  const cpuSeconds = gateway.cpuSeconds() - before;
  const fetches = ((await servedBy(world.subgraphs.base)) - servedBefore) / result.requests;
  return { ...result, cpuSeconds, rssMb: gateway.rssMb(), fetches };
}

const warmCpuSeconds = 4;

/**
 * Loads a gateway until it has used four seconds of CPU: compilers are done by then whatever else the machine does.
 * Gives up waiting for them after ten rounds of a second.
 */
export async function warmUp(gateway: Measured, load: Omit<LoadOptions, 'seconds'>): Promise<void> {
  const start = gateway.cpuSeconds();
  for (let round = 0; round < 10 && gateway.cpuSeconds() - start < warmCpuSeconds; round += 1) {
    await closedLoop({ ...load, seconds: 1 });
  }
}

/** Starts a contestant, checks its answers, warms it up and measures once; the process is gone afterwards. */
async function measureOnce(
  world: World,
  contestant: Contestant,
  dedup: boolean,
  work: Workload,
  pace: Pace,
  expected: Expected,
): Promise<Sample> {
  const port = await freePort();
  const { args, env } = contestant.command({
    supergraphFile: world.plainFile,
    subgraphs: world.subgraphs.base,
    port,
    dedup,
  });
  const gateway = await startOnCore(gatewayCore, args, env, port);
  try {
    await expected.check(contestant, port, work);
    const load = { bodies: work.bodies, connections: pace.connections };
    await warmUp(gateway, { port, ...load });
    return await sample(world, gateway, port, { ...load, seconds: pace.seconds });
  } finally {
    await gateway.kill();
  }
}

/** Answers of the first gateway asked (ours), to which those of all others are compared. */
export interface Expected {
  check(contestant: Contestant, port: number, work: Workload): Promise<void>;
}

/** Every body of every workload is compared once for each contestant; then a few of them at each start. */
export function expectOurs(): Expected {
  const answers = new Map<string, unknown>();
  const checked = new Set<string>();
  return {
    async check(contestant, port, work) {
      const key = `${contestant.name} ${work.name}`;
      const bodies = checked.has(key) ? work.bodies.slice(0, 3) : work.bodies;
      checked.add(key);
      for (const body of bodies) {
        const answer = await ask(port, body);
        if (!answers.has(body)) answers.set(body, answer);
        if (!isDeepStrictEqual(answer, answers.get(body))) {
          throw new Error(
            `another answer than ours to ${body.slice(0, 80)}: ${JSON.stringify(answer).slice(0, 300)}`,
          );
        }
      }
    },
  };
}

/** All contestants on the workloads, interleaved: a round is everybody once. */
export async function measureThroughput(
  world: World,
  contestants: readonly Contestant[],
  works: readonly Workload[],
  dedup: boolean,
  pace: Pace,
  say: (line: string) => void,
): Promise<Row[]> {
  const expected = expectOurs();
  const samples = new Map<string, Sample[]>();
  const out = new Set<Contestant>();
  for (let round = 1; round <= pace.rounds; round += 1) {
    for (const work of works) {
      for (const contestant of contestants) {
        if (out.has(contestant)) continue;
        try {
          const one = await measureOnce(world, contestant, dedup, work, pace, expected);
          const key = `${work.name} ${contestant.name}`;
          samples.set(key, [...(samples.get(key) ?? []), one]);
          say(
            `round ${round} ${work.name} ${contestant.title}: ${((one.cpuSeconds / one.requests) * 1_000).toFixed(3)} CPU-s/1000, ${(one.requests / one.seconds).toFixed(0)} req/s`,
          );
        } catch (error) {
          out.add(contestant);
          say(`${contestant.title} is left out: ${(error as Error).message}`);
        }
      }
    }
  }
  return works.flatMap((work) =>
    contestants.flatMap((contestant) => {
      const of = samples.get(`${work.name} ${contestant.name}`);
      return of === undefined ? [] : [rowOf(work.name, contestant, of)];
    }),
  );
}

function rowOf(workload: WorkloadName, { name, title }: Contestant, samples: readonly Sample[]): Row {
  const middle = (of: (one: Sample) => number): number => median(samples.map(of));
  const costs = samples.map((one) => (one.cpuSeconds / one.requests) * 1_000);
  return {
    workload,
    name,
    title,
    cpuSecondsPer1000: median(costs),
    requestsPerSecond: middle((one) => one.requests / one.seconds),
    p50Ms: middle((one) => one.p50Ms),
    p99Ms: middle((one) => one.p99Ms),
    rssMb: middle((one) => one.rssMb),
    failed: samples.reduce((sum, one) => sum + one.failed, 0),
    fetches: middle((one) => one.fetches),
    rounds: costs,
  };
}
