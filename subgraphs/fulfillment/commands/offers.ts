import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import { decideExpire, existing } from '../domain/decide.ts';
import type { FulfillmentSettings } from '../domain/settings.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { Refusals } from './refusals.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Offers that no location has answered. */
export interface Offers {
  /** Let every offer older than the limit run out: its units look for another location. */
  expire(): Promise<void>;
}

export function createOffers(deps: {
  models: FulfillmentModels;
  journal: Journal;
  work: WorkAggregate;
  refusals: Refusals;
  settings: { current(): FulfillmentSettings };
}): Offers {
  const { models, journal, work, refusals, settings } = deps;
  return {
    expire: async () => {
      const { offerExpiresAfterMinutes } = settings.current();
      const nowMs = journal.clock.nowMs();
      const offered = { status: 'OPEN' as const, assignment: 'OFFERED' as const };
      // A purchase order has a deadline of its own.
      const unanswered = { ...offered, 'purchase.answerByMs': trusted({ $lte: nowMs }) };
      const found = await models.FulfillmentOrder.find(unanswered, { _id: 1 }).limit(500).lean();
      if (offerExpiresAfterMinutes > 0) {
        const before = nowMs - offerExpiresAfterMinutes * 60_000;
        const old = {
          ...offered,
          createdAtMs: trusted({ $lte: before }),
          purchase: trusted({ $exists: false }),
        };
        found.push(...(await models.FulfillmentOrder.find(old, { _id: 1 }).limit(500).lean()));
      }
      for (const { _id } of found) {
        const by = { actor: 'system:fulfillment', cause: `offer:${String(_id)}` };
        await withTransaction(journal.connection, async (tx) => {
          const { state, events } = await runDecision(journal, work, {
            ...{ id: String(_id), tx, ...by },
            decide: (now) => decideExpire(existing(now)),
          });
          await refusals.follow(tx, existing(state), events, by);
        });
      }
    },
  };
}
