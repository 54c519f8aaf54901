import type { ServedDoor } from '../door/doorFactory.ts';
import type { HttpHost } from '../http/httpHost.ts';
import type { GatewaySettings } from '../settings.ts';
import type { Health } from './health.ts';

export interface DrainParts {
  readonly host: HttpHost;
  readonly health: Health;
  readonly doors: readonly ServedDoor[];
  readonly settings: Pick<GatewaySettings, 'drainMs' | 'drainNoticeMs'>;
}

/**
 * Stops without failing anybody: readiness says no first, so that nobody new is sent here, then requests
 * finish while streams and sockets are told to come back elsewhere, then what stands behind the doors ends.
 */
export async function drain({ host, health, doors, settings }: DrainParts): Promise<void> {
  health.startDraining();
  if (settings.drainNoticeMs > 0) await new Promise((resolve) => setTimeout(resolve, settings.drainNoticeMs));
  const closed = host.close(settings.drainMs);
  await Promise.all(doors.map(({ door }) => door.close(settings.drainMs)));
  await closed;
  await Promise.all(doors.map((served) => served.close()));
}
