import { describe, expect, it } from 'vitest';
import { checkServer, type AskedServer } from './checkServer.ts';

/** A connection whose server says these things of itself. */
function serverSaying(hello: Readonly<Record<string, unknown>>, version: string): AskedServer {
  const command = (asked: object) => Promise.resolve('hello' in asked ? hello : { version });
  return { getClient: () => ({ db: () => ({ command }) }) };
}

describe('the start-up check', () => {
  it.each([
    ['a standalone server', {}, '7.0.0', 'standalone'],
    ['a server older than 5.0', { setName: 'rs' }, '4.4.29', '4.4.29'],
    ['a server that hides its version', { setName: 'rs' }, '', 'needs 5.0'],
    ['a server that takes no writes', { setName: 'rs', readOnly: true }, '7.0.0', 'only lets us read'],
  ])('refuses %s', async (_what, hello, version, message) => {
    await expect(checkServer(serverSaying(hello, version))).rejects.toThrow(message);
  });
  it.each([
    ['a replica set', { setName: 'rs' }],
    ['a sharded cluster', { msg: 'isdbgrid' }],
  ])('takes %s', async (_what, hello) => {
    await expect(checkServer(serverSaying(hello, '7.0.14'))).resolves.toBeUndefined();
  });
});
