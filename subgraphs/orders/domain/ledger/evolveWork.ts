import { eachLine, handedBack, leaving, nobodys, takenBy, unaskedFirst } from './choices.ts';
import type { UnitEvents } from './events.ts';
import { hasLeft, isGone, isOpen, type Ledger, type Place, type Run } from './ledger.ts';
import { countUnits, moveUnits, type Test } from './runs.ts';
import { givenUpBy, mostOf, withGiven, withGivenUp } from './workUnits.ts';

/** Units that a work has, or had until it sent them to a store. */
const wasOf =
  (workId: string): Test =>
  (run) =>
    run.workId === workId || run.sentBy === workId;

export function released(ledger: Ledger, data: UnitEvents['Released']): Ledger {
  const { units, workId, locationId, fromWorkId, causeId } = data;
  const mine = wasOf(workId);
  const here: Test = (run) => locationId === undefined || run.source?.locationId === locationId;
  // Units that another location has given up, which is heard of later, come last.
  const given: Test = (run) =>
    fromWorkId !== undefined &&
    isOpen(run.place) &&
    (run.givenUpBy === fromWorkId || run.workId === fromWorkId);
  const choices = [
    ...unaskedFirst(given),
    ...unaskedFirst((run) => here(run) && nobodys.some((test) => test(run))),
    ...unaskedFirst(...nobodys),
    ...unaskedFirst((run) => run.place === 'AT_WORK' && !mine(run)),
    handedBack,
  ];
  const change = (run: Run): Run => ({
    ...{ ...takenBy(run, workId), place: 'AT_WORK', causeId, source: sourceAt(run, locationId) },
    givenUpBy: undefined,
  });
  const next = eachLine(ledger, units, (now, { lineId, quantity }) => {
    const need = quantity - givenUpBy(now, workId, lineId) - countUnits(now, lineId, mine);
    return need <= 0 ? now : moveUnits(now, { lineId, quantity: need, choices }, change).ledger;
  });
  return withGiven(next, workId, units);
}

/** Work at another place than planned takes from what is on hand there. */
const sourceAt = ({ source }: Run, locationId: string | undefined): Run['source'] =>
  locationId === undefined || source?.locationId === locationId ? source : { locationId, awaited: false };

export function rerouted(ledger: Ledger, data: UnitEvents['Rerouted']): Ledger {
  const { units, workId, causeId, askId } = data;
  if (askId !== undefined) return giveBack(ledger, { units, workId, causeId, askId });
  const atWork = unaskedFirst(
    ...(['AT_WORK', 'PICKED', 'PACKED'] as const).map(
      (place) => (run: Run) => run.place === place && run.workId === workId,
    ),
  );
  const change = (run: Run): Run => ({
    ...{ ...run, place: 'RESERVED', workId: undefined, givenUpBy: workId, causeId },
  });
  const known: Test = (run) => run.takenFrom === workId;
  return eachLine(withGivenUp(ledger, workId, units), units, (now, { lineId, quantity }) => {
    const anticipated = Math.min(quantity, countUnits(now, lineId, known));
    const cleared = moveUnits(now, { lineId, quantity: anticipated, choices: [known] }, (run) => ({
      ...{ ...run, takenFrom: undefined },
    })).ledger;
    return moveUnits(cleared, { lineId, quantity: quantity - anticipated, choices: atWork }, change).ledger;
  });
}

/** A location gives units up under the name of an ask: nobody works on them until it is said where they go. */
function giveBack(
  ledger: Ledger,
  { units, workId, causeId, askId }: UnitEvents['Rerouted'] & { readonly askId: string },
): Ledger {
  // Those it has, those nobody is known to have, and any: who has what may be heard of late.
  // Goods that were put out for the customer meanwhile can be given up, too.
  const asked: Test = (run) =>
    run.askId === askId && run.handedBack !== true && (isOpen(run.place) || run.place === 'WAITING');
  const others: Test = (run) => run.askId !== askId && isOpen(run.place) && run.workId === workId;
  const choices: Test[] = [
    (run) => asked(run) && run.workId === workId,
    (run) => asked(run) && run.workId === undefined,
    asked,
    others,
  ];
  const change = (run: Run): Run => ({
    ...{ ...run, place: 'RESERVED', workId: undefined, takenFrom: undefined, givenUpBy: workId, causeId },
    ...{ askId, handedBack: true },
  });
  const next = eachLine(ledger, units, (now, { lineId, quantity }) =>
    sameAsked(moveUnits(now, { lineId, quantity, choices }, change).ledger, now, lineId, askId),
  );
  // What it told of them before may be heard of later: it does not have them any more.
  return withGivenUp(next, workId, units);
}

/** As many units of a line are asked for as before: those given up are, and so others of them are not. */
function sameAsked(next: Ledger, before: Ledger, lineId: string, askId: string): Ledger {
  const mine: Test = (run) => run.askId === askId;
  const quantity = countUnits(next, lineId, mine) - countUnits(before, lineId, mine);
  if (quantity <= 0) return next;
  const kept: Test = (run) => mine(run) && run.handedBack !== true;
  const choices: Test[] = [(run) => kept(run) && hasLeft(run.place), kept];
  return moveUnits(next, { lineId, quantity, choices }, (run) => ({ ...run, askId: undefined })).ledger;
}

/** Units that were given up under a name are held elsewhere, or where they were: nobody works on them. */
export function resourced(
  ledger: Ledger,
  { sources, askId, causeId, dueWhen }: UnitEvents['Resourced'],
): Ledger {
  const choices: Test[] = [(run) => run.askId === askId && isOpen(run.place)];
  const next = sources.reduce((now, { lineId, quantity, source }) => {
    const change = (run: Run): Run => ({
      ...{ ...run, source, causeId, place: source.awaited ? 'AWAITED' : 'RESERVED' },
      ...{ workId: undefined, takenFrom: undefined, givenUpBy: undefined, askId: undefined },
      ...{ handedBack: undefined },
    });
    return moveUnits(now, { lineId, quantity, choices }, change).ledger;
  }, ledger);
  return dueWhen === undefined ? next : { ...next, dueWhen };
}

const workRank: Partial<Record<Place, number>> = { AT_WORK: 1, PICKED: 2, PACKED: 3 };
const rankOf = (place: Place): number => (hasLeft(place) || isGone(place) ? 4 : (workRank[place] ?? 0));

/** Work on units. It never brings back what was cancelled: a decision told is not revoked by an earlier fact. */
export function worked(ledger: Ledger, data: UnitEvents['Picked'], place: 'PICKED' | 'PACKED'): Ledger {
  const { units, workId, causeId } = data;
  const mine: Test = (run) => run.workId === workId;
  const done: Test = (run) => wasOf(workId)(run) && rankOf(run.place) >= rankOf(place);
  const choices = unaskedFirst(
    (run) => mine(run) && run.place === 'PICKED',
    (run) => mine(run) && run.place === 'AT_WORK',
  );
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    const need = quantity - countUnits(now, lineId, done);
    const earlier = choices.map((choice) => (run: Run) => !done(run) && choice(run));
    if (need <= 0) return now;
    return moveUnits(now, { lineId, quantity: need, choices: earlier }, (run) => ({ ...run, place, causeId }))
      .ledger;
  });
}

export function shipped(ledger: Ledger, data: UnitEvents['Shipped']): Ledger {
  const { units, workId, shipmentId, waiting, causeId } = data;
  const mine: Test = (run) => run.workId === workId;
  const done: Test = (run) => wasOf(workId)(run) && (hasLeft(run.place) || run.place === 'RECALLED');
  const place: Place = waiting === true ? 'WAITING' : 'SHIPPED';
  const change = (run: Run): Run => ({
    ...{ ...takenBy(run, workId), place, causeId },
    shipmentId: shipmentId ?? run.shipmentId,
  });
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    // What was put out where it lay can be taken off the shelf again and given up; what has left has left.
    const most = waiting === true ? Math.min(quantity, mostOf(now, workId, lineId)) : quantity;
    const need = most - countUnits(now, lineId, done);
    return need <= 0
      ? now
      : moveUnits(now, { lineId, quantity: need, choices: leaving(mine) }, change).ledger;
  });
}
