import type { LedgerEvent } from './events.ts';
import { evolveAll, evolveLedger } from './evolve.ts';
import { availableOf, returnableTo } from './evolveMoney.ts';
import type { Ledger, Run } from './ledger.ts';
import { nextLapse } from './lapse.ts';
import { lotOf } from './lots.ts';
import {
  ask,
  claims,
  defaultMoneyPolicy,
  escalate,
  gate,
  goodwillClaims,
  mayGo,
  meansOf,
  nextId,
  partsFor,
  say,
  type Claim,
  type MoneyPolicy,
  type Pass,
} from './pass.ts';
import { captureCause, captureNeed, refundCause, refundNeed, standings } from './settle.ts';

/**
 * Every movement of money the ledger asks for now: credit that pays for other units, captures of what is due, refunds
 * of what goes back, the release of what nobody needs. It compares where units are with what was captured for them,
 * so it may be called after any event, any number of times. Empty when money is at rest or waits for answers.
 */
export function reconcile(ledger: Ledger, nowMs: number, policy = defaultMoneyPolicy): LedgerEvent[] {
  const pass: Pass = { ledger, events: [], nowMs, policy };
  for (const step of [moveCredit, capture, refund, refundCredit, repeatGoodwill, free]) step(pass);
  return pass.events;
}

function moveCredit(pass: Pass): void {
  const causes = new Set(pass.ledger.lots.flatMap((lot) => lot.paidFrom ?? []));
  for (const causeId of causes) {
    const { ledger } = pass;
    const all = standings(ledger);
    const wants: Claim[] = [];
    const gives: Claim[] = [];
    for (const [at, run] of ledger.runs.entries()) {
      const lot = lotOf(ledger, run.lotId);
      if (lot.paidFrom === causeId && all[at] !== 'BACK') wants.push({ run, missing: captureNeed(lot, run) });
      if (run.grantedBy === causeId) gives.push({ run, missing: refundNeed(lot, run) });
    }
    const sum = (list: Claim[]): number => list.reduce((total, { missing }) => total + missing, 0);
    const amount = Math.min(sum(wants), sum(gives));
    if (amount <= 0) continue;
    const movementId = nextId(ledger, 'transfer', causeId, 'credit');
    const data = {
      movementId,
      causeId,
      from: partsFor(gives, amount),
      to: partsFor(wants, amount),
      atMs: pass.nowMs,
    };
    say(pass, { type: 'CreditMoved', data });
  }
}

function capture(pass: Pass): void {
  const cause = (run: Run): string => captureCause(pass.ledger, run);
  const due = { standing: 'DUE', need: captureNeed, cause, mayGo: mayGo(pass, 'CAPTURE') } as const;
  for (const [causeId, wanted] of claims(pass, due)) {
    let waits = false;
    for (const { meansId } of pass.ledger.means) {
      const means = meansOf(pass.ledger, meansId);
      if (means.kind === 'OUTSIDE' || means.state !== 'READY') {
        // Somebody will say that it was paid, or the provider has not answered.
        waits ||= means.state !== 'FAILED';
        continue;
      }
      const state = gate(pass, 'CAPTURE', causeId, meansId);
      waits ||= state === 'WAIT';
      if (state !== 'GO') continue;
      ask(pass, {
        kind: 'CAPTURE',
        causeId,
        meansId,
        parts: partsFor(wanted, availableOf(pass.ledger, means)),
      });
    }
    const missing = wanted.reduce((sum, claim) => sum + claim.missing, 0);
    if (missing > 0 && !waits) escalate(pass, 'CAPTURE', causeId, missing);
  }
}

function refund(pass: Pass): void {
  const back = {
    standing: 'BACK',
    need: refundNeed,
    cause: refundCause,
    mayGo: mayGo(pass, 'REFUND'),
  } as const;
  for (const [causeId, wanted] of claims(pass, back)) {
    let waits = false;
    // The means that paid last gets back first: gift cards, which pay first, keep what they paid.
    for (const { meansId } of [...pass.ledger.means].reverse()) {
      const state = gate(pass, 'REFUND', causeId, meansId);
      waits ||= state === 'WAIT';
      if (state !== 'GO') continue;
      const most = returnableTo(pass.ledger, meansOf(pass.ledger, meansId));
      ask(pass, { kind: 'REFUND', causeId, meansId, parts: partsFor(wanted, most) });
    }
    const missing = wanted.reduce((sum, claim) => sum + claim.missing, 0);
    if (missing > 0 && !waits) escalate(pass, 'REFUND', causeId, missing);
  }
}

/** Cause of a refund of money that paid for nothing. */
export const creditCause = 'CREDIT';

function refundCredit(pass: Pass): void {
  for (const { meansId } of [...pass.ledger.means].reverse()) {
    const { creditMinor } = pass.ledger;
    if (creditMinor <= 0 || gate(pass, 'REFUND', creditCause, meansId) !== 'GO') continue;
    const amountMinor = Math.min(creditMinor, returnableTo(pass.ledger, meansOf(pass.ledger, meansId)));
    if (amountMinor <= 0) continue;
    const movementId = nextId(pass.ledger, 'refund', creditCause, meansId);
    const data = {
      movementId,
      kind: 'REFUND' as const,
      meansId,
      amountMinor,
      causeId: creditCause,
      parts: [],
    };
    say(pass, { type: 'MovementAsked', data: { ...data, atMs: pass.nowMs, ofCredit: true } });
  }
  const stuck = pass.ledger.means.some(
    ({ meansId }) => gate(pass, 'REFUND', creditCause, meansId) === 'GIVEN_UP',
  );
  if (pass.ledger.creditMinor > 0 && stuck) escalate(pass, 'REFUND', creditCause, pass.ledger.creditMinor);
}

/** Goodwill that failed at the provider is asked for again, bounded by what is captured now. */
function repeatGoodwill(pass: Pass): void {
  const last = new Map(
    pass.ledger.movements
      .filter((each) => each.goodwill)
      .map((each) => [`${each.causeId}:${each.meansId}`, each]),
  );
  for (const { state, causeId, meansId = '', amountMinor } of last.values()) {
    if (state !== 'FAILED') continue;
    const verdict = gate(pass, 'REFUND', causeId, meansId);
    if (verdict === 'GIVEN_UP') escalate(pass, 'REFUND', causeId, amountMinor);
    if (verdict !== 'GO') continue;
    const bound = Math.min(amountMinor, returnableTo(pass.ledger, meansOf(pass.ledger, meansId)));
    const wanted = goodwillClaims(pass.ledger, () => true);
    ask(pass, { kind: 'REFUND', causeId, meansId, parts: partsFor(wanted, bound), goodwill: true });
  }
}

/** Frees what is set aside, once nothing can follow: no unit may become due, nothing due is unpaid, nothing is asked. */
function free(pass: Pass): void {
  const { ledger } = pass;
  if (isPending(ledger) || ledger.means.every((means) => availableOf(ledger, means) <= 0)) return;
  const all = standings(ledger);
  const mayFollow = ledger.runs.some(
    (run, at) => all[at] !== 'BACK' && (all[at] !== 'DUE' || captureNeed(lotOf(ledger, run.lotId), run) > 0),
  );
  if (mayFollow) return;
  for (const means of ledger.means) {
    const amountMinor = availableOf(ledger, means);
    if (amountMinor <= 0 || means.kind === 'OUTSIDE') continue;
    const verdict = gate(pass, 'VOID', 'VOID', means.meansId);
    if (verdict === 'GIVEN_UP') escalate(pass, 'VOID', means.meansId, amountMinor);
    if (verdict !== 'GO') continue;
    const movementId = nextId(pass.ledger, 'void', 'VOID', means.meansId);
    const data = { movementId, kind: 'VOID' as const, meansId: means.meansId, amountMinor, causeId: 'VOID' };
    say(pass, { type: 'MovementAsked', data: { ...data, parts: [], atMs: pass.nowMs } });
  }
}

/** Folds events and the movements that follow from them. */
export function settled(
  ledger: Ledger,
  events: readonly LedgerEvent[],
  nowMs: number,
  policy?: MoneyPolicy,
): { readonly ledger: Ledger; readonly events: readonly LedgerEvent[] } {
  const next = events.reduce<Ledger>((now, event) => evolveLedger(now, event), ledger);
  const more = reconcile(next, nowMs, policy);
  return { ledger: evolveAll(next, more), events: [...events, ...more] };
}

const isPending = (ledger: Ledger): boolean => ledger.movements.some((each) => each.state === 'PENDING');

/** How long an answer of a provider may take before it is asked after, in ms. */
const askAfterMs = 60_000;

/**
 * When an order's money should be looked at again although nothing else happens (epoch ms): an answer has not come, the
 * pause after a failure ends, or an authorisation is about to lapse. Undefined when money is at rest, or an owner has to act.
 */
export function nextLook(ledger: Ledger, policy = defaultMoneyPolicy): number | undefined {
  const lapse = nextLapse(ledger);
  const look = nextMovement(ledger, policy);
  return lapse === undefined || look === undefined ? (look ?? lapse) : Math.min(look, lapse);
}

function nextMovement(ledger: Ledger, policy: MoneyPolicy): number | undefined {
  const unanswered = ledger.movements.filter((each) => each.state === 'PENDING');
  if (unanswered.length > 0) return Math.min(...unanswered.map((each) => each.atMs)) + askAfterMs;
  const failed = ledger.movements.filter((each) => each.state === 'FAILED');
  if (failed.length === 0) return undefined;
  const later = reconcile(ledger, Number.MAX_SAFE_INTEGER, policy);
  if (later.length === 0) return undefined;
  const pauses = failed.map((each) => {
    const before = failed.filter(({ causeId, meansId, kind, atMs }) => {
      const same = causeId === each.causeId && meansId === each.meansId && kind === each.kind;
      return same && atMs <= each.atMs;
    });
    return each.atMs + (policy.retryAfterMs[before.length - 1] ?? 0);
  });
  return Math.max(...pauses);
}
