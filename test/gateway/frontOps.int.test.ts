import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { jsonResponse } from '../../platform/http/httpRoute.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { holdSlow } from './fixtures-front/shopGraph.ts';

const get = (world: { url: string }, path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, world.url), { headers });

describe('health', () => {
  it('is live always and ready when every check says so', async () => {
    let verdict: true | string = 'database away';
    await using world = await createWorld({}, { readiness: { database: () => verdict } });
    expect((await get(world, '/health/live')).status).toBe(200);
    const sick = await get(world, '/health/ready');
    expect(sick.status).toBe(503);
    expect(await sick.json()).toEqual({ status: 'not ready', checks: { database: 'database away' } });
    verdict = true;
    expect((await get(world, '/health/ready')).status).toBe(200);
  });
});

describe('draining', () => {
  it('says not ready, finishes what is under way, says goodbye to sockets and accepts nothing more', async () => {
    const world = await createWorld({ drainMs: 20_000 });
    const { asked, release } = holdSlow(world.switches);
    const socket = new WebSocket(world.wsUrl, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const goodbye = new Promise<number>((resolve) => socket.once('close', resolve));
    const slow = world.ask('{ slow }');
    await asked;
    world.gateway.startDraining();
    expect((await get(world, '/health/ready')).status).toBe(503);
    expect((await get(world, '/health/live')).status).toBe(200);
    const stopped = world.stop();
    expect(await goodbye).toBe(1001);
    release('finished');
    expect(await slow).toEqual({ data: { slow: 'finished' } });
    await stopped;
    await expect(fetch(world.url)).rejects.toThrow();
  });

  it('goes on accepting while load balancers take notice', async () => {
    const world = await createWorld({ drainNoticeMs: 40 });
    const stopped = world.stop();
    expect(world.gateway.server.listening).toBe(true);
    await stopped;
    expect(world.gateway.server.listening).toBe(false);
  });

  it('cuts what does not finish in time', async () => {
    const world = await createWorld({ drainMs: 100 });
    const asked = new Promise<void>((reached) => {
      world.switches.slow = () => {
        reached();
        return new Promise(() => undefined);
      };
    });
    const slow = world.ask('{ slow }').catch(() => 'cut');
    await asked;
    await world.stop();
    expect(await slow).toBe('cut');
  });
});

describe('routes of other subgraphs', () => {
  it('are mounted with their raw body and path parameters', async () => {
    await using world = await createWorld(
      {},
      {
        routes: [
          {
            method: 'POST',
            path: '/webhooks/:carrier',
            maxBodyBytes: 100,
            handle: ({ params, body, query }) =>
              Promise.resolve(
                jsonResponse(202, { carrier: params['carrier'], bytes: body.length, at: query.get('at') }),
              ),
          },
        ],
      },
    );
    const url = new URL('/webhooks/snail%20mail?at=7', world.url);
    const answer = await fetch(url, { method: 'POST', body: 'éé' });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ carrier: 'snail mail', bytes: 4, at: '7' });
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(101) })).status).toBe(413);
  });
});
