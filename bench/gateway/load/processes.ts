import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createInterface } from 'node:readline';

/** A process under measurement. */
export interface Measured {
  readonly pid: number;
  /** CPU it has used so far, user and system, all threads, seconds. */
  cpuSeconds(): number;
  rssMb(): number;
  kill(): Promise<void>;
}

/** Kernel clock ticks per second, as /proc counts CPU time. */
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']).toString());

/** Keeps this process, and all it starts from now on, on one core. */
export function pinSelf(core: number): void {
  execFileSync('taskset', ['-acp', String(core), String(process.pid)]);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function measured(child: ChildProcess): Measured {
  const pid = child.pid!;
  let isOver = false;
  const ended = once(child, 'exit').then(() => (isOver = true));
  return {
    pid,
    cpuSeconds() {
      // The name of the program may hold blanks; what follows its closing bracket does not.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    },
    rssMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024,
    async kill() {
      if (!isOver) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Starts node on one core and waits until `port` is open; says what it printed when it does not come up. */
export async function startOnCore(
  core: number,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  port: number,
): Promise<Measured> {
  const child = spawn('taskset', ['-c', String(core), process.execPath, ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      APOLLO_TELEMETRY_DISABLED: 'true',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-2_000));
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const process_ = measured(child);
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) break;
    if (await isOpen(port)) return process_;
    await pause(100);
  }
  await process_.kill();
  throw new Error(`did not start: ${said.trim()}`);
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** What the process of the subgraphs printed when it was ready. */
export interface Subgraphs {
  readonly base: string;
  readonly feed: string;
  /** PKCS #8 text of the key whose public half is at `base`/jwks. */
  readonly privateKey: string;
  kill(): Promise<void>;
}

/** Starts the subgraphs on the core of the caller. */
export async function startSubgraphs(file: string): Promise<Subgraphs> {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', file], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const process_ = measured(child);
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(() => ['']),
  ])) as [string];
  if (line === '') throw new Error('the subgraphs did not start');
  const said = JSON.parse(line) as { port: number; feed: number; privateKey: string };
  return {
    base: `http://127.0.0.1:${said.port}`,
    feed: `http://127.0.0.1:${said.feed}/graphql`,
    privateKey: said.privateKey,
    kill: () => process_.kill(),
  };
}
