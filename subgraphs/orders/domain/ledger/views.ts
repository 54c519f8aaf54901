import { hasLeft, isGone, reachedCustomer, type Ledger, type Place, type Run } from './ledger.ts';
import { outstanding, totalDue } from './settle.ts';

/** How many units of a line are where, as the API and other subgraphs count them. */
export interface UnitCounts {
  readonly ordered: number;
  readonly cancelled: number;
  /** Cancellations asked for and not answered. */
  readonly cancelAsked: number;
  readonly backordered: number;
  readonly sourced: number;
  readonly released: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returnRequested: number;
  readonly returned: number;
  readonly writtenOff: number;
  /** Found after they were given up; an owner decides. */
  readonly found: number;
}

type Counts = { -readonly [C in keyof UnitCounts]: number };

/** Counters of a line, or of the whole order: folded from places, so they cannot contradict each other. */
export function countsOf(ledger: Ledger, lineId?: string): UnitCounts {
  const counts: Counts = {
    ordered: 0,
    cancelled: 0,
    cancelAsked: 0,
    backordered: 0,
    sourced: 0,
    released: 0,
    picked: 0,
    packed: 0,
    shipped: 0,
    delivered: 0,
    returnRequested: 0,
    returned: 0,
    writtenOff: 0,
    found: 0,
  };
  for (const run of ledger.runs)
    if (run.place !== 'CHARGE' && (lineId === undefined || run.lineId === lineId)) count(counts, run);
  return counts;
}

/** Not there yet, whoever is to work on it. */
const isAwaited = ({ place, source }: Run): boolean =>
  place === 'AWAITED' || (place === 'AT_WORK' && source?.awaited === true);

function count(counts: Counts, run: Run): void {
  const { place, askId, from, to } = run;
  const units = to - from;
  counts.ordered += units;
  if (askId !== undefined) counts.cancelAsked += units;
  if (isGone(place)) counts.cancelled += units;
  else if (isAwaited(run)) counts.backordered += units;
  else if (place === 'RESERVED') counts.sourced += units;
  else counts.released += units;
  if (place === 'PICKED' || place === 'PACKED' || hasLeft(place)) counts.picked += units;
  if (place === 'PACKED' || hasLeft(place)) counts.packed += units;
  if (!hasLeft(place)) return;
  counts.shipped += units;
  if (reachedCustomer(place)) counts.delivered += units;
  if (place === 'RETURNING') counts.returnRequested += units;
  if (place === 'RETURNED') counts.returned += units;
  // What is to be sent again is not given up before that is decided.
  if (place === 'LOST' && run.heldBy === undefined) counts.writtenOff += units;
  if (place === 'FOUND') counts.found += units;
}

export type LedgerStatus =
  | 'PLACED'
  | 'CONFIRMED'
  | 'IN_FULFILLMENT'
  | 'PARTIALLY_SHIPPED'
  | 'SHIPPED'
  | 'PARTIALLY_DELIVERED'
  | 'DELIVERED'
  | 'CLOSED'
  | 'CANCELLED';

/** Status of a line, or of the whole order. */
export function statusOfUnits(ledger: Ledger, lineId?: string): LedgerStatus {
  const counts = countsOf(ledger, lineId);
  const wanted = counts.ordered - counts.cancelled;
  if (wanted === 0) return 'CANCELLED';
  if (counts.delivered + counts.writtenOff >= wanted)
    return counts.returned >= counts.delivered ? 'CLOSED' : 'DELIVERED';
  if (counts.delivered > 0) return 'PARTIALLY_DELIVERED';
  if (counts.shipped >= wanted) return 'SHIPPED';
  if (counts.shipped > 0) return 'PARTIALLY_SHIPPED';
  if (counts.released > 0) return 'IN_FULFILLMENT';
  return ledger.confirmed ? 'CONFIRMED' : 'PLACED';
}

/** Sums of the money of an order, in minor units. */
export function moneyOf(ledger: Ledger) {
  let [authorised, captured, refunded, voided] = [0, 0, 0, 0];
  for (const means of ledger.means) {
    if (means.state !== 'READY') continue;
    authorised += means.authorisedMinor;
    captured += means.capturedMinor;
    refunded += means.refundedMinor;
    voided += means.voidedMinor;
  }
  return {
    ...{ authorisedMinor: authorised, capturedMinor: captured, refundedMinor: refunded, voidedMinor: voided },
    totalMinor: totalDue(ledger),
    outstandingMinor: outstanding(ledger),
    netMinor: ledger.runs.reduce((sum, run) => sum + run.money.netMinor, 0),
    creditMinor: ledger.creditMinor,
  };
}

type Covered = 'NONE' | 'PARTIAL' | 'FULL';
const covered = (part: number, whole: number): Covered =>
  part <= 0 ? 'NONE' : part < whole ? 'PARTIAL' : 'FULL';

/** How much of what has to be paid is set aside or taken, and how much is taken. */
export function paymentStatusOf(ledger: Ledger): { readonly authorized: Covered; readonly charged: Covered } {
  const { authorisedMinor, voidedMinor, totalMinor, netMinor } = moneyOf(ledger);
  return {
    authorized: covered(authorisedMinor - voidedMinor, totalMinor),
    charged: covered(netMinor, totalMinor),
  };
}

/** A parcel and the units in it. */
export interface ParcelUnits {
  readonly shipmentId: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly place: Place;
}

/** Which units are in which parcel. */
export const parcelUnits = (ledger: Ledger): ParcelUnits[] =>
  ledger.runs.flatMap(({ shipmentId, lineId, place, from, to }) =>
    shipmentId === undefined ? [] : [{ shipmentId, lineId, place, quantity: to - from }],
  );
