import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeRoute } from '../../platform/http/routeTable.ts';
import type { BrowserPage } from './browserPage.ts';
import { startScript } from './graphiqlStart.ts';

/**
 * Where the parts of GraphiQL lie in their packages. Its releases from 5 on have no bundle that a browser can load
 * without a build step; 4 is the last that has one, and React 18 the last with one beside it.
 */
const bundles = {
  'react.js': ['react', 'umd/react.production.min.js'],
  'react-dom.js': ['react-dom', 'umd/react-dom.production.min.js'],
  'graphql-ws.js': ['graphql-ws', 'umd/graphql-ws.min.js'],
  'graphiql.js': ['graphiql', 'graphiql.min.js'],
  'graphiql.css': ['graphiql', 'graphiql.min.css'],
} as const;

const base = '/graphiql/';
const start = 'start.js';

const markup = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}graphiql.css">
</head>
<body style="margin: 0">
<div id="graphiql" style="height: 100dvh">Loading</div>
${['react.js', 'react-dom.js', 'graphql-ws.js', 'graphiql.js', start]
  .map((file) => `<script src="${base}${file}"></script>`)
  .join('\n')}
</body>
</html>
`;

/** Scripts come from this host only and none stand in the page; the editor sets styles while it runs. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const fileRoute = (name: string, read: () => Promise<string | Buffer>): NodeRoute => ({
  method: 'GET',
  path: `${base}${name}`,
  async handle(_req, res) {
    const content = await read();
    res.writeHead(200, {
      'content-type': `${name.endsWith('.css') ? 'text/css' : 'text/javascript'}; charset=utf-8`,
      'cache-control': 'private, max-age=600',
      'x-content-type-options': 'nosniff',
    });
    res.end(content);
  },
});

/** The folder of an installed package; undefined when it is not there. */
function folderOf(packageName: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch {
    return undefined;
  }
}

/**
 * GraphiQL, served whole from the packages it came in: nothing is fetched from elsewhere. They are installed for
 * development only; undefined where they are not.
 */
export function graphiqlPage(): BrowserPage | undefined {
  const routes: NodeRoute[] = [fileRoute(start, () => Promise.resolve(startScript))];
  for (const [name, [packageName, path]] of Object.entries(bundles)) {
    const folder = folderOf(packageName);
    if (folder === undefined || !existsSync(join(folder, path))) return undefined;
    routes.push(fileRoute(name, () => readFile(join(folder, path))));
  }
  return {
    show(res) {
      res.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      });
      res.end(markup);
    },
    routes,
  };
}
