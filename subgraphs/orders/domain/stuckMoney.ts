import { uncovered } from './ledger/decideMoney.ts';
import { availableOf } from './ledger/evolveMoney.ts';
import type { Ledger, MovementKind } from './ledger/ledger.ts';
import { lapseCause } from './ledger/lapse.ts';
import { lotOf } from './ledger/lots.ts';
import { captureCause, captureNeed, refundCause, refundNeed, standings } from './ledger/settle.ts';

/** Money that neither moves by itself nor may be forgotten: an owner has to see it. */
export interface StuckMoney {
  readonly kind: 'CHARGE' | 'REFUND' | 'VOID';
  readonly amountMinor: number;
}

type Told = (kind: MovementKind, causeId: string) => boolean;

function owed(ledger: Ledger, told: Told, kind: 'CAPTURE' | 'REFUND'): number {
  const all = standings(ledger);
  const [standing, need, cause] =
    kind === 'CAPTURE'
      ? (['DUE', captureNeed, captureCause] as const)
      : (['BACK', refundNeed, (_: Ledger, run: Ledger['runs'][number]) => refundCause(run)] as const);
  return ledger.runs.reduce((sum, run, at) => {
    // Delivery and fees move with units whatever their own cause.
    const isTold = run.place === 'CHARGE' || told(kind, cause(ledger, run));
    return all[at] === standing && isTold ? sum + need(lotOf(ledger, run.lotId), run) : sum;
  }, 0);
}

/** What an owner was told of and what is still so; empty when money is at rest or moves by itself. */
export function stuckMoney(ledger: Ledger): StuckMoney[] {
  const { escalated, means } = ledger;
  if (escalated.length === 0) return [];
  const told: Told = (kind, causeId) => escalated.includes(`${kind}:${causeId}`);
  const any = (kind: MovementKind): boolean => escalated.some((name) => name.startsWith(`${kind}:`));
  const isLapsed = means.some(({ meansId }) => told('CAPTURE', lapseCause(meansId)));
  const open = amountIf(any('CAPTURE'), () =>
    Math.max(owed(ledger, told, 'CAPTURE'), isLapsed ? uncovered(ledger) : 0),
  );
  const back = amountIf(any('REFUND'), () => owed(ledger, told, 'REFUND') + Math.max(0, ledger.creditMinor));
  const held = means.filter(({ meansId }) => told('VOID', meansId));
  const free = held.reduce((sum, each) => sum + Math.max(0, availableOf(ledger, each)), 0);
  const amounts = [
    { kind: 'CHARGE', amountMinor: open },
    { kind: 'REFUND', amountMinor: back },
    { kind: 'VOID', amountMinor: free },
  ] as const;
  return amounts.filter(({ amountMinor }) => amountMinor > 0);
}

const amountIf = (isAny: boolean, amount: () => number): number => (isAny ? amount() : 0);

/** What a further means has to cover, in minor units: what no means holds, or what cannot be taken from those that do. */
export function toCover(ledger: Ledger): number {
  const stuck = stuckMoney(ledger).find(({ kind }) => kind === 'CHARGE')?.amountMinor ?? 0;
  return Math.max(stuck, uncovered(ledger));
}
