import {
  refOf,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
  type LineUnits,
} from './fulfillmentOrder.ts';
import { asideIn, totals, type Placement, type Resourcing, type SoughtUnits } from './resourcing.ts';

/** Units by line, each line once. */
function tally(lines: readonly SoughtUnits[]) {
  const skuOf = new Map(lines.map((line) => [line.lineId, line.sku]));
  return totals(lines).map(({ lineId, quantity }) => ({
    lineId,
    sku: skuOf.get(lineId) ?? lineId,
    quantity,
  }));
}

/** What the work that was refused tells when the search for its units ends: where they went, and what nobody has. */
export function searchNews(
  work: FulfillmentOrder,
  search: Resourcing,
  end: {
    /** Where they went. */
    readonly kept: readonly Placement[];
    readonly unplaceable: readonly SoughtUnits[];
    readonly order: { readonly promisedLatestAtMs: number };
  },
): FulfillmentOrderEvent[] {
  const { kept, unplaceable, order } = end;
  const to = [...new Set(kept.map((place) => place.locationId))];
  const lines = tally(kept.flatMap((place) => place.lines));
  const ref = refOf(work);
  const events: FulfillmentOrderEvent[] = [];
  if (to.length > 0)
    events.push({
      type: 'fulfillment.Rerouted',
      data: {
        ...ref,
        ...{ lines, to, promisedLatestAtMs: order.promisedLatestAtMs },
        newLatestAtMs: search.latestAtMs ?? order.promisedLatestAtMs,
      },
    });
  if (unplaceable.length > 0)
    events.push({
      type: 'fulfillment.Unfulfillable',
      data: { ...ref, lines: tally(unplaceable), ...made(tally(unplaceable), asideIn(search)) },
    });
  return events;
}

/** Of these units, those that were set aside when they were refused. */
function made<T extends LineUnits>(lines: readonly T[], aside: ReadonlySet<string>): { made?: T[] } {
  const apart = lines.filter(({ lineId }) => aside.has(lineId));
  return apart.length === 0 ? {} : { made: apart };
}

/** The event of units cancelled while they looked for another place than `work`; `aside`: lines set aside there. */
export function cancelledInSearch(
  work: FulfillmentOrder,
  units: readonly LineUnits[],
  { askId, aside }: { readonly askId?: string | undefined; readonly aside: ReadonlySet<string> },
) {
  const skuOf = new Map(work.lines.map((line) => [line.lineId, line.sku]));
  const lines = units.map(({ lineId, quantity }) => ({ lineId, sku: skuOf.get(lineId) ?? lineId, quantity }));
  return {
    type: 'fulfillment.LinesCancelled' as const,
    data: {
      ...{ ...refOf(work), lines, closed: false, searching: true, ...made(lines, aside) },
      ...(askId === undefined ? {} : { askId }),
    },
  };
}

/** The same for units that another place had been found for: they are held there by now, as good as any other. */
export function cancelledElsewhere(work: FulfillmentOrder, units: readonly LineUnits[], locationId: string) {
  const { type, data } = cancelledInSearch(work, units, { aside: new Set() });
  return { type, data: { ...data, locationId } };
}
