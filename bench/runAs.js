/*
 * node bench/runAs.js PROGRAM FILE [OPTIONS]: runs a benchmark of the source with the flags of Node that a program of the
 * launcher runs with (bin/programs.json), so that what is measured is what users run.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [program, file, ...options] = process.argv.slice(2);
const { flags } = JSON.parse(readFileSync(new URL('../bin/programs.json', import.meta.url), 'utf8'))[program];
const node = [...flags, '--conditions=source', '--import', 'tsx', file, ...options];
process.exitCode = spawnSync(process.execPath, node, { stdio: 'inherit' }).status ?? 1;
