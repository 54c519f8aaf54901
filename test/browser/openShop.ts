import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../support/applicationProcess.ts';

/** A port that was free a moment ago: links in messages need one that is known before the start. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The whole application as `npm start` runs it, with the ready-made retailer, in a folder of its own. */
export async function openShop() {
  const data = mkdtempSync(join(tmpdir(), 'promesse-browser-'));
  const port = await freePort();
  const application = startProcess('main.ts', ['--port', String(port), '--data', data]);
  await application.said(/Three things to try/);
  const tokens = JSON.parse(readFileSync(join(data, 'dev-tokens.json'), 'utf8')) as Record<string, string>;
  return {
    origin: `http://127.0.0.1:${port}`,
    tokenOf: (role: string): string => tokens[role] ?? '',
    async stop(): Promise<void> {
      await application.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
