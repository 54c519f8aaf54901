import { codedError } from '../../../../platform/errors/codedError.ts';
import { apportion } from './apportion.ts';
import type { LedgerEvent } from './events.ts';
import { availableOf, returnableTo } from './evolveMoney.ts';
import type { Ledger, Means, Part, Run } from './ledger.ts';
import { lotOf } from './lots.ts';
import { goodwillClaims } from './pass.ts';
import { askable } from './runs.ts';
import { captureNeed, standings } from './settle.ts';

/** What goodwill is given for: the order, one line, or the delivery. */
export interface GoodwillAsk {
  readonly causeId: string;
  readonly amountMinor: number;
  readonly of?: { readonly lineId: string } | 'DELIVERY' | undefined;
}

/** Money back without a return. Bounded by what was captured for what it is given for and not refunded. */
export function decideGoodwill(ledger: Ledger, ask: GoodwillAsk, nowMs: number): LedgerEvent[] {
  const { causeId, amountMinor } = ask;
  const claims = goodwillClaims(ledger, matching(ledger, ask.of));
  const most = claims.reduce((sum, claim) => sum + claim.missing, 0);
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 1 || amountMinor > most)
    throw codedError(
      'BAD_USER_INPUT',
      most === 0
        ? 'Nothing that was paid for this can be given back.'
        : `Between 1 and ${most} minor units can be given back here, not ${amountMinor}: no more than was paid for it.`,
      { field: 'amount' },
    );
  const shares = apportion(
    amountMinor,
    claims.map((claim) => claim.missing),
  );
  const left = claims.map(({ run }, at) => ({ run, amount: shares[at] ?? 0 }));
  const events: LedgerEvent[] = [];
  for (const means of [...ledger.means].reverse()) {
    const parts = cut(left, returnableTo(ledger, means));
    const amount = parts.reduce((sum, part) => sum + part.amountMinor, 0);
    if (amount === 0) continue;
    const movementId = `${ledger.orderId}:refund:${causeId}:${means.meansId}:1`;
    const data = {
      movementId,
      kind: 'REFUND' as const,
      meansId: means.meansId,
      amountMinor: amount,
      causeId,
    };
    events.push({ type: 'MovementAsked', data: { ...data, parts, atMs: nowMs, goodwill: true } });
  }
  return events;
}

const matching =
  (ledger: Ledger, of: GoodwillAsk['of']) =>
  (run: Run): boolean =>
    of === undefined ||
    (of === 'DELIVERY' ? lotOf(ledger, run.lotId).kind === 'DELIVERY' : run.lineId === of.lineId);

function cut(left: { run: Run; amount: number }[], mostMinor: number): Part[] {
  const parts: Part[] = [];
  let most = mostMinor;
  for (const each of left) {
    const amountMinor = Math.min(most, each.amount);
    if (amountMinor === 0) continue;
    most -= amountMinor;
    each.amount -= amountMinor;
    const { lotId, from, to } = each.run;
    parts.push({ lotId, from, to, amountMinor });
  }
  return parts;
}

/** Money taken elsewhere (till, bank), as somebody says who was there. It pays for what is due, then for what will be. */
export function decideReceived(
  ledger: Ledger,
  payment: { movementId: string; meansId: string; method: string; amountMinor: number },
  nowMs: number,
): LedgerEvent[] {
  const { amountMinor } = payment;
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 1)
    throw codedError('BAD_USER_INPUT', 'A payment is at least one minor unit.');
  const all = standings(ledger);
  const owed = (wanted: string): { run: Run; amount: number }[] =>
    ledger.runs
      .filter((_, at) => all[at] === wanted)
      .map((run) => ({ run, amount: captureNeed(lotOf(ledger, run.lotId), run) }));
  const parts = cut([...owed('DUE'), ...owed('OPEN')], amountMinor);
  return [{ type: 'PaymentReceived', data: { ...payment, parts, atMs: nowMs } }];
}

/** The retailer does not ask for an amount that is owed any more: a debt given up. */
export function decideWaive(
  ledger: Ledger,
  ask: { causeId: string; reason: string; amountMinor?: number },
): LedgerEvent[] {
  const all = standings(ledger);
  const owed = ledger.runs
    .filter((_, at) => all[at] === 'DUE')
    .map((run) => ({ run, amount: askable(lotOf(ledger, run.lotId), run) }))
    .filter((each) => each.amount > 0);
  const most = owed.reduce((sum, each) => sum + each.amount, 0);
  const amount = ask.amountMinor ?? most;
  if (amount < 0 || amount > most)
    throw codedError('BAD_USER_INPUT', `At most ${most} minor units are owed, not ${amount}.`);
  const { causeId, reason } = ask;
  return amount === 0 ? [] : [{ type: 'Waived', data: { causeId, reason, parts: cut(owed, amount) } }];
}

/** A means of payment is named: authorised, waiting for its provider's answer, or to be paid elsewhere. */
export const meansAdded = (
  means: Pick<Means, 'meansId' | 'method' | 'kind' | 'state'> & { amountMinor: number; expiresAtMs?: number },
): LedgerEvent => {
  const { meansId, method, kind, state, amountMinor, expiresAtMs } = means;
  const authorisedMinor = kind === 'PROVIDER' ? amountMinor : 0;
  const empty = { authorisedMinor, capturedMinor: 0, refundedMinor: 0, voidedMinor: 0 };
  return { type: 'MeansAdded', data: { means: { meansId, method, kind, state, ...empty, expiresAtMs } } };
};

/** What no means covers yet: to be authorised or paid, for example after an edit or when an authorisation lapsed. */
export function uncovered(ledger: Ledger): number {
  const all = standings(ledger);
  let needed = 0;
  for (const [at, run] of ledger.runs.entries()) {
    if (all[at] === 'OPEN' || all[at] === 'DUE') needed += captureNeed(lotOf(ledger, run.lotId), run);
  }
  let held = 0;
  for (const means of ledger.means)
    held += means.state === 'PENDING' ? means.authorisedMinor : availableOf(ledger, means);
  return Math.max(0, needed - held);
}
