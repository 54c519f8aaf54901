import { pricesIn, retailerCost } from './costs.ts';
import { evolveReturn } from './evolve.ts';
import type { ReturnEvent, ReturnState } from './return.ts';
import type { ReturnsSettings } from './settings.ts';

/** Says on each inspection what the return costs the retailer with its findings. */
export function costed(
  given: ReturnState | undefined,
  events: readonly ReturnEvent[],
  costs: ReturnsSettings['returnCosts'],
): ReturnEvent[] {
  let state = given;
  return events.map((event) => {
    // Findings need no time of their own.
    state = evolveReturn(state, event, 0);
    if (event.type !== 'returns.ReturnInspected') return event;
    const amountMinor = retailerCost(state, costs, pricesIn(state));
    return { ...event, data: { ...event.data, retailerCost: { amountMinor, currency: state.currency } } };
  });
}
