import { readFileSync } from 'node:fs';

/** A program that `npm start`, `npm run gateway` and their like run. */
export type ProgramName = 'start' | 'gateway';

/** The flags of Node that a program is started with, from the launcher's own table: what is measured is what users start. */
export function startFlags(program: ProgramName): readonly string[] {
  const text = readFileSync(new URL('../bin/programs.json', import.meta.url), 'utf8');
  const programs = JSON.parse(text) as Readonly<Record<ProgramName, { readonly flags: readonly string[] }>>;
  return programs[program].flags;
}
