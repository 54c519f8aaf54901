import { mayReadRow } from '../../../schema/identity.ts';
import { daysLate, isKept, isOver, isWithdrawn, promisedDays } from '../domain/orderFact.ts';
import { outcomeText } from '../domain/texts.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { insightsTypes } from './insightsTypes.ts';

/** How the documents of insights look in the graph. */
export const typeResolvers: Resolvers = {
  ...insightsTypes,
  Order: {
    promiseOutcome: async ({ id }, _args, { loaders, identity, application }) => {
      const found = await loaders.outcome.load(id);
      if (found === null || !mayReadRow(identity, found) || isWithdrawn(found)) return null;
      return isOver(found, application.clock.nowMs()) ? found : null;
    },
  },
  PromiseOutcome: {
    promisedLatestAt: (row) => row.promisedLatestAtMs,
    deliveredAt: (row) => row.deliveredAtMs ?? null,
    kept: (row) => isKept(row),
    text: (row, { locale }) => outcomeText(isKept(row), locale),
    daysLate: (row, _args, { application }) => daysLate(row, application.clock.nowMs()),
    promisedDays: (row) => promisedDays(row),
  },
};
