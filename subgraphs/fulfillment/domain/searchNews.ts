import {
  refOf,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
  type LineUnits,
} from './fulfillmentOrder.ts';
import type { Resourcing, SoughtUnits } from './resourcing.ts';

const tally = (lines: readonly SoughtUnits[]) =>
  lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));

/** What the work that was refused tells when the search for its units ends: where they went, and what nobody has. */
export function searchNews(
  work: FulfillmentOrder,
  search: Resourcing,
  end: {
    readonly to: readonly string[];
    readonly unplaceable: readonly SoughtUnits[];
    readonly order: { readonly promisedLatestAtMs: number };
  },
): FulfillmentOrderEvent[] {
  const { to, unplaceable, order } = end;
  const ref = refOf(work);
  const events: FulfillmentOrderEvent[] = [];
  if (to.length > 0)
    events.push({
      type: 'fulfillment.Rerouted',
      data: {
        ...ref,
        ...{ lines: tally(search.lines), to: [...new Set(to)], promisedLatestAtMs: order.promisedLatestAtMs },
        newLatestAtMs: search.latestAtMs ?? order.promisedLatestAtMs,
      },
    });
  if (unplaceable.length > 0)
    events.push({ type: 'fulfillment.Unfulfillable', data: { ...ref, lines: tally(unplaceable) } });
  return events;
}

/** The event of units cancelled while they looked for another place than `work`. */
export function cancelledInSearch(work: FulfillmentOrder, units: readonly LineUnits[]) {
  const skuOf = new Map(work.lines.map((line) => [line.lineId, line.sku]));
  const lines = units.map(({ lineId, quantity }) => ({ lineId, sku: skuOf.get(lineId) ?? lineId, quantity }));
  return {
    type: 'fulfillment.LinesCancelled' as const,
    data: { ...refOf(work), lines, closed: false, searching: true },
  };
}
