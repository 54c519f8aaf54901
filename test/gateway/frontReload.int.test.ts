import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createGateway } from '../../gateway/createGateway.ts';
import { defaultSettings } from '../../gateway/settings.ts';
import { deriveContract } from '../../gateway/contracts/deriveContract.ts';
import { watchFile } from '../../gateway/reload/watchFile.ts';
import { silentLog } from '../../platform/log/log.ts';
import { createFeed } from './fixtures-front/feed.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { inProcessTransports } from './fixtures-front/inProcess.ts';
import {
  compose,
  createShopSchemas,
  createSwitches,
  productsSdl,
  reviewsSdl,
  shopSubgraphs,
  holdSlow,
} from './fixtures-front/shopGraph.ts';

const [products, reviews] = shopSubgraphs() as [
  ReturnType<typeof shopSubgraphs>[0],
  ReturnType<typeof shopSubgraphs>[0],
];
const withProducts = (sdl: string) => compose([{ ...products, typeDefs: sdl }, reviews]);
const withoutSlow = withProducts(productsSdl.replace('    slow: String\n', ''));

describe('reloading a supergraph', () => {
  it('puts the new one in force at once, with the plans of the old one warmed', async () => {
    await using world = await createWorld();
    await world.ask('{ products { id } }');
    await world.ask('{ slow }');
    const outcome = await world.gateway.reload('/graphql', withoutSlow);
    expect(outcome).toMatchObject({ ok: true, changed: true, warmedPlans: 1 });
    expect(world.gateway.engineOf('/graphql').lookup('{ products { id } }')).toBeDefined();
    expect((await world.ask('{ slow }')).errors?.[0]?.message).toContain('Cannot query field "slow"');
    expect((await world.ask('{ products { id } }')).errors).toBeUndefined();
  });

  it('does nothing when nothing changed', async () => {
    await using world = await createWorld();
    const engine = world.gateway.engineOf('/graphql');
    expect(await world.gateway.reload('/graphql', compose(shopSubgraphs()))).toMatchObject({
      ok: true,
      changed: false,
    });
    expect(world.gateway.engineOf('/graphql')).toBe(engine);
  });

  it.each([
    ['is no schema', 'type Query {', /Syntax Error/],
    ['is no supergraph', 'type Query { a: Int }', /supergraph/],
    [
      'would open a protected field',
      withProducts(productsSdl.replace('secretPrice: Int @authenticated', 'secretPrice: Int')),
      /Query\.secretPrice would lose @authenticated/,
    ],
    [
      'would open a field behind scopes',
      compose([
        products,
        { ...reviews, typeDefs: reviewsSdl.replace('@requiresScopes(scopes: [["admin"]])', '') },
      ]),
      /Product\.margin would lose @requiresScopes/,
    ],
    [
      'asks for security nobody here provides',
      compose(shopSubgraphs()).replace(
        'schema @link',
        'schema @link(url: "https://example.com/vault/v1.0", for: SECURITY) @link',
      ),
      /vault/,
    ],
  ])('refuses one that %s, says why, and goes on with the old one', async (_name, sdl, reason) => {
    await using world = await createWorld();
    const outcome = await world.gateway.reload('/graphql', sdl);
    expect(outcome.ok).toBe(false);
    expect(outcome.ok ? '' : outcome.reasons.join(' ')).toMatch(reason);
    expect(await world.ask('{ slow }')).toEqual({ data: { slow: 'done' } });
  });

  it('lets requests and subscriptions finish on the supergraph they began on', async () => {
    await using world = await createWorld();
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    world.switches.ticks = () => feed;
    const { asked, release } = holdSlow(world.switches);
    const client = createClient({ url: world.wsUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
    const stream = client.iterate({ query: 'subscription { ticks { id reviews { stars } } }' });
    const first = stream.next();
    await feed.opened;
    feed.push({ ticks: { id: '0', price: 1 } });
    await first;
    const slow = world.ask('{ slow }');
    await asked;
    expect(await world.gateway.reload('/graphql', withoutSlow)).toMatchObject({ ok: true });
    release('late');
    expect(await slow).toEqual({ data: { slow: 'late' } });
    feed.push({ ticks: { id: '1', price: 2 } });
    expect((await stream.next()).value).toEqual({ data: { ticks: { id: '1', reviews: [{ stars: 2 }] } } });
    feed.end();
    expect((await stream.next()).done).toBe(true);
    await client.dispose();
  });

  it('follows a file that is replaced', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
    const file = join(folder, 'supergraph.graphql');
    const first = compose(shopSubgraphs());
    await writeFile(file, first);
    await using world = await createWorld();
    const reloaded = new Promise<unknown>((resolve) => {
      const watch = watchFile(
        file,
        first,
        async (text) => {
          const outcome = await world.gateway.reload('/graphql', text);
          watch.close();
          resolve(outcome);
        },
        silentLog(),
      );
    });
    await writeFile(`${file}.next`, withoutSlow);
    await rename(`${file}.next`, file);
    expect(await reloaded).toMatchObject({ ok: true, changed: true });
    await rm(folder, { recursive: true });
  });
});

describe('starting', () => {
  it('refuses a supergraph whose security directives nobody would enforce', async () => {
    const sdl = compose(shopSubgraphs());
    const unlinked = sdl.replace(/@link\(url: "https:\/\/specs\.apollo\.dev\/authenticated\/[^)]*\)/, '');
    expect(unlinked).not.toBe(sdl);
    const start = createGateway({
      endpoints: [{ path: '/graphql', supergraphSdl: unlinked }],
      transports: inProcessTransports(createShopSchemas(createSwitches())),
      settings: defaultSettings(),
      log: silentLog(),
      newId: () => 'id',
    });
    await expect(start).rejects.toThrow(/Query\.secretPrice carries a security directive/);
  });
});

describe('contracts', () => {
  it('say why they cannot be derived', () => {
    const broken = deriveContract(
      [
        {
          ...products,
          typeDefs: productsSdl.replace('id: ID! @tag(name: "partner")): Product', 'id: ID!): Product'),
        },
        reviews,
      ],
      {
        include: ['partner'],
      },
    );
    expect(broken.ok).toBe(false);
    expect(broken.ok ? '' : broken.reasons.join()).toContain('Query.product(id:)');
  });

  it('keep the rest out of what clients see', () => {
    const contract = deriveContract(shopSubgraphs(), { include: ['partner'] });
    expect(contract.ok && contract.publicSdl).toContain('type Product');
    expect(contract.ok && contract.publicSdl).not.toMatch(/Review|price|margin|Mutation/);
  });
});
