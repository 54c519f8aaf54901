import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './fixtures-front/frontWorld.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** A request as bytes, where fetch would tidy it up. */
const raw = (url: string, headers: Record<string, string>, body: Buffer | string, method = 'POST') =>
  new Promise<RawAnswer>((resolve, reject) => {
    const sent = request(url, { method, headers }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

const codeOf = (answer: { text: string }): unknown =>
  (JSON.parse(answer.text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('GraphQL over HTTP', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.stop());

  it.each(['url', 'partnerUrl'] as const)(
    'passes the whole audit without an error or a warning at %s',
    async (endpoint) => {
      const results = await auditServer({ url: world[endpoint], fetchFn: fetch });
      expect(results.length).toBeGreaterThanOrEqual(61);
      expect(
        results.filter(({ status }) => status === 'error' || status === 'warn').map(({ name }) => name),
      ).toEqual([]);
    },
  );

  it('answers a GET query that says it is not forged, and refuses one that does not', async () => {
    const url = `${world.url}?${new URLSearchParams({ query: 'query P($n: Int) { products(first: $n) { id } }', variables: '{"n":1}' })}`;
    const trusted = await fetch(url, { headers: { 'graphql-require-preflight': '1' } });
    expect(await trusted.json()).toEqual({ data: { products: [{ id: '0' }] } });
    const forged = await fetch(url);
    expect(forged.status).toBe(400);
    expect(await forged.json()).toMatchObject({ errors: [{ extensions: { code: 'CSRF_PREVENTED' } }] });
  });

  it('runs no mutation by GET', async () => {
    const query = 'mutation { rename(id: 1, name: "x") { name } }';
    const answer = await fetch(`${world.url}?${new URLSearchParams({ query })}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('refuses other methods with what is allowed', async () => {
    const answer = await fetch(world.url, { method: 'PUT', body: '{}' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, POST, OPTIONS');
  });

  it('refuses a batch', async () => {
    const answer = await world.post([{ query: '{ __typename }' }]);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ message: expect.stringContaining('Batched') }] });
  });

  it('refuses a body above 256 KB, declared or not, as GraphQL JSON', async () => {
    const long = JSON.stringify({ query: `{ __typename } #${'x'.repeat(256 * 1024)}` });
    const declared = await world.post(long);
    expect(declared.status).toBe(413);
    expect(declared.headers.get('content-type')).toContain('application/json');
    const chunked = await raw(
      world.url,
      { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      long,
    );
    expect(chunked.status).toBe(413);
    expect(codeOf(chunked)).toBe('PAYLOAD_TOO_LARGE');
  });

  it('inflates nothing', async () => {
    const zipped = gzipSync(JSON.stringify({ query: '{ __typename }' }));
    const answer = await raw(
      world.url,
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      zipped,
    );
    expect(answer.status).toBe(415);
    expect(codeOf(answer)).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  it('reads UTF-8 only', async () => {
    const text = JSON.stringify({ query: '{ __typename }' });
    const utf16 = await raw(
      world.url,
      { 'content-type': 'application/json; charset=utf-16' },
      Buffer.from(text, 'utf16le'),
    );
    expect(utf16.status).toBe(415);
    const broken = Buffer.concat([
      Buffer.from('{"query":"{ __typename } #'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}'),
    ]);
    const bytes = await raw(world.url, { 'content-type': 'application/json' }, broken);
    expect(bytes.status).toBe(400);
    expect(codeOf(bytes)).toBe('BAD_REQUEST');
  });

  it('answers 406 to a client that takes nothing it speaks', async () => {
    const answer = await world.post({ query: '{ __typename }' }, { accept: 'image/png' });
    expect(answer.status).toBe(406);
  });

  it('keeps a harmless request id and replaces a hostile one', async () => {
    const kept = await world.post({ query: '{ __typename }' }, { 'x-request-id': 'mobile-12345678' });
    expect(kept.headers.get('x-request-id')).toBe('mobile-12345678');
    const replaced = await world.post(
      { query: '{ __typename }' },
      { 'x-request-id': '<script>alert(1)</script>' },
    );
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f]{12}-[0-9a-z]+$/);
  });

  it('shows an id instead of a bug, and a coded error as it is but for its stack', async () => {
    const answer = await world.ask('{ broken coded }');
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    const [bug, coded] = answer.errors ?? [];
    expect(bug).toMatchObject({ path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(bug?.message).toContain(String(bug?.extensions?.['errorId']));
    expect(coded).toMatchObject({ message: 'There are none left.', extensions: { code: 'OUT_OF_STOCK' } });
    expect(coded?.extensions).not.toHaveProperty('stacktrace');
  });

  it('learns a persisted query and then runs it by its hash alone', async () => {
    const query = '{ products(first: 2) { name } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    const unknown = await world.post({ extensions });
    expect(await unknown.json()).toMatchObject({
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    await world.post({ query, extensions });
    const known = await world.post({ extensions });
    expect(await known.json()).toEqual({ data: { products: [{ name: 'Chair' }, { name: 'Table' }] } });
  });

  it('refuses a persisted query whose hash is not that of its text', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256('{ other }') } };
    const answer = await world.post({ query: '{ __typename }', extensions });
    expect(answer.status).toBe(400);
  });

  it('does not learn a text that is not valid', async () => {
    const query = '{ nothingOfTheKind }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    await world.post({ query, extensions });
    const later = await world.post({ extensions });
    expect(await later.json()).toMatchObject({ errors: [{ message: 'PersistedQueryNotFound' }] });
  });

  it('knows nothing of the other paths', async () => {
    const answer = await fetch(new URL('/elsewhere', world.url));
    expect(answer.status).toBe(404);
  });
});
