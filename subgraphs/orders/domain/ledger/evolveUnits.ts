import type { LineUnits, UnitEvent, UnitEvents } from './events.ts';
import { evolveReturns } from './evolveReturns.ts';
import { hasLeft, isGone, isOpen, reachedCustomer, type Ledger, type Place, type Run } from './ledger.ts';
import { countUnits, flying, moveUnits, type Test } from './runs.ts';

export type UnitMove = Exclude<UnitEvent, { type: 'Placed' | 'UnitsAdded' }>;

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
    default:
      return evolveReturns(ledger, event);
  }
}

/** Does the same for every line a fact names. */
export const eachLine = <U extends LineUnits>(
  ledger: Ledger,
  units: readonly U[],
  apply: (ledger: Ledger, unit: U) => Ledger,
): Ledger => units.reduce((now, unit) => (unit.quantity > 0 ? apply(now, unit) : now), ledger);

/** Every choice first for units nobody wants back, then for those a cancellation is asked for. */
const unaskedFirst = (...choices: readonly Test[]): Test[] => [
  ...choices.map((choice) => (run: Run) => run.askId === undefined && choice(run)),
  ...choices,
];

function arrived(ledger: Ledger, data: UnitEvents['ReceiptArrived']): Ledger {
  const { receiptId, locationId, causeId } = data;
  const choice: Test = ({ source }) =>
    source !== undefined && source.awaited && source.receiptId === receiptId && source.locationId === locationId;
  return eachLine(ledger, data.units, (now, { lineId, quantity }) => {
    const change = (run: Run): Run => ({
      ...run,
      place: run.place === 'AWAITED' ? 'RESERVED' : run.place,
      source: { locationId, receiptId, awaited: false },
      causeId: run.place === 'AWAITED' ? causeId : run.causeId,
    });
    return moveUnits(now, { lineId, quantity, choices: [choice] }, change).ledger;
  });
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
    (now, { lineId, quantity }) => moveUnits(now, { lineId, quantity, choices }, (run) => ({ ...run, askId })).ledger,
  );
}

function refused(ledger: Ledger, { units, askId }: UnitEvents['CancelRefused']): Ledger {
  const mine: Test = (run) => run.askId === askId;
  const choices: Test[] = [(run) => mine(run) && hasLeft(run.place), mine];
  return eachLine(
    ledger,
    units,
    (now, { lineId, quantity }) =>
      moveUnits(now, { lineId, quantity, choices }, (run) => ({ ...run, askId: undefined })).ledger,
  );
}

function cancelled(ledger: Ledger, data: UnitEvents['Cancelled']): Ledger {
  const { units, askId, workId, causeId, fault } = data;
  const forAsk: Test = (run) => (askId === undefined ? run.askId === undefined : run.askId === askId);
  const forWork: Test = (run) => workId === undefined || run.workId === workId;
  const unreleased: Test = (run) => run.workId === undefined;
  // Whatever is known of the work, that many units less will come.
  const choices = [[forAsk, forWork], [forAsk, unreleased], [forWork], [unreleased], [forAsk], []].flatMap((tests) =>
    cancellable.map((place) => (run: Run) => place(run) && tests.every((test) => test(run))),
  );
  const change = (run: Run): Run => ({
    ...{ ...takenBy(run, workId), askId: undefined, causeId, fault },
    place: run.place === 'WAITING' ? 'RECALLED' : 'CANCELLED',
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
  const change = (run: Run): Run => ({ ...run, place: 'RECALLED', causeId, askId: undefined });
  return eachLine(
    ledger,
    units,
    (now, { lineId, quantity }) => moveUnits(now, { lineId, quantity, choices }, change).ledger,
  );
}

const nobodys: readonly Test[] = [(run) => run.place === 'RESERVED', (run) => run.place === 'AWAITED'];
const otherHands: Test = (run) => run.place === 'AT_WORK' || run.place === 'PICKED' || run.place === 'PACKED';

function released(ledger: Ledger, data: UnitEvents['Released']): Ledger {
  const { units, workId, locationId, causeId } = data;
  const mine: Test = (run) => run.workId === workId;
  const here: Test = (run) => locationId === undefined || run.source?.locationId === locationId;
  // Units that another location has given up, which is heard of later, come last.
  const choices = [
    ...unaskedFirst((run) => here(run) && nobodys.some((test) => test(run))),
    ...unaskedFirst(...nobodys),
    ...unaskedFirst((run) => run.place === 'AT_WORK' && !mine(run)),
  ];
  const change = (run: Run): Run => ({
    ...{ ...takenBy(run, workId), place: 'AT_WORK', causeId, source: sourceAt(run, locationId) },
  });
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    const need = quantity - countUnits(now, lineId, mine);
    return need <= 0 ? now : moveUnits(now, { lineId, quantity: need, choices }, change).ledger;
  });
}

/** Work at another place than planned takes from what is on hand there. */
const sourceAt = ({ source }: Run, locationId: string | undefined): Run['source'] =>
  locationId === undefined || source?.locationId === locationId ? source : { locationId, awaited: false };

function rerouted(ledger: Ledger, { units, workId, causeId }: UnitEvents['Rerouted']): Ledger {
  const choices = unaskedFirst(
    ...(['AT_WORK', 'PICKED', 'PACKED'] as const).map(
      (place) => (run: Run) => run.place === place && run.workId === workId,
    ),
  );
  const change = (run: Run): Run => ({ ...run, place: 'RESERVED', workId: undefined, causeId });
  const known: Test = (run) => run.takenFrom === workId;
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    const anticipated = Math.min(quantity, countUnits(now, lineId, known));
    const cleared = moveUnits(now, { lineId, quantity: anticipated, choices: [known] }, (run) => ({
      ...{ ...run, takenFrom: undefined },
    })).ledger;
    return moveUnits(cleared, { lineId, quantity: quantity - anticipated, choices }, change).ledger;
  });
}

const workRank: Partial<Record<Place, number>> = { AT_WORK: 1, PICKED: 2, PACKED: 3 };
const rankOf = (place: Place): number => (hasLeft(place) || isGone(place) ? 4 : (workRank[place] ?? 0));

/** Work on units. It never brings back what was cancelled: a decision told is not revoked by an earlier fact. */
function worked(ledger: Ledger, data: UnitEvents['Picked'], place: 'PICKED' | 'PACKED'): Ledger {
  const { units, workId, causeId } = data;
  const mine: Test = (run) => run.workId === workId;
  const done: Test = (run) => mine(run) && rankOf(run.place) >= rankOf(place);
  const choices = unaskedFirst(
    (run) => mine(run) && run.place === 'PICKED',
    (run) => mine(run) && run.place === 'AT_WORK',
  );
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    const need = quantity - countUnits(now, lineId, done);
    const earlier = choices.map((choice) => (run: Run) => !done(run) && choice(run));
    if (need <= 0) return now;
    return moveUnits(now, { lineId, quantity: need, choices: earlier }, (run) => ({ ...run, place, causeId })).ledger;
  });
}

/** The places a unit can leave from; what was cancelled comes last: goods that left have left, whatever was said. */
const leaving = (mine: Test): Test[] => [
  ...unaskedFirst(
    (run) => mine(run) && run.place === 'PACKED',
    (run) => mine(run) && isOpen(run.place),
  ),
  ...unaskedFirst(...nobodys),
  ...unaskedFirst(otherHands),
  (run) => mine(run) && run.place === 'CANCELLED',
  (run) => run.place === 'CANCELLED',
];

/** A unit as the work has it that it turned out to belong to. */
const takenBy = (run: Run, workId: string | undefined): Run =>
  workId === undefined || run.workId === workId
    ? run
    : { ...run, workId, takenFrom: run.workId !== undefined && isOpen(run.place) ? run.workId : run.takenFrom };

function shipped(ledger: Ledger, data: UnitEvents['Shipped']): Ledger {
  const { units, workId, shipmentId, waiting, causeId } = data;
  const mine: Test = (run) => run.workId === workId;
  const done: Test = (run) => mine(run) && (hasLeft(run.place) || run.place === 'RECALLED');
  const place: Place = waiting === true ? 'WAITING' : 'SHIPPED';
  const change = (run: Run): Run => ({
    ...{ ...takenBy(run, workId), place, causeId },
    shipmentId: shipmentId ?? run.shipmentId,
  });
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    const need = quantity - countUnits(now, lineId, done);
    return need <= 0 ? now : moveUnits(now, { lineId, quantity: need, choices: leaving(mine) }, change).ledger;
  });
}

function ready(ledger: Ledger, { units, workId, causeId }: UnitEvents['ReadyToCollect']): Ledger {
  const choices: Test[] = [(run) => run.place === 'SHIPPED', (run) => isOpen(run.place)];
  const change = (run: Run): Run => ({ ...run, place: 'WAITING', workId, causeId });
  return eachLine(
    ledger,
    units,
    (now, { lineId, quantity }) => moveUnits(now, { lineId, quantity, choices }, change).ledger,
  );
}

/** Is this one of the parcel? Units that another subgraph has not told the parcel of are known by their work. */
const ofParcel =
  ({ shipmentId, workId }: { shipmentId?: string | undefined; workId?: string | undefined }): Test =>
  (run) =>
    shipmentId !== undefined && run.shipmentId !== undefined
      ? run.shipmentId === shipmentId
      : workId !== undefined && run.workId === workId;

function delivered(ledger: Ledger, data: UnitEvents['Delivered']): Ledger {
  const mine = ofParcel(data);
  const { units, shipmentId, workId, causeId } = data;
  const choices: Test[] = [
    (run) => mine(run) && (run.place === 'WAITING' || run.place === 'SHIPPED'),
    (run) => mine(run) && run.place === 'LOST',
    ...leaving(mine),
    (run) => run.place === 'WAITING' || run.place === 'SHIPPED',
  ];
  const change = (run: Run): Run => ({
    ...{ ...takenBy(run, workId), causeId, place: arrivedAs(run) },
    shipmentId: shipmentId ?? run.shipmentId,
  });
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    const need = quantity - countUnits(now, lineId, (run) => mine(run) && reachedCustomer(run.place));
    return need <= 0 ? now : moveUnits(now, { lineId, quantity: need, choices }, change).ledger;
  });
}

/** What was given up for lost and paid back is found: it is not simply delivered. */
const arrivedAs = ({ place, money }: Run): Place =>
  place === 'LOST' && (money.refundedMinor > 0 || flying(money.outs) > 0 || money.netMinor === 0)
    ? 'FOUND'
    : 'DELIVERED';

function lost(ledger: Ledger, data: UnitEvents['Lost']): Ledger {
  const mine = ofParcel(data);
  const { units, shipmentId, causeId } = data;
  const choices: Test[] = [(run) => mine(run) && run.place === 'SHIPPED', ...leaving(mine).slice(0, 2)];
  const change = (run: Run): Run => ({ ...run, place: 'LOST', shipmentId, causeId, fault: true });
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    const known = countUnits(now, lineId, (run) => mine(run) && (run.place === 'LOST' || reachedCustomer(run.place)));
    const need = quantity - known;
    return need <= 0 ? now : moveUnits(now, { lineId, quantity: need, choices }, change).ledger;
  });
}

