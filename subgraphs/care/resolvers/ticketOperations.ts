import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import { reportNotReceived } from '../commands/notReceived.ts';
import { changeTicket, openTicket, replyToTicket, type Caller } from '../commands/ticketDesk.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import type { IncidentDoc, TicketDoc } from '../store/models.ts';

const callerOf = ({ identity: who, requestId }: Context, key: string): Caller => ({ who, requestId, key });

async function ticketOf({ application }: Context, id: string): Promise<TicketDoc> {
  const found = await application.models.Ticket.findOne({ _id: id }).lean<TicketDoc>();
  if (found === null) throw notFound('ticket');
  return found;
}

/** The mutations of the service desk. */
export const ticketMutations = {
  openTicket: async (_parent, { input: { idempotencyKey, ...input } }, context) =>
    ticketOf(context, await openTicket(context.application, input, callerOf(context, idempotencyKey))),
  replyToTicket: async (_parent, { input: { idempotencyKey, internal, ...input } }, context) =>
    ticketOf(
      context,
      await replyToTicket(
        context.application,
        { ...input, internal: internal === true },
        callerOf(context, idempotencyKey),
      ),
    ),
  changeTicket: async (_parent, { input: { idempotencyKey, ...input } }, context) => {
    requireScope(context.identity, 'orders:write');
    const { status, snoozedUntil, priority, resolution, tags, ...rest } = input;
    if ((tags ?? []).length > 20)
      throw codedError('BAD_USER_INPUT', 'A ticket has at most 20 tags.', { field: 'tags' });
    const change = {
      ...{ ...rest, status: status ?? undefined, priority: priority ?? undefined },
      snoozedUntilMs: snoozedUntil ?? undefined,
      ...{ resolution: resolution ?? undefined, tags: tags ?? undefined },
    };
    return ticketOf(
      context,
      await changeTicket(context.application, change, callerOf(context, idempotencyKey)),
    );
  },
  reportNotReceived: async (_parent, { input: { idempotencyKey, ...input } }, context) => {
    const id = await reportNotReceived(context.application, input, callerOf(context, idempotencyKey));
    const found = await context.application.models.Incident.findOne({ _id: id }).lean<IncidentDoc>();
    if (found === null) throw notFound('incident');
    return found;
  },
} satisfies Pick<
  NonNullable<Resolvers['Mutation']>,
  'openTicket' | 'replyToTicket' | 'changeTicket' | 'reportNotReceived'
>;
