import type { ServedEndpoint } from '../endpoint/endpointFactory.ts';
import type { Health } from '../../platform/http/health.ts';
import type { HttpHost } from '../../platform/http/httpHost.ts';
import type { GatewaySettings } from '../settings.ts';

export interface DrainParts {
  readonly host: HttpHost;
  readonly health: Health;
  readonly endpoints: readonly ServedEndpoint[];
  readonly settings: Pick<GatewaySettings, 'drainMs' | 'drainNoticeMs'>;
}

/**
 * Stops without failing anybody: readiness says no first, so that nobody new is sent here, then requests
 * finish while streams and sockets are told to come back elsewhere, then what stands behind the endpoints ends.
 */
export async function drain({ host, health, endpoints, settings }: DrainParts): Promise<void> {
  health.startDraining();
  if (settings.drainNoticeMs > 0) await new Promise((resolve) => setTimeout(resolve, settings.drainNoticeMs));
  const closed = host.close(settings.drainMs);
  await Promise.all(endpoints.map(({ endpoint }) => endpoint.close(settings.drainMs)));
  await closed;
  await Promise.all(endpoints.map((served) => served.close()));
}
