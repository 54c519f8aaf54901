import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The embedded server in a process of its own. */
export interface ServerProcess {
  uri: string;
  pid: number;
  /** SIGKILL: the process ends where it stands. Resolves when it is gone. */
  kill(): Promise<void>;
}

const child = fileURLToPath(new URL('./serverChild.ts', import.meta.url));

/** How the process is held. */
export interface ServerLimits {
  /** No file of the process may grow beyond this, as on a disk that is full. In blocks of 512 bytes. */
  fileBlocks?: number;
}

/** Starts the embedded server over a data directory; rejects with what it printed when it does not come up. */
export async function startServerProcess(dataDir: string, limits: ServerLimits = {}): Promise<ServerProcess> {
  const limit = limits.fileBlocks === undefined ? '' : `ulimit -f ${limits.fileBlocks}; `;
  const server = spawn(
    'sh',
    ['-c', `${limit}exec "$0" --conditions=source --import tsx "$@"`, process.execPath, child, dataDir],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  let printed = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const exited = once(server, 'exit');
  const uri = await Promise.race([
    once(server, 'message').then(([message]) => (message as { uri: string }).uri),
    exited.then(() => Promise.reject(new Error(`the server did not start: ${printed}`))),
  ]);
  return {
    uri,
    pid: server.pid as number,
    kill: async () => {
      server.kill('SIGKILL');
      await exited;
    },
  };
}
