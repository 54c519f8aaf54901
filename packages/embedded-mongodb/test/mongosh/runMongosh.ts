import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** Whether the shell has been installed in this folder: it is no dependency of the project. */
export const hasMongosh = existsSync(join(import.meta.dirname, 'node_modules/mongosh'));

/** What the shell said, and whether it was content. */
export interface ShellResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a script in MongoDB's own shell against a server, without anybody at the keys; its settings live in a directory of their own. */
export async function runMongosh(uri: string, script: string): Promise<ShellResult> {
  const home = await mkdtemp(join(tmpdir(), 'promesse-mongosh-'));
  const env = { HOME: home, NO_COLOR: '1' };
  const args = [resolve('mongosh/bin/mongosh.js'), uri, '--quiet', '--norc', '--eval', script];
  const shell = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  shell.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  shell.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((done) => shell.once('close', done));
  await rm(home, { recursive: true, force: true });
  return { code, stdout: stdout.trim(), stderr: stderr.trim() };
}
