import type { Resolvers } from '../generated/resolverTypes.ts';
import { slipLines, slipText } from '../domain/packingSlip.ts';
import { followWorkList, type WorkList } from '../queries/workList.ts';

export const Subscription: NonNullable<Resolvers['Subscription']> = {
  workListChanged: {
    subscribe: (_parent, { locationId, first }, { application, identity, signal }) =>
      followWorkList(application, identity, { locationId, first: first ?? 100 }, signal),
    resolve: (list: WorkList) => list,
  },
};

export const workListTypes: Pick<Resolvers, 'PackingSlip' | 'PackingSlipLine'> = {
  PackingSlip: {
    orderNumber: ({ orderNumber }) => orderNumber ?? null,
    lines: ({ work }) => slipLines(work),
    text: (slip, { locale }) => slipText(slip, locale ?? undefined),
  },
  PackingSlipLine: {
    variant: ({ sku }) => ({ sku }),
    customisation: ({ customisation }) => customisation ?? null,
  },
};
