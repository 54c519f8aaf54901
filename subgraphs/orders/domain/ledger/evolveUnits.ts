import { eachLine, takenBy } from './choices.ts';
import type { LineUnits, UnitEvent, UnitEvents } from './events.ts';
import { arrived, cameBack, delivered, lost, ready } from './evolveParcels.ts';
import { evolveReship } from './evolveReship.ts';
import { evolveReturns } from './evolveReturns.ts';
import { released, rerouted, resourced, shipped, worked } from './evolveWork.ts';
import { hasLeft, isGone, isOpen, type Ledger, type Place, type Run } from './ledger.ts';
import { countUnits, moveUnits, type Test } from './runs.ts';

export type UnitMove = Exclude<UnitEvent, { type: 'Placed' | 'UnitsAdded' | 'DeliveryReplaced' }>;

/** Folds one event about units. */
export function evolveUnits(ledger: Ledger, event: UnitMove): Ledger {
  switch (event.type) {
    case 'Confirmed':
      return { ...ledger, confirmed: true };
    case 'ReceiptArrived':
      return arrived(ledger, event.data);
    case 'CancelAsked':
      return asked(ledger, event.data);
    case 'CancelRefused':
      return refused(ledger, event.data);
    case 'Cancelled':
      return cancelled(ledger, event.data);
    case 'Recalled':
      return recalled(ledger, event.data);
    case 'Released':
      return released(ledger, event.data);
    case 'Rerouted':
      return rerouted(ledger, event.data);
    case 'Resourced':
      return resourced(ledger, event.data);
    case 'Picked':
      return worked(ledger, event.data, 'PICKED');
    case 'Packed':
      return worked(ledger, event.data, 'PACKED');
    case 'Shipped':
      return shipped(ledger, event.data);
    case 'ReadyToCollect':
      return ready(ledger, event.data);
    case 'Delivered':
      return delivered(ledger, event.data);
    case 'Lost':
      return lost(ledger, event.data);
    case 'CameBack':
      return cameBack(ledger, event.data);
    case 'ReshipAsked':
    case 'Reshipped':
    case 'ReshipRefused':
      return evolveReship(ledger, event);
    default:
      return evolveReturns(ledger, event);
  }
}

/** Untouched units first: those awaited, those nobody works on, then by how far the work is. */
const untouchedFirst: readonly Test[] = [
  (run) => isOpen(run.place) && (run.place === 'AWAITED' || run.source?.awaited === true),
  ...(['RESERVED', 'AT_WORK', 'PICKED', 'PACKED'] as const).map((place) => (run: Run) => run.place === place),
];
/** What waits in a store can be cancelled until it is collected. */
const cancellable: readonly Test[] = [...untouchedFirst, (run) => run.place === 'WAITING'];

function asked(ledger: Ledger, { units, askId }: UnitEvents['CancelAsked']): Ledger {
  const choices = cancellable.map((test) => (run: Run) => run.askId === undefined && test(run));
  return eachLine(
    ledger,
    units,
    (now, { lineId, quantity }) =>
      moveUnits(now, { lineId, quantity, choices }, (run) => ({ ...run, askId })).ledger,
  );
}

function refused(ledger: Ledger, { units, askId }: UnitEvents['CancelRefused']): Ledger {
  const mine: Test = (run) => run.askId === askId;
  // What was given up under this name is not what was refused.
  const kept: Test = (run) => mine(run) && run.handedBack !== true;
  const left: Test = (run) => mine(run) && (hasLeft(run.place) || isGone(run.place));
  const choices: Test[] = [left, kept];
  return eachLine(
    ledger,
    units,
    (now, { lineId, quantity }) =>
      moveUnits(now, { lineId, quantity, choices }, (run) => ({ ...run, askId: undefined })).ledger,
  );
}

/** Sent to a store and not known to have come there. */
const onTheWay: readonly Place[] = ['SHIPPED', 'LOST'];

function cancelled(ledger: Ledger, data: UnitEvents['Cancelled']): Ledger {
  const { units, askId, workId, fromWorkId, causeId, fault, waited } = data;
  const forAsk: Test = (run) => (askId === undefined ? run.askId === undefined : run.askId === askId);
  const forWork: Test = (run) => workId === undefined || run.workId === workId;
  const unreleased: Test = (run) => run.workId === undefined;
  const places = (tests: readonly Test[]): Test[] =>
    cancellable.map((place) => (run: Run) => place(run) && tests.every((test) => test(run)));
  // Sent to the store where they waited: that they left, were lost or arrived there is heard of later.
  const sender: Test = (run) => fromWorkId !== undefined && run.workId === fromWorkId;
  const sent = onTheWay.map((place) => (run: Run) => sender(run) && run.place === place);
  // Whatever is known of the work, that many units less will come.
  const choices = [
    ...[[forAsk, forWork], [forWork]].flatMap(places),
    ...sent.map((test) => (run: Run) => forAsk(run) && test(run)),
    ...sent,
    ...[[sender], [forAsk, unreleased], [unreleased], [forAsk], []].flatMap(places),
  ];
  if (waited === true)
    choices.push(
      (run) => forAsk(run) && run.place === 'SHIPPED',
      (run) => run.place === 'SHIPPED',
    );
  const change = (run: Run): Run => ({
    // Gone for another reason, they are still asked for until that is answered.
    ...{ ...takenBy(run, workId), askId: askId === undefined ? run.askId : undefined, causeId, fault },
    ...(fromWorkId === undefined ? {} : { sentBy: fromWorkId, heldBy: undefined }),
    place: waited === true || run.place === 'WAITING' ? 'RECALLED' : 'CANCELLED',
  });
  const next = eachLine(
    ledger,
    units,
    (now, { lineId, quantity }) => moveUnits(now, { lineId, quantity, choices }, change).ledger,
  );
  return askId === undefined ? next : unflagRest(next, ledger, data.units, askId);
}

/** Units that were asked for under this name, while others were cancelled in their place, are not asked for any more. */
function unflagRest(next: Ledger, before: Ledger, units: readonly LineUnits[], askId: string): Ledger {
  const mine: Test = (run) => run.askId === askId;
  return eachLine(next, units, (now, { lineId, quantity }) => {
    const wanted = Math.max(0, countUnits(before, lineId, mine) - quantity);
    const surplus = countUnits(now, lineId, mine) - wanted;
    if (surplus <= 0) return now;
    const ask = { lineId, quantity: surplus, choices: [(run: Run) => mine(run) && hasLeft(run.place), mine] };
    return moveUnits(now, ask, (run) => ({ ...run, askId: undefined })).ledger;
  });
}

function recalled(ledger: Ledger, { units, workId, causeId }: UnitEvents['Recalled']): Ledger {
  const choices: Test[] = [
    (run) => run.place === 'WAITING' && run.workId === workId,
    (run) => run.place === 'WAITING',
    (run) => run.place === 'SHIPPED' && run.workId === workId,
  ];
  // What is asked for is asked for until that is answered.
  const change = (run: Run): Run => ({ ...run, place: 'RECALLED', causeId });
  return eachLine(
    ledger,
    units,
    (now, { lineId, quantity }) => moveUnits(now, { lineId, quantity, choices }, change).ledger,
  );
}
