import { codedError } from '../../../platform/errors/codedError.ts';
import type { Identity } from '../../../schema/identity.ts';
import { captureCause, captureNeed, leftToPay, outstanding, standings } from './ledger/settle.ts';
import { lotOf } from './ledger/lots.ts';
import { causeKey } from './causes.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';

/** Means that are taken outside. */
export type OutsideMeans = 'IN_STORE' | 'INVOICE';

/** Money as whoever took it tells of it. Instants in epoch ms. */
export interface Receipt {
  readonly amount: { readonly amountMinor: number; readonly currency: string };
  readonly means: OutsideMeans;
  readonly receipt: string;
  readonly locationId?: string | undefined;
  readonly takenAtMs?: number | undefined;
}

/** How far a till's clock may be ahead of ours. */
const clockSkewMs = 5 * 60_000;

const wrong = (field: string, message: string) => codedError('BAD_USER_INPUT', message, { field });

/** Books money that was taken outside. Refuses what cannot have been taken so, or not by this caller. */
export function decideReceipt(
  order: OrderState,
  told: Receipt & { readonly paymentId: string },
  who: Identity,
  nowMs: number,
): OrderEvent[] {
  const { amount, means, locationId, paymentId } = told;
  const receipt = told.receipt.trim();
  if (amount.currency !== order.currency)
    throw codedError('CURRENCY_MISMATCH', `This order is in ${order.currency}.`, { field: 'amount' });
  if (!Number.isSafeInteger(amount.amountMinor) || amount.amountMinor < 1)
    throw wrong('amount', 'A payment is at least one minor unit.');
  if (receipt === '' || receipt.length > 100)
    throw wrong('receipt', 'A receipt is named in 1 to 100 characters.');
  requirePlace(order, told, who);
  const takenAtMs = told.takenAtMs ?? nowMs;
  if (takenAtMs > nowMs + clockSkewMs || takenAtMs < order.placedAtMs)
    throw wrong('takenAt', 'A payment is taken after the order was placed, and not in the future.');
  const open = outstanding(order.ledger);
  if (open === 0) throw wrong('amount', 'Nothing of this order is left to be paid.');
  const left = leftToPay(order.ledger);
  if (means === 'IN_STORE' && amount.amountMinor > left)
    throw wrong('amount', `Of this order, ${left} minor units are left to be paid; a till takes no more.`);
  return [
    orderEvent('orders.PaymentRecorded', {
      ...{ orderId: order._id, paymentId, amount, method: means, receipt, takenAtMs },
      ...(locationId === undefined ? {} : { locationId }),
    }),
  ];
}

/** A till stands in a store that works on the order, and an associate speaks for their own. */
function requirePlace(order: OrderState, { means, locationId }: Receipt, who: Identity): void {
  if (means === 'INVOICE' && who.kind === 'associate')
    throw codedError('FORBIDDEN', 'An associate tells of money taken at a till.', { field: 'means' });
  if (means === 'IN_STORE' && locationId === undefined)
    throw wrong('locationId', 'Name the store where it was taken.');
  if (locationId === undefined) return;
  if (who.kind === 'associate' && !(who.locationIds ?? []).includes(locationId))
    throw codedError('FORBIDDEN', 'An associate speaks for their own store.', { field: 'locationId' });
  if (!order.locationIds.includes(locationId))
    throw wrong('locationId', 'This store does not work on the order.');
}

/** What is due and paid outside, told once per cause: goods have left, and nobody said that they are paid. */
export function outsideDues(order: OrderState): OrderEvent[] {
  const { ledger } = order;
  const means = ledger.means.find((each) => each.kind === 'OUTSIDE');
  if (means === undefined) return [];
  const method = means.method === 'INVOICE' ? 'INVOICE' : 'IN_STORE';
  const all = standings(ledger);
  const sums = new Map<string, number>();
  for (const [at, run] of ledger.runs.entries()) {
    if (all[at] !== 'DUE') continue;
    const causeId = captureCause(ledger, run);
    sums.set(causeId, (sums.get(causeId) ?? 0) + captureNeed(lotOf(ledger, run.lotId), run));
  }
  return [...sums]
    .filter(([causeId, sum]) => sum > 0 && !order.causes.includes(causeKey('orders.PaymentDue', causeId)))
    .map(([causeId, amountMinor]) =>
      orderEvent('orders.PaymentDue', {
        ...{ orderId: order._id, causeId, method, amount: { amountMinor, currency: order.currency } },
      }),
    );
}

/** To be paid now: units have left or were collected, and nothing was captured for them. In minor units. */
export function dueNow({ ledger }: OrderState): number {
  const all = standings(ledger);
  return ledger.runs.reduce(
    (sum, run, at) => (all[at] === 'DUE' ? sum + captureNeed(lotOf(ledger, run.lotId), run) : sum),
    0,
  );
}
