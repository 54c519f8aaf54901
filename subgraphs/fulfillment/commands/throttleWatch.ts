import type { Journal } from '../../../platform/journal/journal.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { Throttles } from './throttles.ts';

const workStream = 'fulfillmentOrder:';
const throttleStream = 'throttle:';

/** Looks again at limited locations as soon as their work changes, in this process or another; the result ends it. */
export function watchThrottles({
  models,
  journal,
  throttles,
  log,
}: {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly throttles: Throttles;
  readonly log: Log;
}): () => Promise<void> {
  const ending = new AbortController();
  const follow = async (prefix: string, heard: (id: string) => Promise<void>): Promise<void> => {
    for await (const stream of journal.watch(prefix, ending.signal))
      await heard(stream.slice(prefix.length)).catch((error: unknown) => {
        log.warn({ stream, error }, 'limits of a location are looked at again with the next turn');
      });
  };
  const running = [
    follow(workStream, async (_id) => {
      if (!throttles.hasLimits()) return;
      const work = await models.FulfillmentOrder.findOne({ _id }, { locationId: 1 }).lean();
      if (work !== null && throttles.isLimited(work.locationId)) await throttles.weigh(work.locationId);
    }),
    // Another process may have changed it; looking again changes nothing where this one did.
    follow(throttleStream, (locationId) => throttles.weigh(locationId)),
  ];
  return async () => {
    ending.abort();
    await Promise.all(running);
  };
}
