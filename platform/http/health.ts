import { jsonResponse, type HttpRoute } from './httpRoute.ts';

/** Something that must hold before traffic may come: true, or the reason why not. */
export type ReadinessCheck = () => true | string | Promise<true | string>;

/** The two pages load balancers ask, the same in every process. */
export interface Health {
  readonly routes: readonly HttpRoute[];
  /** From now on readiness says no, so that load balancers look elsewhere. */
  startDraining(): void;
}

/**
 * `/health/live` says that the process runs, and depends on nothing: a sick dependency must not restart us.
 * `/health/ready` says that requests can be served now: each named check with `true` or the reason why not.
 */
export function createHealth(checks: Readonly<Record<string, ReadinessCheck>>): Health {
  let draining = false;
  const ready = async () => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await outcome(check)] as const),
    );
    if (draining) results.push(['server', 'draining']);
    const isReady = results.every(([, result]) => result === true);
    const body = { status: isReady ? 'ready' : 'not ready', checks: Object.fromEntries(results) };
    return jsonResponse(isReady ? 200 : 503, body, { 'cache-control': 'no-store' });
  };
  const live = () => Promise.resolve(jsonResponse(200, { status: 'live' }, { 'cache-control': 'no-store' }));
  return {
    startDraining: () => void (draining = true),
    routes: [
      { method: 'GET', path: '/health/live', handle: live },
      { method: 'GET', path: '/health/ready', handle: ready },
    ],
  };
}

/** A check that hangs or throws counts as failed; its message stays inside the application. */
async function outcome(check: ReadinessCheck): Promise<true | string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), 2_000);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
