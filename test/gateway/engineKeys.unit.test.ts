import { buildSubgraphSchema } from '@apollo/subgraph';
import type { ExecutionResult } from 'graphql';
import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import { createInProcessTransport } from '../../gateway/engine/transport/inProcessTransport.ts';
import type { PlannerChoice, RequestScope } from '../../gateway/engine/types.ts';
import { composeExample, testScope } from './fixtures/exampleGraph.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@requires", "@external", "@shareable"])`;

/** The factory resolves parts by one of its keys only; the others are there to link to it. */
const sdl = {
  names: `${link}
    type Part @key(fields: "id") @key(fields: "serial { maker }", resolvable: false) {
      id: ID! serial: Serial! @shareable name: String!
    }
    type Serial @shareable { maker: ID! year: ID! }
  `,
  factory: `${link}
    type Query { parts: [Part!]! }
    type Part
      @key(fields: "serial { maker }", resolvable: false)
      @key(fields: "id serial { year }")
      @key(fields: "id", resolvable: false) {
      id: ID! serial: Serial! @shareable
      name: String! @external
      label: String! @requires(fields: "name")
    }
    type Serial @shareable { maker: ID! year: ID! }
  `,
};

const part = { id: 'p1', serial: { maker: 'm', year: 'y' } };
const resolvers = {
  names: { Part: { __resolveReference: ({ id }: { id: string }) => ({ ...part, id, name: `part ${id}` }) } },
  factory: {
    Query: { parts: () => [part] },
    Part: {
      __resolveReference: (reference: { id?: string; serial?: { year?: string }; name?: string }) =>
        reference.id === undefined || reference.serial?.year === undefined ? null : reference,
      label: ({ id, name }: { id: string; name: string }) => `${id}: ${name}`,
    },
  },
};

describe.each<PlannerChoice>(['native', 'javascript'])('the %s planner', (planner) => {
  it('comes back to a subgraph by a key that it resolves', async () => {
    const engine = await createEngine({
      supergraphSdl: composeExample(sdl),
      planner,
      transports: ({ name }) => {
        const own = name as keyof typeof sdl;
        const schema = buildSubgraphSchema([{ typeDefs: parse(sdl[own]), resolvers: resolvers[own] }]);
        const run = async (request: { query: string; variables?: Record<string, unknown> }) =>
          JSON.parse(
            JSON.stringify(
              await execute({
                schema,
                document: parse(request.query),
                variableValues: request.variables ?? {},
              }),
            ),
          ) as ExecutionResult;
        const service = { execute: run, subscribe: () => Promise.reject(new Error('none')) };
        return createInProcessTransport<RequestScope>(service, (scope) => scope);
      },
    });
    const prepared = await engine.prepare('{ parts { id name label } }');
    if (!prepared.ok) throw prepared.errors[0] as Error;
    const { body } = await engine.run(prepared.operation, {}, testScope());
    expect(JSON.parse(body)).toEqual({
      data: { parts: [{ id: 'p1', name: 'part p1', label: 'p1: part p1' }] },
    });
  });
});
