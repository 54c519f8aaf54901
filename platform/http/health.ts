import { jsonResponse, type HttpRoute } from './httpRoute.ts';

/** Something that must hold before traffic may come: resolves true, or says why not. */
export type ReadinessCheck = () => Promise<true | string>;

/** `/health/live` (this process runs; asks nobody) and `/health/ready` (each named check holds). */
export function healthRoutes(checks: () => Readonly<Record<string, ReadinessCheck>>): HttpRoute[] {
  return [
    {
      method: 'GET',
      path: '/health/live',
      handle: () => Promise.resolve(jsonResponse(200, { status: 'live' })),
    },
    {
      method: 'GET',
      path: '/health/ready',
      handle: async () => {
        const results = await Promise.all(
          Object.entries(checks()).map(async ([name, check]) => [name, await outcome(check)] as const),
        );
        const ready = results.every(([, result]) => result === true);
        const body = { status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) };
        return jsonResponse(ready ? 200 : 503, body, { 'cache-control': 'no-store' });
      },
    },
  ];
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
