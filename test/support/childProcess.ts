import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { waitFor } from './waitFor.ts';

/** A started program, with what it printed. */
export interface Child {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Wait for a line that matches, and give it. */
  line(pattern: RegExp, timeoutMs?: number): Promise<string>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** End it if it still runs. */
  kill(): Promise<void>;
}

/** Run a file in a process of its own, TypeScript by a loader; `node` are flags for Node itself. */
export function runProgram(
  file: string,
  options: { node?: readonly string[]; args?: readonly string[]; env?: Record<string, string> } = {},
): Child {
  const { node = [], args = [], env } = options;
  const loader = file.endsWith('.ts') ? ['--conditions=source', '--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...node, ...loader, file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? -1));
  });
  let isOver = false;
  void ended.then(() => (isOver = true));
  return {
    process: child,
    lines,
    ended,
    line: (pattern, timeoutMs = 30_000) =>
      waitFor(`the program to print ${String(pattern)}`, () => lines.find((line) => pattern.test(line)), {
        timeoutMs,
      }),
    kill: async () => {
      if (!isOver) child.kill('SIGKILL');
      await ended;
    },
  };
}
