import type { MessageCode } from './codes.ts';
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

/** One line for each kind of incident: its message, when a person looks at it, claim and remedy. */
export const incidentRules: Readonly<Record<IncidentType, IncidentRule>> = {
  LATE_DISPATCH: { message: 'PREPARING_LATE', ticket: late(2, 'NORMAL'), claim: false, remedy: 'NONE' },
  LABEL_NOT_SCANNED: {
    message: 'LABEL_NOT_SCANNED',
    ticket: late(3, 'NORMAL'),
    claim: false,
    remedy: 'NONE',
  },
  // The desk asks the carrier, or has another label made: nobody else can, and nothing is known of the parcel until then.
  TRACKING_INVALID: { message: 'TRACKING_INVALID', ticket: now('OTHER'), claim: false, remedy: 'NONE' },
  DELAY_ANNOUNCED: { message: 'DELAY_ANNOUNCED', ticket: null, claim: true, remedy: 'DELIVERY_FEE' },
  DELAY_PREDICTED: { message: 'DELAY_PREDICTED', ticket: null, claim: false, remedy: 'NONE' },
  ATTEMPT_FAILED: {
    message: null,
    ticket: { afterDays: 3, reason: 'ADDRESS', priority: 'NORMAL' },
    claim: false,
    remedy: 'NONE',
  },
  EXCEPTION: { message: null, ticket: late(1, 'NORMAL'), claim: false, remedy: 'NONE' },
  DAMAGED: { message: 'PARCEL_DAMAGED', ticket: now('DAMAGED'), claim: true, remedy: 'RESHIP_OR_REFUND' },
  LOST: { message: 'PARCEL_LOST', ticket: now('LOST'), claim: true, remedy: 'RESHIP_OR_REFUND' },
  // The date has passed. Whoever was not told of a delay before is told now: once for each promised date.
  LEAD_TIME_EXCEEDED: {
    ...{ message: 'DELIVERY_OVERDUE', ticket: late(3, 'HIGH'), claim: true, remedy: 'DELIVERY_FEE' },
  },
  RETURNING: {
    message: 'RETURNING_TO_SENDER',
    ticket: now('ADDRESS', 'NORMAL'),
    claim: false,
    remedy: 'NONE',
  },
  NOT_RECEIVED: { message: null, ticket: now('LOST'), claim: true, remedy: 'RESHIP_OR_REFUND' },
};
