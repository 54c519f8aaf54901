import type { IncomingHttpHeaders } from 'node:http';

/** A request as a route sees it: the body as the bytes that came, for signatures. */
export interface HttpRequest {
  readonly method: string;
  /** Path without the query string. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Aborts when the client has gone. */
  readonly signal: AbortSignal;
  /** Values of `:name` parts of the route's path. */
  readonly params: Readonly<Record<string, string>>;
}

/** An answer: a whole body, or chunks as they come. */
export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | AsyncIterable<string | Buffer>;
}

/** One path of the host. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  /** `/webhooks/:carrier`; matches exactly. */
  readonly path: string;
  /** Largest accepted body. @default 262_144 */
  readonly maxBodyBytes?: number;
  readonly handle: (request: HttpRequest) => Promise<HttpResponse>;
}

/** A JSON answer. */
export function jsonResponse(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}
