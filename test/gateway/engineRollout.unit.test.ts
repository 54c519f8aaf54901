import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import { createInProcessTransport } from '../../gateway/engine/transport/inProcessTransport.ts';
import type { EngineOptions, RequestScope } from '../../gateway/engine/types.ts';
import { composeExample, testScope } from './fixtures/exampleGraph.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])`;
const sdl: Readonly<Record<string, string>> = {
  old: `${link} type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! rolled: String named: String }`,
  fresh: `${link} type Thing @key(fields: "id") {
    id: ID!
    rolled: String @override(from: "old", label: "percent(30.5)")
    named: String @override(from: "old", label: "beta")
  }`,
};
const supergraphSdl = composeExample(sdl);

/** Both subgraphs know both fields and answer with their own name. */
function transports({ name }: { readonly name: string }) {
  const own = { rolled: () => name, named: () => name, __resolveReference: (thing: object) => thing };
  const resolvers = { Thing: own, ...(name === 'old' && { Query: { thing: () => ({ id: '1' }) } }) };
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl[name] ?? ''), resolvers }]);
  return createInProcessTransport<RequestScope>(
    {
      execute: async ({ query, variables }) =>
        execute({ schema, document: parse(query), variableValues: variables ?? {} }),
      subscribe: () => Promise.reject(new Error('No events.')),
    },
    (scope) => scope,
  );
}

const start = (options: Partial<EngineOptions>) => createEngine({ supergraphSdl, transports, ...options });

async function ask(
  options: Partial<EngineOptions>,
  scope = testScope(),
  query = '{ thing { rolled named } }',
) {
  const engine = await start(options);
  const prepared = await engine.prepare(query);
  if (!prepared.ok) throw new Error(prepared.errors.map(String).join('\n'));
  const { body } = await engine.run(prepared.operation, {}, scope);
  return (JSON.parse(body) as { data: { thing: object } }).data.thing;
}

describe.each(['native', 'javascript'] as const)('progressive @override with the %s planner', (planner) => {
  it.each([
    { place: 0, labels: [], rolled: 'fresh', named: 'old' },
    { place: 30.4, labels: ['beta'], rolled: 'fresh', named: 'fresh' },
    { place: 30.5, labels: ['beta'], rolled: 'old', named: 'fresh' },
    { place: 99.9, labels: ['percent(30.5)', 'other'], rolled: 'old', named: 'old' },
  ])(
    'takes fields from where place $place and labels $labels lead',
    async ({ place, labels, ...expected }) => {
      const options = { planner, rolloutPercentage: () => place, activeLabels: () => labels };
      expect(await ask(options)).toEqual(expected);
    },
  );
});

describe('progressive @override', () => {
  it('sends one key the same way always, and about as many keys to the new subgraph as the label says', async () => {
    const engine = await start({});
    const prepared = await engine.prepare('{ thing { rolled } }');
    if (!prepared.ok) throw new Error('refused');
    const run = async (scope: RequestScope) => (await engine.run(prepared.operation, {}, scope)).body;
    let fresh = 0;
    for (let index = 0; index < 1_000; index++) {
      const rolloutKey = `shopper-${index}`;
      const first = await run(testScope({ rolloutKey, requestId: 'a' }));
      expect(await run(testScope({ rolloutKey, requestId: `b${index}` }))).toBe(first);
      if (first.includes('fresh')) fresh++;
    }
    expect(fresh).toBeGreaterThan(250);
    expect(fresh).toBeLessThan(360);
  });

  it('decides once per request and plans once per set of labels that hold', async () => {
    const plans: string[] = [];
    let decisions = 0;
    let place = 0;
    const engine = await start({
      rolloutPercentage: () => (decisions++, place++ % 100),
      observer: { planned: ({ planner }) => void plans.push(planner) },
    });
    const prepared = await engine.prepare('{ thing { rolled } }');
    if (!prepared.ok) throw new Error('refused');
    for (let index = 0; index < 200; index++) await engine.run(prepared.operation, {}, testScope());
    expect(decisions).toBe(200);
    expect(plans).toHaveLength(2);
  });

  it('splits @defer under the same decision', async () => {
    const engine = await start({ rolloutPercentage: () => 0 });
    const prepared = await engine.prepare('{ thing { id ... @defer { rolled named } } }');
    if (!prepared.ok) throw new Error('refused');
    const parts: string[] = [];
    for await (const { body } of engine.runIncremental(prepared.operation, {}, testScope())) parts.push(body);
    expect(parts.join()).toContain('"rolled":"fresh","named":"old"');
  });
});
