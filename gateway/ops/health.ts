import type { ServerResponse } from 'node:http';
import type { NodeRoute } from '../http/routeTable.ts';

/** Whether a part is fit to serve: `true`, or the reason why not. */
export type ReadinessCheck = () => true | string | Promise<true | string>;

export interface Health {
  readonly routes: readonly NodeRoute[];
  /** From now on readiness says no, so that load balancers look elsewhere. */
  startDraining(): void;
}

const send = (res: ServerResponse, status: number, body: object): void => {
  const text = JSON.stringify(body);
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  res.end(text);
};

/**
 * `/health/live` says that the process turns, and depends on nothing: a sick dependency must not restart us.
 * `/health/ready` says that requests can be served now.
 */
export function createHealth(checks: Readonly<Record<string, ReadinessCheck>>): Health {
  let draining = false;
  const reasons = async (): Promise<Record<string, string>> => {
    const found: Record<string, string> = draining ? { server: 'draining' } : {};
    for (const [name, check] of Object.entries(checks)) {
      const verdict = await Promise.resolve()
        .then(check)
        .catch(() => 'check failed');
      if (verdict !== true) found[name] = verdict;
    }
    return found;
  };
  return {
    startDraining: () => void (draining = true),
    routes: [
      { method: 'GET', path: '/health/live', handle: (_req, res) => send(res, 200, { status: 'live' }) },
      {
        method: 'GET',
        path: '/health/ready',
        async handle(_req, res) {
          const notReady = await reasons();
          const ready = Object.keys(notReady).length === 0;
          send(
            res,
            ready ? 200 : 503,
            ready ? { status: 'ready' } : { status: 'not ready', reasons: notReady },
          );
        },
      },
    ],
  };
}
