import type { MessageCode } from './codes.ts';
import type { IncidentAction } from './incidentActions.ts';
import type { IncidentType } from './incident.ts';
import type { TicketPriority, TicketReason } from './ticket.ts';

/** Messages that tell of an incident. */
export type IncidentMessage = Extract<
  MessageCode,
  | 'PREPARING_LATE'
  | 'LABEL_NOT_SCANNED'
  | 'TRACKING_INVALID'
  | 'DELAY_ANNOUNCED'
  | 'DELAY_PREDICTED'
  | 'DELIVERY_OVERDUE'
  | 'PARCEL_DAMAGED'
  | 'PARCEL_LOST'
  | 'RETURNING_TO_SENDER'
>;

/** What is done about a kind of incident. */
export interface IncidentRule {
  /** What is done about it first; said on its ticket. */
  readonly firstAction: IncidentAction;
  /** The customer is told this; null where the report of the carrier is told as a step. */
  readonly message: IncidentMessage | null;
  /** A person looks at it: at once, or when it has lasted so many days. */
  readonly ticket: null | {
    readonly afterDays: number;
    readonly reason: TicketReason;
    readonly priority: TicketPriority;
  };
  /** The carrier is to pay for it. */
  readonly claim: boolean;
  /** What the customer may get. */
  readonly remedy: 'NONE' | 'DELIVERY_FEE' | 'RESHIP_OR_REFUND';
}

const late = (afterDays: number, priority: TicketPriority) =>
  ({ afterDays, priority, reason: 'LATE' }) as const;
const now = (reason: TicketReason, priority: TicketPriority = 'HIGH') =>
  ({ afterDays: 0, reason, priority }) as const;

/** One line for each kind of incident: first action, message, when a person looks at it, claim and remedy. */
export const incidentRules: Readonly<Record<IncidentType, IncidentRule>> = {
  LATE_DISPATCH: {
    ...{ firstAction: 'ASK_LOCATION', message: 'PREPARING_LATE', ticket: late(2, 'NORMAL') },
    ...{ claim: false, remedy: 'NONE' },
  },
  LABEL_NOT_SCANNED: {
    ...{ firstAction: 'FIND_AT_LOCATION', message: 'LABEL_NOT_SCANNED', ticket: late(3, 'NORMAL') },
    ...{ claim: false, remedy: 'NONE' },
  },
  // Nobody else can make another label, and nothing is known of the parcel until then.
  TRACKING_INVALID: {
    ...{ firstAction: 'MAKE_NEW_LABEL', message: 'TRACKING_INVALID', ticket: now('OTHER') },
    ...{ claim: false, remedy: 'NONE' },
  },
  // That it is at customs was told as a step. Papers are missing more often than parcels.
  HELD_AT_CUSTOMS: {
    ...{ firstAction: 'CLEAR_CUSTOMS', message: null, ticket: now('LATE', 'NORMAL') },
    ...{ claim: false, remedy: 'NONE' },
  },
  DELAY_ANNOUNCED: {
    ...{ firstAction: 'WATCH', message: 'DELAY_ANNOUNCED', ticket: null },
    ...{ claim: true, remedy: 'DELIVERY_FEE' },
  },
  DELAY_PREDICTED: {
    ...{ firstAction: 'WATCH', message: 'DELAY_PREDICTED', ticket: null },
    ...{ claim: false, remedy: 'NONE' },
  },
  ATTEMPT_FAILED: {
    ...{ firstAction: 'CHECK_ADDRESS', message: null },
    ticket: { afterDays: 3, reason: 'ADDRESS', priority: 'NORMAL' },
    ...{ claim: false, remedy: 'NONE' },
  },
  EXCEPTION: {
    ...{ firstAction: 'ASK_CARRIER', message: null, ticket: late(1, 'NORMAL') },
    ...{ claim: false, remedy: 'NONE' },
  },
  DAMAGED: {
    ...{ firstAction: 'RESHIP_OR_REFUND', message: 'PARCEL_DAMAGED', ticket: now('DAMAGED') },
    ...{ claim: true, remedy: 'RESHIP_OR_REFUND' },
  },
  LOST: {
    ...{ firstAction: 'RESHIP_OR_REFUND', message: 'PARCEL_LOST', ticket: now('LOST') },
    ...{ claim: true, remedy: 'RESHIP_OR_REFUND' },
  },
  // The date has passed. Whoever was not told of a delay before is told now: once for each promised date.
  LEAD_TIME_EXCEEDED: {
    ...{ firstAction: 'ASK_CARRIER', message: 'DELIVERY_OVERDUE', ticket: late(3, 'HIGH') },
    ...{ claim: true, remedy: 'DELIVERY_FEE' },
  },
  RETURNING: {
    ...{ firstAction: 'CHECK_ADDRESS', message: 'RETURNING_TO_SENDER', ticket: now('ADDRESS', 'NORMAL') },
    ...{ claim: false, remedy: 'NONE' },
  },
  NOT_RECEIVED: {
    ...{ firstAction: 'ASK_FOR_PROOF', message: null, ticket: now('LOST') },
    ...{ claim: true, remedy: 'RESHIP_OR_REFUND' },
  },
};
