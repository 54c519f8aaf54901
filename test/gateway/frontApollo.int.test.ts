import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServer } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ApolloContext } from '../../gateway/apollo/apolloPath.ts';
import { createApolloGateway } from '../../gateway/apollo/apolloGateway.ts';
import { createEngineSlot } from '../../gateway/admission/engineSlot.ts';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import { createNotes } from './fixtures-front/apolloNotes.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { inProcessTransports } from './fixtures-front/inProcess.ts';
import { compose, createShopSchemas, createSwitches, shopSubgraphs } from './fixtures-front/shopGraph.ts';

const requests: Record<string, object> = {
  'plain data': { query: '{ products { id name reviews { body stars } } }' },
  'aliases and fragments': {
    query: '{ a: product(id: 1) { ...P } b: product(id: 9) { ...P } } fragment P on Product { id n: name }',
  },
  'a bug and a coded error': { query: '{ coded products(first: 1) { id } }' },
  'a syntax error': { query: '{ products { ' },
  'an unknown field': { query: '{ products { idd } }' },
  'an unknown operation': { query: 'query A { __typename } query B { __typename }', operationName: 'C' },
  'no operation named': { query: 'query A { __typename } query B { __typename }' },
  'a wrong variable': { query: 'query Q($n: Int!) { products(first: $n) { id } }', variables: { n: 'many' } },
  'a missing variable': { query: 'query Q($n: Int!) { products(first: $n) { id } }' },
  'a mutation': { query: 'mutation { rename(id: 1, name: "Stool") { id name } }' },
  introspection: { query: '{ __type(name: "Review") { fields { name type { name } } } }' },
  'a refused field': { query: '{ products(first: 1) { id margin } }' },
};

describe('the way through Apollo Server', () => {
  it('runs plug-ins for the first request of each operation text only', async () => {
    const { seen, plugin } = createNotes();
    await using world = await createWorld({ apollo: 'first' }, { apolloPlugins: [plugin] });
    const body = { query: 'query Twice { __typename }', operationName: 'Twice' };
    const first = await world.post(body);
    const second = await world.post(body);
    expect(first.headers.get('x-seen-by')).toBe('plug-in');
    expect(second.headers.get('x-seen-by')).toBeNull();
    expect(await first.text()).toBe(await second.text());
    expect(seen).toEqual(['Twice']);
  });

  it('runs them for every request when switched so', async () => {
    const { seen, plugin } = createNotes();
    await using world = await createWorld({ apollo: 'always' }, { apolloPlugins: [plugin] });
    const body = { query: 'query Thrice { __typename }', operationName: 'Thrice' };
    for (let round = 0; round < 3; round++) await (await world.post(body)).text();
    expect(seen).toEqual(['Thrice', 'Thrice', 'Thrice']);
  });

  it('lets a plug-in refuse an operation', async () => {
    const plugin: ApolloServerPlugin<ApolloContext> = {
      requestDidStart: () =>
        Promise.resolve({
          didResolveOperation: () =>
            Promise.reject(new GraphQLError('Not today.', { extensions: { code: 'CLOSED' } })),
        }),
    };
    await using world = await createWorld({ apollo: 'always' }, { apolloPlugins: [plugin] });
    const { errors } = await world.ask('{ products { id } }');
    expect(errors).toMatchObject([{ message: 'Not today.', extensions: { code: 'CLOSED' } }]);
  });

  it('answers the same as the compiled way, letter by letter', async () => {
    await using off = await createWorld({ apollo: 'off' });
    await using always = await createWorld({ apollo: 'always' });
    for (const [name, body] of Object.entries(requests)) {
      for (const accept of ['application/json', 'application/graphql-response+json']) {
        const [direct, through] = await Promise.all(
          [off, always].map(async (world) => {
            const answer = await world.post(body, { accept });
            return {
              status: answer.status,
              type: answer.headers.get('content-type'),
              text: await answer.text(),
            };
          }),
        );
        expect(through, name).toEqual(direct);
      }
    }
  });

  it('plans nothing twice: the second request of a text meets it ready', async () => {
    await using world = await createWorld({ apollo: 'first' });
    await world.ask('{ products { id } }');
    const calls = world.switches.calls.products;
    await world.ask('{ products { id } }');
    expect(world.switches.calls.products).toBe(calls + 1);
  });
});

describe('the engine as an Apollo gateway', () => {
  it('can be handed to any Apollo Server and brings it new supergraphs', async () => {
    const transports = inProcessTransports(createShopSchemas(createSwitches()));
    const supergraphSdl = compose(shopSubgraphs());
    const slot = createEngineSlot({
      engine: await createEngine({ supergraphSdl, transports }),
      supergraphSdl,
    });
    const scope = () => ({
      identity: {},
      authority: { authenticated: false, scopes: new Set<string>(), policies: new Set<string>() },
      headers: {},
      deadlineMs: Date.now() + 5_000,
      requestId: 'test-0001',
    });
    const server = new ApolloServer({ gateway: createApolloGateway({ slot, scopeOf: scope }) });
    await server.start();
    try {
      const ask = async (query: string) => {
        const { body } = await server.executeOperation({ query });
        return body.kind === 'single' ? body.singleResult : undefined;
      };
      expect((await ask('{ products(first: 1) { name reviews { stars } } }'))?.data).toEqual({
        products: [{ name: 'Chair', reviews: [{ stars: 1 }] }],
      });
      const next = supergraphSdl.replace(/\bslow: String\b/g, 'sluggish: String');
      expect((await ask('{ sluggish }'))?.errors).toHaveLength(1);
      slot.swap({ engine: await createEngine({ supergraphSdl: next, transports }), supergraphSdl: next });
      expect((await ask('query { __typename } # sluggish'))?.errors).toBeUndefined();
      expect((await ask('{ slow }'))?.errors?.[0]?.message).toContain('Cannot query field "slow"');
    } finally {
      await server.stop();
    }
  });
});
