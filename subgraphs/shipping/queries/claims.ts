import { afterFilter, connectionOf, readPage, type PageArgs } from '../../../platform/graph/connection.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { ClaimStatus } from '../domain/claim.ts';
import type { ClaimDoc, ShippingModels } from '../store/models.ts';

const unfinished: readonly ClaimStatus[] = ['OPEN', 'SUBMITTED', 'ACCEPTED'];

/** Claims, nearest deadline first; finished ones only if their status is asked for. */
export async function listClaims(
  { Claim }: ShippingModels,
  args: PageArgs & {
    readonly status?: readonly ClaimStatus[] | null | undefined;
    readonly carrier?: string | null | undefined;
    readonly orderId?: string | null | undefined;
  },
) {
  const page = readPage(args, { list: 'claims', key: ['number', 'text'] });
  const filter = {
    status: { $in: [...(args.status ?? unfinished)] },
    ...(args.carrier == null ? {} : { carrier: args.carrier }),
    ...(args.orderId == null ? {} : { orderId: args.orderId }),
  };
  const bounds = page.after
    ? { $and: [filter, afterFilter(['deadlineMs', '_id'], page.after, false)] }
    : filter;
  const rows = await Claim.find(builtFilter<ClaimDoc>(bounds))
    .sort({ deadlineMs: 1, _id: 1 })
    .limit(page.first + 1)
    .lean<ClaimDoc[]>();
  return connectionOf(rows, page, (row) => [row.deadlineMs, row._id]);
}
