import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../platform/http/httpRoute.ts';
import { developmentSignIn } from './developmentSignIn.ts';
import { oidcSignIn } from './oidcSignIn.ts';
import { createSealed } from './sealed.ts';
import { ownPath, sessionRoutes } from './sessionRoutes.ts';
import type { SignIn } from './signIn.ts';

const agent = { subject: 'agent-1', kind: 'agent', scopes: ['orders:read'] } as const;
const guest = { subject: 'guest-1', kind: 'guest', scopes: [] } as const;
const json = { 'content-type': 'application/json' };

function openSessions(signIn: SignIn, publicUrl = 'https://shop.example') {
  const nowMs = () => 1_000_000;
  const routes = sessionRoutes({
    ...{ signIn, publicUrl: () => publicUrl, nowMs },
    sealed: createSealed('secret', 'sessions', nowMs),
    verify: (token) =>
      Promise.resolve({ ...(JSON.parse(token) as typeof agent), expiresAt: 2_000, scopes: [] }),
  });
  return (method: string, path: string, given: Partial<HttpRequest> = {}): Promise<HttpResponse> => {
    const route = routes.find((each) => each.method === method && each.path === path);
    if (route === undefined) throw new Error(`There is no ${method} ${path}.`);
    const request = {
      ...{ method, path, headers: json, params: {}, query: new URLSearchParams(), body: Buffer.from('{}') },
      ...{ signal: new AbortController().signal, ...given },
    };
    return route.handle(request);
  };
}
const development = () =>
  developmentSignIn({ agent: { ...agent, scopes: [] }, guest: { ...guest, scopes: [] } }, (identity) =>
    Promise.resolve(JSON.stringify(identity)),
  );
const cookieIn = ({ headers = {} }: HttpResponse): string => headers['set-cookie']?.split(';')[0] ?? '';
const bodyOf = ({ body }: HttpResponse): unknown => JSON.parse(String(body));

describe('a session', () => {
  it('is kept by a cookie that scripts cannot read, and gives new tokens', async () => {
    const ask = openSessions(development());
    const taken = await ask('POST', '/session/role', { body: Buffer.from('{"role":"agent"}') });
    expect(bodyOf(taken)).toMatchObject({ signedIn: true, identity: { subject: 'agent-1', kind: 'agent' } });
    expect(taken.headers?.['set-cookie']).toMatch(/; HttpOnly; SameSite=Strict; Secure$/);
    const cookie = cookieIn(taken);
    const renewed = await ask('POST', '/session/token', { headers: { ...json, cookie } });
    expect(bodyOf(renewed)).toMatchObject({ signedIn: true, identity: { subject: 'agent-1' } });
    const ended = await ask('POST', '/session/end', { headers: { ...json, cookie } });
    expect(bodyOf(ended)).toMatchObject({ signedIn: false });
    expect(ended.headers?.['set-cookie']).toContain('Max-Age=0');
  });

  it('of a visitor keeps the visitor', async () => {
    const ask = openSessions(development());
    const came = await ask('POST', '/session/guest');
    const { identity } = bodyOf(came) as { identity: { subject: string } };
    expect(identity.subject).toMatch(/^guest-[0-9a-f-]{36}$/);
    const again = await ask('POST', '/session/token', { headers: { ...json, cookie: cookieIn(came) } });
    expect(bodyOf(again)).toMatchObject({ identity: { subject: identity.subject } });
  });

  it('is not given for a changed cookie, an unknown role, or to another site', async () => {
    const ask = openSessions(development());
    const taken = await ask('POST', '/session/role', { body: Buffer.from('{"role":"agent"}') });
    const changed = cookieIn(taken).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const cookie of ['', 'promesse_session=nonsense', `${changed}x`])
      expect(bodyOf(await ask('POST', '/session/token', { headers: { ...json, cookie } }))).toMatchObject({
        signedIn: false,
      });
    for (const role of ['{"role":"system"}', '{"role":"__proto__"}', '{"role":1}', 'nonsense', ''])
      expect((await ask('POST', '/session/role', { body: Buffer.from(role) })).status).toBe(404);
    for (const headers of [
      {},
      { 'content-type': 'text/plain' },
      { ...json, 'sec-fetch-site': 'cross-site' },
      { ...json, 'sec-fetch-site': 'same-site' },
    ])
      for (const path of ['/session/token', '/session/role', '/session/guest', '/session/end'])
        expect((await ask('POST', path, { headers })).status).toBe(403);
  });

  it('leads back into the application only', () => {
    for (const path of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      'javascript:1',
      '',
      null,
    ])
      expect(ownPath(path)).toBe('/');
    for (const path of ['/desk', '/desk/orders/1?tab=money&a=b', '/shop']) expect(ownPath(path)).toBe(path);
  });
});

describe('signing in with a provider', () => {
  const tokens = { access_token: JSON.stringify(agent), refresh_token: 'refresh-1' };
  function openProvider() {
    const asked: URLSearchParams[] = [];
    const answer: typeof fetch = (address, init) => {
      if (String(address).endsWith('/.well-known/openid-configuration'))
        return Promise.resolve(
          Response.json({
            authorization_endpoint: 'https://id.example/authorize',
            token_endpoint: 'https://id.example/token',
          }),
        );
      asked.push(init?.body as URLSearchParams);
      return Promise.resolve(Response.json(tokens));
    };
    const signIn = oidcSignIn({
      ...{ issuer: 'https://id.example/', clientId: 'console', scopes: 'openid', audience: 'promesse' },
      fetch: answer,
    });
    return { asked, ask: openSessions(signIn) };
  }

  it('goes there with a challenge, comes back with a code, and is renewed', async () => {
    const { ask, asked } = openProvider();
    const query = new URLSearchParams({ return: '/desk' });
    const sent = await ask('GET', '/session/sign-in', { query });
    const address = new URL(sent.headers?.['location'] ?? '');
    expect(address.origin + address.pathname).toBe('https://id.example/authorize');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      ...{ response_type: 'code', client_id: 'console', code_challenge_method: 'S256' },
      redirect_uri: 'https://shop.example/session/callback',
    });
    const state = address.searchParams.get('state') ?? '';
    const back = await ask('GET', '/session/callback', {
      query: new URLSearchParams({ state, code: 'c-1' }),
      headers: { cookie: cookieIn(sent) },
    });
    expect(back.headers?.['location']).toBe('/desk');
    expect(asked[0]?.get('code')).toBe('c-1');
    expect(asked[0]?.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    await ask('POST', '/session/token', { headers: { ...json, cookie: cookieIn(back) } });
    expect(asked[1]?.get('refresh_token')).toBe('refresh-1');
  });

  it('is refused without the state, with another one, or without what was remembered', async () => {
    const { ask, asked } = openProvider();
    const sent = await ask('GET', '/session/sign-in');
    const state = new URL(sent.headers?.['location'] ?? '').searchParams.get('state') ?? '';
    const cookie = cookieIn(sent);
    for (const [query, header] of [
      [{ code: 'c' }, cookie],
      [{ code: 'c', state: 'another' }, cookie],
      [{ code: 'c', state }, ''],
      [{ state }, cookie],
    ] as const) {
      const back = await ask('GET', '/session/callback', {
        ...{ query: new URLSearchParams(query), headers: { cookie: header } },
      });
      expect(back.headers?.['location']).toBe('/sign-in?failed=1');
    }
    expect(asked).toEqual([]);
  });
});
