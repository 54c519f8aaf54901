import type { IncomingMessage, ServerResponse } from 'node:http';

/** Which other sites' pages may call an endpoint. */
export interface CorsConfig {
  /** Origins such as `https://shop.example`; `*` opens the endpoint to all, without credentials. Empty: none. */
  readonly origins: readonly string[];
  /** Whether cookies travel. Never combined with `*`. */
  readonly credentials: boolean;
  /** Seconds a browser may remember a preflight's answer. */
  readonly maxAgeSeconds: number;
}

export interface Cors {
  /** Sets the headers an allowed origin needs; true when the request was a preflight and is answered. */
  apply(req: IncomingMessage, res: ServerResponse): boolean;
  /** Whether a page of `origin` may open a socket. Requests without an origin are not from a browser. */
  allows(origin: string | undefined, host: string | undefined): boolean;
}

const exposed = 'x-request-id, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset';

const sameHost = (origin: string, host: string | undefined): boolean => {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
};

/** CORS by list: an origin that is not listed gets no header at all, and the browser refuses for us. */
export function createCors(config: CorsConfig): Cors {
  const any = config.origins.includes('*');
  const listed = new Set(config.origins);

  const setOrigin = (res: ServerResponse, origin: string): boolean => {
    if (!any) res.setHeader('vary', 'origin');
    if (!any && !listed.has(origin)) return false;
    res.setHeader('access-control-allow-origin', any ? '*' : origin);
    if (config.credentials && !any) res.setHeader('access-control-allow-credentials', 'true');
    res.setHeader('access-control-expose-headers', exposed);
    return true;
  };

  return {
    apply(req, res) {
      const { origin } = req.headers;
      if (origin === undefined && req.method !== 'OPTIONS') return false;
      const allowed = origin !== undefined && setOrigin(res, origin);
      if (req.method !== 'OPTIONS') return false;
      if (allowed && req.headers['access-control-request-method'] !== undefined) {
        res.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
        // The list of headers is the caller's own: what matters is who asks, and that was decided above.
        res.setHeader('access-control-allow-headers', req.headers['access-control-request-headers'] ?? '');
        res.setHeader('access-control-max-age', String(config.maxAgeSeconds));
      }
      res.writeHead(204, { 'content-length': '0' }).end();
      return true;
    },
    allows: (origin, host) => origin === undefined || any || listed.has(origin) || sameHost(origin, host),
  };
}
