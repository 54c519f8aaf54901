import { eachLine, leaving, takenBy } from './choices.ts';
import { foundGrant } from './evolveReturns.ts';
import type { UnitEvents } from './events.ts';
import { isOpen, reachedCustomer, type Ledger, type Place, type Run } from './ledger.ts';
import { countUnits, moveUnits, type Test } from './runs.ts';

export function arrived(ledger: Ledger, data: UnitEvents['ReceiptArrived']): Ledger {
  const { receiptId, locationId, causeId } = data;
  const choice: Test = ({ source }) =>
    source !== undefined &&
    source.awaited &&
    source.receiptId === receiptId &&
    source.locationId === locationId;
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

export function ready(ledger: Ledger, data: UnitEvents['ReadyToCollect']): Ledger {
  const { units, workId, fromWorkId, causeId } = data;
  const sent: Test = (run) => fromWorkId !== undefined && run.workId === fromWorkId;
  const choices: Test[] = [
    (run) => run.place === 'SHIPPED' && sent(run),
    (run) => run.place === 'LOST' && sent(run),
    (run) => run.place === 'SHIPPED',
    (run) => isOpen(run.place),
  ];
  const change = (run: Run): Run => ({
    ...{ ...run, place: 'WAITING', workId, causeId, heldBy: undefined, sentBy: fromWorkId ?? run.sentBy },
    // What was given up and paid back is nobody's debt while it waits.
    grantedBy:
      run.place === 'LOST' && arrivedAs(run) === 'FOUND' ? (run.grantedBy ?? foundGrant) : run.grantedBy,
  });
  // Cancelled or collected there: that they had been put out is heard of later.
  const mine: Test = (run) => run.workId === workId;
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    const need = quantity - countUnits(now, lineId, mine);
    return need <= 0 ? now : moveUnits(now, { lineId, quantity: need, choices }, change).ledger;
  });
}

/** Is this one of the parcel? Units that another subgraph has not told the parcel of are known by their work. */
const ofParcel =
  ({ shipmentId, workId }: { shipmentId?: string | undefined; workId?: string | undefined }): Test =>
  (run) =>
    shipmentId !== undefined && run.shipmentId !== undefined
      ? run.shipmentId === shipmentId
      : workId !== undefined && run.workId === workId;

export function delivered(ledger: Ledger, data: UnitEvents['Delivered']): Ledger {
  const mine = ofParcel(data);
  const { units, shipmentId, workId, causeId, more } = data;
  const choices: Test[] = [
    (run) => mine(run) && (run.place === 'WAITING' || run.place === 'SHIPPED'),
    (run) => mine(run) && run.place === 'LOST',
    ...leaving(mine),
    (run) => run.place === 'WAITING' || run.place === 'SHIPPED',
    // Given out although the time to collect was over.
    (run) => run.place === 'RECALLED',
  ];
  const change = (run: Run): Run => ({
    ...{ ...takenBy(run, workId), causeId, place: arrivedAs(run) },
    // It has come although it was to be sent again: nothing is sent.
    heldBy: run.place === 'LOST' ? undefined : run.heldBy,
    grantedBy: run.place === 'WAITING' && run.grantedBy === foundGrant ? undefined : run.grantedBy,
    shipmentId: shipmentId ?? run.shipmentId,
  });
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    const known =
      more === true ? 0 : countUnits(now, lineId, (run) => mine(run) && reachedCustomer(run.place));
    const need = quantity - known;
    return need <= 0 ? now : moveUnits(now, { lineId, quantity: need, choices }, change).ledger;
  });
}

/** What was given up for lost and paid back, or never paid and freed, is found: it is not simply delivered. */
function arrivedAs({ place, money, heldBy, grantedBy }: Run): Place {
  if (place === 'WAITING' && grantedBy !== undefined) return 'FOUND';
  if (heldBy !== undefined) return 'DELIVERED';
  const { refundedMinor, netMinor, ins, outs } = money;
  const settledWithout = netMinor === 0 && ins.length === 0;
  return place === 'LOST' && (refundedMinor > 0 || outs.length > 0 || settledWithout) ? 'FOUND' : 'DELIVERED';
}

/** Lost already, or what became of it since: that it was lost is heard of later. */
const foundAgain: ReadonlySet<Place> = new Set<Place>(['LOST', 'WAITING', 'RECALLED']);

export function lost(ledger: Ledger, data: UnitEvents['Lost']): Ledger {
  const mine = ofParcel(data);
  const { units, shipmentId, causeId } = data;
  const choices: Test[] = [
    (run) => mine(run) && run.place === 'SHIPPED',
    (run) => run.shipmentId === undefined && run.place === 'SHIPPED',
    (run) => mine(run) && isOpen(run.place),
  ];
  const change = (run: Run): Run => ({ ...run, place: 'LOST', shipmentId, causeId, fault: true });
  return eachLine(ledger, units, (now, { lineId, quantity }) => {
    const known = countUnits(
      now,
      lineId,
      (run) => mine(run) && (foundAgain.has(run.place) || reachedCustomer(run.place)),
    );
    const need = quantity - known;
    return need <= 0 ? now : moveUnits(now, { lineId, quantity: need, choices }, change).ledger;
  });
}

/** Back without having reached the customer; what had been given up for lost is found, its money is back already. */
export function cameBack(ledger: Ledger, data: UnitEvents['CameBack']): Ledger {
  const mine = ofParcel(data);
  const { units, workId, causeId, fault } = data;
  const choices: Test[] = [
    (run) => mine(run) && (run.place === 'SHIPPED' || run.place === 'WAITING'),
    (run) => run.shipmentId === undefined && run.place === 'SHIPPED',
    (run) => mine(run) && run.place === 'LOST',
    // That they left may be heard of later.
    ...leaving(mine),
    (run) => mine(run) && run.place === 'DELIVERED',
  ];
  const change = (run: Run): Run => ({
    ...{ ...takenBy(run, workId), place: 'RECALLED', causeId, fault, heldBy: undefined },
    shipmentId: data.shipmentId,
  });
  return eachLine(
    ledger,
    units,
    (now, { lineId, quantity }) => moveUnits(now, { lineId, quantity, choices }, change).ledger,
  );
}
