import { createServer, type AddressInfo } from 'node:net';
import { expect, describe, it } from 'vitest';
import { nodeFault, requireFreePort } from '../../main/startChecks.ts';

describe('before anything is started', () => {
  it.each(['v20.19.0', 'v20.20.1', 'v22.0.0', 'v24.1.0'])('Node %s will do', (version) => {
    expect(nodeFault(version)).toBeUndefined();
  });
  it.each(['v18.20.4', 'v20.18.3', 'v16.0.0'])('Node %s is told apart', (version) => {
    expect(nodeFault(version)).toBe(`Promesse needs Node 20.19 or newer; this is ${version}.`);
  });

  it('a port that is taken is named, and one that is free is left free', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(requireFreePort(port, '127.0.0.1')).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use`);
    await new Promise((resolve) => server.close(resolve));
    await requireFreePort(port, '127.0.0.1');
    await requireFreePort(port, '127.0.0.1');
    await requireFreePort(0, '127.0.0.1');
  });
  it('an address that is not ours is named', async () => {
    await expect(requireFreePort(4_000, '203.0.113.7')).rejects.toThrow('set HOST');
  });
});
