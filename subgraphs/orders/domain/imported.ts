import { codedError } from '../../../platform/errors/codedError.ts';
import type { Decision } from './place.ts';

/** Money that the outside has taken for an order. Instants in epoch ms. */
export interface OutsidePayment {
  readonly amountMinor: number;
  readonly receipt: string;
  readonly takenAtMs: number;
}

/** What an order from elsewhere brings: it was placed, promised and priced outside. */
export interface ImportedTerms {
  readonly placedAtMs: number;
  /** Latest delivery as the outside has promised it; ours if absent. */
  readonly latestAtMs?: number;
  /** Price of the delivery, gross. */
  readonly deliveryMinor: number;
  readonly payments: readonly OutsidePayment[];
}

/** How long ago an order may have been placed, and how far the outside's clock may be ahead of ours. */
const oldestMs = 90 * 86_400_000;
const clockSkewMs = 5 * 60_000;

const wrong = (field: string, message: string) => codedError('BAD_USER_INPUT', message, { field });

/** Refuses dates and sums that cannot be. `totalMinor` is what the order costs with its delivery. */
export function requireTerms(terms: ImportedTerms, totalMinor: number, nowMs: number): void {
  const { placedAtMs, latestAtMs, deliveryMinor, payments } = terms;
  if (placedAtMs > nowMs + clockSkewMs || placedAtMs < nowMs - oldestMs)
    throw wrong('placedAt', 'An order is imported within 90 days after it was placed.');
  if (latestAtMs !== undefined && latestAtMs <= Math.max(nowMs, placedAtMs))
    throw wrong('promisedLatestAt', 'What was promised lies in the past.');
  if (!Number.isSafeInteger(deliveryMinor) || deliveryMinor < 0)
    throw wrong('deliveryPrice', 'A delivery costs nothing or something.');
  for (const { amountMinor, receipt, takenAtMs } of payments) {
    if (!Number.isSafeInteger(amountMinor) || amountMinor < 1)
      throw wrong('payments', 'A payment is at least one minor unit.');
    if (receipt.trim() === '' || receipt.length > 100)
      throw wrong('payments', 'A receipt is named in 1 to 100 characters.');
    if (takenAtMs < placedAtMs || takenAtMs > nowMs + clockSkewMs)
      throw wrong('payments', 'A payment is taken after the order was placed, and not in the future.');
  }
  const paid = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (paid > totalMinor) throw wrong('payments', `The order costs ${totalMinor} minor units; more was paid.`);
}

/** A decision of ours under the outside's price and promise. The tax within the price keeps its share. */
export function underTerms(decision: Decision, terms: ImportedTerms | undefined): Decision {
  if (terms === undefined) return decision;
  const { deliveryMinor: ours, deliveryTaxMinor } = decision;
  const { deliveryMinor, latestAtMs = decision.promise.latestAtMs } = terms;
  const { earliestAtMs } = decision.promise;
  return {
    ...decision,
    deliveryMinor,
    deliveryTaxMinor: ours === 0 ? 0 : Math.round((deliveryMinor * deliveryTaxMinor) / ours),
    promise: { ...decision.promise, latestAtMs, earliestAtMs: Math.min(earliestAtMs, latestAtMs) },
  };
}

/** A way to deliver, as far as an import chooses by it. */
export interface Way {
  readonly handle: string;
  readonly latestAtMs: number;
  readonly priceMinor: number;
  readonly collectAtId: string | undefined;
}

/** The cheapest way that keeps the outside's promise; when none does, the earliest. */
export function wayFor(
  ways: readonly Way[],
  latestAtMs: number | undefined,
  collectAtId: string | undefined,
): Way | undefined {
  const there = ways.filter((way) => collectAtId === undefined || way.collectAtId === collectAtId);
  const inTime = there.filter((way) => latestAtMs === undefined || way.latestAtMs <= latestAtMs);
  const by = <T>(rows: readonly T[], key: (row: T) => number): T | undefined =>
    rows.reduce<T | undefined>(
      (best, row) => (best === undefined || key(row) < key(best) ? row : best),
      undefined,
    );
  return by(inTime, (way) => way.priceMinor) ?? by(there, (way) => way.latestAtMs);
}
