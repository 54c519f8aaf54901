import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A command line of the README under way. */
export interface Command {
  output(): string;
  /** First match in what it prints; rejects if it ends before. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Sends a signal to the command alone, not to what it started. The line begins with `exec`, or it is for the shell. */
  tell(signal: NodeJS.Signals): void;
  /** Ends it with everything it started. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Runs a command line as a person would, from the top folder. */
export function runCommand(line: string, env: Readonly<Record<string, string>> = {}): Command {
  const child = spawn('bash', ['-c', line], {
    cwd: root,
    // npm hands its own settings down to what it runs; a person's shell has none of them.
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  const looks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      for (const look of looks) look();
    });
  let isOver = false;
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => {
      isOver = true;
      resolve(code ?? signal ?? 0);
      for (const look of looks) look();
    });
  });
  return {
    ended,
    output: () => text,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(text);
          if (found === null && !isOver) return;
          looks.delete(look);
          if (found === null) reject(new Error(`${line} ended before it said ${String(pattern)}:\n${text}`));
          else resolve(found);
        };
        looks.add(look);
        look();
      }),
    tell: (signal) => void child.kill(signal),
    stop: async (signal = 'SIGTERM') => {
      if (!isOver && child.pid !== undefined) process.kill(-child.pid, signal);
      await ended;
    },
  };
}
