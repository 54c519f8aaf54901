import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { CareApplication } from '../application.ts';
import type { IncidentState } from '../domain/incident.ts';
import { opens, ticketDueAtMs } from '../domain/incidentHeard.ts';
import type { Finding } from '../domain/watch.ts';
import type { IncidentDoc } from '../store/models.ts';
import { incidentIdOf } from './incidents.ts';
import { ticketIdOf } from './tickets.ts';

/** The incidents about one parcel, or about its order as a whole, as a look finds them. */
export interface Standing {
  readonly open: readonly IncidentDoc[];
  /** Whether a finding is known already, told, and given to a person if it is time for one: nothing is to be done. */
  isSettled(finding: Finding): boolean;
}

/**
 * Reads them at once. A parcel is looked at some fifty times on its way and most looks find what the one before found; to decide
 * on each finding anew would read its incident and its ticket every time.
 */
export async function readStanding(
  { models, clock }: CareApplication,
  { orderId, parcelId }: { readonly orderId: string; readonly parcelId: string | undefined },
  { session }: Tx,
): Promise<Standing> {
  const nowMs = clock.nowMs();
  const all = await models.Incident.find({ orderId }).session(session).lean<IncidentDoc[]>();
  const own = all.filter((each) => (each.parcelId ?? undefined) === parcelId);
  const known = new Map<string, IncidentState>(own.map((each) => [each._id, each]));
  const due = own.filter((each) => each.status === 'OPEN' && ticketDueAtMs(each) <= nowMs).map(ticketIdOf);
  const tickets =
    due.length === 0
      ? []
      : await models.Ticket.find({ _id: trusted({ $in: due }) }, { _id: 1 })
          .session(session)
          .lean<{ _id: string }[]>();
  const given = new Set(tickets.map(({ _id }) => _id));
  return {
    open: own.filter(({ status }) => status === 'OPEN'),
    isSettled: (finding) => {
      const incident = known.get(incidentIdOf(orderId, parcelId, finding.type));
      if (incident === undefined || opens(incident, finding)) return false;
      return ticketDueAtMs(incident) > nowMs || given.has(ticketIdOf(incident));
    },
  };
}
