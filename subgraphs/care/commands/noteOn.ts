import { codedError } from '../../../platform/errors/codedError.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import { decideTicketChange, type TicketChange } from '../domain/decideTicket.ts';
import { ticketEvent } from '../domain/ticket.ts';
import { deskRules } from './tickets.ts';

/** Words for a ticket. */
export interface Words {
  readonly ticketId: string;
  readonly orderId: string;
  /** The same words again have the same id, and are written once. */
  readonly noteId: string;
  readonly text: string;
  readonly visibility: 'PUBLIC' | 'INTERNAL';
}

/** Who writes them. */
export interface Writer {
  readonly by: 'CUSTOMER' | 'STAFF';
  readonly actor: string;
  readonly cause: string;
}

/** Writes on a ticket: a customer's words wake it, staff's public words answer it. */
export async function writeOn(
  application: CareApplication,
  { ticketId, orderId, noteId, text, visibility }: Words,
  { by, actor, cause }: Writer,
  tx: Tx,
): Promise<void> {
  await runDecision(application.journal, application.tickets, {
    ...{ id: ticketId, actor, cause, tx },
    decide: (state) => {
      if (state === undefined || state.orderId !== orderId)
        throw codedError('BAD_USER_INPUT', 'The order has no such ticket.', { field: 'ticketId' });
      if (state.status === 'CLOSED')
        throw codedError('INVALID_TRANSITION', 'This ticket is closed; open a new one.');
      const data = { ticketId, orderId, noteId, by, author: actor, visibility };
      const answered = by === 'STAFF' && visibility === 'PUBLIC';
      const wakes = by === 'CUSTOMER' && state.status !== 'NEW' && state.status !== 'OPEN';
      const change: TicketChange = {
        answered,
        ...(wakes || (answered && state.status === 'NEW') ? { status: 'OPEN' as const } : {}),
      };
      return [
        ticketEvent('care.TicketNoted', data),
        ...decideTicketChange(state, change, deskRules(application)),
      ];
    },
  });
  await application.models.TicketText.updateOne(
    { _id: noteId },
    { $setOnInsert: { ticketId, orderId, text } },
    { upsert: true, session: tx.session },
  );
}
