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
  headers: Readonly<Record<string, string>> = {},
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
  const before = gateway.cpuSeconds();
  for (let round = 0; round < 10 && gateway.cpuSeconds() - before < warmCpuSeconds; round += 1) {
    await closedLoop({ ...load, seconds: 1 });
  }
}

/** A contestant's process; all of them stay up during a run, and those whose turn it is not are idle. */
interface Entrant {
  readonly contestant: Contestant;
  readonly gateway: Measured;
  readonly port: number;
}

async function start(world: World, contestant: Contestant, dedup: boolean): Promise<Entrant> {
  const port = await freePort();
  const { args, env } = contestant.command({
    supergraphFile: world.plainFile,
    subgraphs: world.subgraphs.base,
    port,
    dedup,
  });
  return { contestant, port, gateway: await startOnCore(gatewayCore, args, env, port) };
}

/** Asks every body once and compares with what the first gateway asked (ours) answered. */
async function checkAnswers(ours: Map<string, unknown>, port: number, work: Workload): Promise<void> {
  for (const body of work.bodies) {
    const answer = await ask(port, body);
    if (!ours.has(body)) ours.set(body, answer);
    if (!isDeepStrictEqual(answer, ours.get(body))) {
      throw new Error(
        `another answer than ours to ${body.slice(0, 80)}: ${JSON.stringify(answer).slice(0, 300)}`,
      );
    }
  }
}

/** All contestants on the workloads, interleaved: for each workload everybody is warmed up, then a round is everybody once. */
export async function measureThroughput(
  world: World,
  contestants: readonly Contestant[],
  works: readonly Workload[],
  { dedup, pace, say }: { dedup: boolean; pace: Pace; say: (line: string) => void },
): Promise<Row[]> {
  const entrants = new Set<Entrant>();
  const ours = new Map<string, unknown>();
  const rows: Row[] = [];
  const orLeaveOut = async (
    contestant: Contestant,
    entrant: Entrant | undefined,
    work: () => Promise<void>,
  ) => {
    try {
      await work();
    } catch (error) {
      if (entrant) entrants.delete(entrant);
      await entrant?.gateway.kill();
      say(`${contestant.title} is left out: ${(error as Error).message}`);
    }
  };
  const measure = async (work: Workload): Promise<void> => {
    const load = { bodies: work.bodies, connections: pace.connections };
    const samples = new Map<Entrant, Sample[]>();
    for (const entrant of [...entrants]) {
      await orLeaveOut(entrant.contestant, entrant, async () => {
        await checkAnswers(ours, entrant.port, work);
        await warmUp(entrant.gateway, { port: entrant.port, ...load });
        samples.set(entrant, []);
      });
    }
    for (let round = 1; round <= pace.rounds; round += 1) {
      for (const entrant of entrants) {
        const { contestant, gateway, port } = entrant;
        const one = await sample(world, gateway, port, { ...load, seconds: pace.seconds });
        samples.get(entrant)!.push(one);
        const cost = ((one.cpuSeconds / one.requests) * 1_000).toFixed(3);
        say(
          `round ${round} ${work.name} ${contestant.title}: ${cost} CPU-s/1000, ${(one.requests / one.seconds).toFixed(0)} req/s`,
        );
      }
    }
    for (const [{ contestant }, taken] of samples) rows.push(rowOf(work.name, contestant, taken));
  };
  try {
    for (const contestant of contestants) {
      await orLeaveOut(contestant, undefined, async () => {
        entrants.add(await start(world, contestant, dedup));
      });
    }
    for (const work of works) await measure(work);
    return rows;
  } finally {
    for (const { gateway } of entrants) await gateway.kill();
  }
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
