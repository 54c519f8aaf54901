import type { Clock } from '../platform/clock/clock.ts';
import { isSimulatedClock } from '../platform/clock/simulatedClock.ts';
import type { SubgraphService } from '../platform/graph/subgraph.ts';
import {
  jsonResponse,
  type HttpRequest,
  type HttpResponse,
  type HttpRoute,
} from '../platform/http/httpRoute.ts';
import type { TokenVerifier } from '../platform/identity/verifyToken.ts';

/** How long a move waits for the subgraphs to carry out what has been decided. */
const settleMs = 60_000;

const refusal = (status: number, code: string, message: string): HttpResponse =>
  jsonResponse(status, { error: { code, message } });

/** Waits until every subgraph has carried out what has been decided; false if that takes too long. */
export async function untilQuiet(services: () => readonly SubgraphService[]): Promise<boolean> {
  const giveUpAt = performance.now() + settleMs;
  // Idle twice in a row: an event may travel from one subgraph to the next between two looks.
  for (let idle = 0; idle < 2;) {
    if (performance.now() > giveUpAt) return false;
    await new Promise((resolve) => setTimeout(resolve, 1));
    idle = services().every((service) => service.isIdle()) ? idle + 1 : 0;
  }
  return true;
}

/**
 * `POST /admin/clock {"to": "2017-05-01T12:00:00Z"}` moves a simulated clock forward and answers once every subgraph is
 * quiet. Only a server that was started with a simulated clock has it, and only an admin may use it.
 */
export function clockRoutes(
  clock: Clock,
  services: () => readonly SubgraphService[],
  verify: TokenVerifier,
): HttpRoute[] {
  if (!isSimulatedClock(clock)) return [];
  const move = async (request: HttpRequest): Promise<HttpResponse> => {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const caller = token === undefined ? undefined : await verify(token).catch(() => undefined);
    if (caller === undefined) return refusal(401, 'UNAUTHENTICATED', 'This needs a token.');
    if (caller.kind !== 'admin' || !caller.scopes.includes('clock:write'))
      return refusal(403, 'FORBIDDEN', 'Only an admin moves the clock.');
    const to = targetOf(request.body);
    if (to === undefined)
      return refusal(400, 'BAD_USER_INPUT', 'Send {"to": an instant} to move the clock to.');
    if (to < clock.nowMs()) return refusal(409, 'CONFLICT', 'The clock only moves forward.');
    await clock.advanceTo(to);
    const settled = await untilQuiet(services);
    return jsonResponse(settled ? 200 : 202, { now: new Date(clock.nowMs()).toISOString(), settled });
  };
  return [{ method: 'POST', path: '/admin/clock', maxBodyBytes: 1_024, handle: move }];
}

function targetOf(body: Buffer): number | undefined {
  try {
    const { to } = JSON.parse(body.toString('utf8')) as { to?: unknown };
    const at =
      typeof to === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(to) ? Date.parse(to) : NaN;
    return Number.isNaN(at) ? undefined : at;
  } catch {
    return undefined;
  }
}
