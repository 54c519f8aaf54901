import { afterFilter, connectionOf, readPage } from '../../../platform/graph/connection.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { CareApplication } from '../application.ts';
import type { QueryTicketsArgs } from '../generated/resolverTypes.ts';
import type { TicketDoc } from '../store/models.ts';

const unfinished = ['NEW', 'OPEN', 'PENDING_CUSTOMER', 'PENDING_CARRIER'];

/** Tickets of the desk, oldest first; those that are done or put off only if asked for. */
export async function listTickets({ models }: CareApplication, args: QueryTicketsArgs) {
  const page = readPage(args, { list: 'tickets', key: ['number', 'text'] });
  const filter = {
    status: { $in: [...(args.status ?? unfinished)] },
    ...(args.reason == null ? {} : { reason: { $in: [...args.reason] } }),
  };
  const bounds = page.after
    ? { $and: [filter, afterFilter(['openedAtMs', '_id'], page.after, false)] }
    : filter;
  const rows = await models.Ticket.find(builtFilter<TicketDoc>(bounds))
    .sort({ openedAtMs: 1, _id: 1 })
    .limit(page.first + 1)
    .lean<TicketDoc[]>();
  return connectionOf(rows, page, (row) => [row.openedAtMs, row._id]);
}
