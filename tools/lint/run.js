// Lints the whole repository, or the paths given. ESLint is installed beside this file when it is not there yet: its 96
// packages are nothing that building, running or testing needs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const program = join(here, 'node_modules/eslint/bin/eslint.js');

/** Runs a command in the repository's folder; ends this process when it fails. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(program)) run('npm', ['ci', '--ignore-scripts', '--prefix', 'tools/lint']);
const given = process.argv.slice(2);
run(process.execPath, [
  program,
  '--config',
  join(here, 'eslint.config.js'),
  ...(given.length > 0 ? given : ['.']),
]);
