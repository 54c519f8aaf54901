import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A program that `npm start`, `npm run gateway` and their like run. */
export type ProgramName = 'start' | 'gateway';

/** A built program as the launcher starts it. */
export interface BuiltProgram {
  /** Path of its first file. */
  readonly file: string;
  /** Flags for Node. */
  readonly flags: readonly string[];
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
let isBuilt = false;

/**
 * A program of the launcher's own table, its build brought up to date (once in a run): what is measured is what users
 * start.
 */
export function builtProgram(program: ProgramName): BuiltProgram {
  if (!isBuilt) {
    const { status } = spawnSync(process.execPath, [here('../bin/build.js'), '--noCheck'], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('The build failed; nothing is measured.');
    isBuilt = true;
  }
  const programs = JSON.parse(readFileSync(here('../bin/programs.json'), 'utf8')) as Readonly<
    Record<ProgramName, BuiltProgram>
  >;
  const { file, flags } = programs[program];
  return { file: here(`../${file}`), flags: ['--enable-source-maps', ...flags] };
}
