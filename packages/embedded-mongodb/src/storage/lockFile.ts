import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Who holds a data directory: the process, when it started, and which of its servers. */
interface Owner {
  readonly pid: number;
  /** Tells a process from a later one of the same number; empty where the system does not say. */
  readonly born: string;
  readonly server: string;
}

const held = new Set<string>();
let servers = 0;

/**
 * Takes a data directory for one server; two would not see each other's changes. The result gives it back.
 * A lock left behind by a process that no longer runs is taken over.
 */
export function lockDirectory(dataDir: string): () => void {
  const file = join(dataDir, 'promesse.lock');
  const owner: Owner = { pid: process.pid, born: birthOf(process.pid), server: `${threadId}.${++servers}` };
  if (!tryWrite(file, owner)) {
    const other = readOwner(file);
    if (other && isAlive(other))
      throw new Error(
        `${dataDir} is in use by process ${other.pid}: stop it, or give this server a directory of its own.`,
      );
    rmSync(file, { force: true });
    if (!tryWrite(file, owner)) throw new Error(`${dataDir} was just taken by another process.`);
  }
  held.add(owner.server);
  return () => {
    if (!held.delete(owner.server)) return;
    rmSync(file, { force: true });
  };
}

function tryWrite(file: string, owner: Owner): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  writeSync(descriptor, JSON.stringify(owner));
  closeSync(descriptor);
  return true;
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, born, server }: Owner): boolean {
  if (pid === process.pid)
    return born === birthOf(pid) && (held.has(server) || !server.startsWith(`${threadId}.`));
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return birthOf(pid) === born && !isZombie(pid);
}

function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** When a process started, in clock ticks since the machine did. Known on Linux only. */
function birthOf(pid: number): string {
  return statOf(pid)[19] ?? '';
}

function isZombie(pid: number): boolean {
  return statOf(pid)[0] === 'Z';
}
