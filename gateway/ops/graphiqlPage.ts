import type { ServerResponse } from 'node:http';
import { pageMarkup } from './graphiqlMarkup.ts';

/** A page to try a door with: editor, variables, headers, subscriptions. Everything is inline; nothing is fetched from elsewhere. */
export function graphiqlPage(res: ServerResponse): void {
  res.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
  res.end(pageMarkup);
}
