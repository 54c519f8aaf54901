import { request as rawRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createHealth } from './health.ts';
import { startHttpHost, type StartedHost } from './startHttpHost.ts';
import { jsonResponse, type HttpRoute } from './httpRoute.ts';

const log = silentLog();
let host: StartedHost | undefined;
const serve = async (...routes: HttpRoute[]): Promise<string> =>
  (host = await startHttpHost({ routes, log })).url;
afterEach(async () => {
  await host?.stop();
  host = undefined;
});

const echo: HttpRoute = {
  method: 'POST',
  path: '/echo/:name',
  maxBodyBytes: 10,
  handle: (request) =>
    Promise.resolve(jsonResponse(200, { name: request.params['name'], bytes: request.body.length })),
};

describe('the HTTP host', () => {
  it('gives a route its parameters and the bytes as they came', async () => {
    const url = await serve(echo);
    const response = await fetch(`${url}/echo/a%20b`, { method: 'POST', body: 'é' });
    expect(await response.json()).toEqual({ name: 'a b', bytes: 2 });
  });
  it('says 404 and 405', async () => {
    const url = await serve(echo);
    expect((await fetch(`${url}/none`)).status).toBe(404);
    const wrong = await fetch(`${url}/echo/x`);
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  });
  it('refuses a body over the cap, announced or not, and any compression', async () => {
    const url = await serve(echo);
    expect((await fetch(`${url}/echo/x`, { method: 'POST', body: 'x'.repeat(11) })).status).toBe(413);
    const chunked = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('x'.repeat(8)));
        controller.enqueue(new TextEncoder().encode('x'.repeat(8)));
        controller.close();
      },
    });
    const options = { method: 'POST', body: chunked, duplex: 'half' } as RequestInit;
    expect((await fetch(`${url}/echo/x`, options)).status).toBe(413);
    const zipped = await fetch(`${url}/echo/x`, {
      method: 'POST',
      body: gzipSync('x'),
      headers: { 'content-encoding': 'gzip' },
    });
    expect(zipped.status).toBe(415);
  });
  it('hides a fault of a route', async () => {
    const url = await serve({
      method: 'GET',
      path: '/x',
      handle: () => Promise.reject(new Error('secret detail')),
    });
    const response = await fetch(`${url}/x`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });
  it('finishes what is in flight when it stops, and takes nothing new', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let entered: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const url = await serve({
      method: 'GET',
      path: '/slow',
      handle: async () => {
        entered();
        await held;
        return { status: 200, body: 'done' };
      },
    });
    const answer = fetch(`${url}/slow`).then((response) => response.text());
    await inside;
    const stopped = host?.stop();
    const refused = await new Promise<string>((resolve) => {
      rawRequest(`${url}/slow`, () => resolve('answered'))
        .on('error', (error) => resolve(error.message))
        .end();
    });
    expect(refused).toContain('ECONNREFUSED');
    release();
    expect(await answer).toBe('done');
    await stopped;
  });
});

describe('health', () => {
  it('is live at once and ready when each check holds', async () => {
    let database: true | string = 'not yet';
    const url = await serve(...createHealth({ database: () => Promise.resolve(database) }).routes);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const before = await fetch(`${url}/health/ready`);
    expect([before.status, await before.json()]).toEqual([
      503,
      { status: 'not ready', checks: { database: 'not yet' } },
    ]);
    database = true;
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });
  it('takes a check that throws for one that failed, without its words', async () => {
    const url = await serve(
      ...createHealth({ database: () => Promise.reject(new Error('mongodb://user:pw@h')) }).routes,
    );
    const response = await fetch(`${url}/health/ready`);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('pw');
  });
});
