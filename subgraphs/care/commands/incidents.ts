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
import { incidentRules } from '../domain/incidentRules.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import type { Finding } from '../domain/watch.ts';
import { tell } from './tell.ts';
import { closeTicketOf, openTicketOf } from './tickets.ts';

/** What an incident is about. */
export interface Subject {
  readonly order: OrderView;
  readonly parcel: ParcelView | undefined;
}

const dayMs = 86_400_000;
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
  { type, atMs, evidence }: Finding,
  tx: Tx,
): Promise<void> {
  const orderId = order._id;
  const incidentId = incidentIdOf(orderId, parcel?._id, type);
  const { events, state } = await runDecision(application.journal, application.incidents, {
    ...{ id: incidentId, actor: by, cause: incidentId, tx },
    decide: (found) => {
      if (found?.status === 'OPEN' && !isNews(found, evidence)) return [];
      const data = { incidentId, orderId, type, openedAtMs: Math.round(atMs), evidence };
      const parcelId = parcel === undefined ? {} : { parcelId: parcel._id };
      return [incidentEvent('care.IncidentOpened', { ...data, ...parcelId })];
    },
  });
  if (state === undefined) return;
  if (events.length > 0) await tellIncident(application, { order, parcel }, state, tx);
  await handOver(application, { order, parcel }, state, tx);
}

/** A date that moved again is told again. */
const isNews = (found: IncidentState, evidence: Finding['evidence']): boolean =>
  found.type === 'DELAY_ANNOUNCED' && evidence.expectedMs !== found.evidence.expectedMs;

/** Gives an incident to a person once it has lasted as long as its rule says. */
async function handOver(
  application: CareApplication,
  subject: Subject,
  incident: IncidentState,
  tx: Tx,
): Promise<void> {
  const { ticket } = incidentRules[incident.type];
  if (ticket === null || application.clock.nowMs() < incident.openedAtMs + ticket.afterDays * dayMs) return;
  const { reason, priority } = ticket;
  await openTicketOf(application, { ...subject, incidentId: incident._id, reason, priority }, tx);
}

async function tellIncident(
  application: CareApplication,
  { order, parcel }: Subject,
  { type, evidence, openedAtMs, times }: IncidentState,
  tx: Tx,
): Promise<void> {
  const carrier = parcel?.serviceCode ?? '-';
  const promised = parcel?.promisedLatestAtMs ?? order.latestAtMs;
  const cause = { id: incidentIdOf(order._id, parcel?._id, type), actor: by };
  const about = {
    ...{ orderId: order._id, factAtMs: openedAtMs },
    ...(parcel === undefined ? {} : { parcelId: parcel._id }),
  };
  switch (type) {
    case 'LATE_DISPATCH':
      return tell(
        application,
        { ...about, code: 'PREPARING_LATE', version: 1, facts: { latestAtMs: order.latestAtMs } },
        cause,
        tx,
      );
    case 'LABEL_NOT_SCANNED':
      return tell(
        application,
        { ...about, code: 'LABEL_NOT_SCANNED', version: 1, facts: { carrier, latestAtMs: promised } },
        cause,
        tx,
      );
    case 'DELAY_ANNOUNCED': {
      const latestAtMs = evidence.expectedMs ?? promised;
      return tell(
        application,
        { ...about, code: 'DELAY_ANNOUNCED', version: latestAtMs, facts: { carrier, latestAtMs } },
        cause,
        tx,
      );
    }
    case 'DELAY_PREDICTED':
      return tell(
        application,
        { ...about, code: 'DELAY_PREDICTED', version: promised, facts: { latestAtMs: promised } },
        cause,
        tx,
      );
    case 'DAMAGED':
      return tell(
        application,
        { ...about, code: 'PARCEL_DAMAGED', version: times, facts: { carrier, remedy: 'CHECKING' } },
        cause,
        tx,
      );
    case 'LOST':
      return tell(
        application,
        { ...about, code: 'PARCEL_LOST', version: 1, facts: { carrier, remedy: 'CHECKING' } },
        cause,
        tx,
      );
    case 'RETURNING':
      return tell(
        application,
        { ...about, code: 'RETURNING_TO_SENDER', version: 1, facts: { carrier } },
        cause,
        tx,
      );
    // The carrier's report is told as a step of the parcel, or the customer told us.
    case 'ATTEMPT_FAILED':
    case 'EXCEPTION':
    case 'NOT_RECEIVED':
      return;
    default:
      return type satisfies never;
  }
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
