import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { CareApplication } from '../application.ts';
import type { IncidentState, IncidentType } from '../domain/incident.ts';
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

/** What a look is about: a parcel, or with none the order as a whole. */
export interface LookedAt {
  readonly orderId: string;
  readonly parcelId: string | undefined;
}

/** Reads what stands about one. */
export async function readStanding(application: CareApplication, about: LookedAt, tx: Tx): Promise<Standing> {
  return (await readStandings(application, [about.orderId], tx))(about);
}

/**
 * Reads what stands about parcels of these orders at once. A parcel is looked at some fifty times on its way and most looks find
 * what the one before found; to decide on each finding anew would read its incident and its ticket every time.
 */
export async function readStandings(
  { models, clock }: CareApplication,
  orderIds: readonly string[],
  tx?: Tx,
): Promise<(about: LookedAt) => Standing> {
  const nowMs = clock.nowMs();
  const within = tx === undefined ? {} : { session: tx.session };
  const ofOrders = builtFilter<IncidentDoc>({ orderId: { $in: [...new Set(orderIds)] } });
  const all = await models.Incident.find(ofOrders, {}, within).lean<IncidentDoc[]>();
  const due = all.filter((each) => each.status === 'OPEN' && ticketDueAtMs(each) <= nowMs).map(ticketIdOf);
  const tickets =
    due.length === 0
      ? []
      : await models.Ticket.find({ _id: trusted({ $in: due }) }, { _id: 1 }, within).lean<
          { _id: string }[]
        >();
  const given = new Set(tickets.map(({ _id }) => _id));
  const byOrder = new Map<string, IncidentDoc[]>();
  for (const each of all) byOrder.set(each.orderId, [...(byOrder.get(each.orderId) ?? []), each]);
  return ({ orderId, parcelId }) => {
    const own = (byOrder.get(orderId) ?? []).filter((each) => (each.parcelId ?? undefined) === parcelId);
    const known = new Map<string, IncidentState>(own.map((each) => [each._id, each]));
    return {
      open: own.filter(({ status }) => status === 'OPEN'),
      isSettled: (finding) => {
        const incident = known.get(incidentIdOf(orderId, parcelId, finding.type));
        if (incident === undefined || opens(incident, finding)) return false;
        return ticketDueAtMs(incident) > nowMs || given.has(ticketIdOf(incident));
      },
    };
  };
}

const closedByPeople: readonly IncidentType[] = ['NOT_RECEIVED', 'DAMAGED'];

/** Open incidents that do not hold any more. What only a person can close stays. */
export function endedBy({ open }: Standing, findings: readonly Finding[]): IncidentDoc[] {
  const holding = new Set(findings.map(({ type }) => type));
  return open.filter(({ type }) => !holding.has(type) && !closedByPeople.includes(type));
}

/** Whether a look has nothing to do: everything found is known already, and everything open is found. */
export const isSettled = (standing: Standing, findings: readonly Finding[]): boolean =>
  findings.every(standing.isSettled) && endedBy(standing, findings).length === 0;
