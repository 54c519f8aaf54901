import { evolveOrder } from './evolve.ts';
import { decideFacts } from './facts.ts';
import { uncovered } from './ledger/decideMoney.ts';
import { lotOf, partsOf } from './ledger/lots.ts';
import { reconcile } from './ledger/reconcile.ts';
import { evolveAll } from './ledger/evolve.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';

/** Units of a return that pay for others. */
export interface ExchangeEntry {
  readonly entryId: string;
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
}

/** Units that are added, priced. */
export interface PricedUnits {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly taxBasisPoints: number;
  readonly adjustmentMinor: number;
}

export interface Exchange {
  readonly exchangeId: string;
  readonly returnId: string;
  readonly entries: readonly ExchangeEntry[];
  readonly lines: readonly PricedUnits[];
  readonly shipments: OrderState['shipments'];
  readonly latestAtMs: number;
  readonly early: boolean;
  readonly wayBackMinor: number;
}

/** Was this exchange made before? */
export const isExchanged = ({ ledger }: OrderState, exchangeId: string): boolean =>
  ledger.causes.includes(`UnitsAdded:${exchangeId}`);

/** Lines that an exchange added. */
export const exchangeLineIds = ({ ledger }: OrderState, exchangeId: string): string[] => [
  ...new Set(
    ledger.lots.filter((lot) => lot.paidFrom === exchangeId && lot.kind === 'GOODS').map((lot) => lot.lineId),
  ),
];

/** The events of an exchange: the return, if it had not been heard of, the new units, and the credit that pays for them. */
export function decideExchangeUnits(order: OrderState, exchange: Exchange, atMs: number): OrderEvent[] {
  const { exchangeId, returnId, lines, shipments, latestAtMs, early, wayBackMinor } = exchange;
  if (isExchanged(order, exchangeId)) return [];
  const orderId = order._id;
  const asked = orderEvent('orders.ReturnRequested', {
    ...{ orderId, returnId, causeId: returnId, lines: exchange.entries.map((entry) => ({ ...entry })) },
  });
  return [
    ...decideFacts(order, [asked], atMs),
    orderEvent('orders.UnitsAdded', {
      ...{ orderId, causeId: exchangeId, returnId, latestAtMs },
      lines: lines.map((line) => ({ ...line })),
      shipments: [...shipments],
    }),
    orderEvent('orders.RefundGranted', {
      ...{ orderId, returnId, causeId: exchangeId, early },
      cost: { amountMinor: wayBackMinor, currency: order.currency },
    }),
  ];
}

/** What nothing pays for once the exchange is made, in minor units: the new units cost more than what comes back. */
export function missingFor(order: OrderState, exchange: Exchange, atMs: number): number {
  const after = decideExchangeUnits(order, exchange, atMs).reduce<OrderState>(
    (now, event) => evolveOrder(now, event, atMs),
    order,
  );
  return uncovered(evolveAll(after.ledger, reconcile(after.ledger, atMs)));
}

/**
 * What units of a line cost that are exchanged for another size: as many as come back cost exactly what those did,
 * discounts included.
 */
export function priceAs(
  order: OrderState,
  entries: readonly ExchangeEntry[],
  { lineId, quantity }: { readonly lineId: string; readonly quantity: number },
): Pick<PricedUnits, 'unitPriceMinor' | 'taxBasisPoints' | 'adjustmentMinor'> | undefined {
  const line = order.lines.find((each) => each.lineId === lineId);
  if (line === undefined) return undefined;
  const { unitPriceMinor, taxBasisPoints } = line;
  const back = entries.filter((each) => each.lineId === lineId).reduce((sum, each) => sum + each.quantity, 0);
  const run = order.ledger.runs.find((each) => each.lineId === lineId);
  if (run === undefined || back !== quantity) return { unitPriceMinor, taxBasisPoints, adjustmentMinor: 0 };
  const credit = creditOf(order, lineId, quantity);
  return { unitPriceMinor, taxBasisPoints, adjustmentMinor: credit - unitPriceMinor * quantity };
}

/** What the units of a line that come back were paid with: those on their way back, else the first the customer has. */
function creditOf({ ledger }: OrderState, lineId: string, quantity: number): number {
  const rank = (place: string): number =>
    place === 'RETURNED' ? 0 : place === 'RETURNING' ? 1 : place === 'DELIVERED' ? 2 : 3;
  const runs = ledger.runs
    .filter((run) => run.lineId === lineId)
    .toSorted((a, b) => rank(a.place) - rank(b.place));
  let [left, sum] = [quantity, 0];
  for (const run of runs) {
    const units = Math.min(left, run.to - run.from);
    if (units <= 0) break;
    sum += partsOf(lotOf(ledger, run.lotId), run.from, run.from + units).payableMinor;
    left -= units;
  }
  return sum;
}
