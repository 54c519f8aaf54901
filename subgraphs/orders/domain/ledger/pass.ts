import type { LedgerEvent, MoneyEvents } from './events.ts';
import { evolveAll } from './evolve.ts';
import type { Ledger, Lot, Means, MovementKind, Part, Run } from './ledger.ts';
import { lotOf } from './lots.ts';
import { refundNeed, standings, type Standing } from './settle.ts';

/** How movements that fail are repeated: after these pauses, then an owner is told. */
export interface MoneyPolicy {
  readonly retryAfterMs: readonly number[];
}
export const defaultMoneyPolicy: MoneyPolicy = {
  retryAfterMs: [5, 60, 6 * 60, 24 * 60, 48 * 60].map((minutes) => minutes * 60_000),
};

export interface Claim {
  readonly run: Run;
  missing: number;
}
/** A pass over the ledger that decides movements, seeing its own decisions. */
export interface Pass {
  ledger: Ledger;
  readonly events: LedgerEvent[];
  readonly nowMs: number;
  readonly policy: MoneyPolicy;
}

export function say(pass: Pass, ...events: LedgerEvent[]): void {
  pass.events.push(...events);
  pass.ledger = evolveAll(pass.ledger, events);
}

/** The n-th movement of its kind, cause and means; also its key at the provider. */
export function nextId(
  { orderId, movements }: Ledger,
  kind: string,
  causeId: string,
  meansId: string,
): string {
  const prefix = `${orderId}:${kind}:${causeId}:${meansId}:`;
  return `${prefix}${movements.filter((each) => each.movementId.startsWith(prefix)).length + 1}`;
}

/** May it be tried now? Waits after a failure; GIVEN_UP after too many. */
export function gate(
  pass: Pass,
  kind: MovementKind,
  causeId: string,
  meansId: string,
): 'GO' | 'WAIT' | 'GIVEN_UP' {
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

/** Runs in a standing that claim money, by cause, in the order of the order's units. */
export function claims(
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
    const causeId = causes.find(of.mayGo) ?? causes[0] ?? charge.run.lotId;
    groups.set(causeId, [...(groups.get(causeId) ?? []), charge]);
  }
  return groups;
}

/** Can a movement of this kind and cause be asked of any means now? */
export const mayGo =
  (pass: Pass, kind: MovementKind) =>
  (causeId: string): boolean =>
    pass.ledger.means.some(({ meansId }) => gate(pass, kind, causeId, meansId) === 'GO');

/** Takes up to an amount out of claims, as parts. */
export function partsFor(wanted: readonly Claim[], mostMinor: number): Part[] {
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

export const total = (parts: readonly { amountMinor: number }[]): number =>
  parts.reduce((sum, part) => sum + part.amountMinor, 0);

/** Captured and not refunded amounts that do not go back anyway. */
export function goodwillClaims(ledger: Ledger, of: (run: Run) => boolean): Claim[] {
  const all = standings(ledger);
  return ledger.runs
    .filter((run, at) => all[at] !== 'BACK' && of(run))
    .map((run) => ({ run, missing: refundNeed({ ...lotOf(ledger, run.lotId), keepMinor: 0 }, run) }))
    .filter((claim) => claim.missing > 0);
}

export function meansOf(ledger: Ledger, meansId: string): Means {
  const means = ledger.means.find((each) => each.meansId === meansId);
  if (means === undefined) throw new Error(`The ledger has no means ${meansId}.`);
  return means;
}

export type Asked = Pick<MoneyEvents['MovementAsked'], 'kind' | 'causeId' | 'meansId' | 'parts' | 'goodwill'>;

export function ask(pass: Pass, movement: Asked): void {
  const amountMinor = total(movement.parts);
  if (amountMinor <= 0) return;
  const { kind, causeId, meansId } = movement;
  const movementId = nextId(pass.ledger, kind === 'CAPTURE' ? 'charge' : 'refund', causeId, meansId);
  say(pass, { type: 'MovementAsked', data: { ...movement, movementId, amountMinor, atMs: pass.nowMs } });
}

export function escalate(pass: Pass, kind: MovementKind, causeId: string, amountMinor: number): void {
  if (pass.ledger.escalated.includes(`${kind}:${causeId}`)) return;
  say(pass, { type: 'Escalated', data: { kind, causeId, amountMinor } });
}
