import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.js';

/** The folder of the repository, or of a production image that holds `dist` and the installed packages. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const sourceFolders = [
  'console',
  'gateway',
  'main',
  'packages',
  'platform',
  'retailer',
  'schema',
  'subgraphs',
  'tools',
];
const sourceFiles = [
  'main.ts',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.build.json',
  'bin/build.js',
];
const skipped = new Set(['node_modules', 'dist', 'test', 'bench', 'generated-docs']);
/** Folders of files that are read at run time, and which of them. */
const assets = {
  console: /safelist\.json$/,
  schema: /\.(graphql|json)$/,
  tools: /\.(html|css|json)$/,
  gateway: /\.(html|css)$/,
};
const stampFile = join(root, 'dist/build.stamp');

function* filesUnder(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) yield* filesUnder(path);
    } else if (entry.isFile()) yield path;
  }
}

/** Names, sizes and times of everything the build is made of, in a few letters. */
function stampOfSources() {
  const hash = createHash('sha256');
  const folders = sourceFolders.filter((folder) => existsSync(join(root, folder)));
  const files = [...sourceFiles, ...folders.flatMap((folder) => [...filesUnder(folder)])].sort();
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file), { throwIfNoEntry: false }) ?? {};
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('base64url');
}

/** The packages that are built, by folder. */
const packages = () =>
  readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
const isBuilt = () =>
  existsSync(join(root, 'dist/main.js')) &&
  existsSync(join(root, 'dist/console/web/build.stamp')) &&
  packages().every((folder) => existsSync(join(root, folder, 'dist/tsconfig.tsbuildinfo')));
const isUpToDate = (stamp) => isBuilt() && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;

/** The compiler's program; undefined where only what runs is installed. */
function compiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
  } catch {
    return undefined;
  }
}

/** The project names folders, not its first files: `tsc -b` looks at the times of named files alone. */
function compile(program, flags) {
  const child = spawn(process.execPath, [program, '-b', 'tsconfig.build.json', ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`The build failed (${signal ?? `tsc ended with ${code}`}); nothing was started.`)),
    );
  });
}

/** The web application, which its own script builds while the compiler runs; it does nothing when nothing changed. */
function buildConsole() {
  const child = spawn(process.execPath, [join(root, 'console/build.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`The build of the console failed (${signal ?? `ended with ${code}`}).`)),
    );
  });
}

function copyAssets() {
  for (const [folder, wanted] of Object.entries(assets))
    for (const file of filesUnder(folder))
      if (wanted.test(file)) {
        mkdirSync(dirname(join(root, 'dist', file)), { recursive: true });
        cpSync(join(root, file), join(root, 'dist', file));
      }
}

/** Builds all; `flags` are for `tsc -b`. */
async function build(program, flags) {
  // Taken first: what changes while the compiler runs is built the next time.
  const stamp = stampOfSources();
  await Promise.all([compile(program, flags), buildConsole()]);
  copyAssets();
  writeFileSync(stampFile, stamp);
}

/**
 * Builds what changed since the last build; `say` gets a line when there is something to do. Types are not checked here
 * (`npm run build` and `npm run types` do), so that a start does not wait for it. Where no compiler is installed, as in
 * production, the build that is there is taken as it is.
 */
export async function buildIfNeeded(say) {
  const program = existsSync(join(root, 'main.ts')) ? compiler() : undefined;
  if (program === undefined) {
    if (!isBuilt()) throw new Error('There is no build: run npm run build with all dependencies installed.');
    return;
  }
  if (isUpToDate(stampOfSources())) return;
  await withLock(join(root, 'node_modules/.promesse-build.lock'), async () => {
    // Another process may have built meanwhile.
    if (isUpToDate(stampOfSources())) return;
    const began = performance.now();
    say(`Building${isBuilt() ? ' what changed' : ', once, which takes some seconds'} ...`);
    await build(program, ['--noCheck']);
    say(`Built in ${((performance.now() - began) / 1_000).toFixed(1)} s.`);
  });
}

/** `node bin/build.js [--if-needed | FLAGS OF tsc -b]` */
async function main(flags) {
  if (flags.includes('--if-needed')) return buildIfNeeded((line) => console.error(line));
  const program = compiler();
  if (program === undefined) throw new Error('The compiler is missing: run npm ci.');
  await withLock(join(root, 'node_modules/.promesse-build.lock'), () => build(program, flags));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
