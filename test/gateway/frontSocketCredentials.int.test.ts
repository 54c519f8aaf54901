import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { protocol, rawSocket } from './fixtures-front/rawSocket.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

describe('credentials of a socket', () => {
  it('come with the connection payload or the first request, and bad ones are refused', async () => {
    const tokens = await createIssuer();
    await using world = await createWorld({}, { verifier: tokens.verifier });
    const headers = await tokens.bearer();
    const byPayload = rawSocket(world.wsUrl);
    await byPayload.init(headers);
    const byHeader = rawSocket(world.wsUrl, protocol, { headers });
    await byHeader.init();
    for (const client of [byPayload, byHeader]) {
      client.subscribe('1', '{ secretPrice }');
      expect((await client.hears(({ type }) => type === 'next')).payload).toEqual({
        data: { secretPrice: 42 },
      });
    }
    const bad = rawSocket(world.wsUrl);
    await bad.opened;
    bad.send({ type: 'connection_init', payload: { authorization: 'Bearer nonsense' } });
    expect(await bad.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  });

  it('that cannot be checked now send the client away for a while, not for good', async () => {
    const away = () =>
      Promise.reject(new GraphQLError('no keys', { extensions: { code: 'SERVICE_UNAVAILABLE' } }));
    await using world = await createWorld({}, { verifier: away });
    const client = rawSocket(world.wsUrl);
    await client.opened;
    client.send({ type: 'connection_init', payload: { authorization: 'Bearer any' } });
    expect(await client.closed).toEqual({
      code: 1013,
      reason: 'Tokens cannot be checked at this moment; try again.',
    });
  });

  it('4500: something of ours breaks, and nothing of it shows', async () => {
    await using world = await createWorld(
      {},
      {
        verifier: () => Promise.resolve({ subject: 'anna', scopes: [] }),
        policiesFor: (identity) => {
          if ((identity as { subject: string }).subject === 'anna') throw new Error('hunter2');
          return new Set();
        },
      },
    );
    const client = rawSocket(world.wsUrl);
    await client.opened;
    client.send({ type: 'connection_init', payload: { authorization: 'Bearer any' } });
    expect(await client.closed).toEqual({ code: 4500, reason: 'Internal server error' });
  });

  it('end the streams that were opened on them', async () => {
    let nowMs = Math.ceil(Date.now() / 1_000) * 1_000;
    const tokens = await createIssuer(() => nowMs);
    await using world = await createWorld({}, { verifier: tokens.verifier, nowMs: () => nowMs });
    const exp = nowMs / 1_000 + 4;
    const client = rawSocket(world.wsUrl);
    nowMs += 1_000;
    await client.init(await tokens.bearer({ exp }));
    client.subscribe('1', 'subscription { quiet { id } }');
    const told = await client.hears(({ type }) => type === 'error');
    expect(told.payload?.[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect((await client.closed).code).toBe(4403);
  });
});
