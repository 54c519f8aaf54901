import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import type { Engine } from '../../gateway/engine/types.ts';
import { costLimit } from '../../main/openGateway.ts';
import { testScope } from '../gateway/fixtures/exampleGraph.ts';

const supergraphSdl = readFileSync(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8');
const repeat = (times: number, inner: string): string =>
  times === 0 ? inner : `variants { sku product { id ${repeat(times - 1, inner)} } }`;
const orders = (outer: string, inner: string): string =>
  `orders(first: ${outer}) { edges { node { timeline(first: ${inner}) { edges { cursor } } } } }`;
const everything = Object.assign(new Set<string>(), { has: () => true });

/** Each request as it is written out, and the same one with its sizes as variables and as defaults of variables. */
const tooDear: Readonly<Record<string, readonly [query: string, variables?: Record<string, unknown>][]>> = {
  'lists of 100 in lists of 100': [
    [`{ ${orders('100', '100')} }`],
    [`query($a: Int, $b: Int) { ${orders('$a', '$b')} }`, { a: 100, b: 100 }],
    [`query($a: Int = 100, $b: Int = 100) { ${orders('$a', '$b')} }`],
    [`query($a: Int!, $b: Int = 3) { ${orders('$a', '$b')} }`, { a: 100, b: 100 }],
  ],
  'products, variants and products three times over': [
    [`{ products(first: 80) { edges { node { ${repeat(3, 'title')} } } } }`],
    [`query($n: Int) { products(first: $n) { edges { node { ${repeat(3, 'title')} } } } }`, { n: 80 }],
    [`{ products { edges { node { ${repeat(3, 'title')} } } } }`],
    [`query($n: Int) { products(first: $n) { edges { node { ${repeat(3, 'title')} } } } }`, { n: null }],
  ],
  'a promise for each variant of a hundred products': [
    [
      '{ products(first: 100) { edges { node { variants { deliveryPromise(destination: { country: "FR" }) { id } } } } } }',
    ],
  ],
  'a dear list paid for by sizes below nothing': [
    [
      `query($n: Int) { a: orders(first: $n) { edges { node { id } } } ${orders('100', '100')} }`,
      { n: -30_000 },
    ],
    [`{ a: products(first: -2147483648) { edges { node { id title } } } ${orders('100', '100')} }`],
  ],
  'the whole graph many times over': [
    [
      `{ ${Array.from({ length: 48 }, (_, at) => `s${at}: __schema { types { name fields { name type { name } args { name } } } }`).join(' ')} }`,
    ],
  ],
};

describe('requests of our graph that are too dear', () => {
  let engine: Engine;
  let asked = 0;
  beforeAll(async () => {
    engine = await createEngine({
      supergraphSdl,
      introspection: true,
      limits: { cost: costLimit },
      transports: () => ({
        fetch: () => (asked++, Promise.resolve({ data: {} })),
        subscribe: () => Promise.reject(new Error('none')),
        close: () => Promise.resolve(),
      }),
    });
  });
  afterAll(() => engine.close(AbortSignal.abort()));

  const prepared = async (query: string) => {
    const preparation = await engine.prepare(query);
    if (!preparation.ok) throw new Error(`${query}: ${preparation.errors[0]?.message}`);
    return preparation.operation;
  };
  const scope = testScope({
    authority: { authenticated: true, scopes: everything, policies: everything },
  });

  it.each(Object.entries(tooDear))(
    'are refused before any subgraph is asked: %s',
    async (_what, requests) => {
      for (const [query, variables] of requests) {
        const before = asked;
        const { body } = await engine.run(await prepared(query), variables, scope);
        expect([query.slice(0, 200), body.slice(0, 200)]).toEqual([
          query.slice(0, 200),
          expect.stringContaining('"code":"COST_TOO_HIGH"'),
        ]);
        expect(asked).toBe(before);
      }
    },
  );

  it('cost the same whether a size is written, a variable or the default of one', async () => {
    const written = (await prepared(`{ ${orders('7', '9')} }`)).costOf({});
    expect(written).toBeGreaterThan(63);
    const byVariable = await prepared(`query($a: Int = 7, $b: Int) { ${orders('$a', '$b')} }`);
    expect(byVariable.costOf({ b: 9 })).toBe(written);
    expect(byVariable.costOf({ a: 7, b: 9 })).toBe(written);
    expect(byVariable.costOf({ a: 8, b: 9 })).toBeGreaterThan(written);
  });

  it('charge introspection for every type it reads', async () => {
    const one = (await prepared('{ __schema { types { name } } }')).costOf({});
    const more = (await prepared('{ __schema { types { name fields { name } } } }')).costOf({});
    expect(one).toBeGreaterThan(10);
    expect(more).toBeGreaterThan(one);
  });
});
