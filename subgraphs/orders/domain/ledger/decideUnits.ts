import { codedError, notFound } from '../../../../platform/errors/codedError.ts';
import type { EntryUnits, LedgerEvent, LineUnits, SourcedUnits } from './events.ts';
import { isOpen, type Ledger, type Lot, type Run } from './ledger.ts';
import { feeLot, lotsOf, type Adjustment, type PricedLine } from './lots.ts';
import { countUnits, refundable } from './runs.ts';

/** What a request to cancel came to. `asked`: whoever holds the units says whether it is still possible. */
export type CancelOutcome =
  | { readonly kind: 'cancelled' | 'asked' }
  | { readonly kind: 'tooLate'; readonly lineId?: string; readonly cancellable: number };

/** Can units of a run still be cancelled, and is it not asked for already? */
export const canCancel = (run: Run): boolean =>
  run.askId === undefined && (isOpen(run.place) || run.place === 'WAITING');

/** Units by line, two asks for one line added up. */
export function added<U extends LineUnits>(units: readonly U[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of units) {
    if (!Number.isSafeInteger(quantity) || quantity < 1)
      throw codedError('INVALID_QUANTITY', 'A quantity is a whole number from 1 on.');
    sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  }
  return sums;
}

function requireLine(ledger: Ledger, lineId: string): void {
  if (!ledger.lots.some((lot) => lot.lineId === lineId && lot.kind === 'GOODS')) throw notFound('order line');
}

/**
 * Cancels the named units, or all that can be. Before the order is confirmed nobody works on it: they are cancelled at
 * once. After that it is asked for, and final when the location has answered. Nothing happens if some are out of reach.
 */
export function decideCancel(
  ledger: Ledger,
  ask: { units?: readonly LineUnits[] | undefined; causeId: string; fault?: boolean },
): { readonly events: readonly LedgerEvent[]; readonly outcome: CancelOutcome } {
  const wanted = ask.units === undefined ? everything(ledger) : added(ask.units);
  for (const lineId of wanted.keys()) requireLine(ledger, lineId);
  if (wanted.size === 0) return { events: [], outcome: { kind: 'tooLate', cancellable: 0 } };
  for (const [lineId, quantity] of wanted) {
    const cancellable = countUnits(ledger, lineId, canCancel);
    if (quantity > cancellable) return { events: [], outcome: { kind: 'tooLate', lineId, cancellable } };
  }
  const units = [...wanted].map(([lineId, quantity]) => ({ lineId, quantity }));
  const { causeId, fault } = ask;
  if (ledger.confirmed)
    return {
      events: [{ type: 'CancelAsked', data: { units, causeId, askId: causeId } }],
      outcome: { kind: 'asked' },
    };
  return { events: [{ type: 'Cancelled', data: { units, causeId, fault } }], outcome: { kind: 'cancelled' } };
}

function everything(ledger: Ledger): Map<string, number> {
  const all = new Map<string, number>();
  for (const run of ledger.runs)
    if (run.lineId !== '' && canCancel(run))
      all.set(run.lineId, (all.get(run.lineId) ?? 0) + run.to - run.from);
  return all;
}

/** Adds units to an order. What they cost is asked for like the rest; units removed are cancelled. */
export function decideAdd(
  ledger: Ledger,
  add: {
    causeId: string;
    lines: readonly PricedLine[];
    adjustments?: readonly Adjustment[];
    sources: readonly SourcedUnits[];
  },
): LedgerEvent[] {
  const lots = lotsOf(add.lines, add.adjustments);
  const clash = lots.find((lot) => ledger.lots.some((each) => each.lotId === lot.lotId));
  if (clash !== undefined) throw codedError('CONFLICT', 'These units have been added already.');
  return [{ type: 'UnitsAdded', data: { causeId: add.causeId, lots, sources: add.sources } }];
}

/** Units the customer can send back. */
export const returnable = (ledger: Ledger, lineId: string): number =>
  countUnits(ledger, lineId, ({ place }) => place === 'DELIVERED' || place === 'FOUND');

/** A return is asked for. Entries of one line add up; each keeps its own units. */
export function decideReturn(
  ledger: Ledger,
  ask: { returnId: string; entries: readonly EntryUnits[] },
): {
  readonly events: readonly LedgerEvent[];
  readonly tooMany?: { readonly lineId: string; readonly returnable: number };
} {
  for (const [lineId, quantity] of added(ask.entries)) {
    requireLine(ledger, lineId);
    const most = returnable(ledger, lineId);
    if (quantity > most) return { events: [], tooMany: { lineId, returnable: most } };
  }
  const { returnId, entries } = ask;
  return { events: [{ type: 'ReturnRequested', data: { returnId, entries, causeId: returnId } }] };
}

/** What was found of an entry of a return. */
export interface Finding extends EntryUnits {
  readonly accepted: boolean;
  /** Damaged, wrong or defective: the retailer is to blame. */
  readonly fault?: boolean;
}

/** Units of an entry that nobody has looked at. */
export const openOfEntry = (ledger: Ledger, returnId: string, { lineId, entryId }: EntryUnits): number =>
  countUnits(
    ledger,
    lineId,
    (run) =>
      run.place === 'RETURNING' &&
      run.returnId === returnId &&
      (entryId === undefined || run.entryId === entryId),
  );

/** Findings, per entry. What has none stays open and can be found later. */
export function decideInspect(
  ledger: Ledger,
  inspection: { returnId: string; causeId: string; findings: readonly Finding[] },
): LedgerEvent[] {
  const { returnId, causeId, findings } = inspection;
  const sums = new Map<string, Finding & { quantity: number }>();
  for (const finding of findings) {
    added([finding]);
    const key = `${finding.lineId} ${finding.entryId ?? ''}`;
    const before = sums.get(key);
    sums.set(key, { ...finding, quantity: (before?.quantity ?? 0) + finding.quantity });
  }
  for (const sum of sums.values()) {
    const open = openOfEntry(ledger, returnId, sum);
    if (sum.quantity > open)
      throw codedError(
        'INVALID_QUANTITY',
        `Of this entry, ${open} units have no finding yet, not ${sum.quantity}.`,
      );
  }
  const of = (test: (finding: Finding) => boolean): EntryUnits[] =>
    findings.filter(test).map(({ lineId, entryId, quantity }) => ({ lineId, entryId, quantity }));
  const good = of((finding) => finding.accepted && finding.fault !== true);
  const faulty = of((finding) => finding.accepted && finding.fault === true);
  const refused = of((finding) => !finding.accepted);
  const events: LedgerEvent[] = [];
  if (good.length > 0) events.push({ type: 'Returned', data: { returnId, causeId, entries: good } });
  if (faulty.length > 0)
    events.push({
      type: 'Returned',
      data: { returnId, causeId: `${causeId}:fault`, entries: faulty, fault: true },
    });
  if (refused.length > 0)
    events.push({ type: 'ReturnClosed', data: { returnId, causeId, entries: refused } });
  return events;
}

/** The money of a return goes back, less a fee, which is never more than that money. */
export function decideRefund(
  ledger: Ledger,
  ask: {
    returnId: string;
    causeId: string;
    early?: boolean;
    fee?: { amountMinor: number; taxMinor: number };
  },
): LedgerEvent[] {
  const { returnId, causeId, early } = ask;
  const credit = ledger.runs
    .filter((run) => run.returnId === returnId && run.grantedBy === undefined)
    .filter(({ place }) => place === 'RETURNED' || (early === true && place === 'RETURNING'))
    .reduce((sum, run) => sum + refundable(run), 0);
  const wanted = ask.fee?.amountMinor ?? 0;
  const amount = Math.min(wanted, credit);
  const fee: Lot | undefined =
    amount > 0
      ? feeLot(`fee:${causeId}`, amount, Math.floor(((ask.fee?.taxMinor ?? 0) * amount) / wanted), causeId)
      : undefined;
  return [{ type: 'RefundGranted', data: { causeId, returnId, early, fee } }];
}

/**
 * Other units for units on their way back. Their credit pays for the new ones, at once or when they have come; the
 * difference is refunded or asked for.
 */
export function decideExchange(
  ledger: Ledger,
  ask: {
    exchangeId: string;
    returnId: string;
    lines: readonly PricedLine[];
    sources: readonly SourcedUnits[];
    credit: 'AT_ONCE' | 'ON_RECEIPT';
  },
): LedgerEvent[] {
  const { exchangeId, returnId, credit } = ask;
  if (!ledger.runs.some((run) => run.returnId === returnId)) throw notFound('return');
  const lines = ask.lines.map((line) => ({ ...line, paidFrom: exchangeId }));
  const events = decideAdd(ledger, { causeId: exchangeId, lines, sources: ask.sources });
  if (credit === 'AT_ONCE')
    events.push({ type: 'RefundGranted', data: { causeId: exchangeId, returnId, early: true } });
  return events;
}

/** Units that were given up for lost and paid back have arrived: the customer pays, keeps them, or sends them back. */
export function decideFound(
  ledger: Ledger,
  ask: {
    units: readonly LineUnits[];
    causeId: string;
    decision: 'PAY' | 'KEEP' | 'CALL_BACK';
    returnId?: string;
  },
): LedgerEvent[] {
  for (const [lineId, quantity] of added(ask.units)) {
    const found = countUnits(ledger, lineId, (run) => run.place === 'FOUND');
    if (quantity > found)
      throw codedError('INVALID_QUANTITY', `${found} units of this line wait for a decision.`);
  }
  return [{ type: 'FoundDecided', data: ask }];
}
