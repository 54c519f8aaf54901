import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtProgram } from './builtCode.ts';

const root = join(import.meta.dirname, '../..');
/** How long a process may take to say that it is ready. */
const patienceMs = 300_000;

/** A process of Promesse. */
export interface ApplicationProcess {
  readonly pid: number;
  /** Everything it printed. */
  output(): string;
  /** First match of a pattern in what it printed; rejects if it ends before. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a program of the project, named by its source file, as a process: the built code, as users start it. */
export function startProcess(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): ApplicationProcess {
  const child: ChildProcess = spawn(process.execPath, [...builtProgram(file), ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      for (const listener of listeners) listener();
    });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 0));
  });
  const said = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const fail = (why: string): void =>
        reject(new Error(`${why} before it said ${pattern}:\n${text.slice(-2_000)}`));
      const late = setTimeout(() => fail(`${file} took too long`), patienceMs);
      const look = (): void => {
        const found = pattern.exec(text);
        if (found === null) return;
        clearTimeout(late);
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      void ended.then(() => {
        clearTimeout(late);
        fail(`${file} ended`);
      });
      look();
    });
  return {
    pid: child.pid ?? 0,
    output: () => text,
    said,
    ended,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}

/** A data folder for one test. */
export interface Scratch {
  readonly dir: string;
  json(file: string): Record<string, string>;
  remove(): void;
}

export function scratchDir(): Scratch {
  const dir = mkdtempSync(join(tmpdir(), 'promesse-application-'));
  return {
    dir,
    json: (file) => JSON.parse(readFileSync(join(dir, file), 'utf8')) as Record<string, string>,
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Starts the whole application in one process on a free port; resolves with its address once both endpoints serve. */
export async function startApplication(
  dir: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<{ readonly process: ApplicationProcess; readonly url: string }> {
  const application = startProcess('main.ts', ['--port', '0', '--data', dir, ...args], env);
  try {
    const [, url = ''] = await application.said(/The graph\s+(http:\/\/[^\s/]+)\/graphql/);
    return { process: application, url };
  } catch (error) {
    await application.stop('SIGKILL');
    throw error;
  }
}
