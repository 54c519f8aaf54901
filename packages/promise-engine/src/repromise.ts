import type { Network } from './network/network.ts';
import { sourceOrder } from './sourceOrder.ts';
import type { RepromiseInput, RepromiseResult, SourceInput, SourcingResult } from './model/sourcingTypes.ts';
import { zoneClock } from './time/zoneClock.ts';
import type { Reason } from './model/reasons.ts';

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
  const { promisedLatestMs: _promised, windowStartMs: _window, ...open } = input;
  const later = firstLater(network, open);
  return result(network, input, later, later.status === 'SOURCED' ? 'REPROMISED' : 'IMPOSSIBLE');
}

/** Days ahead that are tried for methods that only know their own day. */
const DAYS_TRIED = 3;

/** The first plan without a date to meet. What is delivered the same day or not at all is asked for again tomorrow. */
function firstLater(network: Network, input: SourceInput): SourcingResult {
  const zone = network.index().zoneFinder.resolve(input.destination);
  const clock = zoneClock(zone?.timeZone ?? 'UTC');
  let found = sourceOrder(network, input);
  for (let day = 1; day <= DAYS_TRIED && found.reasons.some(isOver); day++)
    found = sourceOrder(network, { ...input, at: clock.dayStart(clock.dayOf(input.at) + day) });
  return found;
}

const isOver = ({ code }: Reason): boolean => code === 'CUT_OFF_PASSED' || code === 'LOCATION_CLOSED';

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
