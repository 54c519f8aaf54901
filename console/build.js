// Builds the web application into dist/console/web when its sources have changed since the last time, and fails when a
// face weighs more than it may.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');
const target = join(root, 'dist/console/web');
const stampFile = join(target, 'build.stamp');

/** Most JavaScript, in kilobytes after gzip, that opening a face may load. */
const limitsKb = { tracking: 40, shop: 130, desk: 220, store: 220, tower: 220 };
/** The module each face begins with; the tracking page loads nothing of the application. */
const faceModules = {
  shop: 'faces/shop/pages/ShopFace.tsx',
  desk: 'faces/desk/pages/DeskFace.tsx',
  store: 'faces/store/pages/StoreFace.tsx',
  tower: 'faces/tower/pages/TowerFace.tsx',
};
const islandModule = 'faces/track/island.ts';

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== 'server') yield* filesUnder(path);
    } else if (!/\.(md|test\.ts)$/.test(entry.name)) yield path;
  }
}

/** Names and contents of everything the build is made of, in a few letters. */
function stampOfSources() {
  const hash = createHash('sha256');
  for (const file of [...filesUnder(here), join(root, 'package-lock.json')].sort())
    hash
      .update(`${file.slice(root.length)}\n`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('base64url');
}

/** What is loaded before the module runs: it and all it imports at once. */
function loadedBy(manifest, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of manifest[name].imports ?? []) loadedBy(manifest, next, found);
  return found;
}

/** Kilobytes after gzip of the scripts that opening each face loads. */
function weights() {
  const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'));
  const kbOf = (names) => {
    const files = new Set(
      [...names].map((name) => manifest[name].file).filter((file) => file.endsWith('.js')),
    );
    const bytes = [...files].map((file) => gzipSync(readFileSync(join(target, file)), { level: 9 }).length);
    return Math.round(bytes.reduce((sum, each) => sum + each, 0) / 102.4) / 10;
  };
  const start = loadedBy(manifest, 'index.html');
  const faces = Object.entries(faceModules).map(([face, module]) => [
    face,
    kbOf(new Set([...start, ...loadedBy(manifest, module)])),
  ]);
  return { tracking: kbOf(loadedBy(manifest, islandModule)), ...Object.fromEntries(faces) };
}

async function buildAll() {
  // Libraries look at it while they are bundled; tests set it otherwise.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    // Texts of the application are the same wherever it is built.
    mode: 'production',
    build: {
      outDir: target,
      emptyOutDir: true,
      manifest: 'manifest.json',
      target: 'es2023',
      modulePreload: { polyfill: false },
      // A data: URL would have to be allowed by the policy.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: { input: { app: join(here, 'index.html'), track: join(here, islandModule) } },
    },
  });
}

/** Builds what changed; throws when a face has become too heavy. */
export async function buildConsole() {
  const stamp = stampOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(stampFile, { force: true });
  await buildAll();
  const gzipKb = weights();
  writeFileSync(join(target, 'weights.json'), `${JSON.stringify(gzipKb)}\n`);
  const tooHeavy = Object.entries(gzipKb).filter(([face, kb]) => kb > limitsKb[face]);
  if (tooHeavy.length > 0)
    throw new Error(
      tooHeavy.map(([face, kb]) => `The console's ${face} loads ${kb} KB of ${limitsKb[face]}.`).join('\n'),
    );
  writeFileSync(stampFile, stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildConsole();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
