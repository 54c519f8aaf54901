import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, GraphQLError, parse, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ResolverMap } from './createSubgraphService.ts';
import { createHotQueries, type HotQueries } from './hotQueries.ts';
import { scalarResolvers } from './scalars.ts';

const typeDefs = parse(`
  scalar DateTime
  type Query {
    thing(id: ID, kind: Kind = RED, at: DateTime): Thing
    things(first: Int): [Thing!]!
    shapes: [Shape]
    sure: Thing!
    fails: String
    input(of: In = { n: 3 }): String
    self(of: Self): String
  }
  type Mutation { count: Int! }
  enum Kind { RED BLUE }
  input In { n: Int! = 1, tags: [String!], more: [More!] }
  input More { kind: Kind! = BLUE }
  input Self { n: Int = 2, self: [Self!] }
  interface Named { name: String }
  type Thing implements Named @key(fields: "id") {
    id: ID! name: String kind: Kind size: Float count: Int! at: DateTime other: Thing others: [Thing] tags: [String!]
    matrix: [[Int]] hard: Thing! late: Thing method: Thing broken: String plain: Plain
  }
  type Plain { a: String b: Int nested: Plain }
  type Round implements Named { name: String radius: Int }
  union Shape = Thing | Round
`);

let counted = 0;
const row = (id: string): Record<string, unknown> => ({ id, name: `n${id}`, count: 2, kind: 1, size: 1.5 });
const resolvers = {
  ...scalarResolvers([typeDefs]),
  Kind: { RED: 1, BLUE: 2 },
  Query: {
    thing: (_: unknown, { id, kind, at }: { id?: string; kind: number; at?: number }) =>
      id === 'none' ? null : Promise.resolve({ ...row(id ?? 'x'), kind, at: at ?? 1_500 }),
    things: (_: unknown, { first }: { first?: number }) =>
      [row('1'), Promise.resolve(row('2')), row('3')].slice(0, first ?? 9),
    shapes: () => [{ __typename: 'Round', radius: 3, name: 'r' }, { __typename: 'Thing', ...row('7') }, null],
    sure: () => null,
    fails: () => {
      throw new GraphQLError('no', { extensions: { code: 'FORBIDDEN' } });
    },
    input: (_: unknown, args: object) => JSON.stringify(args),
    self: (_: unknown, args: object) => JSON.stringify(args),
  },
  Mutation: { count: () => ++counted },
  Thing: {
    __resolveReference: ({ id }: { id: string }) => (id === 'gone' ? null : row(id)),
    other: ({ id }: { id: string }) => ({ ...row(`${id}o`), kind: 9 }),
    others: ({ id }: { id: string }) =>
      Promise.resolve([row(`${id}a`), null, Promise.resolve(row(`${id}b`))]),
    tags: () => ['a', 'b'],
    matrix: () => [[1, 2], null, [3, null]],
    hard: () => null,
    broken: () => Promise.reject(new Error('bug')),
    plain: () => ({ a: Promise.resolve('leaf'), b: () => 4, nested: Promise.resolve({ a: 'deep' }) }),
    late: () => ({ ...row('late'), plain: {} }),
    method: () => row('m'),
  },
};

const schemaOf = (): GraphQLSchema => buildSubgraphSchema({ typeDefs, resolvers: resolvers as ResolverMap });
const plain = schemaOf();

/** Executes a query before and after it is compiled, and by graphql-js alone. */
async function everyWay(query: string, variableValues?: Record<string, unknown>) {
  const document = parse(query);
  const hot = createHotQueries(schemaOf(), { hotAfter: 1 });
  const given = variableValues === undefined ? {} : { variableValues };
  const args = { document, context: () => ({}), ...given };
  const [cold, warm] = [await hot.execute(args), await hot.execute(args)];
  const expected = await execute({ schema: plain, document: parse(query), contextValue: {}, ...given });
  return { cold, warm, expected, hot };
}

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const queries: [string, string, Record<string, unknown>?][] = [
  ['leaves and aliases', '{ a: thing(id: "1") { id name kind size count at t: __typename } }'],
  ['null', '{ thing(id: "none") { id } }'],
  ['nested objects and lists', '{ things { id others { id others { name } } tags matrix } }'],
  ['an enum that cannot be shown', '{ things { other { id kind } } }'],
  ['null bubbling', '{ things(first: 1) { hard { id } } thing { name } }'],
  ['null at the top', '{ sure { id } }'],
  ['coded errors', '{ fails thing { id broken } }'],
  ['members that are promises or methods', '{ thing { plain { a b nested { a b } } late { id } method { id } } }'],
  ['a nested promise alone', '{ thing { plain { nested { a } } } }'],
  ['unions and fragments', '{ shapes { __typename ... on Named { name } ...R ... on Thing { count } } } fragment R on Round { radius }'],
  ['variables', 'query Q($id: ID!, $k: Kind, $n: Int = 2) { thing(id: $id, kind: $k) { id kind } things(first: $n) { id } }', { id: 7, k: 'BLUE' }],
  ['a missing variable', 'query($id: ID!) { thing(id: $id) { id } }', {}],
  ['a wrong variable', 'query($at: DateTime) { thing(at: $at) { at } }', { at: 'soon' }],
  ['a scalar of ours', 'query($at: DateTime) { thing(at: $at) { at } }', { at: '2026-03-29T01:00:00.250+02:00' }],
  ['defaults of inputs', 'query($in: In) { input a: input(of: $in) b: input(of: { tags: ["x"], more: {} }) c: input }', { in: { more: [{ kind: 'RED' }, {}] } }],
  ['an input within itself', '{ self(of: { self: [{ n: 1 }, { self: { n: 4 } }] }) }'],
  ['conditions', 'query($y: Boolean!, $n: Boolean!) { thing { id @include(if: $y) name @skip(if: $y) ... @include(if: $n) { count } } }', { y: true, n: false }],
  ['entities', 'query($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Thing { id name others { id } } } }', { r: [{ __typename: 'Thing', id: '5' }, { __typename: 'Thing', id: 'gone' }] }],
  ['an unknown entity', 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Thing { id } } }', { r: [{ __typename: 'Nothing', id: '5' }] }],
]; // prettier-ignore

describe('hot queries', () => {
  it.each(queries)('answer %s as graphql-js does, compiled or not', async (_what, query, variables) => {
    const { cold, warm, expected, hot } = await everyWay(query, variables);
    expect(hot.compiled).toBe(1);
    expect(json(cold)).toEqual(json(expected));
    expect(json(warm)).toEqual(json(expected));
  });

  it('are compiled after so many executions, and only if they are small queries of one operation', async () => {
    const hot = createHotQueries(schemaOf(), { hotAfter: 3, maxFields: 4 });
    const run = async (each: HotQueries, query: string, times: number): Promise<void> => {
      const document = parse(query);
      for (let i = 0; i < times; i++) await each.execute({ document, context: () => ({}) });
    };
    await run(hot, '{ things { id } }', 3);
    expect(hot.compiled).toBe(0);
    await run(hot, '{ things { id name } ...F ...F } fragment F on Query { fails }', 9);
    await run(hot, '{ __proto__: fails }', 9);
    await run(hot, 'query A { fails } query B { fails }', 9);
    await run(hot, 'query($of: Self) { self(of: $of) }', 9);
    expect(hot.compiled).toBe(0);
    await run(hot, '{ things { id } }', 4);
    expect(hot.compiled).toBe(1);
  });

  it('never execute a mutation as compiled code, nor an operation under a name it does not have', async () => {
    const hot = createHotQueries(schemaOf(), { hotAfter: 0 });
    const document = parse('mutation { count }');
    const before = counted;
    for (let i = 1; i <= 3; i++)
      expect((await hot.execute({ document, context: () => ({}) })).data).toEqual({ count: before + i });
    expect(hot.compiled).toBe(0);
    const named = { document: parse('query A { fails }'), context: () => ({}), operationName: 'B' };
    expect((await hot.execute(named)).errors?.[0]?.message).toMatch(/Unknown operation/);
  });

  it('give every execution a context of its own', async () => {
    const hot = createHotQueries(schemaOf(), { hotAfter: 0 });
    let made = 0;
    await hot.execute({ document: parse('{ fails }'), context: () => ({ made: made++ }) });
    expect(made).toBe(2);
  });
});
