import { requireScope } from '../../../platform/identity/scopes.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { followInsights } from '../queries/follow.ts';
import { readInsights } from '../queries/insights.ts';
import { backlogOf, capacityOf, ordersAtRisk } from '../queries/now.ts';
import { promiseScorecard } from '../queries/scorecard.ts';
import type { InsightsView } from '../queries/view.ts';

export const Query: NonNullable<Resolvers['Query']> = {
  promiseScorecard: (_parent, args, context) => {
    requireScope(context.identity, 'insights:read');
    return promiseScorecard(context.application, args);
  },
  insights: (_parent, args, context) => {
    requireScope(context.identity, 'insights:read');
    return readInsights(context.application, args);
  },
  backlog: (_parent, { locationId }, context) => {
    requireScope(context.identity, 'insights:read');
    return backlogOf(context.application, locationId);
  },
  ordersAtRisk: (_parent, args, context) => {
    requireScope(context.identity, 'insights:read');
    return ordersAtRisk(context.application, args);
  },
  capacity: (_parent, args, context) => {
    requireScope(context.identity, 'insights:read');
    return capacityOf(context.application, args);
  },
};

export const Subscription: NonNullable<Resolvers['Subscription']> = {
  insightsChanged: {
    // async on purpose: the scope first, then follow.
    subscribe: async (_parent, args, { application, identity, signal }) => {
      requireScope(identity, 'insights:read');
      return followInsights(application, args, signal);
    },
    resolve: (view: InsightsView) => view,
  },
};
