import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import type { Engine, EngineOptions } from '../../gateway/engine/types.ts';
import { createExampleGraph, testScope } from './fixtures/exampleGraph.ts';

const graph = createExampleGraph();
const start = (options: Partial<EngineOptions> = {}) => createEngine({ ...graph, ...options });

async function refused(
  engine: Engine,
  query: string,
): Promise<{ reason: string; code: unknown; message: string }> {
  const prepared = await engine.prepare(query);
  if (prepared.ok) throw new Error('It was let through.');
  const [error] = prepared.errors;
  return { reason: prepared.reason, code: error?.extensions['code'], message: error?.message ?? '' };
}

describe('preparing an operation', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });

  it('tells syntax, limits, validation and missing operations apart', async () => {
    expect(await refused(engine, '{')).toMatchObject({ reason: 'syntax', code: 'GRAPHQL_PARSE_FAILED' });
    expect(await refused(engine, `{ ${'a '.repeat(11_000)} }`)).toMatchObject({ reason: 'limit' });
    expect(await refused(engine, '{ nope }')).toMatchObject({
      reason: 'validation',
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
    expect(await refused(engine, 'query A { items { id } } query B { items { id } }')).toMatchObject({
      reason: 'operation',
    });
    expect((await engine.prepare('query A { items { id } } query B { things { __typename } }', 'B')).ok).toBe(
      true,
    );
  });

  it('neither introspects nor hints unless told to', async () => {
    expect((await refused(engine, '{ __schema { types { name } } }')).reason).toBe('validation');
    expect((await refused(engine, '{ itemz { id } }')).message).not.toContain('Did you mean');
    const open = await start({ introspection: true });
    expect((await refused(open, '{ itemz { id } }')).message).toContain('Did you mean');
    const prepared = await open.prepare('{ __type(name: "User") { fields { name } } }');
    if (!prepared.ok) throw prepared.errors[0] as Error;
    const { body } = await open.run(prepared.operation, {}, testScope());
    expect(body).toContain('"reviews"');
    expect(body).not.toContain('internal');
  });

  it('shares the work between concurrent callers and remembers it', async () => {
    let plans = 0;
    const counting = await start({ observer: { planned: () => void plans++ } });
    await Promise.all(Array.from({ length: 10 }, () => counting.prepare('{ items { title } }')));
    expect(plans).toBe(1);
    expect(counting.lookup('{ items { title } }')).toBeDefined();
    expect(counting.cachedTexts()).toEqual([{ query: '{ items { title } }', operationName: undefined }]);
    const next = await start();
    expect(
      await next.warm([...counting.cachedTexts(), { query: '{ gone }', operationName: undefined }]),
    ).toBe(1);
    expect(next.lookup('{ items { title } }')).toBeDefined();
  });

  it('forgets the longest unused operations beyond its bound', async () => {
    const small = await start({ cacheBytes: 12_000 });
    for (let n = 0; n < 20; n++) await small.prepare(`{ items(first: ${n}) { title } }`);
    expect(small.lookup('{ items(first: 19) { title } }')).toBeDefined();
    expect(small.lookup('{ items(first: 0) { title } }')).toBeUndefined();
  });
});

describe('the price of an operation', () => {
  const query = 'query Q($n: Int) { users(first: $n) { id friends { id } } }';

  it('counts lists by their slicing arguments and is known before running', async () => {
    const engine = await start({ limits: { assumedListSize: 10 } });
    const prepared = await engine.prepare('{ users(first: 5) { id friends { id } } }');
    expect(prepared.ok && prepared.operation.cost).toBe(5 * (1 + 10 * 1));
  });

  it('refuses a request whose variables make it too expensive, or its lists too long', async () => {
    const engine = await start({ limits: { cost: 500, listSize: 100 } });
    const prepared = await engine.prepare(query);
    if (!prepared.ok) throw prepared.errors[0] as Error;
    const run = async (n: number) => (await engine.run(prepared.operation, { n }, testScope())).body;
    expect(await run(3)).toContain('"data"');
    expect(await run(60)).toContain('COST_TOO_HIGH');
    expect(await run(101)).toContain('LIST_TOO_LARGE');
  });
});

describe('variables', () => {
  it('are refused with a code when they do not fit, before anything is fetched', async () => {
    const engine = await start();
    const prepared = await engine.prepare('query Q($id: ID!) { user(id: $id) { name } }');
    if (!prepared.ok) throw prepared.errors[0] as Error;
    const before = graph.calls.length;
    const response = await engine.run(prepared.operation, {}, testScope());
    expect(response.outcome).toBe('refused');
    expect(response.body).toContain('BAD_USER_INPUT');
    expect(graph.calls).toHaveLength(before);
    expect((await engine.run(prepared.operation, { id: 'u1' }, testScope())).body).toBe(
      '{"data":{"user":{"name":"Ada"}}}',
    );
    expect((await engine.run(prepared.operation, { id: 7 }, testScope())).body).toBe(
      '{"data":{"user":null}}',
    );
  });
});
