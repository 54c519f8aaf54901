import { ruleOf } from './codes.ts';
import type { IncidentState } from './incident.ts';
import { incidentRules } from './incidentRules.ts';
import type { OrderView, ParcelView } from './views.ts';
import type { Finding } from './watch.ts';

/** What an incident is about. */
export interface Subject {
  readonly order: OrderView;
  readonly parcel: ParcelView | undefined;
}

/** Whether something found opens an incident, or says of an open one what is told again: a date that moved again. */
export const opens = (known: IncidentState | undefined, { evidence }: Finding): boolean =>
  known?.status !== 'OPEN' ||
  (known.type === 'DELAY_ANNOUNCED' && evidence.expectedMs !== known.evidence.expectedMs);

const dayMs = 86_400_000;

/** When an incident that lasts is given to a person, epoch ms; Infinity where it never is. */
export const ticketDueAtMs = ({ type, openedAtMs }: Pick<IncidentState, 'type' | 'openedAtMs'>): number => {
  const { ticket } = incidentRules[type];
  return ticket === null ? Infinity : openedAtMs + ticket.afterDays * dayMs;
};

/** What the customer is told of an incident; nothing where the carrier's report is told as a step of the parcel. */
export function incidentTelling(
  { order, parcel }: Subject,
  { type, evidence, openedAtMs, times }: Pick<IncidentState, 'type' | 'evidence' | 'openedAtMs' | 'times'>,
) {
  const code = incidentRules[type].message;
  if (code === null) return undefined;
  const latestAtMs = evidence.expectedMs ?? parcel?.promisedLatestAtMs ?? order.latestAtMs;
  return {
    ...{ orderId: order._id, code, factAtMs: openedAtMs },
    ...(parcel === undefined ? {} : { parcelId: parcel._id }),
    // A moved date is told once for each date, damage each time, and the rest once.
    version: ruleOf(code).delay === true ? latestAtMs : type === 'DAMAGED' ? times : 1,
    facts: { carrier: parcel?.serviceCode ?? '-', latestAtMs, remedy: 'CHECKING' as const },
    // Only what the carrier has said reaches the rules of orders, too.
    mayBeAnswered: evidence.source === 'CARRIER' && incidentRules[type].remedy === 'RESHIP_OR_REFUND',
  };
}

/** What the customer is told when it lasts: of a parcel that its carrier has not reported, once a person has to look at it. */
export function lastingTelling(
  { order, parcel }: Subject,
  { type, openedAtMs }: Pick<IncidentState, 'type' | 'openedAtMs'>,
  nowMs: number,
) {
  if (type !== 'LABEL_NOT_SCANNED' || parcel === undefined) return undefined;
  const factAtMs = ticketDueAtMs({ type, openedAtMs });
  if (nowMs < factAtMs) return undefined;
  return {
    ...{ orderId: order._id, parcelId: parcel._id, version: 1, factAtMs },
    ...{ code: 'LABEL_STILL_NOT_SCANNED' as const, facts: { carrier: parcel.serviceCode } },
  };
}
