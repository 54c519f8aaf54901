import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { isStaff, mayReadRow, type Identity } from '../../../schema/identity.ts';
import type { CareApplication } from '../application.ts';
import { decideTicketChange, type TicketChange } from '../domain/decideTicket.ts';
import type { TicketPriority, TicketReason } from '../domain/ticket.ts';
import type { OrderView } from '../domain/views.ts';
import { writeOn, type Words } from './noteOn.ts';
import { tell } from './tell.ts';
import { deskRules, numberOf, openTicketIn, shortHash } from './tickets.ts';

const maxText = 5_000;

/** A caller and their call. */
export interface Caller {
  readonly who: Identity;
  readonly requestId: string;
  readonly key: string;
}

async function orderFor({ models }: CareApplication, id: string, who: Identity, tx: Tx): Promise<OrderView> {
  const order = await models.Order.findOne({ _id: id }).session(tx.session).lean<OrderView>();
  if (order === null || !mayReadRow(who, order)) throw notFound('order');
  return order;
}

function requireText(text: string): string {
  const words = text.trim();
  if (words === '' || words.length > maxText)
    throw codedError('BAD_USER_INPUT', `text has 1 to ${maxText} characters.`, { field: 'text' });
  return words;
}

/** Opens a ticket for a customer who asks, or for staff who saw something. Gives its id. */
export async function openTicket(
  application: CareApplication,
  input: {
    readonly orderId: string;
    readonly reason: TicketReason;
    readonly text: string;
    readonly priority?: TicketPriority | null | undefined;
  },
  { who, requestId, key }: Caller,
): Promise<string> {
  const scope = { principal: who.subject, operation: 'openTicket', key, input };
  const { result } = await application.idempotency.once<{ id: string }>(scope, async (tx) => {
    const order = await orderFor(application, input.orderId, who, tx);
    const ticketId = shortHash(`${who.subject}|${key}`).slice(0, 32);
    const priority = isStaff(who) ? (input.priority ?? 'NORMAL') : 'NORMAL';
    const ticket = { ticketId, order, reason: input.reason, priority, actor: who.subject, cause: requestId };
    await openTicketIn(application, ticket, tx);
    await note(
      application,
      { ticketId, orderId: order._id, text: requireText(input.text), visibility: 'PUBLIC' },
      { who, requestId, key },
      tx,
    );
    const facts = { number: numberOf(ticketId) };
    const telling = {
      orderId: order._id,
      code: 'TICKET_OPENED',
      version: ticketId,
      facts,
      factAtMs: application.clock.nowMs(),
    } as const;
    if (!isStaff(who)) await tell(application, telling, { id: ticketId, actor: who.subject }, tx);
    return { id: ticketId };
  });
  return result.id;
}

/** Writes on a ticket in the name of a caller. */
function note(
  application: CareApplication,
  words: Omit<Words, 'noteId'>,
  { who, requestId, key }: Caller,
  tx: Tx,
): Promise<void> {
  const noteId = shortHash(`${words.ticketId}|${who.subject}|${key}`).slice(0, 32);
  const writer = { by: isStaff(who) ? 'STAFF' : 'CUSTOMER', actor: who.subject, cause: requestId } as const;
  return writeOn(application, { ...words, noteId }, writer, tx);
}

/** Adds words to a ticket of an order. Gives the ticket's id. */
export async function replyToTicket(
  application: CareApplication,
  input: {
    readonly orderId: string;
    readonly ticketId: string;
    readonly text: string;
    readonly internal: boolean;
  },
  caller: Caller,
): Promise<string> {
  const { who, key } = caller;
  const scope = { principal: who.subject, operation: 'replyToTicket', key, input };
  const { result } = await application.idempotency.once<{ id: string }>(scope, async (tx) => {
    const order = await orderFor(application, input.orderId, who, tx);
    const visibility = input.internal && isStaff(who) ? 'INTERNAL' : 'PUBLIC';
    const { ticketId } = input;
    await note(
      application,
      { ticketId, orderId: order._id, text: requireText(input.text), visibility },
      caller,
      tx,
    );
    if (isStaff(who) && visibility === 'PUBLIC') {
      const facts = { number: numberOf(ticketId) };
      const telling = {
        orderId: order._id,
        code: 'TICKET_ANSWERED',
        version: shortHash(key),
        facts,
        factAtMs: application.clock.nowMs(),
      } as const;
      await tell(application, telling, { id: ticketId, actor: who.subject }, tx);
    }
    return { id: ticketId };
  });
  return result.id;
}

/** Changes a ticket: staff only, with a reason. Gives its id. */
export async function changeTicket(
  application: CareApplication,
  input: TicketChange & { readonly orderId: string; readonly ticketId: string; readonly reason: string },
  { who, requestId, key }: Caller,
): Promise<string> {
  const scope = { principal: who.subject, operation: 'changeTicket', key, input };
  const { result } = await application.idempotency.once<{ id: string }>(scope, async (tx) => {
    const order = await orderFor(application, input.orderId, who, tx);
    requireReason(who, order.owner, input.reason);
    const { events } = await runDecision(application.journal, application.tickets, {
      ...{ id: input.ticketId, actor: who.subject, cause: requestId, tx },
      decide: (state) => {
        if (state === undefined || state.orderId !== order._id)
          throw codedError('BAD_USER_INPUT', 'The order has no such ticket.', { field: 'ticketId' });
        return decideTicketChange(state, input, deskRules(application));
      },
    });
    if (events.length > 0 && input.status === 'SOLVED') {
      const facts = { number: numberOf(input.ticketId) };
      const telling = {
        orderId: order._id,
        code: 'TICKET_CLOSED',
        version: shortHash(key),
        facts,
        factAtMs: application.clock.nowMs(),
      } as const;
      await tell(application, telling, { id: input.ticketId, actor: who.subject }, tx);
    }
    return { id: input.ticketId };
  });
  return result.id;
}
