import type { EventPayload } from '../../../schema/events/registry.ts';
import { decideReceived } from './ledger/decideMoney.ts';
import type { LedgerEvent } from './ledger/events.ts';
import { availableOf, returnableTo } from './ledger/evolveMoney.ts';
import type { Ledger, Means, Part, Run } from './ledger/ledger.ts';
import { lotOf } from './ledger/lots.ts';
import { refundable } from './ledger/runs.ts';
import { captureCause, captureNeed, refundCause, standings } from './ledger/settle.ts';

type Payment = EventPayload<'orders.PaymentChanged'>;

/**
 * A charge, refund or release of a journal of before, which says what it was for but not for which units. They are
 * chosen as they would be now: those of its cause first.
 */
export function decideEarlierMovement(ledger: Ledger, data: Payment, atMs: number): readonly LedgerEvent[] {
  const { paymentId: movementId, kind, state, amount, method, causeId = movementId } = data;
  const means = ledger.means.find((each) => each.state === 'READY');
  if (means === undefined || (means.kind === 'OUTSIDE' && kind === 'CHARGE')) {
    if (kind !== 'CHARGE' || state !== 'SUCCEEDED') return [];
    const meansId = means?.meansId ?? method;
    return decideReceived(ledger, { movementId, meansId, method, amountMinor: amount.amountMinor }, atMs);
  }
  const parts =
    kind === 'VOID' ? [] : partsOf(ledger, kind === 'CHARGE', causeId, mostOf(ledger, means, data));
  const sum = parts.reduce((all, part) => all + part.amountMinor, 0);
  const amountMinor = kind === 'VOID' ? mostOf(ledger, means, data) : sum;
  if (amountMinor === 0) return [];
  const asked = { movementId, meansId: means.meansId, amountMinor, causeId, parts, atMs };
  const movement = kind === 'CHARGE' ? 'CAPTURE' : kind === 'REFUND' ? 'REFUND' : 'VOID';
  const answer = { movementId, approved: state === 'SUCCEEDED', atMs };
  return [
    { type: 'MovementAsked', data: { ...asked, kind: movement } },
    ...(state === 'PENDING' ? [] : [{ type: 'MovementAnswered' as const, data: answer }]),
  ];
}

const mostOf = (ledger: Ledger, means: Means, { kind, amount }: Payment): number =>
  Math.min(amount.amountMinor, kind === 'REFUND' ? returnableTo(ledger, means) : availableOf(ledger, means));

function partsOf(ledger: Ledger, charge: boolean, causeId: string, mostMinor: number): Part[] {
  const all = standings(ledger);
  const amountOf = (run: Run): number =>
    charge ? captureNeed(lotOf(ledger, run.lotId), run) : refundable(run);
  const wanted = charge ? 'DUE' : 'BACK';
  const rank = (run: Run, at: number): number => {
    const cause = charge ? captureCause(ledger, run) : refundCause(run);
    return (all[at] === wanted ? 0 : 2) + (cause === causeId ? 0 : 1);
  };
  const order = ledger.runs.map((run, at) => ({ run, rank: rank(run, at) })).sort((a, b) => a.rank - b.rank);
  const parts: Part[] = [];
  let left = mostMinor;
  for (const { run } of order) {
    const amountMinor = Math.min(left, amountOf(run));
    if (amountMinor <= 0) continue;
    left -= amountMinor;
    parts.push({ lotId: run.lotId, from: run.from, to: run.to, amountMinor });
  }
  return parts;
}
