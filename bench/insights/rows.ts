import { orderContributions } from '../../subgraphs/insights/domain/contributions.ts';
import { counterId, summed, type Counter } from '../../subgraphs/insights/domain/counters.ts';
import { firstDueAtMs, pendingOf } from '../../subgraphs/insights/domain/pending.ts';
import { kindRules } from '../../subgraphs/insights/domain/kinds.ts';
import type { OrderFact } from '../../subgraphs/insights/domain/orderFact.ts';
import type { ShipmentFact } from '../../subgraphs/insights/domain/shipmentFact.ts';
import type { FactRow, InsightsModels, PendingRow } from '../../subgraphs/insights/store/models.ts';

const dayMs = 86_400_000;
const startMs = Date.UTC(2026, 2, 1);
/** The evening of the last day: what was due today and has not come is in the figures, too. */
export const nowMs = startMs + 27 * dayMs + 20 * 3_600_000;
export const firstDay = '2026-03-01';
export const lastDay = '2026-03-28';

const channels = ['web', 'app', 'store', 'marketplace', 'partner'];
const methods = ['SHIPPING', 'EXPRESS', 'SAME_DAY', 'PICKUP_POINT', 'PICKUP_IN_STORE', 'LOCKER'];
const pick = <T>(list: readonly T[], next: (below: number) => number): T => list[next(list.length)] as T;

/** Whole numbers below a bound, the same ones each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  // Whole 32 bits: a product of plain numbers would lose its last digits and soon repeat itself.
  const step = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return (below) => Math.floor(step() * below);
}

/** One order of 28 days and its shipment: nine in ten kept, most of the others late, few still to come after their date. */
function made(n: number, next: (below: number) => number): { order: OrderFact; shipment: ShipmentFact } {
  const placedAtMs = startMs + next(nowMs - startMs);
  const promisedLatestAtMs = placedAtMs + (1 + next(4)) * dayMs;
  const fate = next(1_000);
  const arrivesAtMs = promisedLatestAtMs + (fate < 900 ? -next(dayMs) : next(3 * dayMs));
  const came = fate < 997 && arrivesAtMs < nowMs ? { deliveredAtMs: arrivesAtMs } : {};
  const id = `o${n}`;
  const carrier = `carrier-${next(6)}`;
  return {
    order: {
      ...{ id, owner: `c${n % 50_000}`, channel: pick(channels, next), methodType: pick(methods, next) },
      ...{ currency: 'EUR', placedAtMs, promisedLatestAtMs, firstLatestAtMs: promisedLatestAtMs },
      ...{ lastLatestAtMs: promisedLatestAtMs, locationIds: [], planned: 1, awaited: false, kgCO2e: 0.4 },
      ...{ costMinor: 450, goodwillMinor: 0, ordered: 1, withdrawn: 0, short: 0 },
      ...came,
    },
    shipment: {
      ...{ id: `s${n}`, orderId: id, isReturn: false, carrier, serviceCode: `${carrier}-${next(2)}` },
      ...{ locationId: `location-${next(45)}`, promisedLatestAtMs, handedOverAtMs: placedAtMs },
      ...{ attempted: false, voided: false, lastMile: `last-mile-${next(8)}` },
      ...came,
    },
  };
}

const batch = 5_000;

/** Fills the collections as the subgraph would have, had it heard of so many orders. */
export async function fill(
  { facts, counters, pending: pendings }: InsightsModels,
  orders: number,
): Promise<void> {
  const next = numbers(42);
  const sums = new Map<string, Counter>();
  for (let from = 0; from < orders; from += batch) {
    const [orderRows, shipmentRows, pendingRows]: [FactRow[], FactRow[], PendingRow[]] = [[], [], []];
    for (let n = from; n < Math.min(orders, from + batch); n += 1) {
      const { order, shipment } = made(n, next);
      orderRows.push({ _id: order.id, ...kindRules.order.columns(order), fact: order });
      shipmentRows.push({ _id: shipment.id, ...kindRules.shipment.columns(shipment), fact: shipment });
      const parts = { order, shipments: [shipment], works: [] };
      summed(orderContributions(parts), 1, sums);
      const pending = pendingOf(parts);
      if (pending !== undefined)
        pendingRows.push({ _id: order.id, ...pending, dueAtMs: firstDueAtMs(pending) });
    }
    await facts('order').insertMany(orderRows, { ordered: false });
    await facts('shipment').insertMany(shipmentRows, { ordered: false });
    if (pendingRows.length > 0) await pendings.insertMany(pendingRows, { ordered: false });
  }
  const rows = [...sums.values()].map((counter) => ({ _id: counterId(counter), ...counter }));
  for (let from = 0; from < rows.length; from += batch)
    await counters.insertMany(rows.slice(from, from + batch), { ordered: false });
}
