import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createSigner } from '../../gateway/auth/signing.ts';
import { createPropagation } from '../../gateway/http/propagation.ts';
import { httpSubgraphs } from '../../gateway/upstream/httpSubgraphs.ts';
import { createSubgraphService } from '../../platform/graph/createSubgraphService.ts';
import { serveSubgraph } from '../../platform/graph/serveSubgraph.ts';
import type { CallContext } from '../../platform/graph/subgraph.ts';
import type { StartedHost } from '../../platform/http/startHttpHost.ts';
import { silentLog } from '../../platform/log/log.ts';
import { anonymous } from '../../schema/identity.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { compose } from './fixtures-front/shopGraph.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const secret = 'shared between the gateway and its subgraphs';
const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { me: String! }
  type Subscription { watch: Sight! }
  type Sight { by: String! turn: Int! }`;

describe('a subgraph of ours in a process of its own', () => {
  let host: StartedHost;
  let supergraphSdl: string;
  beforeAll(async () => {
    const service = createSubgraphService({
      name: 'subgraph',
      typeDefs: [parse(sdl)],
      resolvers: {
        Query: { me: (_: unknown, __: unknown, call: CallContext) => call.identity.subject },
        Subscription: {
          watch: {
            subscribe: async function* (_: unknown, __: unknown, call: CallContext) {
              for (let turn = 1; turn <= 2; turn++) {
                await Promise.resolve();
                yield { watch: { by: call.identity.subject, turn } };
              }
            },
          },
        },
      },
      context: (call) => call,
      log: silentLog(),
      newId: randomUUID,
    });
    host = await serveSubgraph(service, { secret, log: silentLog(), newId: randomUUID });
    supergraphSdl = compose([{ name: 'subgraph', typeDefs: sdl, url: `${host.url}/graphql` }]);
  });
  afterAll(() => host.stop());

  const openWorld = async (signedWith: string, protocol: 'sse' | 'websocket') => {
    const tokens = await createIssuer();
    const world = await createWorld(
      {},
      {
        endpoints: [{ path: '/graphql', supergraphSdl }],
        transports: httpSubgraphs({
          propagation: createPropagation({ request: [], response: [] }),
          signer: createSigner({ secret: signedWith, nowMs: Date.now, newNonce: randomUUID }),
          subscriptions: () => protocol,
        }),
        verifier: async (token) => ({ ...(await tokens.verifier(token)), kind: 'shopper' }),
        anonymous,
      },
    );
    const headers = await tokens.bearer({ sub: 'anna' });
    const client = createClient({
      url: world.wsUrl,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: headers,
    });
    const stop = async () => {
      await client.dispose();
      await world.stop();
    };
    return { ...world, headers, client, [Symbol.asyncDispose]: stop };
  };

  it.each(['sse', 'websocket'] as const)(
    'believes the gateway about who asks, also in streams over %s',
    async (protocol) => {
      await using world = await openWorld(secret, protocol);
      expect(await world.ask('{ me }')).toEqual({ data: { me: 'anonymous' } });
      expect(await world.ask('{ me }', world.headers)).toEqual({ data: { me: 'anna' } });
      const events: unknown[] = [];
      for await (const event of world.client.iterate({ query: 'subscription { watch { by turn } }' }))
        events.push(event);
      expect(events).toEqual([1, 2].map((turn) => ({ data: { watch: { by: 'anna', turn } } })));
    },
  );

  it('answers nobody who does not know the secret', async () => {
    await using world = await openWorld('another secret, of nobody we know', 'sse');
    const { data, errors } = await world.ask('{ me }');
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
  });
});
