import { describe, expect, it } from 'vitest';
import { ClientVariables } from '../../gateway/engine/data/callVariables.ts';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import { shareReads } from '../../gateway/engine/run/shareReads.ts';
import { SubgraphUnavailable } from '../../platform/subgraphHttp/subgraphUnavailable.ts';
import type { EngineOptions, RequestScope, SubgraphCall, SubgraphInfo } from '../../gateway/engine/types.ts';
import { createExampleGraph, testScope } from './fixtures/exampleGraph.ts';

async function setUp(down: string | undefined, options: Partial<EngineOptions> = {}) {
  const graph = createExampleGraph();
  const transports = (subgraph: SubgraphInfo) => {
    const transport = graph.transports(subgraph);
    const refuse = () => Promise.reject(new SubgraphUnavailable('SUBGRAPH_TIMEOUT', 'Too late.'));
    return subgraph.name === down ? { ...transport, fetch: refuse } : transport;
  };
  const engine = await createEngine({ supergraphSdl: graph.supergraphSdl, transports, ...options });
  const ask = async (query: string, scope = testScope()) => {
    const prepared = await engine.prepare(query);
    if (!prepared.ok) throw prepared.errors[0] as Error;
    return JSON.parse((await engine.run(prepared.operation, {}, scope)).body) as {
      data: unknown;
      errors?: readonly {
        path?: readonly unknown[];
        message: string;
        extensions: { code: string; serviceName?: string };
      }[];
    };
  };
  return { ask, calls: graph.calls };
}

describe('a subgraph that does not answer', () => {
  it('costs its own fields only, each told by path and code', async () => {
    const { ask } = await setUp('inventory');
    const { data, errors } = await ask('{ items(first: 2) { title ... on Book { stock } } }');
    expect(data).toEqual({
      items: [
        { title: 'Alpha', stock: null },
        { title: 'Beta', stock: null },
      ],
    });
    expect(errors?.map((error) => error.path)).toEqual([
      ['items', 0, 'stock'],
      ['items', 1, 'stock'],
    ]);
    expect(errors?.[0]).toMatchObject({
      message: 'Too late.',
      extensions: { code: 'SUBGRAPH_TIMEOUT', serviceName: 'inventory' },
    });
  });

  it('nulls the root fields it owns', async () => {
    const { ask } = await setUp('products');
    const { data, errors } = await ask('{ book(id: "k1") { title } user(id: "u1") { name } }');
    expect(data).toEqual({ book: null, user: { name: 'Ada' } });
    expect(errors?.map((error) => error.path)).toEqual([['book']]);
  });

  it('keeps fields that need its answer from being computed out of nothing', async () => {
    const { ask, calls } = await setUp('products');
    const { data, errors } = await ask('{ warehouses { holds { shipping } } }');
    expect(JSON.stringify(data)).not.toMatch(/"shipping":\d/);
    expect(calls.filter((call) => call.query.includes('shipping'))).toEqual([]);
    expect(errors?.every((error) => error.extensions.code === 'SUBGRAPH_TIMEOUT')).toBe(true);
  });
});

describe('an error about what the client did not select', () => {
  it.each([
    { where: 'a key', path: ['user', 'id'] },
    { where: 'an entity', path: ['_entities', 0, 'unselected', 'x'] },
    { where: 'an entity that came', path: ['_entities', 0] },
    { where: 'nothing there is', path: ['elsewhere', 7, 'x'] },
  ])('is told without a path, beside whole data ($where)', async ({ path }) => {
    const graph = createExampleGraph();
    const isEntity = path[0] === '_entities';
    const engine = await createEngine({
      ...graph,
      transports: (subgraph) => {
        const transport = graph.transports(subgraph);
        if (isEntity !== (subgraph.name === 'reviews')) return transport;
        const withError = async (call: SubgraphCall) => ({
          ...(await transport.fetch(call)),
          errors: [{ message: 'aside', path, locations: [{ line: 1, column: 1 }] }],
        });
        return { ...transport, fetch: withError };
      },
    });
    const prepared = await engine.prepare('{ user(id: "u1") { called: name reviews { text } } }');
    if (!prepared.ok) throw new Error('refused');
    const answer: unknown = JSON.parse((await engine.run(prepared.operation, {}, testScope())).body);
    const serviceName = expect.any(String) as unknown;
    expect(answer).toEqual({
      data: { user: { called: 'Ada', reviews: [{ text: 'good' }, { text: 'meh' }] } },
      errors: [{ message: 'aside', extensions: { serviceName } }],
    });
  });
});

describe('identical reads under way', () => {
  it('share one call between callers of equal key, each with data of its own', async () => {
    const { ask, calls } = await setUp(undefined, {
      shareKey: (scope) => scope.identity as string | undefined,
    });
    const query = '{ user(id: "u1") { name reviews { text } } }';
    const both = await Promise.all([
      ask(query, testScope({ identity: 'a' })),
      ask(query, testScope({ identity: 'a' })),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0].data).toEqual({ user: { name: 'Ada', reviews: [{ text: 'good' }, { text: 'meh' }] } });
    expect(calls).toHaveLength(2);
    calls.length = 0;
    await Promise.all([ask(query, testScope({ identity: 'a' })), ask(query, testScope({ identity: 'b' }))]);
    expect(calls).toHaveLength(4);
    calls.length = 0;
    await Promise.all([ask(query), ask(query)]);
    expect(calls).toHaveLength(4);
  });

  it('neither make the signal of a caller nor ask for headers nobody wants, and give them to all who do', async () => {
    const marker = Symbol('marker');
    const seen: RequestScope[] = [];
    const share = shareReads(
      async ({ subgraph }, _, scope) => {
        seen.push(scope);
        await Promise.resolve();
        scope.onSubgraphHeaders?.(subgraph, { 'x-it': '1' });
        return { data: {} };
      },
      () => 'all',
      () => undefined,
    );
    const operation = {
      subgraph: 'a',
      kind: 'query',
      query: '{a}',
      operationName: undefined,
      bodyPrefix: '{a}',
    } as const;
    const scope = Object.defineProperty({ ...testScope(), [marker]: 1 }, 'signal', {
      get: () => expect.unreachable('the signal was made'),
    });
    const told: unknown[] = [];
    const none = new ClientVariables([], {});
    const wanting = (who: string) =>
      testScope({ onSubgraphHeaders: (_, headers) => told.push([who, headers['x-it']]) });
    await Promise.all([
      share(operation, none, scope),
      share(operation, none, wanting('b')),
      share(operation, none, wanting('c')),
    ]);
    expect(seen).toHaveLength(2);
    expect(seen[0]).toMatchObject({ requestId: 'test', [marker]: 1 });
    expect(seen[0]?.onSubgraphHeaders).toBeUndefined();
    expect(told).toEqual([
      ['b', '1'],
      ['c', '1'],
    ]);
  });

  it('ask for an entity met in several places once', async () => {
    const { ask, calls } = await setUp(undefined);
    await ask('{ users(first: 4) { boss { reviews { id } } } }');
    const [entities] = calls.filter((call) => call.subgraph === 'reviews');
    expect(entities?.variables?.['representations']).toHaveLength(2);
  });
});
