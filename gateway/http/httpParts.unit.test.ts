import { describe, expect, it } from 'vitest';
import { readParams } from '../admission/graphqlParams.ts';
import { negotiate, requireJsonBody } from './negotiate.ts';
import { peerAddress } from './peerAddress.ts';
import { createPropagation } from './propagation.ts';
import { createRequestIds, requestIdOf } from './requestId.ts';
import { createRouteTable } from '../../platform/http/routeTable.ts';
import { createSafelist } from '../admission/safelist.ts';

describe('negotiation', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    [
      'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8',
      'application/graphql-response+json',
    ],
    ['application/graphql-response+json;q=0.5, application/json', 'application/json'],
    ['text/html, application/*;q=0.8', 'application/json'],
    ['application/json;q=0, application/graphql-response+json', 'application/graphql-response+json'],
  ])('of %s gives %s', (accept, single) => {
    expect(negotiate(accept).single).toBe(single);
  });

  it('knows the streams by their parameters, quoted or not', () => {
    expect(negotiate('multipart/mixed;boundary="graphql";subscriptionSpec="1.0"').subscriptionParts).toBe(
      true,
    );
    expect(negotiate('multipart/mixed; deferSpec=20220824, application/json').deferParts).toBe(true);
    expect(() => negotiate('multipart/mixed; deferSpec=20990101')).toThrow(/accept/);
    expect(negotiate('text/event-stream').eventStream).toBe(true);
  });

  it.each(['text/plain', 'application/json; charset=latin1', undefined, 'application/jsonp'])(
    'takes no body of type %s',
    (type) => {
      expect(() => requireJsonBody(type)).toThrow(/application\/json/);
    },
  );
});

describe('request parameters', () => {
  it.each([
    null,
    1,
    'text',
    [],
    {},
    { query: '' },
    { query: 1 },
    { query: 'a', variables: [] },
    { query: 'a', extensions: 'x' },
  ])('are refused when they are %j', (source) => {
    expect(() => readParams(source)).toThrow();
  });

  it('may leave everything but the query away, or null', () => {
    expect(readParams({ query: 'a', variables: null, operationName: null, extensions: null })).toEqual({
      query: 'a',
    });
  });
});

describe('routes', () => {
  const at = (path: string) => {
    const routes = ['/a', '/a/:id', '/files/*'].map((one) => ({ path: one, handle: () => undefined }));
    return createRouteTable(routes)(path).map(({ route, params }) => [route.path, params]);
  };

  it('match exactly, by parameter or by prefix', () => {
    expect(at('/a')).toEqual([['/a', {}]]);
    expect(at('/a/x%20y')).toEqual([['/a/:id', { id: 'x y' }]]);
    expect(at('/files/deep/down')).toEqual([['/files/*', {}]]);
    for (const path of ['/b', '/a/', '/a/x/y', '/a/%E0%A4%A']) expect(at(path)).toEqual([]);
  });
});

describe('propagation', () => {
  it('keeps each cookie of each subgraph, and the first or last of other headers', () => {
    const collector = createPropagation({
      request: [],
      response: [
        { header: 'set-cookie', keep: 'all' },
        { header: 'x-first', keep: 'first' },
        { header: 'x-last', keep: 'last', subgraphs: ['b'] },
      ],
    }).collect();
    collector.onSubgraphHeaders?.('a', { 'set-cookie': ['1', '2'], 'x-first': 'a', 'x-last': 'a' });
    collector.onSubgraphHeaders?.('b', { 'set-cookie': '3', 'x-first': 'b', 'x-last': 'b' });
    const sent: Record<string, unknown> = {};
    collector.apply({ setHeader: (name, value) => (sent[name] = value) });
    expect(sent).toEqual({ 'set-cookie': ['1', '2', '3'], 'x-first': 'a', 'x-last': 'b' });
  });

  it('asks for no headers when no rule wants them', () => {
    expect(createPropagation({ request: [], response: [] }).collect().onSubgraphHeaders).toBeUndefined();
  });
});

describe('the peer address', () => {
  const req = {
    socket: { remoteAddress: '10.0.0.1' },
    headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.0.0.2' },
  };

  it.each([
    [0, '10.0.0.1'],
    [1, '10.0.0.2'],
    [2, '203.0.113.9'],
    [9, '6.6.6.6'],
  ])('behind %i proxies is %s', (proxies, address) => {
    expect(peerAddress(req, proxies)).toBe(address);
  });
});

describe('request ids', () => {
  it('differ within a process and between processes, and are safe to hand on', () => {
    let made = 0;
    const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;
    const ids = [createRequestIds(newId), createRequestIds(newId)].flatMap((next) => [
      next(),
      next(),
      next(),
    ]);
    expect(new Set(ids).size).toBe(6);
    for (const id of ids) expect(requestIdOf(id, () => 'replaced')).toBe(id);
  });
});

describe('a safelist', () => {
  it('reads a plain map too', () => {
    const list = createSafelist({ 'sha256:abc': '{ a }' });
    expect(list.byId('abc')).toBe('{ a }');
    expect(list.has('{ a }')).toBe(true);
    expect(list.has('{ b }')).toBe(false);
  });

  it('says what is wrong with a manifest', () => {
    expect(() =>
      createSafelist({ format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: 1 }] }),
    ).toThrow();
    expect(() => createSafelist([])).toThrow();
  });
});
