#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build.js';
import { stopWithUs } from './stopping.js';

/*
 * promesse [PROGRAM] [OPTIONS]: brings the build up to date where that is possible, and runs a program of it with the
 * flags of Node that it needs (programs.json, which the benchmarks read too). PROGRAM is `start` when none is named.
 */

const programs = JSON.parse(readFileSync(new URL('./programs.json', import.meta.url), 'utf8'));

const usage = () =>
  [
    'promesse [PROGRAM] [OPTIONS]',
    '',
    ...Object.entries(programs).map(([name, { about }]) => `  ${name.padEnd(9)} ${about}`),
    '',
  ].join('\n');

const preload = new URL('./endWithLauncher.js', import.meta.url).href;

/** Runs a program until it ends; its exit code. */
function run({ file, flags }, args) {
  const node = ['--enable-source-maps', ...flags, '--import', preload];
  const child = spawn(process.execPath, [...node, join(root, file), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // A group of its own: a signal to the whole group, as a terminal sends it, reaches the program once, through here.
    // Twice would mean "at once".
    detached: process.platform !== 'win32',
  });
  stopWithUs(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 137 : 1)));
  });
}

async function main(args) {
  const [first] = args;
  if (first === 'help' || first === '--help') return console.log(usage());
  const named = first !== undefined && !first.startsWith('-');
  const program = programs[named ? first : 'start'];
  if (program === undefined) throw new Error(`There is no program ${first}.\n\n${usage()}`);
  await buildIfNeeded((line) => console.error(line));
  if (!existsSync(join(root, program.file)))
    throw new Error(`${program.file} is missing: run npm run build.`);
  if (program === programs.start) console.log('Loading ...');
  process.exitCode = await run(program, named ? args.slice(1) : args);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
