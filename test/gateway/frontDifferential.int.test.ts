import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { buildSchema, execute, parse, printSchema, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { SubgraphTransport, TransportFactory } from '../../gateway/engine/types.ts';
import { createNotes } from './fixtures-front/apolloNotes.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import type { ComparableAnswer } from './fixtures/errorPlaces.ts';
import { errorPlaces, messagesByPath } from './fixtures/errorPlaces.ts';
import { attachReference, createExampleGraph } from './fixtures/exampleGraph.ts';
import { mockResolver, mockTransports } from './fixtures/mockGraph.ts';
import type { RandomValues } from './fixtures/randomQuery.ts';
import { randomQuery } from './fixtures/randomQuery.ts';

/** A graph, and how graphql-js answers it over one schema. */
interface Graph {
  readonly supergraphSdl: string;
  readonly transports: (api: GraphQLSchema) => TransportFactory;
  readonly reference: (api: GraphQLSchema) => Pick<ExecutionArgs, 'schema' | 'fieldResolver'>;
  readonly values: RandomValues;
}

const schemaRoot = join(import.meta.dirname, '../../schema');
const read = (path: string) => readFileSync(join(schemaRoot, path), 'utf8');
const parsed = (folder: string) =>
  readdirSync(join(schemaRoot, folder)).map((file) => [file, parse(read(`${folder}/${file}`))] as const);

function ownGraph(): Graph {
  const shared = parsed('shared').map(([, document]) => document);
  const subgraphs = parsed('subgraphs').map(
    ([file, document]) => [file.replace('.graphql', ''), [...shared, document]] as const,
  );
  return {
    supergraphSdl: read('supergraph.graphql'),
    transports: (api) => mockTransports(Object.fromEntries(subgraphs), api),
    reference: (api) => ({ schema: api, fieldResolver: mockResolver(api) }),
    values: { ids: ['ProductVariant3', 'Order2', 'Cart5'], mutations: true },
  };
}

function exampleGraph(): Graph {
  const { supergraphSdl, transports } = createExampleGraph();
  return {
    supergraphSdl,
    transports: () => transports,
    reference: (api) => ({ schema: attachReference(api) }),
    values: { ids: ['u1', 'u2', 'k1', 'k3', 'g2', 'none', 'broken'], mutations: true },
  };
}

/** A gateway in front of a graph, to a caller who may see everything. */
async function openGraph({ supergraphSdl, transports, reference }: Graph) {
  const { seen, plugin } = createNotes();
  const scopes = [...supergraphSdl.matchAll(/requiresScopes\(scopes: (\[\[.*?\]\])\)/g)].flatMap(([, text]) =>
    (JSON.parse(text as string) as string[][]).flat(),
  );
  // The transports need the schema that the gateway makes, so each is made when it is first called.
  const late: { factory?: TransportFactory } = {};
  const lazily: TransportFactory = (subgraph) => {
    let transport: SubgraphTransport | undefined;
    return {
      fetch: (call) => (transport ??= (late.factory as TransportFactory)(subgraph)).fetch(call),
      subscribe: () => Promise.reject(new Error('No events here.')),
      close: () => Promise.resolve(),
    };
  };
  const world = await createWorld(
    { apollo: 'first', maskSubgraphErrors: false },
    {
      endpoints: [{ path: '/graphql', supergraphSdl }],
      transports: lazily,
      apolloPlugins: [plugin],
      verifier: () => Promise.resolve({ subject: 'all-seeing', scopes }),
      policiesFor: () => new Set(['payroll']),
    },
  );
  const api = buildSchema(printSchema(world.gateway.engineOf('/graphql').apiSchema));
  late.factory = transports(api);
  return { world, seen, api, reference: reference(api) };
}

describe.each([
  { name: 'our own supergraph', graph: ownGraph, numRuns: 120 },
  { name: 'a supergraph with every part of federation', graph: exampleGraph, numRuns: 120 },
])('generated queries and mutations of $name', ({ graph, numRuns }) => {
  it('are answered alike through Apollo Server, by the compiled engine and by graphql-js', async () => {
    const described = graph();
    const { world, seen, api, reference } = await openGraph(described);
    const texts = new Set<string>();
    try {
      const ask = async (body: object) => {
        const answer = await world.post(body, { authorization: 'Bearer any' });
        const plugged = answer.headers.get('x-seen-by') === 'plug-in';
        return { status: answer.status, plugged, text: await answer.text() };
      };
      await fc.assert(
        fc.asyncProperty(randomQuery(api, described.values), async ({ query, variables }) => {
          const document = parse(query);
          fc.pre(validate(api, document).length === 0);
          const isNew = !texts.has(query);
          texts.add(query);
          const first = await ask({ query, variables });
          const second = await ask({ query, variables });
          expect(first.plugged).toBe(isNew);
          expect(second).toEqual({ ...first, plugged: false });

          const executed = await execute({ ...reference, document, variableValues: variables });
          const expected = JSON.parse(JSON.stringify(executed)) as ComparableAnswer;
          const answer = JSON.parse(first.text) as ComparableAnswer;
          expect(answer.data).toEqual(expected.data);
          expect(errorPlaces(answer)).toEqual(errorPlaces(expected));
          const told = messagesByPath(expected);
          for (const [path, message] of messagesByPath(answer)) {
            // graphql-js names the value that does not fit, which may be one that clients must not know.
            if (!message?.startsWith('A subgraph answered a value'))
              expect(message).toBe(told.get(path) ?? message);
          }
        }),
        { numRuns },
      );
    } finally {
      await world.stop();
    }
    expect(seen).toHaveLength(texts.size);
    expect([...texts].some((text) => text.startsWith('mutation'))).toBe(true);
  }, 120_000);
});
