import { createHash } from 'node:crypto';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import {
  incidentEvent,
  type ClosedBecause,
  type IncidentState,
  type IncidentType,
} from '../domain/incident.ts';
import {
  incidentTelling,
  lastingTelling,
  opens,
  ticketDueAtMs,
  type Subject,
} from '../domain/incidentHeard.ts';
import { incidentRules } from '../domain/incidentRules.ts';
import type { Finding } from '../domain/watch.ts';
import { tell } from './tell.ts';
import { closeTicketOf, openTicketOf } from './tickets.ts';

const by = 'system:care';

/** Id of the incident of a kind about a parcel or order: there is one, which may be opened again. */
export const incidentIdOf = (orderId: string, parcelId: string | undefined, type: IncidentType): string =>
  createHash('sha256')
    .update([orderId, parcelId ?? '', type].join('|'))
    .digest('hex')
    .slice(0, 32);

/** Opens what was found, unless it is open; tells the customer, and gives it to a person when the rule says so. */
export async function openIncident(
  application: CareApplication,
  { order, parcel }: Subject,
  finding: Finding,
  tx: Tx,
): Promise<void> {
  const { type, atMs, evidence } = finding;
  const orderId = order._id;
  const incidentId = incidentIdOf(orderId, parcel?._id, type);
  const { events, state } = await runDecision(application.journal, application.incidents, {
    ...{ id: incidentId, actor: by, cause: incidentId, tx },
    decide: (found) => {
      if (!opens(found, finding)) return [];
      const data = { incidentId, orderId, type, openedAtMs: Math.round(atMs), evidence };
      const parcelId = parcel === undefined ? {} : { parcelId: parcel._id };
      return [incidentEvent('care.IncidentOpened', { ...data, ...parcelId })];
    },
  });
  if (state === undefined) return;
  if (events.length > 0) await tellIncident(application, { order, parcel }, state, tx);
  await handOver(application, { order, parcel }, state, tx);
}

/** Gives an incident to a person once it has lasted as long as its rule says. */
async function handOver(
  application: CareApplication,
  subject: Subject,
  incident: IncidentState,
  tx: Tx,
): Promise<void> {
  const { ticket } = incidentRules[incident.type];
  if (ticket === null || application.clock.nowMs() < ticketDueAtMs(incident)) return;
  const { reason, priority } = ticket;
  await openTicketOf(application, { ...subject, incident, reason, priority }, tx);
  const telling = lastingTelling(subject, incident, application.clock.nowMs());
  if (telling !== undefined) await tell(application, telling, { id: incident._id, actor: by }, tx);
}

/** Tells the customer what the rule says, if it says anything. */
async function tellIncident(
  application: CareApplication,
  subject: Subject,
  incident: IncidentState,
  tx: Tx,
): Promise<void> {
  const telling = incidentTelling(subject, incident);
  if (telling !== undefined) await tell(application, telling, { id: incident._id, actor: by }, tx);
}

/** Closes what is no longer so, with its ticket. */
export async function closeIncident(
  application: CareApplication,
  { _id: incidentId, orderId }: Pick<IncidentState, '_id' | 'orderId'>,
  because: ClosedBecause,
  tx: Tx,
): Promise<void> {
  const { events } = await runDecision(application.journal, application.incidents, {
    ...{ id: incidentId, actor: by, cause: incidentId, tx },
    decide: (found) =>
      found?.status === 'OPEN'
        ? [incidentEvent('care.IncidentClosed', { incidentId, orderId, because })]
        : [],
  });
  if (events.length > 0) await closeTicketOf(application, incidentId, tx);
}
