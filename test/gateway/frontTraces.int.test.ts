import { context, propagation, trace } from '@opentelemetry/api';
import { createClient } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createPropagation } from '../../gateway/http/propagation.ts';
import { httpSubgraphs } from '../../gateway/upstream/httpSubgraphs.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { startHttpSubgraph } from './fixtures-front/httpSubgraph.ts';
import type { RecordedSpan } from './fixtures-front/recordingProvider.ts';
import { recordingProvider, traceparentOnly } from './fixtures-front/recordingProvider.ts';
import { compose, createShopSchemas, createSwitches, shopSubgraphs } from './fixtures-front/shopGraph.ts';

describe('traces', () => {
  /** Registers a provider that keeps every span, with W3C headers, while the test runs. */
  async function traced(run: (spans: RecordedSpan[]) => Promise<void>) {
    const { provider, spans } = recordingProvider();
    trace.disable();
    trace.setGlobalTracerProvider(provider);
    propagation.setGlobalPropagator(traceparentOnly);
    try {
      await run(spans);
      expect(spans.every(({ ended }) => ended)).toBe(true);
    } finally {
      trace.disable();
      context.disable();
      propagation.disable();
    }
  }

  it('have one span per request and one child per subgraph call, in the caller’s trace', () =>
    traced(async (spans) => {
      await using world = await createWorld();
      const traceId = 'a'.repeat(32);
      await world.ask('query Page { products(first: 1) { id reviews { stars } } }', {
        traceparent: `00-${traceId}-00000000000000ff-01`,
      });
      const request = spans.find(({ name }) => name === 'query Page');
      const calls = spans.filter(({ name }) => name.startsWith('subgraph '));
      expect(request?.attributes['graphql.operation.type']).toBe('query');
      expect(request).toMatchObject({ traceId, parentSpanId: '00000000000000ff' });
      expect(calls.map(({ name }) => name).sort()).toEqual(['subgraph products', 'subgraph reviews']);
      for (const call of calls) expect(call).toMatchObject({ traceId, parentSpanId: request?.spanId });
    }));

  it('follow operations over sockets too, refused ones and the calls of every event included', () =>
    traced(async (spans) => {
      await using world = await createWorld();
      const client = createClient({ url: world.wsUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
      const query = 'subscription Watch { ticks(upTo: 2) { id reviews { stars } } }';
      for await (const _event of client.iterate({ query }));
      await expect(client.iterate({ query: '{ nothing }' }).next()).rejects.toBeDefined();
      await client.dispose();
      const watch = spans.find(({ name }) => name === 'subscription Watch');
      expect(watch?.attributes['promesse.transport']).toBe('websocket');
      const calls = spans.filter(({ parentSpanId }) => parentSpanId === watch?.spanId);
      expect(calls.filter(({ name }) => name === 'subgraph reviews')).toHaveLength(2);
      const refused = spans.filter(({ attributes }) => attributes['promesse.outcome'] === 'refused');
      expect(refused).toHaveLength(1);
    }));

  it('go on in subgraphs over HTTP', () =>
    traced(async (spans) => {
      const products = await startHttpSubgraph(createShopSchemas(createSwitches()).products);
      try {
        await using world = await createWorld(
          {},
          {
            endpoints: [
              { path: '/graphql', supergraphSdl: compose(shopSubgraphs({ products: products.url })) },
            ],
            transports: httpSubgraphs({ propagation: createPropagation({ request: [], response: [] }) }),
          },
        );
        await world.ask('query Far { products(first: 1) { id } }');
        const request = spans.find(({ name }) => name === 'query Far');
        expect(products.received[0]?.headers['traceparent']).toBe(
          `00-${request?.traceId}-${request?.spanId}-01`,
        );
      } finally {
        await products.stop();
      }
    }));
});
