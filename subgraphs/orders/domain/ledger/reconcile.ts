import type { LedgerEvent, MoneyEvents } from './events.ts';
import { evolveAll, evolveLedger } from './evolve.ts';
import { availableOf, returnableTo } from './evolveMoney.ts';
import type { Ledger, Lot, Means, MovementKind, Part, Run } from './ledger.ts';
import { lotOf } from './lots.ts';
import { captureCause, captureNeed, refundCause, refundNeed, standings, type Standing } from './settle.ts';

/** How movements that fail are repeated: after these pauses, then an owner is told. */
export interface MoneyPolicy {
  readonly retryAfterMs: readonly number[];
}
export const defaultMoneyPolicy: MoneyPolicy = {
  retryAfterMs: [5, 60, 6 * 60, 24 * 60, 48 * 60].map((minutes) => minutes * 60_000),
};

interface Claim {
  readonly run: Run;
  missing: number;
}
/** A pass over the ledger that decides movements, seeing its own decisions. */
interface Pass {
  ledger: Ledger;
  readonly events: LedgerEvent[];
  readonly nowMs: number;
  readonly policy: MoneyPolicy;
}

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

function say(pass: Pass, ...events: LedgerEvent[]): void {
  pass.events.push(...events);
  pass.ledger = evolveAll(pass.ledger, events);
}

/** The n-th movement of its kind, cause and means; also its key at the provider. */
function nextId({ orderId, movements }: Ledger, kind: string, causeId: string, meansId: string): string {
  const prefix = `${orderId}:${kind}:${causeId}:${meansId}:`;
  return `${prefix}${movements.filter((each) => each.movementId.startsWith(prefix)).length + 1}`;
}

/** May it be tried now? Waits after a failure; GIVEN_UP after too many. */
function gate(pass: Pass, kind: MovementKind, causeId: string, meansId: string): 'GO' | 'WAIT' | 'GIVEN_UP' {
  let [fails, last] = [0, 0];
  for (const each of pass.ledger.movements) {
    if (each.kind !== kind || each.causeId !== causeId || each.meansId !== meansId) continue;
    if (each.state === 'FAILED') [fails, last] = [fails + 1, Math.max(last, each.atMs)];
    if (each.state === 'SUCCEEDED') fails = 0;
  }
  if (fails === 0) return 'GO';
  const pause = pass.policy.retryAfterMs[fails - 1];
  if (pause === undefined) return 'GIVEN_UP';
  return pass.nowMs >= last + pause ? 'GO' : 'WAIT';
}

const isPending = (ledger: Ledger): boolean => ledger.movements.some((each) => each.state === 'PENDING');

/** Runs in a standing that claim money, by cause, in the order of the order's units. */
function claims(
  { ledger }: Pass,
  of: {
    standing: Standing;
    need: (lot: Lot, run: Run) => number;
    cause: (run: Run) => string;
    mayGo: (causeId: string) => boolean;
  },
): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  const charges: Claim[] = [];
  const all = standings(ledger);
  for (const [at, run] of ledger.runs.entries()) {
    if (all[at] !== of.standing) continue;
    const missing = of.need(lotOf(ledger, run.lotId), run);
    if (missing <= 0) continue;
    if (run.place === 'CHARGE') charges.push({ run, missing });
    else groups.set(of.cause(run), [...(groups.get(of.cause(run)) ?? []), { run, missing }]);
  }
  // Delivery and fees move with the first units that can.
  const causes = [...groups.keys()];
  for (const charge of charges) {
    const causeId = causes.find(of.mayGo) ?? charge.run.lotId;
    groups.set(causeId, [...(groups.get(causeId) ?? []), charge]);
  }
  return groups;
}

/** Can a movement of this kind and cause be asked of any means now? */
const mayGo =
  (pass: Pass, kind: MovementKind) =>
  (causeId: string): boolean =>
    pass.ledger.means.some(({ meansId }) => gate(pass, kind, causeId, meansId) === 'GO');

/** Takes up to an amount out of claims, as parts. */
function partsFor(wanted: readonly Claim[], mostMinor: number): Part[] {
  const parts: Part[] = [];
  let left = mostMinor;
  for (const claim of wanted) {
    const amountMinor = Math.min(left, claim.missing);
    if (amountMinor <= 0) continue;
    claim.missing -= amountMinor;
    left -= amountMinor;
    const { lotId, from, to } = claim.run;
    parts.push({ lotId, from, to, amountMinor });
  }
  return parts;
}

const total = (parts: readonly { amountMinor: number }[]): number =>
  parts.reduce((sum, part) => sum + part.amountMinor, 0);

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
    const sum = (list: Claim[]): number => list.reduce((all, { missing }) => all + missing, 0);
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

/** Captured and not refunded amounts that do not go back anyway. */
export function goodwillClaims(ledger: Ledger, of: (run: Run) => boolean): Claim[] {
  const all = standings(ledger);
  return ledger.runs
    .filter((run, at) => all[at] !== 'BACK' && of(run))
    .map((run) => ({ run, missing: refundNeed({ ...lotOf(ledger, run.lotId), keepMinor: 0 }, run) }))
    .filter((claim) => claim.missing > 0);
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

function meansOf(ledger: Ledger, meansId: string): Means {
  const means = ledger.means.find((each) => each.meansId === meansId);
  if (means === undefined) throw new Error(`The ledger has no means ${meansId}.`);
  return means;
}

type Asked = Pick<MoneyEvents['MovementAsked'], 'kind' | 'causeId' | 'meansId' | 'parts' | 'goodwill'>;

function ask(pass: Pass, movement: Asked): void {
  const amountMinor = total(movement.parts);
  if (amountMinor <= 0) return;
  const { kind, causeId, meansId } = movement;
  const movementId = nextId(pass.ledger, kind === 'CAPTURE' ? 'charge' : 'refund', causeId, meansId);
  say(pass, { type: 'MovementAsked', data: { ...movement, movementId, amountMinor, atMs: pass.nowMs } });
}

function escalate(pass: Pass, kind: MovementKind, causeId: string, amountMinor: number): void {
  if (pass.ledger.escalated.includes(`${kind}:${causeId}`)) return;
  say(pass, { type: 'Escalated', data: { kind, causeId, amountMinor } });
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
