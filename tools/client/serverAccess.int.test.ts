import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServer, type GraphServer } from './graphClient.ts';
import { readDevTokens, requireAccess } from './serverAccess.ts';

const options = { urlOption: '--url', dataOption: '--data' };

describe('a tool that needs a running server', () => {
  let dir = '';
  let http: Server;
  let client: GraphServer;
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'promesse-tool-'));
    http = createServer((request, response) => {
      const believed = request.headers.authorization === 'Bearer good';
      const refusal = { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] };
      const answer = believed ? { data: { __typename: 'Query' } } : refusal;
      response.end(request.url === '/health/live' ? '{}' : JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    client = openServer(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  });
  const closeServer = () => new Promise((resolve) => http.close(resolve));
  afterEach(async () => {
    await client.close();
    await closeServer();
    rmSync(dir, { recursive: true, force: true });
  });

  it('reads the tokens of its data folder', () => {
    writeFileSync(join(dir, 'dev-tokens.json'), '{"admin":"good"}');
    expect(readDevTokens(dir, options)).toEqual({ admin: 'good' });
  });
  it.each([undefined, 'no JSON'])('says where tokens come from when the file holds %s', (text) => {
    if (text !== undefined) writeFileSync(join(dir, 'dev-tokens.json'), text);
    expect(() => readDevTokens(dir, options)).toThrow(
      'Name the data folder of the running server with --data',
    );
  });
  it('goes on where the token is accepted', async () => {
    await requireAccess(client, 'good', dir, options);
  });
  it('says that the tokens are of another server', async () => {
    await expect(requireAccess(client, 'bad', dir, options)).rejects.toThrow('does not accept the tokens of');
  });
  it('says that nobody is there', async () => {
    await closeServer();
    await expect(requireAccess(client, 'good', dir, options)).rejects.toThrow('Start one with npm start');
  });
});
