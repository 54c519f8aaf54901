import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of the replay's own, on scratch data. */
export interface ScratchServer {
  readonly url: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** How long the server may take to be ready. */
const patienceMs = 120_000;

/** Starts an empty application under a simulated clock that begins at `startMs`. */
export async function startScratchServer(startMs: number): Promise<ScratchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'promesse-replay-'));
  // Built code starts the built server, source the source.
  const program = import.meta.filename.endsWith('.ts')
    ? ['--conditions=source', '--import', 'tsx', 'main.ts']
    : ['main.js'];
  const args = [
    ...program,
    '--port',
    '0',
    '--data',
    dataDir,
    '--empty',
    '--clock',
    new Date(startMs).toISOString(),
  ];
  const child = spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let seen = '';
    const late = setTimeout(() => reject(new Error('The server was not ready in time.')), patienceMs);
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString('utf8');
      const found = /(http:\/\/[^\s/]+)\/graphql/.exec(seen)?.[1];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
    void gone.then(() => {
      clearTimeout(late);
      reject(new Error(`The server ended before it was ready: ${seen}`));
    });
  });
  return {
    url,
    dataDir,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
