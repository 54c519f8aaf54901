import type { Network } from './network/network.ts';
import type { RuleSet } from './model/ruleTypes.ts';
import { findEntry } from './network/stockBook.ts';
import { sourceOrder } from './sourceOrder.ts';
import type { SourceInput, SourcingResult } from './model/sourcingTypes.ts';
import { DAY_MS } from './time/zoneClock.ts';

/** An order of the past, as it was asked, and what became of its shipments. */
export interface PastOrder extends Omit<SourceInput, 'promisedLatestMs'> {
  readonly orderId: string;
  /** Deliveries that really happened. */
  readonly happened?: readonly {
    readonly locationId: string;
    /** Code of the service; null when it was collected there. */
    readonly serviceCode: string | null;
    readonly deliveredMs: number;
  }[];
  /** Units it took from shelves: for its simulation they are back. */
  readonly took?: readonly { readonly sku: string; readonly locationId: string; readonly quantity: number }[];
}

/** Figures of one rule set over the orders. */
export interface SimulationFigures {
  readonly sourced: number;
  readonly partial: number;
  readonly refused: number;
  readonly meanCostMinor: number;
  readonly meanSplits: number;
  readonly meanPromisedDays: number;
  /** Of the orders whose very shipments happened; null when there are none. */
  readonly keptRate: number | null;
  readonly keptKnown: number;
  readonly meanKgCO2e: number;
  readonly load: readonly {
    readonly locationId: string;
    readonly shipments: number;
    readonly units: number;
  }[];
}

/** Two rule sets side by side. */
export interface SimulationResult {
  readonly orders: number;
  readonly live: SimulationFigures;
  readonly draft: SimulationFigures;
  /** Orders the two sets source differently. */
  readonly changed: readonly { readonly orderId: string; readonly live: string; readonly draft: string }[];
}

/**
 * Sources past orders under two rule sets against the network as it stands: stock of now, with what the order itself
 * took back on its shelves, each order by itself. Changes nothing.
 */
export function simulateRules(
  network: Network,
  live: RuleSet,
  draft: RuleSet,
  orders: readonly PastOrder[],
): SimulationResult {
  const run = (rules: RuleSet): SourcingResult[] =>
    network.withRules(rules, () => orders.map((order) => sourceAgain(network, order)));
  const before = run(live);
  const after = run(draft);
  const changed = orders.flatMap((order, i) => {
    const was = describe(network, before[i]!);
    const is = describe(network, after[i]!);
    return was === is ? [] : [{ orderId: order.orderId, live: was, draft: is }];
  });
  return {
    orders: orders.length,
    live: figures(network, orders, before),
    draft: figures(network, orders, after),
    changed,
  };
}

/** The decision with the order's own units back on their shelves while it is made. */
function sourceAgain(network: Network, order: PastOrder): SourcingResult {
  const put = (sign: 1 | -1): void => {
    for (const { sku, locationId, quantity } of order.took ?? []) {
      const [stock, l] = [network.stock.of(sku), network.findLocation(locationId)];
      const at = stock === undefined || l === undefined ? -1 : findEntry(stock, l);
      if (at >= 0) stock!.entries[at + 1]! += sign * quantity;
    }
  };
  put(1);
  try {
    return sourceOrder(network, order);
  } finally {
    put(-1);
  }
}

const describe = (network: Network, r: SourcingResult): string =>
  r.status === 'UNSOURCEABLE'
    ? (r.reasons[0]?.code ?? 'UNSOURCEABLE')
    : r.shipments
        .map(
          (s) =>
            `${s.locationId}/${network.serviceCode(s.serviceId) ?? 'own'}:${s.lines.map((l) => `${l.sku}x${l.quantity}`).join('+')}`,
        )
        .sort()
        .join(' ');

function figures(
  network: Network,
  orders: readonly PastOrder[],
  results: readonly SourcingResult[],
): SimulationFigures {
  const sourced = results.filter((r) => r.status === 'SOURCED');
  const mean = (value: (r: SourcingResult) => number): number =>
    sourced.length === 0 ? 0 : sourced.reduce((sum, r) => sum + value(r), 0) / sourced.length;
  const days = results.flatMap((r, i) =>
    r.status === 'SOURCED' ? [(r.latestMs! - orders[i]!.at) / DAY_MS] : [],
  );
  const known = results.flatMap((r, i) => keptOf(network, orders[i]!, r) ?? []);
  return {
    sourced: sourced.length,
    partial: results.filter((r) => r.status === 'PARTIAL').length,
    refused: results.filter((r) => r.status === 'UNSOURCEABLE').length,
    meanCostMinor: mean((r) => r.costToServe?.amountMinor ?? 0),
    meanSplits: mean((r) => r.shipments.length - 1),
    meanPromisedDays: days.length === 0 ? 0 : days.reduce((a, b) => a + b, 0) / days.length,
    keptRate: known.length === 0 ? null : known.filter(Boolean).length / known.length,
    keptKnown: known.length,
    meanKgCO2e: mean((r) => r.carbonGrams / 1000),
    load: loadOf(results),
  };
}

/** Whether the promise would have been kept; null when these shipments never happened. */
function keptOf(network: Network, order: PastOrder, result: SourcingResult): boolean | null {
  if (result.status !== 'SOURCED' || !order.happened) return null;
  const times = result.shipments.map(
    (s) =>
      order.happened!.find(
        (h) => h.locationId === s.locationId && h.serviceCode === network.serviceCode(s.serviceId),
      )?.deliveredMs,
  );
  if (times.some((t) => t === undefined)) return null;
  return times.every((t) => t! <= result.latestMs!);
}

function loadOf(results: readonly SourcingResult[]): SimulationFigures['load'] {
  const load = new Map<string, { shipments: number; units: number }>();
  for (const { shipments } of results) {
    for (const s of shipments) {
      const entry = load.get(s.locationId) ?? { shipments: 0, units: 0 };
      entry.shipments++;
      entry.units += s.lines.reduce((sum, l) => sum + l.quantity, 0);
      load.set(s.locationId, entry);
    }
  }
  return [...load]
    .map(([locationId, entry]) => ({ locationId, ...entry }))
    .sort((a, b) => b.shipments - a.shipments || (a.locationId < b.locationId ? -1 : 1));
}
