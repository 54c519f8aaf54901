import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Brings the build up to date. Tests that start whole processes start what users start, and start it quickly. */
export function bringBuildUpToDate(): void {
  const build = [join(root, 'bin/build.js'), '--if-needed'];
  if (spawnSync(process.execPath, build, { stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0)
    throw new Error('The build failed.');
}

/** The flags of Node that the launcher gives to its programs, by their built file. */
const flagsOf = new Map(
  Object.values(
    JSON.parse(readFileSync(join(root, 'bin/programs.json'), 'utf8')) as Readonly<
      Record<string, { readonly file: string; readonly flags: readonly string[] }>
    >,
  ).map(({ file, flags }) => [file, flags]),
);

/** Arguments of Node that run what a source file (such as `main.ts`) is built to, as the launcher runs it. */
export function builtProgram(source: string): string[] {
  const script = source.replace(/\.ts$/, '.js');
  const file = source.startsWith('packages/') ? script.replace('/src/', '/dist/') : `dist/${script}`;
  return ['--enable-source-maps', ...(flagsOf.get(file) ?? []), join(root, file)];
}
