import type { Ask } from '../question/ask.ts';
import { sellable } from '../candidates/rows.ts';
import { findEntry } from '../network/stockBook.ts';
import { isoOfDay, weekdayOf } from '../time/zoneClock.ts';
import type { TraceCandidate, TraceStock } from '../model/traceTypes.ts';

/** Stock of an article at a location as the engine sees it. */
export function stockOf(ask: Ask, sku: string, l: number): TraceStock {
  const stock = ask.network.stock.of(sku);
  const at = stock ? findEntry(stock, l) : -1;
  if (!stock || at < 0)
    return { sku, onHand: 0, reserved: 0, safetyStock: 0, withheld: ask.withhold, available: 0 };
  const e = stock.entries;
  const own = ask.own?.get(sku)?.get(l) ?? 0;
  return {
    sku,
    onHand: e[at + 1]!,
    reserved: e[at + 2]!,
    safetyStock: e[at + 3]!,
    withheld: ask.withhold,
    available: Math.max(0, sellable(e, at, own, ask.withhold)),
  };
}

/** What is sold of a location's capacity on a local day; nothing when it is unlimited. */
export function capacityOf(ask: Ask, l: number, day: number): Pick<TraceCandidate, 'capacity'> {
  const capacity = ask.index.locations[l]!.capacity;
  if (!capacity) return {};
  const limit =
    typeof capacity.perDay === 'number' ? capacity.perDay : (capacity.perDay[weekdayOf(day)] ?? 0);
  const used = ask.network.capacity.used(l, day);
  return { capacity: { date: isoOfDay(day), unit: capacity.unit, limit, used } };
}
