import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { RequestFault } from '../../platform/http/requestFault.ts';
import type { NodeRoute } from '../../platform/http/routeTable.ts';

/** Who may read figures and the like on the port clients use. */
export interface MetricsAccess {
  /** Bearer token that opens them; undefined: none does. */
  readonly token: string | undefined;
  /** Whether callers on this machine need no token: for people at work, not behind a proxy. */
  readonly localhost: boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isLocal = (address: string | undefined): boolean =>
  address !== undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);

/** Tells nobody else that there is something: the answer is that of a path where nothing is. */
const nothing = () => new RequestFault('There is nothing at this path.', { status: 404, code: 'NOT_FOUND' });

function mayRead(req: IncomingMessage, { token, localhost }: MetricsAccess): boolean {
  const given = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  if (token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(token)))
    return true;
  return localhost && req.headers['x-forwarded-for'] === undefined && isLocal(req.socket.remoteAddress);
}

/** True for pages that tell of the inside. */
export const isMetricsPath = (path: string): boolean => path === '/metrics' || path.startsWith('/metrics/');

/** The route for those who may read it. */
export function guardedRoute(route: NodeRoute, access: MetricsAccess): NodeRoute {
  return {
    ...route,
    handle(req, res, params) {
      if (!mayRead(req, access)) throw nothing();
      return route.handle(req, res, params);
    },
  };
}
