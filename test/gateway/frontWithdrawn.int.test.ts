import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../gateway/settings.ts';
import type { TokenVerifier } from '../../gateway/auth/authenticate.ts';
import { createFeed } from './fixtures-front/feed.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { rawSocket } from './fixtures-front/rawSocket.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const { endpoint } = defaultSettings();

/** A verifier that believes no token any more once it is told so. */
async function withdrawable() {
  const tokens = await createIssuer();
  let withdrawn = false;
  let asked = 0;
  const verifier: TokenVerifier = (token) => {
    asked++;
    return withdrawn ? Promise.reject(new Error('withdrawn')) : tokens.verifier(token);
  };
  return { ...tokens, verifier, withdraw: () => void (withdrawn = true), asked: () => asked };
}

describe('a token that is withdrawn', () => {
  it('ends open sockets with 4403 and is refused', async () => {
    const tokens = await withdrawable();
    await using world = await createWorld({ tokenRecheckMs: 50 }, { verifier: tokens.verifier });
    const bearer = await tokens.bearer();
    const client = rawSocket(world.wsUrl);
    await client.init(bearer);
    client.subscribe('1', 'subscription { ticks(upTo: 1000000) { id } }');
    await client.hears(({ type }) => type === 'next');
    tokens.withdraw();
    expect((await client.closed).code).toBe(4403);
    expect((await world.post({ query: '{ __typename }' }, bearer)).status).toBe(401);
  });

  it('ends event streams, and says why', async () => {
    const tokens = await withdrawable();
    await using world = await createWorld({ tokenRecheckMs: 50 }, { verifier: tokens.verifier });
    world.switches.ticks = () => createFeed();
    const answer = await world.post(
      { query: 'subscription { ticks(upTo: 1000000) { id } }' },
      { ...(await tokens.bearer()), accept: 'text/event-stream' },
    );
    tokens.withdraw();
    expect(await answer.text()).toContain('UNAUTHENTICATED');
  });
});

describe('bad tokens of one address', () => {
  it('are not even looked at after some, while tokens that were good before are served', async () => {
    const tokens = await withdrawable();
    await using world = await createWorld({ badTokens: 3, tokenRecheckMs: 1 }, { verifier: tokens.verifier });
    const good = await tokens.bearer();
    const statusOf = async (headers: Record<string, string>) =>
      (await world.post({ query: '{ __typename }' }, headers)).status;
    expect(await statusOf(good)).toBe(200);
    const bad = (at: number) => ({ authorization: `Bearer a.b.${at}` });
    expect([await statusOf(bad(1)), await statusOf(bad(2)), await statusOf(bad(3))]).toEqual([401, 401, 401]);
    const asked = tokens.asked();
    expect(await statusOf(bad(4))).toBe(429);
    expect(await statusOf(await tokens.bearer({ sub: 'new' }))).toBe(429);
    expect(tokens.asked()).toBe(asked);
    expect(await statusOf(good)).toBe(200);
  });
});

describe('a budget', () => {
  it('is charged for what is refused', async () => {
    const budget = { requests: 2, cost: 1_000_000, windowSeconds: 60 };
    await using world = await createWorld({ endpoint: { ...endpoint, budget } });
    await world.post({ query: '{ nothing }' });
    await world.post({ query: '{ nothing }' });
    expect((await world.post({ query: '{ __typename }' })).status).toBe(429);
  });
});

describe('a caller', () => {
  it('holds so many sockets and streams, whatever carries them', async () => {
    const sockets = { ...endpoint.sockets, perCaller: 2, streamsPerCaller: 2 };
    await using world = await createWorld({ endpoint: { ...endpoint, sockets } });
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    world.switches.ticks = () => feed;
    const subscription = 'subscription { ticks(upTo: 1000000) { id } }';
    const [first, second, third] = [rawSocket(world.wsUrl), rawSocket(world.wsUrl), rawSocket(world.wsUrl)];
    await first.init();
    await second.init();
    await third.opened;
    third.send({ type: 'connection_init' });
    expect((await third.closed).code).toBe(4429);
    first.subscribe('1', subscription);
    await feed.opened;
    const gone = new AbortController();
    const stream = await fetch(world.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: subscription }),
      signal: gone.signal,
    });
    expect(stream.status).toBe(200);
    second.subscribe('2', subscription);
    const refused = await second.hears(({ id }) => id === '2');
    expect(JSON.stringify(refused)).toContain('TOO_MANY_SUBSCRIPTIONS');
    gone.abort();
  });
});
