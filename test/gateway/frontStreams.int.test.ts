import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../gateway/settings.ts';
import { createFeed } from './fixtures-front/feed.ts';
import type { World } from './fixtures-front/frontWorld.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const { endpoint } = defaultSettings();
const events = 'text/event-stream';
const parts = 'multipart/mixed;subscriptionSpec="1.0", application/json';
const deferred = 'multipart/mixed;deferSpec=20220824, application/json';
type Tick = { ticks: { id: string; price: number } };

/** The body of a streamed answer, chunk by chunk. */
function reader(answer: Response) {
  const source = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    get text() {
      return text;
    },
    async until(part: string): Promise<string> {
      while (!text.includes(part)) {
        const { value, done } = await source.read();
        if (done) throw new Error(`The stream ended before ${part}: ${text}`);
        text += decoder.decode(value, { stream: true });
      }
      return text;
    },
    cancel: () => source.cancel(),
  };
}

const sseEvents = (text: string): { event: string; data: string }[] =>
  text
    .split('\n\n')
    .filter((block) => block.includes('event:'))
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1] ?? '',
      data: /^data: ?(.*)$/m.exec(block)?.[1] ?? '',
    }));

/** The JSON documents of a multipart body, and whether it was closed. */
function multipart(text: string, boundary: string): { bodies: unknown[]; closed: boolean } {
  const [, ...pieces] = `\r\n${text}`.split(`\r\n--${boundary}`);
  const closed = pieces.at(-1)?.startsWith('--') ?? false;
  const bodies = pieces
    .map((piece) => piece.split('\r\n\r\n')[1]?.trim())
    .filter((body): body is string => body !== undefined && body !== '')
    .map((body) => JSON.parse(body) as unknown);
  return { bodies, closed };
}

describe('server-sent events', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({
      endpoint: { ...endpoint, streams: { ...endpoint.streams, heartbeatMs: 20 } },
    });
  });
  afterAll(() => world.stop());

  it('carry a subscription: next, next, complete', async () => {
    const query = 'subscription { ticks(upTo: 2) { name reviews { stars } } }';
    const answer = await world.post({ query }, { accept: events });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(sseEvents(await answer.text())).toEqual([
      { event: 'next', data: '{"data":{"ticks":{"name":"Chair","reviews":[{"stars":1}]}}}' },
      { event: 'next', data: '{"data":{"ticks":{"name":"Table","reviews":[{"stars":2}]}}}' },
      { event: 'complete', data: '' },
    ]);
  });

  it('carry a query for a client that takes nothing else', async () => {
    const answer = await world.post({ query: '{ __typename }' }, { accept: events });
    expect(sseEvents(await answer.text())).toEqual([
      { event: 'next', data: '{"data":{"__typename":"Query"}}' },
      { event: 'complete', data: '' },
    ]);
  });

  it('arrive when they happen, with heartbeats between, and the upstream ends with the client', async () => {
    const feed = createFeed<Tick>();
    world.switches.ticks = () => feed;
    const answer = await world.post({ query: 'subscription { ticks { id } }' }, { accept: events });
    const stream = reader(answer);
    await feed.opened;
    feed.push({ ticks: { id: '3', price: 1 } });
    await stream.until('{"data":{"ticks":{"id":"3"}}}');
    const before = stream.text.length;
    while (stream.text.slice(before).split(':\n\n').length < 3) await stream.until(`${stream.text}:\n\n`);
    await stream.cancel();
    await feed.left;
  });

  it('are refused to a client that asked for JSON only', async () => {
    const answer = await world.post({ query: 'subscription { ticks { id } }' });
    expect(answer.status).toBe(406);
    expect(await answer.text()).toContain('text/event-stream');
  });
});

describe.each([
  ['server-sent events', events],
  ['multipart', parts],
])('a slow reader of %s', (_name, accept) => {
  it('is cut off with the reason instead of piling up events', async () => {
    await using world = await createWorld({
      endpoint: { ...endpoint, streams: { ...endpoint.streams, queue: 8 } },
    });
    const feed = createFeed<Tick>();
    world.switches.ticks = () => feed;
    const asked = request(world.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
    });
    asked.end(JSON.stringify({ query: 'subscription { ticks { id price name } }' }));
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    await feed.opened;
    for (let sent = 0; !feed.hasLeft && sent < 400_000; sent++) {
      feed.push({ ticks: { id: '1', price: sent } });
      if (sent % 64 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(feed.hasLeft).toBe(true);
    let last = '';
    for await (const chunk of answer) last = (last + String(chunk)).slice(-2_000);
    expect(last).toContain('SUBSCRIBER_TOO_SLOW');
  });
});

describe('the multipart subscription protocol', () => {
  it('carries events as payloads and closes', async () => {
    await using world = await createWorld();
    const answer = await world.post({ query: 'subscription { ticks(upTo: 2) { id } }' }, { accept: parts });
    expect(answer.headers.get('content-type')).toBe(
      'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"',
    );
    expect(multipart(await answer.text(), 'graphql')).toEqual({
      bodies: [{ payload: { data: { ticks: { id: '0' } } } }, { payload: { data: { ticks: { id: '1' } } } }],
      closed: true,
    });
  });

  it('shows each event whole as soon as it happens', async () => {
    await using world = await createWorld();
    const feed = createFeed<Tick>();
    world.switches.ticks = () => feed;
    const answer = await world.post({ query: 'subscription { ticks { price } }' }, { accept: parts });
    const stream = reader(answer);
    await feed.opened;
    feed.push({ ticks: { id: '0', price: 7 } });
    // The part is delimited at once: a client need not wait for the next one to know that it is complete.
    await stream.until('{"payload":{"data":{"ticks":{"price":7}}}}\r\n--graphql');
    feed.end();
    await stream.until('--graphql--');
  });

  it('tells a client whose credential ends', async () => {
    // Seconds are what a token counts in: of a part of one, too little could be left to open a stream.
    let nowMs = Math.ceil(Date.now() / 1_000) * 1_000;
    const tokens = await createIssuer(() => nowMs);
    await using world = await createWorld({}, { verifier: tokens.verifier, nowMs: () => nowMs });
    const headers = await tokens.bearer({ exp: nowMs / 1_000 + 4 });
    nowMs += 1_000;
    const answer = await world.post(
      { query: 'subscription { quiet { id } }' },
      { ...headers, accept: parts },
    );
    const { bodies, closed } = multipart(await answer.text(), 'graphql');
    expect(bodies).toEqual([
      { payload: null, errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })] },
    ]);
    expect(closed).toBe(true);
  });
});

describe('@defer over multipart', () => {
  const query = '{ product(id: 1) { id ... @defer(label: "more") { reviews { stars } } } }';

  it('sends the first part, then what was deferred', async () => {
    await using world = await createWorld();
    const answer = await world.post({ query }, { accept: deferred });
    expect(answer.headers.get('content-type')).toBe('multipart/mixed;boundary="-";deferSpec=20220824');
    const { bodies, closed } = multipart(await answer.text(), '-');
    expect(bodies[0]).toEqual({ data: { product: { id: '1' } }, hasNext: true });
    expect(bodies[1]).toMatchObject({
      incremental: [{ label: 'more', path: ['product'], data: { reviews: [{ stars: 2 }] } }],
    });
    expect(bodies.at(-1)).toMatchObject({ hasNext: false });
    expect(closed).toBe(true);
  });

  it('is answered in one piece to a client that takes no parts', async () => {
    await using world = await createWorld();
    const answer = await world.post({ query });
    expect(await answer.json()).toEqual({ data: { product: { id: '1', reviews: [{ stars: 2 }] } } });
  });
});

describe('a stopping gateway', () => {
  it('tells the readers of its streams to come back', async () => {
    const world = await createWorld();
    const answer = await world.post({ query: 'subscription { quiet { id } }' }, { accept: events });
    const stream = reader(answer);
    await stream.until(':\n\n');
    await world.stop();
    await stream.until('event: complete');
    expect(stream.text).toContain('SHUTTING_DOWN');
  });
});
