import { hasLeft, isGone, reachedCustomer, type DueWhen, type Ledger, type Lot, type Run } from './ledger.ts';
import { lotOf, payableOf } from './lots.ts';
import { askable, flying, refundable } from './runs.ts';

/**
 * How a run stands with money. OPEN: may become due. DUE: has to be paid. BACK: nothing is asked for it and what was
 * captured goes back. HELD: waits for somebody's decision.
 */
export type Standing = 'OPEN' | 'DUE' | 'BACK' | 'HELD';

/**
 * How every run stands, in the order of the runs: from where its units are. Nothing is counted, so nothing can drift.
 */
export function standings({ runs, lots, dueWhen, confirmed }: Ledger): Standing[] {
  const all: Standing[] = [];
  let [anyOpen, anySent] = [false, false];
  for (const run of runs) {
    const standing = run.place === 'CHARGE' ? 'OPEN' : goodsStanding(run, dueWhen, confirmed);
    all.push(standing);
    if (run.place === 'CHARGE') continue;
    if (standing === 'OPEN') anyOpen = true;
    if (standing === 'DUE' || standing === 'HELD' || wasSent(run, dueWhen)) anySent = true;
  }
  const delivery: Standing = anySent ? 'DUE' : anyOpen ? 'OPEN' : 'BACK';
  for (const [at, run] of runs.entries()) {
    if (run.place !== 'CHARGE') continue;
    const lot = lotOf({ lots }, run.lotId);
    all[at] = lot.keepMinor !== undefined ? 'BACK' : lot.kind === 'DELIVERY' ? delivery : 'DUE';
  }
  return all;
}

function goodsStanding(run: Run, dueWhen: DueWhen, confirmed: boolean): Standing {
  const { place } = run;
  if (isGone(place)) return 'BACK';
  if (run.heldBy !== undefined) return 'HELD';
  if (place === 'LOST' || run.grantedBy !== undefined) return 'BACK';
  if (place === 'FOUND') return 'HELD';
  if (reachedCustomer(place)) return 'DUE';
  if (hasLeft(place)) return dueWhen === 'COLLECTED' ? 'OPEN' : 'DUE';
  return dueWhen === 'CONFIRMED' && confirmed ? 'DUE' : 'OPEN';
}

/** A delivery was made, whatever became of the goods. */
const wasSent = (run: Run, dueWhen: DueWhen): boolean =>
  dueWhen === 'COLLECTED' ? reachedCustomer(run.place) : hasLeft(run.place);

/** What is still to be captured for a run that is due; what is on its way counts as captured. */
export const captureNeed = (lot: Lot, run: Run): number => askable(lot, run);

/** What is still to be given back for a run that goes back; what is on its way counts as given. */
export const refundNeed = (lot: Lot, run: Run): number => Math.max(0, refundable(run) - (lot.keepMinor ?? 0));

/** Under which cause a due run is captured: whoever sent it. */
export const captureCause = (ledger: Ledger, run: Run): string =>
  run.workId ?? run.shipmentId ?? ledger.orderId;

/** Under which cause a run is refunded: what took it away. */
export const refundCause = (run: Run): string => run.grantedBy ?? run.causeId;

/** What has to be paid in all: all units still wanted, less what is waived; captured or not. */
export function totalDue(ledger: Ledger): number {
  const all = standings(ledger);
  let sum = 0;
  for (const [at, run] of ledger.runs.entries()) {
    const lot = lotOf(ledger, run.lotId);
    if (all[at] === 'BACK') sum += Math.min(lot.keepMinor ?? 0, payableOf(lot));
    else sum += payableOf(lot, run.from, run.to) - run.money.waivedMinor;
  }
  return sum;
}

/** What is still missing of it. Captures on their way are not money yet. */
export function outstanding(ledger: Ledger): number {
  const all = standings(ledger);
  let sum = 0;
  for (const [at, run] of ledger.runs.entries())
    if (all[at] === 'OPEN' || all[at] === 'DUE')
      sum += captureNeed(lotOf(ledger, run.lotId), run) + flying(run.money.ins);
  return sum;
}

/** The same, less what gift cards hold for it: they pay first, so nobody else is asked for that. */
export function leftToPay(ledger: Ledger): number {
  let held = 0;
  for (const { method, state, authorisedMinor, capturedMinor, voidedMinor } of ledger.means)
    if (method === 'GIFT_CARD' && state !== 'FAILED') held += authorisedMinor - capturedMinor - voidedMinor;
  return Math.max(0, outstanding(ledger) - held);
}
