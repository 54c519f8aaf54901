import { repromise } from '@promesse/promise-engine/repromise';
import type { RepromiseInput } from '@promesse/promise-engine/model/sourcingTypes';
import type { ResourceOrderInput } from '../generated/resolverTypes.ts';
import { networkNow } from '../projection/networkNow.ts';
import type { PromiseApplication } from '../application.ts';
import { engineDestination } from '../domain/question.ts';
import { decisionOf, engineLines, refused } from './decision.ts';
import { orderedWith } from './orderedWith.ts';

/**
 * Decides again for units whose location cannot serve them: within the promise, else within the tolerances of the
 * rules, else as soon as it can be. Refused only when nobody has the units at all.
 */
export async function resource(application: PromiseApplication, input: ResourceOrderInput) {
  const now = application.journal.clock.nowMs();
  const ask: RepromiseInput = {
    ...{ channel: input.channel, currency: input.currency, at: now },
    destination: engineDestination(input.destination),
    lines: engineLines(input.lines),
    methodCode: input.code,
    currentLatestMs: input.promisedLatestAt,
    excludedLocationIds: [...input.excludedLocationIds],
    ...(input.collectAtId == null ? {} : { pickupId: input.collectAtId }),
    ...(input.windowStartAt == null ? {} : { windowStartMs: input.windowStartAt }),
    ...(await orderedWith(application, input.orderId)),
  };
  const network = networkNow(application);
  const { orderId } = input;
  const { sourcing } = application.keeper.windows.without({ orderId }, () => repromise(network, ask));
  if (sourcing.status !== 'SOURCED') {
    const skus = [...new Set(sourcing.unsourced.map((line) => line.sku))];
    return refused('OUT_OF_STOCK', sourcing.reasons[0]?.message ?? 'Not enough units within reach.', skus);
  }
  const { option, earliestMs, latestMs } = sourcing;
  return decisionOf(
    application,
    ask,
    sourcing,
    {
      ...{ promiseId: input.orderId, methodCode: input.code, methodType: input.methodType },
      ...{ title: option?.title ?? input.code, timeZone: option?.timeZone ?? 'UTC' },
      earliestMs: Math.floor(earliestMs ?? now),
      // What arrives sooner than promised changes no promise.
      latestMs: Math.ceil(Math.max(input.promisedLatestAt, latestMs ?? 0)),
      confidence: option?.confidence ?? 0,
      // The customer has paid for delivery already.
      ...{ priceMinor: 0, taxMinor: 0, currency: input.currency, collectAt: null },
    },
    now,
  );
}
