import type { EventPayload } from '../../../schema/events/registry.ts';
import { codedError } from '../../../platform/errors/codedError.ts';
import { addOpenMs, openMsBetween, type DeskHours } from './openTime.ts';
import { isDone, ticketEvent, ticketMachine, type SlaClock, type TicketEvent, type TicketPriority, type TicketResolution, type TicketState, type TicketStatus } from './ticket.ts'; // prettier-ignore

/** What a desk promises, by priority, in minutes of its opening hours. */
export type SlaTargets = Readonly<
  Record<TicketPriority, { readonly firstResponse: number; readonly resolution: number }>
>;

/** The moment, and what the desk promises. */
export interface DeskRules {
  readonly nowMs: number;
  readonly desk: DeskHours;
  readonly targets: SlaTargets;
}

type TicketChangedData = EventPayload<'care.TicketChanged'>;
const minuteMs = 60_000;

/** Due times of a ticket that is opened now. */
export const dueTimes = (priority: TicketPriority, { nowMs, desk, targets }: DeskRules) => ({
  firstResponseDueAtMs: addOpenMs(nowMs, targets[priority].firstResponse * minuteMs, desk),
  resolutionDueAtMs: addOpenMs(nowMs, targets[priority].resolution * minuteMs, desk),
});

/** What is to change on a ticket; what is left out stays. */
export interface TicketChange {
  readonly status?: TicketStatus | undefined;
  /** With SNOOZED: until when, epoch ms. */
  readonly snoozedUntilMs?: number | undefined;
  readonly priority?: TicketPriority | undefined;
  /** Null takes the ticket away from whoever has it. */
  readonly assignee?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly resolution?: TicketResolution | undefined;
  /** A person of the desk has answered the customer. */
  readonly answered?: boolean | undefined;
}

/** Changes a ticket and its clocks; nothing when nothing changes. */
export function decideTicketChange(
  ticket: TicketState,
  change: TicketChange,
  rules: DeskRules,
): TicketEvent[] {
  const status = change.status ?? ticket.status;
  if (status !== ticket.status) ticketMachine.requireTransition(ticket.status, status);
  if (isDone({ status }) && !isDone(ticket) && (change.resolution ?? ticket.resolvedAs) === undefined)
    throw codedError('BAD_USER_INPUT', 'Say what the ticket came to: give a resolution.', {
      field: 'resolution',
    });
  const snoozedUntilMs = snoozedUntil(ticket, change, rules.nowMs);
  const priority = change.priority ?? ticket.priority;
  const assignee = change.assignee === undefined ? ticket.assignee : (change.assignee ?? undefined);
  const isWaiting = status === 'PENDING_CUSTOMER';
  const met = { nowMs: rules.nowMs, desk: rules.desk, isWaiting };
  const data: TicketChangedData = {
    ...{
      ticketId: ticket._id,
      orderId: ticket.orderId,
      status,
      priority,
      tags: [...(change.tags ?? ticket.tags)],
    },
    ...(snoozedUntilMs === undefined ? {} : { snoozedUntilMs }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(change.resolution === undefined ? {} : { resolution: change.resolution }),
    firstResponse: moved(ticket.firstResponse, {
      ...met,
      isMet: change.answered === true || isDone({ status }),
    }),
    resolutionClock: moved(ticket.resolution, { ...met, isMet: isDone({ status }) }),
  };
  const event = ticketEvent('care.TicketChanged', data);
  return isSame(ticket, data) ? [] : [event];
}

const runningOf = ({ firstResponse, resolution, ...ticket }: TicketState): number[] =>
  isDone(ticket)
    ? []
    : [firstResponse, resolution].flatMap(({ metAtMs, dueAtMs }) =>
        metAtMs == null && dueAtMs != null ? [dueAtMs] : [],
      );

/** Has one of both times passed? */
export const isOverdue = (ticket: TicketState, nowMs: number): boolean =>
  runningOf(ticket).some((dueAtMs) => dueAtMs < nowMs);

/** Does one of both times come within so much open time, and none has passed? */
export const isDueSoon = (
  ticket: TicketState,
  { nowMs, desk }: Pick<DeskRules, 'nowMs' | 'desk'>,
  warnMs: number,
): boolean =>
  !isOverdue(ticket, nowMs) &&
  runningOf(ticket).some((dueAtMs) => openMsBetween(nowMs, dueAtMs, desk) <= warnMs);

/** Until when the changed ticket is put off; one that is put off says until when, and no other does. */
function snoozedUntil(ticket: TicketState, change: TicketChange, nowMs: number): number | undefined {
  const status = change.status ?? ticket.status;
  const untilMs = change.snoozedUntilMs;
  const isWrong = status === 'SNOOZED' ? untilMs !== undefined && untilMs <= nowMs : untilMs !== undefined;
  const isMissing = change.status === 'SNOOZED' && (untilMs ?? ticket.snoozedUntilMs) === undefined;
  if (isWrong || isMissing)
    throw codedError(
      'BAD_USER_INPUT',
      'A ticket that is put off says until when, later than now; no other does.',
      {
        field: 'snoozedUntil',
      },
    );
  return status === 'SNOOZED' ? (untilMs ?? ticket.snoozedUntilMs) : undefined;
}

/** What is put off opens again when its time has come. */
export const decideWake = (ticket: TicketState, rules: DeskRules): TicketEvent[] =>
  ticket.status === 'SNOOZED' && (ticket.snoozedUntilMs ?? 0) <= rules.nowMs
    ? decideTicketChange(ticket, { status: 'OPEN' }, rules)
    : [];

function isSame(ticket: TicketState, now: TicketChangedData): boolean {
  const before = [
    ticket.status,
    ticket.snoozedUntilMs,
    ticket.priority,
    ticket.assignee,
    ticket.tags,
    ticket.firstResponse,
    ticket.resolution,
  ];
  const after = [
    now.status,
    now.snoozedUntilMs,
    now.priority,
    now.assignee,
    now.tags,
    now.firstResponse,
    now.resolutionClock,
  ];
  return JSON.stringify(before) === JSON.stringify(after);
}

/** A clock that is met stays met; one that waits keeps the open time it had left; one that goes on gets a new due time. */
function moved(
  clock: SlaClock,
  { nowMs, desk, isMet, isWaiting }: { nowMs: number; desk: DeskHours; isMet: boolean; isWaiting: boolean },
): SlaClock {
  const { dueAtMs, leftMs, metAtMs } = clock;
  if (metAtMs !== undefined) return clock;
  if (isMet) return { ...clock, metAtMs: nowMs };
  if (isWaiting) {
    if (leftMs !== undefined || dueAtMs === undefined) return clock;
    return { leftMs: dueAtMs > nowMs ? openMsBetween(nowMs, dueAtMs, desk) : 0 };
  }
  if (leftMs === undefined) return clock;
  const due = addOpenMs(nowMs, leftMs, desk);
  return due === undefined ? {} : { dueAtMs: due };
}
