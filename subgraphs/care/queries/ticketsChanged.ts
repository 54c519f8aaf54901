import { rowsChanged } from '../../../platform/journal/rowsChanged.ts';
import type { CareApplication } from '../application.ts';
import type { TicketPriority, TicketReason, TicketStatus } from '../domain/ticket.ts';
import type { TicketDoc } from '../store/models.ts';

/** Which tickets to hear of; all criteria together. */
export interface TicketFilter {
  readonly status?: readonly TicketStatus[] | null | undefined;
  readonly reason?: readonly TicketReason[] | null | undefined;
  readonly priority?: readonly TicketPriority[] | null | undefined;
  readonly assignee?: string | null | undefined;
}

const stream = 'ticket:';

const fits = (ticket: TicketDoc, { status, reason, priority, assignee }: TicketFilter): boolean =>
  (status == null || status.includes(ticket.status)) &&
  (reason == null || reason.includes(ticket.reason)) &&
  (priority == null || priority.includes(ticket.priority)) &&
  (assignee == null || ticket.assignee === assignee);

/** Tickets as they are after something happened to them, of those that fit, from now on. */
export function ticketsChanged(
  { journal, models }: CareApplication,
  filter: TicketFilter,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<TicketDoc> {
  const read = async (_id: string): Promise<TicketDoc | null> => {
    const ticket = await models.Ticket.findOne({ _id }).lean<TicketDoc>();
    return ticket !== null && fits(ticket, filter) ? ticket : null;
  };
  return rowsChanged(journal, stream, read, signal);
}
