import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { NodeRoute } from '../../platform/http/routeTable.ts';
import type { BrowserPage } from './browserPage.ts';
import { explorerBase, startScript } from './explorerStart.ts';

const startFile = 'start.js';

/** The kinds of files the page is made of; files of other kinds are not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/**
 * Scripts come from this host only and none stand in the page; the editor sets styles while it runs. Plugins, accounts and
 * news of other hosts cannot be loaded.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self' ws: wss:",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const fileRoute = (name: string, type: string, read: () => Promise<string | Buffer>): NodeRoute => ({
  method: 'GET',
  path: `${explorerBase}${name}`,
  async handle(_req, res) {
    const content = await read();
    res.writeHead(200, {
      'content-type': type,
      'cache-control': 'private, max-age=600',
      'x-content-type-options': 'nosniff',
    });
    res.end(content);
  },
});

/** The folder of Altair's built page; undefined when its package is not installed. */
function builtPage(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve('altair-static/package.json');
    const folder = join(dirname(manifest), 'build/dist');
    return existsSync(join(folder, 'index.html')) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Routes of every file below a folder. Listed once, so that no path of a request is ever joined to the folder's. */
function* fileRoutes(folder: string, below = ''): Generator<NodeRoute> {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const name = `${below}${entry.name}`;
    const type = contentTypes[extname(entry.name)];
    if (entry.isDirectory()) yield* fileRoutes(folder, `${name}/`);
    else if (type !== undefined) yield fileRoute(name, type, () => readFile(join(folder, name)));
  }
}

/** The page's document, with its files under `explorerBase` and our start after its own scripts. */
const documentOf = (folder: string): string =>
  readFileSync(join(folder, 'index.html'), 'utf8')
    .replace(/<base href="[^"]*"/, `<base href="${explorerBase}"`)
    .replace('</body>', `<script type="module" src="${startFile}"></script></body>`);

/**
 * Altair, a GraphQL client for browsers, served whole from the package it came in: nothing is fetched from elsewhere. The
 * package is installed for development only; undefined where it is not.
 */
export function explorerPage(): BrowserPage | undefined {
  const folder = builtPage();
  if (folder === undefined) return undefined;
  const document = documentOf(folder);
  const script = contentTypes['.js'] ?? '';
  return {
    show(res) {
      res.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      });
      res.end(document);
    },
    routes: [fileRoute(startFile, script, () => Promise.resolve(startScript)), ...fileRoutes(folder)],
  };
}
