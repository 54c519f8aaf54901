import { requireScope } from '../../../platform/identity/scopes.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { promiseScorecard } from '../queries/scorecard.ts';

export const Query: NonNullable<Resolvers['Query']> = {
  promiseScorecard: (_parent, args, context) => {
    requireScope(context.identity, 'insights:read');
    return promiseScorecard(context.application, args);
  },
};
