import type { Resolvers } from '../generated/resolverTypes.ts';
import type { Context } from '../context.ts';
import { goesHome, slipLines, slipText, type Slip } from '../domain/packingSlip.ts';
import { followWorkList, type WorkList } from '../queries/workList.ts';

export const Subscription: NonNullable<Resolvers['Subscription']> = {
  workListChanged: {
    subscribe: (_parent, { locationId, first }, { application, identity, signal }) =>
      followWorkList(application, identity, { locationId, first: first ?? 100 }, signal),
    resolve: (list: WorkList) => list,
  },
};

/** What the customer wrote for whoever delivers; asked each time and kept nowhere here. */
async function instructionsOf(
  { work }: Slip,
  { application, requestId }: Context,
): Promise<string | undefined> {
  if (!goesHome(work)) return undefined;
  return (await application.orders.addressOf(work.orderId, requestId))?.instructions ?? undefined;
}

export const workListTypes: Pick<Resolvers, 'PackingSlip' | 'PackingSlipLine'> = {
  PackingSlip: {
    orderNumber: ({ orderNumber }) => orderNumber ?? null,
    lines: ({ work }) => slipLines(work),
    instructions: async (slip, _args, context) => (await instructionsOf(slip, context)) ?? null,
    text: async (slip, { locale }, context) =>
      slipText(slip, locale ?? undefined, await instructionsOf(slip, context)),
  },
  PackingSlipLine: {
    variant: ({ sku }) => ({ sku }),
    customisation: ({ customisation }) => customisation ?? null,
  },
};
