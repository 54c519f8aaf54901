import { decideReceived, meansAdded } from './ledger/decideMoney.ts';
import type { LedgerEvent } from './ledger/events.ts';
import type { Ledger } from './ledger/ledger.ts';
import { decideEarlierMovement } from './ledgerOfBefore.ts';
import type { OrderEvent } from './order.ts';

type Data<N extends OrderEvent['type']> = Extract<OrderEvent, { type: N }>['data'];

/** A payment event: a means that is named or answered, a movement that is asked for or answered, or one of before. */
export function moneyOf(
  ledger: Ledger,
  data: Data<'orders.PaymentChanged'>,
  atMs: number,
): readonly LedgerEvent[] {
  const { paymentId, kind, state, amount, method, meansId, causeId = paymentId } = data;
  const { amountMinor } = amount;
  if (kind === 'AUTHORIZATION') return authorisation(ledger, data);
  const approved = state === 'SUCCEEDED';
  const known = ledger.movements.some((each) => each.movementId === paymentId);
  if (known) return [{ type: 'MovementAnswered', data: { movementId: paymentId, approved, atMs } }];
  if (meansId === undefined) return decideEarlierMovement(ledger, data, atMs);
  if (ledger.means.some((each) => each.meansId === meansId && each.kind === 'OUTSIDE') && kind === 'CHARGE')
    return decideReceived(ledger, { movementId: paymentId, meansId, method, amountMinor }, atMs);
  const { parts = [], goodwill, ofCredit } = data;
  const movement = { movementId: paymentId, meansId, amountMinor, causeId, parts, atMs, goodwill, ofCredit };
  const asked: LedgerEvent = {
    type: 'MovementAsked',
    data: { ...movement, kind: kind === 'CHARGE' ? 'CAPTURE' : kind },
  };
  if (state === 'PENDING') return [asked];
  return [asked, { type: 'MovementAnswered', data: { movementId: paymentId, approved, atMs } }];
}

function authorisation(ledger: Ledger, data: Data<'orders.PaymentChanged'>): readonly LedgerEvent[] {
  const { paymentId: meansId, state, amount, method, expiresAtMs } = data;
  const isOpen = state === 'PENDING' || state === 'ACTION_REQUIRED';
  const known = ledger.means.find((means) => means.meansId === meansId);
  if (known !== undefined && isOpen) return [];
  if (known !== undefined)
    return [{ type: 'MeansAnswered', data: { meansId, approved: state === 'SUCCEEDED', expiresAtMs } }];
  const now = state === 'SUCCEEDED' ? 'READY' : state === 'FAILED' ? 'FAILED' : 'PENDING';
  const until = expiresAtMs === undefined ? {} : { expiresAtMs };
  const means = { meansId, method, kind: 'PROVIDER', state: now, amountMinor: amount.amountMinor } as const;
  return [meansAdded({ ...means, ...until })];
}
