import type { Network } from './network.ts';
import { sourceOrder } from './sourceOrder.ts';
import type { RepromiseInput, RepromiseResult, SourcingResult } from './sourcingTypes.ts';
import { zoneClock } from './time/zoneClock.ts';

/**
 * What becomes of a promise at risk: a new plan within it, within the tolerance of the rules, or the earliest
 * new date that can be kept. The answer is a proposal; telling the customer is the caller's business.
 */
export function repromise(network: Network, input: RepromiseInput): RepromiseResult {
  const promised = input.promisedLatestMs ?? input.currentLatestMs;
  const within = sourceOrder(network, { ...input, promisedLatestMs: promised });
  if (within.status === 'SOURCED') {
    return result(network, input, within, within.latestMs! <= input.currentLatestMs ? 'KEPT' : 'TOLERATED');
  }
  const open: Record<string, unknown> = { ...input };
  delete open.promisedLatestMs;
  delete open.windowStartMs;
  const later = sourceOrder(network, open as unknown as RepromiseInput);
  return result(network, input, later, later.status === 'SOURCED' ? 'REPROMISED' : 'IMPOSSIBLE');
}

function result(
  network: Network,
  input: RepromiseInput,
  sourcing: SourcingResult,
  outcome: RepromiseResult['outcome'],
): RepromiseResult {
  const { earliestMs, latestMs } = sourcing;
  const zone = network.index().zoneFinder.resolve(input.destination);
  const clock = zoneClock(zone?.timeZone ?? 'UTC');
  const late = latestMs === null ? 0 : clock.dayOf(latestMs) - clock.dayOf(input.currentLatestMs);
  return { outcome, earliestMs, latestMs, daysLate: Math.max(0, late), sourcing };
}
