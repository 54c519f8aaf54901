import type { HttpRoute } from './httpRoute.ts';
import { readBytes } from './readBody.ts';
import type { NodeRoute } from './routeTable.ts';
import { writeResponse } from './writeResponse.ts';

const defaultBodyBytes = 262_144;

/** A route of values on a host; `streamsEnd` ends its event streams when the host stops. */
export function mountedRoute(route: HttpRoute, streamsEnd?: AbortSignal): NodeRoute {
  const { method, path, maxBodyBytes = defaultBodyBytes, handle } = route;
  return {
    method,
    path,
    async handle(req, res, params) {
      const url = req.url ?? '/';
      const at = url.indexOf('?');
      const gone = new AbortController();
      res.once('close', () => gone.abort());
      const answer = await handle({
        method,
        path: at < 0 ? url : url.slice(0, at),
        query: new URLSearchParams(at < 0 ? '' : url.slice(at + 1)),
        headers: req.headers,
        body: await readBytes(req, maxBodyBytes),
        signal: gone.signal,
        params,
      });
      await writeResponse(res, answer, gone.signal, streamsEnd);
    },
  };
}
