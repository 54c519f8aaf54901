import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveContract } from '../../gateway/contracts/deriveContract.ts';
import type { World } from './fixtures-front/frontWorld.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { inProcessTransports } from './fixtures-front/inProcess.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@requires", "@external", "@tag", "@shareable"])`;

/** What partners see stands on what they do not see: weights, a secret grade, an unknown kind of item. */
const sdl = {
  warehouse: `${link}
    type Query {
      items: [Item] @tag(name: "partner")
      find(grade: Grade = FINE @tag(name: "partner"), hiddenArgument: Int): Item @tag(name: "partner")
    }
    interface Item { id: ID! @tag(name: "partner") }
    type Box implements Item @key(fields: "id") {
      id: ID! @tag(name: "partner")
      hiddenWeight: Int!
      grade: Grade @tag(name: "partner")
    }
    type HiddenCrate implements Item { id: ID! }
    enum Grade { FINE @tag(name: "partner") HIDDEN_GRADE }
  `,
  shipping: `${link}
    type Box @key(fields: "id") {
      id: ID! @tag(name: "partner")
      hiddenWeight: Int! @external
      price: Int @requires(fields: "hiddenWeight") @tag(name: "partner")
    }
  `,
};

let failing: () => number | null;
const resolvers = {
  warehouse: {
    Query: {
      items: () => [
        { __typename: 'Box', id: 'b1', grade: 'HIDDEN_GRADE' },
        { __typename: 'HiddenCrate', id: 'c1' },
      ],
      find: () => ({ __typename: 'Box', id: 'b1' }),
    },
    Box: {
      __resolveReference: ({ id }: { id: string }) => ({ id, grade: 'HIDDEN_GRADE' }),
      hiddenWeight: () => failing(),
    },
  },
  shipping: {
    Box: {
      __resolveReference: (box: object) => box,
      price: ({ hiddenWeight }: { hiddenWeight: number }) => hiddenWeight * 2,
    },
  },
};

describe('behind a contract, what is filtered out', () => {
  let world: World;
  beforeAll(async () => {
    const services = Object.entries(sdl).map(([name, typeDefs]) => ({ name, typeDefs, url: '' }));
    const contract = deriveContract(services, { include: ['partner'] });
    if (!contract.ok) throw new Error(contract.reasons.join('\n'));
    const schemaOf = (name: keyof typeof sdl) =>
      buildSubgraphSchema([{ typeDefs: parse(sdl[name]), resolvers: resolvers[name] }]);
    world = await createWorld(
      {},
      {
        endpoints: [{ path: '/graphql', supergraphSdl: contract.supergraphSdl }],
        transports: inProcessTransports({ warehouse: schemaOf('warehouse'), shipping: schemaOf('shipping') }),
      },
    );
  });
  afterAll(() => world.stop());

  it('serves what is seen', async () => {
    failing = () => 7;
    expect(await world.ask('{ items { __typename id ... on Box { price } } }')).toMatchObject({
      data: { items: [{ __typename: 'Box', id: 'b1', price: 14 }, null] },
    });
  });

  const weightErrors: Record<string, () => number | null> = {
    'breaks by itself': () => {
      throw new Error('hiddenWeight broke');
    },
    'fails with a code': () => {
      throw new GraphQLError('No scale here.', { extensions: { code: 'NO_SCALE' } });
    },
    'is null where it must not be': () => null,
  };
  it.each(Object.keys(weightErrors))('is not told by its errors when it %s', async (kind) => {
    failing = weightErrors[kind] as () => number | null;
    const answer = await world.ask('{ find { id ... on Box { price } } }');
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer)).not.toMatch(/hidden/i);
  });

  it.each([
    '{ items { hiddenWeigh } }',
    '{ items { ... on HiddenCrat { id } } }',
    '{ items { ... on HiddenCrate { id } } }',
    '{ find(grade: HIDDEN_GRAD) { id } }',
    '{ find(grade: HIDDEN_GRADE) { id } }',
    '{ find(hiddenArgumen: 1) { id } }',
    '{ find(hiddenArgument: 1) { id } }',
    '{ __type(name: "HiddenCrate") { name } }',
    '{ __type(name: "Grade") { enumValues(includeDeprecated: true) { name } } }',
    '{ __type(name: "Item") { possibleTypes { name } } }',
    '{ __schema { types { name fields { name args { name } } } } }',
  ])('is not told by the answer to %s', async (query) => {
    const known = new Set(query.match(/hidden\w*/gi) ?? []);
    const told = JSON.stringify(await world.ask(query)).match(/hidden\w*/gi) ?? [];
    // Only what the client wrote itself may come back.
    expect(told.filter((word) => !known.has(word))).toEqual([]);
  });

  it('is not told by values of hidden kinds: an enum value, an object’s type', async () => {
    failing = () => 1;
    const answer = await world.ask('{ items { __typename id ... on Box { grade } } }');
    expect(answer).toMatchObject({ data: { items: [{ id: 'b1', grade: null }, null] } });
    expect(JSON.stringify(answer)).not.toMatch(/hidden/i);
  });

  it('does not take a variable for a hidden enum value', async () => {
    const query = 'query Q($grade: Grade) { find(grade: $grade) { id } }';
    const answer = await (await world.post({ query, variables: { grade: 'HIDDEN_GRADE' } })).text();
    expect(answer).toContain('errors');
    expect(answer).not.toContain('"data":{"find":{');
  });
});
