import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { collectBy, daysOf, decideRemind, decideUncollected } from '../domain/collection.ts';
import { existing } from '../domain/decide.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import type { FulfillmentSettings } from '../domain/settings.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Goods that wait for a customer who collects them. */
export interface Uncollected {
  /** Until when the goods of this work wait if they are ready now, in epoch ms. */
  collectByMs(work: FulfillmentOrder): Promise<number>;
  /** Reminds those whose time is nearly over, and takes back what nobody fetched in time. */
  sweep(): Promise<void>;
}

export function createUncollected(deps: {
  models: FulfillmentModels;
  journal: Journal;
  work: WorkAggregate;
  settings: { current(): FulfillmentSettings };
}): Uncollected {
  const { models, journal, work, settings } = deps;
  const { clock } = journal;

  const decideEach = async (
    where: Record<string, unknown>,
    decide: (found: FulfillmentOrder) => ReturnType<typeof decideUncollected>,
  ): Promise<void> => {
    const waiting = { ...where, status: 'IN_PROGRESS' as const, step: 'READY_FOR_COLLECTION' as const };
    const found = await models.FulfillmentOrder.find(waiting, { _id: 1 })
      .sort({ collectByMs: 1 })
      .limit(500)
      .lean();
    for (const { _id } of found)
      // Decided on what stands then: the customer may be at the counter at this very moment.
      await journal.exclusive(`fulfillmentOrder:${_id}`, () =>
        runDecision(journal, work, {
          ...{ id: _id, actor: 'system:fulfillment', cause: `collection:${_id}` },
          decide: (now) => decide(existing(now)),
        }),
      );
  };

  return {
    collectByMs: async (found) => {
      const { orderId, locationId } = found;
      const [order, location] = await Promise.all([
        models.OrderWork.findOne({ _id: orderId }, { methodType: 1, holdDays: 1 }).lean(),
        models.Location.findOne({ _id: locationId }, { timeZone: 1 }).lean(),
      ]);
      const { methodType, holdDays: promisedDays } = order ?? {};
      const days = daysOf(settings.current(), { locationId, methodType, promisedDays });
      return collectBy(found, { nowMs: clock.nowMs(), days, timeZone: location?.timeZone ?? 'UTC' });
    },
    sweep: async () => {
      const nowMs = clock.nowMs();
      await decideEach({ collectByMs: trusted({ $lte: nowMs }) }, (now) =>
        decideUncollected(now, clock.nowMs()),
      );
      const terms = settings.current();
      if (terms.collectionReminderDaysBefore === 0) return;
      const soon = trusted({ $lte: nowMs + terms.collectionReminderDaysBefore * 86_400_000 });
      await decideEach({ collectByMs: soon, reminded: trusted({ $ne: true }) }, (now) =>
        decideRemind(now, clock.nowMs(), terms),
      );
    },
  };
}
