import type { LedgerEvent } from './events.ts';
import { availableOf } from './evolveMoney.ts';
import type { Ledger, Means } from './ledger.ts';
import { lotOf } from './lots.ts';
import {
  ask,
  defaultMoneyPolicy,
  escalate,
  gate,
  meansOf,
  nextId,
  partsFor,
  type Claim,
  type Pass,
} from './pass.ts';
import { captureNeed, standings } from './settle.ts';

/** How many hours before an authorisation lapses it is renewed, where an order says nothing else. */
export const renewalLeadHours = 24;
const leadMs = ({ renewBeforeMs }: Ledger): number => renewBeforeMs ?? renewalLeadHours * 3_600_000;

/** Cause of movements because an authorisation lapses. */
export const lapseCause = (meansId: string): string => `lapse:${meansId}`;

/** An owner was told that it can neither be renewed nor captured. */
const isToldOf = ({ escalated }: Ledger, { meansId }: Means): boolean =>
  escalated.includes(`CAPTURE:${lapseCause(meansId)}`);

/** Units that are still to be paid from what is set aside. */
function openClaims(ledger: Ledger): Claim[] {
  const all = standings(ledger);
  return ledger.runs.flatMap((run, at) => {
    if (all[at] !== 'OPEN' && all[at] !== 'DUE') return [];
    const missing = captureNeed(lotOf(ledger, run.lotId), run);
    return missing > 0 ? [{ run, missing }] : [];
  });
}

/** Authorisations that end some time and hold money that units still need. */
function ending(ledger: Ledger): Means[] {
  if (ledger.means.every(({ expiresAtMs }) => expiresAtMs === undefined)) return [];
  if (openClaims(ledger).length === 0) return [];
  return ledger.means.filter((means) => means.expiresAtMs !== undefined && availableOf(ledger, means) > 0);
}

/** Authorisations that lapse soon: to be renewed, or captured. */
export const aboutToLapse = (ledger: Ledger, nowMs: number): Means[] =>
  ending(ledger).filter(
    (means) =>
      (means.expiresAtMs ?? Infinity) - leadMs(ledger) <= nowMs &&
      (means.expiresAtMs ?? Infinity) > nowMs &&
      !isToldOf(ledger, means),
  );

/** Authorisations whose time is over although units need them: what they held is gone. */
export const lapsed = (ledger: Ledger, nowMs: number): Means[] =>
  ending(ledger).filter((means) => (means.expiresAtMs ?? Infinity) <= nowMs);

/** All authorisations whose time is over, needed or not, as events of the ledger. */
export const decideLapse = (ledger: Ledger, nowMs: number): LedgerEvent[] =>
  ledger.means
    .filter((means) => (means.expiresAtMs ?? Infinity) <= nowMs && availableOf(ledger, means) > 0)
    .map(({ meansId }) => ({ type: 'MeansLapsed', data: { meansId } }));

/** When an authorisation has to be looked at next (epoch ms); undefined when none ends. */
export function nextLapse(ledger: Ledger): number | undefined {
  const looks = ending(ledger).map((means) => {
    const endMs = means.expiresAtMs ?? Infinity;
    return isToldOf(ledger, means) ? endMs : endMs - leadMs(ledger);
  });
  return looks.length === 0 ? undefined : Math.min(...looks);
}

const passOf = (ledger: Ledger, nowMs: number): Pass => ({
  ...{ ledger, events: [], nowMs, policy: defaultMoneyPolicy },
});

/** Frees an authorisation that another one has taken the place of. */
export function decideFree(ledger: Ledger, meansId: string, nowMs: number): LedgerEvent[] {
  const causeId = lapseCause(meansId);
  const amountMinor = availableOf(ledger, meansOf(ledger, meansId));
  if (amountMinor <= 0 || gate(passOf(ledger, nowMs), 'VOID', causeId, meansId) !== 'GO') return [];
  const movementId = nextId(ledger, 'void', causeId, meansId);
  const data = { movementId, kind: 'VOID' as const, meansId, amountMinor, causeId, parts: [], atMs: nowMs };
  return [{ type: 'MovementAsked', data }];
}

/**
 * Captures what an authorisation holds before it lapses, for units that are still to be sent: what is cancelled later
 * goes back. An owner is told when that fails, too.
 */
export function decideEarlyCapture(ledger: Ledger, meansId: string, nowMs: number): LedgerEvent[] {
  const pass = passOf(ledger, nowMs);
  const causeId = lapseCause(meansId);
  const claims = openClaims(ledger);
  const available = availableOf(ledger, meansOf(ledger, meansId));
  const verdict = gate(pass, 'CAPTURE', causeId, meansId);
  if (verdict === 'GO') ask(pass, { kind: 'CAPTURE', causeId, meansId, parts: partsFor(claims, available) });
  else {
    const owed = claims.reduce((sum, { missing }) => sum + missing, 0);
    escalate(pass, 'CAPTURE', causeId, Math.min(available, owed));
  }
  return pass.events;
}
