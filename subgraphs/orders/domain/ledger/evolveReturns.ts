import type { EntryUnits, UnitEvent, UnitEvents } from './events.ts';
import { isGone, noMoney, reachedCustomer, type Ledger, type Run } from './ledger.ts';
import { changeRuns, moveUnits, type Test } from './runs.ts';

type ReturnMove = Extract<
  UnitEvent,
  {
    type:
      | 'FoundDecided'
      | 'ReturnRequested'
      | 'ReturnClosed'
      | 'Returned'
      | 'RefundGranted'
      | 'DeliveryGivenBack';
  }
>;

/** Why the money of a found unit stays with the customer although it comes back. */
export const foundGrant = 'FOUND';

/** Folds one event about units on their way back, or found. */
export function evolveReturns(ledger: Ledger, event: ReturnMove): Ledger {
  switch (event.type) {
    case 'FoundDecided':
      return foundDecided(ledger, event.data);
    case 'ReturnRequested':
      return requested(ledger, event.data);
    case 'ReturnClosed':
      return eachEntry(
        ledger,
        event.data,
        (run) => isBackOf(run, event.data.returnId),
        closed(event.data.causeId),
      );
    case 'Returned':
      return returned(ledger, event.data);
    case 'RefundGranted':
      return granted(ledger, event.data);
    case 'DeliveryGivenBack':
      return withKeep(ledger, event.data);
    default:
      return event satisfies never;
  }
}

const isBackOf = (run: Run, returnId: string): boolean =>
  run.place === 'RETURNING' && run.returnId === returnId;

/** Units of an entry, or of any if it has no name; those of a return of before have none and are taken next. */
const ofEntry = (test: Test, { entryId }: Pick<EntryUnits, 'entryId'>): Test[] =>
  entryId === undefined
    ? [test]
    : [(run) => test(run) && run.entryId === entryId, (run) => test(run) && run.entryId === undefined];

function eachEntry(
  ledger: Ledger,
  { entries }: { readonly entries: readonly EntryUnits[] },
  test: Test,
  change: (run: Run, entry: EntryUnits) => Run,
): Ledger {
  return entries.reduce((now, entry) => {
    const { lineId, quantity } = entry;
    return moveUnits(now, { lineId, quantity, choices: ofEntry(test, entry) }, (run) => change(run, entry))
      .ledger;
  }, ledger);
}

const paidFor: Test = (run) =>
  run.place === 'DELIVERED' && run.grantedBy === undefined && run.heldBy === undefined;

function requested(ledger: Ledger, { entries, returnId, causeId }: UnitEvents['ReturnRequested']): Ledger {
  return entries.reduce((now, { lineId, quantity, entryId }) => {
    // Those whose money is settled otherwise come last: they give nothing back.
    const choices: Test[] = [paidFor, (run) => run.place === 'DELIVERED', (run) => run.place === 'FOUND'];
    const change = (run: Run): Run => ({
      ...{ ...run, place: 'RETURNING', returnId, entryId, causeId, heldBy: undefined },
      grantedBy: run.place === 'FOUND' ? foundGrant : run.grantedBy,
    });
    return moveUnits(now, { lineId, quantity, choices }, change).ledger;
  }, ledger);
}

/** They stay with the customer: an early refund is not earned, a found unit waits for its decision again. */
const closed =
  (causeId: string) =>
  (run: Run): Run => ({
    ...{ ...run, returnId: undefined, entryId: undefined, grantedBy: undefined, causeId },
    place: run.grantedBy === foundGrant ? 'FOUND' : 'DELIVERED',
  });

/** What came back has come back, also if nobody had said that it would. */
function returned(ledger: Ledger, { entries, returnId, causeId, fault }: UnitEvents['Returned']): Ledger {
  return entries.reduce((now, { lineId, quantity, entryId }) => {
    const choices: Test[] = [
      ...ofEntry((run) => isBackOf(run, returnId), { entryId }),
      paidFor,
      (run) => run.place === 'DELIVERED',
    ];
    const change = (run: Run): Run => ({
      ...{ ...run, place: 'RETURNED', returnId, causeId, fault, heldBy: undefined },
    });
    return moveUnits(now, { lineId, quantity, choices }, change).ledger;
  }, ledger);
}

function granted(ledger: Ledger, { returnId, early, fee, causeId }: UnitEvents['RefundGranted']): Ledger {
  const mine: Test = (run) =>
    run.returnId === returnId &&
    run.grantedBy === undefined &&
    (run.place === 'RETURNED' || (early === true && run.place === 'RETURNING'));
  const next = changeRuns(ledger, mine, (run) => ({ ...run, grantedBy: causeId }));
  if (fee === undefined) return next;
  const run: Run = { lotId: fee.lotId, lineId: '', from: 0, to: 1, place: 'CHARGE', causeId, money: noMoney };
  return { ...next, lots: [...next.lots, fee], runs: [...next.runs, run] };
}

function foundDecided(ledger: Ledger, data: UnitEvents['FoundDecided']): Ledger {
  const { units, decision, returnId, causeId } = data;
  const choices: Test[] = [(run) => run.place === 'FOUND'];
  const change = (run: Run): Run => {
    if (decision === 'CALL_BACK')
      return { ...run, place: 'RETURNING', returnId, grantedBy: foundGrant, causeId };
    const grantedBy = decision === 'KEEP' ? foundGrant : undefined;
    return { ...run, place: 'DELIVERED', grantedBy, causeId };
  };
  return units.reduce(
    (now, { lineId, quantity }) => moveUnits(now, { lineId, quantity, choices }, change).ledger,
    ledger,
  );
}

const withKeep = (ledger: Ledger, { lotId, keepMinor }: UnitEvents['DeliveryGivenBack']): Ledger => ({
  ...ledger,
  lots: ledger.lots.map((lot) => (lot.lotId === lotId ? { ...lot, keepMinor } : lot)),
});

/** Is nothing of the order with the customer or still to come? */
export const nothingKept = (ledger: Ledger): boolean =>
  ledger.runs.every(
    ({ place, grantedBy, heldBy }) =>
      place === 'CHARGE' ||
      isGone(place) ||
      (place === 'LOST' && heldBy === undefined) ||
      (reachedCustomer(place) && grantedBy !== undefined),
  );
