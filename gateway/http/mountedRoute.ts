import type { ServerResponse } from 'node:http';
import type { HttpResponse, HttpRoute } from '../../platform/http/httpRoute.ts';
import { readBytes } from './readBody.ts';
import type { NodeRoute } from './routeTable.ts';

const defaultBodyBytes = 262_144;

async function send(res: ServerResponse, { status, headers, body }: HttpResponse): Promise<void> {
  res.writeHead(status, headers);
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) {
    res.end(body);
    return;
  }
  for await (const chunk of body) {
    if (res.destroyed) return;
    if (!res.write(chunk))
      await new Promise<void>((resolve) => res.once('drain', resolve).once('close', resolve));
  }
  res.end();
}

/** A route of another subgraph (a webhook, say) on this host. */
export function mountedRoute({ method, path, maxBodyBytes, handle }: HttpRoute): NodeRoute {
  return {
    method,
    path,
    async handle(req, res, params) {
      const url = req.url ?? '/';
      const at = url.indexOf('?');
      const gone = new AbortController();
      res.once('close', () => {
        if (!res.writableFinished) gone.abort();
      });
      const answer = await handle({
        method,
        path: at < 0 ? url : url.slice(0, at),
        query: new URLSearchParams(at < 0 ? '' : url.slice(at + 1)),
        headers: req.headers,
        body: await readBytes(req, maxBodyBytes ?? defaultBodyBytes),
        signal: gone.signal,
        params,
      });
      await send(res, answer);
    },
  };
}
