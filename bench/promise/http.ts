import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer, type GraphServer } from '../../tools/client/graphClient.ts';
import { runProgram, type Child } from '../../test/support/childProcess.ts';
import { builtProgram } from '../builtProgram.ts';
import { cpuMsOf } from '../procCpu.ts';
import { measureFreshness, type Freshness } from './freshness.ts';
import { fillCarts } from './httpCarts.ts';
import { climb, offer, type LoadStep, type Target } from './openLoop.ts';

/** What the running product does for `Cart.deliveryOptions` through HTTP and the gateway. */
export interface HttpFigures {
  /** Highest offered rate that was served without loss and with p99 within the limit; 0 when none was. */
  readonly perSecond: number;
  readonly p99Ms: number;
  /** CPU for a request at that rate, ms: of the server with its database, and of the load generator. */
  readonly serverCpuMs: number | null;
  readonly loadCpuMs: number | null;
  /** From a change of stock to the promises that know of it. */
  readonly freshness: Freshness;
  /** Every offered rate, open loop: latency counts from the instant a request was due. */
  readonly steps: readonly LoadStep[];
}

const LIMIT_MS = 50;
const FIRST_RATE = 200;
const HIGHEST_RATE = 3_000;
const CARTS = 600;
/** Code becomes fast by being used: before anything is measured the server has answered about this often. */
const WARM_UP = { rate: 250, seconds: 24 };
const CONNECTIONS = 128;

const options = `query($id: ID!) { cart(id: $id) { deliveryOptions { id degraded
  options { handle code title methodType latestDeliveryAt orderBy price { amountMinor currency } carbon { kgCO2e } }
  unavailable { methodType reason } } } }`;

/**
 * Starts the product with its ready-made retailer, fills carts that all differ, asks for their delivery options one
 * after the other, and offers growing rates until one is not served any more.
 */
export async function measureHttp(seconds: number, seed: number): Promise<HttpFigures> {
  const data = await mkdtemp(join(tmpdir(), 'promesse-bench-'));
  const { file, flags } = builtProgram('start');
  const child: Child = runProgram(file, {
    node: flags,
    args: ['--port', '0', '--data', data],
    // The budget per caller is there to stop exactly this.
    env: { GATEWAY_BUDGET: 'no', LOG_LEVEL: 'silent' },
  });
  try {
    const line = await child.line(/The graph\s+http/, 120_000);
    const url = /http:\/\/[^/\s]+/.exec(line)![0];
    const tokens = await readFile(join(data, 'dev-tokens.json'), 'utf8');
    const server = openServer(url, CONNECTIONS);
    try {
      const { admin, shopper } = JSON.parse(tokens) as { admin: string; shopper: string };
      const freshness = await measureFreshness(server.as(admin));
      console.log(
        `Stock over HTTP: ${freshness.changes} changes reached the promises p50 ${freshness.p50Ms.toFixed(0)} ms, at worst ${freshness.worstMs.toFixed(0)} ms after they were acknowledged.`,
      );
      return { ...(await measure(server, child, shopper, seconds, seed)), freshness };
    } finally {
      await server.close();
    }
  } finally {
    await child.kill();
    await rm(data, { recursive: true, force: true });
  }
}

async function measure(
  server: GraphServer,
  child: Child,
  token: string,
  seconds: number,
  seed: number,
): Promise<Omit<HttpFigures, 'freshness'>> {
  const carts = await fillCarts(server.as(token), CARTS, seed);
  const bodies = carts.map((id) => JSON.stringify({ query: options, variables: { id } }));
  const headers = { authorization: `Bearer ${token}` };
  const target: Target = {
    send: async (index) => {
      const { status, text } = await server.post('/graphql', headers, bodies[index % bodies.length]!);
      return status === 200 && text.includes('"deliveryOptions":{') && !text.includes('"errors"');
    },
    cpuMs: () => cpuMsOf(child.process.pid!),
  };
  report(await offer(target, WARM_UP.rate, WARM_UP.seconds), 'warming up');
  const how = { from: FIRST_RATE, to: HIGHEST_RATE, seconds, limitMs: LIMIT_MS };
  const { best, steps } = await climb(target, { ...how, onStep: (step) => report(step, '') });
  return {
    perSecond: best?.served ?? 0,
    p99Ms: best?.p99Ms ?? steps[0]!.p99Ms,
    serverCpuMs: best?.serverCpuMs ?? null,
    loadCpuMs: best?.loadCpuMs ?? null,
    steps,
  };
}

function report(step: LoadStep, note: string): void {
  const { offered, served, failed, p50Ms, p99Ms, worstMs, serverCpuMs, loadCpuMs } = step;
  const cpu = `CPU ms/request ${serverCpuMs?.toFixed(2) ?? 'unknown'} server, ${loadCpuMs.toFixed(2)} load`;
  const times = `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, worst ${worstMs.toFixed(0)} ms`;
  console.log(`HTTP ${offered}/s: ${served.toFixed(0)}/s served, ${failed} failed, ${times}, ${cpu} ${note}`);
}
