import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { builtProgram } from '../support/builtCode.ts';
import { startHttpSubgraph } from './fixtures-front/httpSubgraph.ts';
import {
  compose,
  createShopSchemas,
  createSwitches,
  productsSdl,
  shopSubgraphs,
} from './fixtures-front/shopGraph.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** Runs the command line and waits for a line it prints. */
async function run(args: readonly string[], env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, [...builtProgram('tools/gateway.ts'), ...args], {
    env: { ...process.env, NODE_ENV: 'development', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  stops.push(() => child.kill('SIGKILL'));
  let text = '';
  const looks: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const look of looks.splice(0)) look();
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const prints = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(text);
      if (found) return found;
      await Promise.race([
        new Promise<void>((resolve) => looks.push(resolve)),
        exited.then((code) => Promise.reject(new Error(`It ended with ${code}: ${text}`))),
      ]);
    }
  };
  return { child, exited, prints, text: () => text };
}

async function startSubgraphs() {
  const schemas = createShopSchemas(createSwitches());
  const [products, reviews] = await Promise.all([
    startHttpSubgraph(schemas.products),
    startHttpSubgraph(schemas.reviews),
  ]);
  stops.push(
    () => products.stop(),
    () => reviews.stop(),
  );
  return { products: products.url, reviews: reviews.url };
}

describe('npm run gateway', () => {
  it('serves a foreign supergraph, follows its file and stops when told to', async () => {
    const urls = await startSubgraphs();
    const folder = await mkdtemp(join(tmpdir(), 'foreign-'));
    stops.push(() => rm(folder, { recursive: true }));
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, compose(shopSubgraphs(urls)));

    const { child, exited, prints } = await run(['--supergraph', file, '--port', '0']);
    const url = (await prints(/http:\/\/\S+\/graphql/))[0];
    const ask = async (query: string) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return (await answer.json()) as { data?: unknown; errors?: unknown };
    };
    expect(await ask('{ products(first: 1) { name reviews { stars } } }')).toEqual({
      data: { products: [{ name: 'Chair', reviews: [{ stars: 1 }] }] },
    });

    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const events: unknown[] = [];
    for await (const event of client.iterate({
      query: 'subscription { ticks(upTo: 1) { name reviews { stars } } }',
    })) {
      events.push(event);
    }
    await client.dispose();
    expect(events).toEqual([{ data: { ticks: { name: 'Chair', reviews: [{ stars: 1 }] } } }]);

    const [products, reviews] = shopSubgraphs(urls);
    const next = [{ ...products, typeDefs: productsSdl.replace('    slow: String\n', '') }, reviews];
    await writeFile(`${file}.next`, compose(next as ReturnType<typeof shopSubgraphs>));
    await rename(`${file}.next`, file);
    await prints(/a new supergraph is in force/);
    expect((await ask('{ slow }')).errors).toBeDefined();

    const opened = next.map((one) => ({
      ...one,
      typeDefs: one?.typeDefs?.replace('secretPrice: Int @authenticated', 'secretPrice: Int'),
    }));
    await writeFile(`${file}.next`, compose(opened as ReturnType<typeof shopSubgraphs>));
    await rename(`${file}.next`, file);
    await prints(/a new supergraph was refused|Query\.secretPrice would lose @authenticated/);
    expect((await ask('{ secretPrice }')).data).toEqual({ secretPrice: null });
    expect((await ask('{ products(first: 1) { name } }')).errors).toBeUndefined();

    child.kill('SIGTERM');
    expect(await exited).toBe(0);
  });

  it('says what it needs when it is not told', async () => {
    const { exited, text } = await run([]);
    expect(await exited).toBe(2);
    expect(text()).toContain('--supergraph FILE');
  });

  it('says why it will not serve a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foreign-'));
    stops.push(() => rm(folder, { recursive: true }));
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, 'type Query { a: Int }');
    const { exited, text } = await run(['--supergraph', file, '--port', '0']);
    expect(await exited).toBe(1);
    expect(text()).toContain('supergraph');
  });

  it('lists every wrong setting at once', async () => {
    const { exited, text } = await run(['--supergraph', 'any'], {
      GATEWAY_APOLLO: 'sometimes',
      GATEWAY_LIMIT_DEPTH: 'deep',
    });
    expect(await exited).toBe(1);
    expect(text()).toContain('GATEWAY_APOLLO');
    expect(text()).toContain('GATEWAY_LIMIT_DEPTH');
  });
});
