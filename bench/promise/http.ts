import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openServer, type GraphServer } from '../../tools/client/graphClient.ts';
import { runProgram, type Child } from '../../test/support/childProcess.ts';

/** What the running product does for `Cart.deliveryOptions` through HTTP and the gateway. */
export interface HttpFigures {
  /** Highest offered rate that was served without loss and with p99 within the limit; 0 when none was. */
  readonly perSecond: number;
  readonly p99Ms: number;
  /** Every offered rate, open loop: latency counts from the instant a request was due. */
  readonly steps: readonly LoadStep[];
}

export interface LoadStep {
  readonly offered: number;
  readonly served: number;
  readonly failed: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const LIMIT_MS = 50;
const RATES = [50, 100, 200, 400, 700, 1000, 1400, 1800];
const CARTS = 40;

const createCart = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
const setAddress = 'mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }';
const products = 'query { products(first: 20) { edges { node { variants { sku } } } } }';
const options = `query($id: ID!) { cart(id: $id) { deliveryOptions { id degraded
  options { handle code title methodType latestDeliveryAt orderBy price { amountMinor currency } carbon { kgCO2e } }
  unavailable { methodType reason } } } }`;

const ADDRESS = {
  name: 'Load Test',
  line1: '1 rue de la Paix',
  city: 'Paris',
  postalCode: '75011',
  country: 'FR',
};

/** Starts the product, fills carts, and offers growing loads until one is not served any more. */
export async function measureHttp(seconds: number): Promise<HttpFigures> {
  const data = await mkdtemp(join(tmpdir(), 'promesse-bench-'));
  const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
  const child: Child = runProgram(main, {
    args: ['--port', '0', '--data', data],
    // The budget per caller is there to stop exactly this.
    env: { GATEWAY_BUDGET: 'no', LOG_LEVEL: 'silent' },
  });
  try {
    const line = await child.line(/The graph\s+http/, 120_000);
    const url = /http:\/\/[^/\s]+/.exec(line)![0];
    const tokens = JSON.parse(await readFile(join(data, 'dev-tokens.json'), 'utf8')) as Record<
      string,
      string
    >;
    const server = openServer(url, 128);
    try {
      const bodies = await fillCarts(server, tokens['shopper']!);
      return await climb(server, tokens['shopper']!, bodies, seconds);
    } finally {
      await server.close();
    }
  } finally {
    await child.kill();
    await rm(data, { recursive: true, force: true });
  }
}

async function fillCarts(server: GraphServer, token: string): Promise<string[]> {
  const shopper = server.as(token);
  const page = await shopper.run<{ products: { edges: { node: { variants: { sku: string }[] } }[] } }>(
    products,
  );
  const skus = page.products.edges.flatMap((e) => e.node.variants.map((v) => v.sku));
  const bodies: string[] = [];
  for (let i = 0; i < CARTS; i++) {
    const lines = [0, 1, 2]
      .slice(0, 1 + (i % 3))
      .map((k) => ({ sku: skus[(i * 3 + k) % skus.length], quantity: 1 + (k % 2) }));
    const input = { currency: 'EUR', locale: 'en', lines };
    const cart = await shopper.run<{ createCart: { id: string } }>(createCart, { input });
    await shopper.run(setAddress, { input: { cartId: cart.createCart.id, address: ADDRESS } });
    bodies.push(JSON.stringify({ query: options, variables: { id: cart.createCart.id } }));
  }
  return bodies;
}

async function climb(
  server: GraphServer,
  token: string,
  bodies: readonly string[],
  seconds: number,
): Promise<HttpFigures> {
  await offer(server, token, bodies, 50, 3);
  const steps: LoadStep[] = [];
  let best: LoadStep | null = null;
  for (const rate of RATES) {
    const step = await offer(server, token, bodies, rate, seconds);
    steps.push(step);
    const good = step.failed === 0 && step.p99Ms <= LIMIT_MS && step.served >= 0.98 * rate;
    if (good) best = step;
    // Twice the limit is not noise any more: a higher rate would only queue longer.
    else if (step.p99Ms > 20 * LIMIT_MS || step.failed > 0) break;
  }
  return { perSecond: best?.served ?? 0, p99Ms: best?.p99Ms ?? steps[0]!.p99Ms, steps };
}

/** Sends `rate` requests a second whatever becomes of the earlier ones. */
async function offer(
  server: GraphServer,
  token: string,
  bodies: readonly string[],
  rate: number,
  seconds: number,
): Promise<LoadStep> {
  const total = Math.round(rate * seconds);
  const took: number[] = [];
  let failed = 0;
  const headers = { authorization: `Bearer ${token}` };
  const send = async (i: number, due: number): Promise<void> => {
    const { status, text } = await server
      .post('/graphql', headers, bodies[i % bodies.length]!)
      .catch(() => ({ status: 0, text: '' }));
    if (status !== 200 || text.includes('"errors"') || !text.includes('"options"')) failed++;
    took.push(performance.now() - due);
  };
  const start = performance.now();
  const pending: Promise<void>[] = [];
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate) + 1);
    for (; sent < due; sent++) pending.push(send(sent, start + (sent * 1000) / rate));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  const elapsed = (performance.now() - start) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return {
    offered: rate,
    served: (total - failed) / Math.max(elapsed, seconds),
    failed,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}
