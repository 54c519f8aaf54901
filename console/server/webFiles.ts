import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file of the built application, as it is sent. */
export interface WebFile {
  readonly type: string;
  readonly content: Buffer;
  /** Absent where it would save nothing. */
  readonly gzip?: Buffer;
}

/** The built application. */
export interface WebFiles {
  /** The document, with `%NONCE%` where a response has its own. */
  readonly document: string;
  /** Files whose names change with their content, by name below `/assets/`. */
  readonly assets: ReadonlyMap<string, WebFile>;
  /** What the live order page loads, by paths of this host: it has no document of its own among the files. */
  readonly tracking: { readonly script: string; readonly styles: readonly string[]; readonly icon: string };
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.webp': 'image/webp',
  '.png': 'image/png',
};

/** Where the build puts it: beside this file's own built form. */
const folderOf = (): string =>
  join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../../dist/console/web' : '../web');

function readAsset(folder: string, name: string): WebFile | undefined {
  const type = types[extname(name)];
  if (type === undefined) return undefined;
  const content = readFileSync(join(folder, name));
  const gzip = gzipSync(content, { level: 9 });
  return { type, content, ...(gzip.length < content.length && { gzip }) };
}

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
}

function trackingFiles(folder: string): WebFiles['tracking'] {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Readonly<
    Record<string, ManifestEntry>
  >;
  const { file = '', css = [] } = manifest['faces/track/island.ts'] ?? {};
  const icon = manifest['app/icon.svg']?.file ?? '';
  return { script: `/${file}`, styles: css.map((name) => `/${name}`), icon: `/${icon}` };
}

/** Reads the built application; undefined where it has not been built. */
export function readWebFiles(folder = folderOf()): WebFiles | undefined {
  const document = join(folder, 'index.html');
  if (!existsSync(document)) return undefined;
  const assets = new Map<string, WebFile>();
  for (const name of readdirSync(join(folder, 'assets'))) {
    const file = readAsset(join(folder, 'assets'), name);
    if (file !== undefined) assets.set(name, file);
  }
  return { document: readFileSync(document, 'utf8'), assets, tracking: trackingFiles(folder) };
}
