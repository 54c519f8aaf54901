import { availableOf, netTax, returnableTo } from './evolveMoney.ts';
import type { Ledger, Lot } from './ledger.ts';
import { lotOf, partsOf, payableOf } from './lots.ts';
import { flying, payable } from './runs.ts';
import { captureNeed, refundNeed, standings } from './settle.ts';
import { countsOf } from './views.ts';

type Check = (ledger: Ledger, fault: (text: string) => void) => void;

const lotsOf = (ledger: Ledger): Map<string, Lot> => new Map(ledger.lots.map((lot) => [lot.lotId, lot]));

/** Every unit of every lot is in exactly one run, and so in one place. */
const onePlacePerUnit: Check = (ledger, fault) => {
  let at = 0;
  for (const lot of ledger.lots) {
    let unit = 0;
    for (; ledger.runs[at]?.lotId === lot.lotId; at++) {
      const run = ledger.runs[at];
      if (run === undefined || run.from !== unit || run.to <= run.from)
        fault(`${lot.lotId}: units overlap or lack`);
      unit = run?.to ?? unit;
    }
    if (unit !== lot.quantity) fault(`${lot.lotId}: ${unit} of ${lot.quantity} units have a place`);
  }
  if (at !== ledger.runs.length) fault('a run belongs to no lot');
};

/** Price >= captured less refunded >= refunds under way >= 0, for every unit. */
const unitsBearTheirMoney: Check = (ledger, fault) => {
  for (const run of ledger.runs) {
    const lot = lotOf(ledger, run.lotId);
    const { netMinor, refundedMinor, waivedMinor, ins, outs } = run.money;
    const bad =
      (netMinor < 0 || refundedMinor < 0 || waivedMinor < 0 ? 'an amount is negative' : undefined) ??
      (netMinor + waivedMinor + flying(ins) > payable(lot, run)
        ? 'more captured than it costs'
        : undefined) ??
      (flying(outs) > netMinor ? 'more refunded than was captured' : undefined);
    if (bad !== undefined) fault(`${run.lotId}[${run.from}, ${run.to}): ${bad}`);
  }
};

/** Authorised >= captured + freed + under way, and captured >= refunded + under way, for every means. */
const meansHoldTheirMoney: Check = (ledger, fault) => {
  for (const means of ledger.means) {
    if (means.state === 'READY' && availableOf(ledger, means) < 0) fault(`${means.meansId}: overdrawn`);
    if (returnableTo(ledger, means) < 0) fault(`${means.meansId}: more given back than taken`);
    if (means.state !== 'READY' && means.capturedMinor > 0)
      fault(`${means.meansId}: captured without approval`);
  }
};

/** What means took and did not give back is what units hold, and credit. */
const booksAgree: Check = (ledger, fault) => {
  const taken = ledger.means.reduce((sum, means) => sum + means.capturedMinor - means.refundedMinor, 0);
  const held = ledger.runs.reduce((sum, run) => sum + run.money.netMinor, 0);
  const pendingCredit = ledger.movements.reduce(
    (sum, each) => sum + (each.ofCredit === true && each.state === 'PENDING' ? each.amountMinor : 0),
    0,
  );
  if (taken !== held + ledger.creditMinor + pendingCredit)
    fault(`means hold ${taken}, units ${held}, credit ${ledger.creditMinor + pendingCredit}`);
  if (ledger.creditMinor < 0) fault('credit is negative');
  for (const each of ledger.movements) {
    if (each.state !== 'PENDING' || each.kind === 'VOID' || each.ofCredit === true) continue;
    const under = ledger.runs.reduce(
      (sum, { money }) =>
        sum + flying([...money.ins, ...money.outs].filter((flight) => flight.movementId === each.movementId)),
      0,
    );
    if (under !== each.amountMinor) fault(`${each.movementId}: ${under} of ${each.amountMinor} is under way`);
  }
};

/** List, discount, price and tax of the runs of a lot sum to the lot's, whatever was split. */
const partsSumToTheWhole: Check = (ledger, fault) => {
  let at = 0;
  for (const lot of ledger.lots) {
    let [list, discount, price, tax] = [0, 0, 0, 0];
    for (let run = ledger.runs[at]; run !== undefined && run.lotId === lot.lotId; run = ledger.runs[++at]) {
      const part = partsOf(lot, run.from, run.to);
      if (part.payableMinor < 0 || part.payableMinor !== part.listMinor - part.discountMinor)
        fault(`${lot.lotId}: a part costs less than nothing`);
      list += part.listMinor;
      discount += part.discountMinor;
      price += part.payableMinor;
      tax += part.taxMinor;
    }
    if (
      list !== lot.listMinor ||
      discount !== lot.discountMinor ||
      price !== payableOf(lot) ||
      tax !== lot.taxMinor
    )
      fault(`${lot.lotId}: its parts do not sum to it`);
  }
};

/** The taxes of all movements sum to the tax within what is captured and kept; of a lot paid in full, to its tax. */
const taxesSum: Check = (ledger, fault) => {
  let moved = 0;
  for (const { state, kind, taxMinor } of ledger.movements)
    if (state === 'SUCCEEDED') moved += kind === 'REFUND' ? -taxMinor : taxMinor;
  if (moved !== netTax(ledger)) fault(`movements carry ${moved} of tax, units ${netTax(ledger)}`);
};

/** Counters are sound: they are the same units seen in two ways. */
const countersAgree: Check = (ledger, fault) => {
  const c = countsOf(ledger);
  if (c.ordered !== c.cancelled + c.backordered + c.sourced + c.released)
    fault('ordered units are not all somewhere');
  const chain = [c.released, c.picked, c.packed, c.shipped, c.delivered + c.writtenOff];
  if (chain.some((units, at) => at > 0 && units > (chain[at - 1] ?? 0))) fault('a later step counts more');
  if (c.returnRequested + c.returned + c.found > c.delivered) fault('more comes back than was delivered');
};

/** What must hold after every event. */
export const invariants = {
  onePlacePerUnit,
  unitsBearTheirMoney,
  meansHoldTheirMoney,
  booksAgree,
  partsSumToTheWhole,
  taxesSum,
  countersAgree,
} as const satisfies Record<string, Check>;

/** No cancellation is unanswered and no movement is under way. */
const nothingIsOpen: Check = (ledger, fault) => {
  if (ledger.runs.some((run) => run.askId !== undefined)) fault('a cancellation was never answered');
  if (ledger.movements.some((each) => each.state === 'PENDING')) fault('a movement was never answered');
  if (ledger.means.some((means) => means.state === 'PENDING' && means.kind === 'PROVIDER'))
    fault('a means is pending');
};

/** What is due is paid and what goes back went back, or an owner knows. */
const nothingIsForgotten: Check = (ledger, fault) => {
  const all = standings(ledger);
  const lots = lotsOf(ledger);
  const told = (kind: string): boolean => ledger.escalated.some((name) => name.startsWith(`${kind}:`));
  // Somebody will say that it was paid outside; what a provider still holds pays before that.
  const outside =
    ledger.means.some((means) => means.kind === 'OUTSIDE') &&
    ledger.means.every((means) => availableOf(ledger, means) <= 0);
  for (const [at, run] of ledger.runs.entries()) {
    const lot = lots.get(run.lotId);
    if (lot === undefined) continue;
    if (all[at] === 'DUE' && captureNeed(lot, run) > 0 && !told('CAPTURE') && !outside)
      fault(`${run.lotId}: ${captureNeed(lot, run)} was never captured and nobody knows`);
    if (all[at] === 'BACK' && refundNeed(lot, run) > 0 && !told('REFUND'))
      fault(`${run.lotId}: ${refundNeed(lot, run)} was never refunded and nobody knows`);
  }
  if (ledger.creditMinor > 0 && !told('REFUND')) fault('credit was never given back');
};

/** What must hold once every message has arrived and every answer was given. */
export const invariantsAtRest = { nothingIsOpen, nothingIsForgotten } as const satisfies Record<
  string,
  Check
>;

/** What is wrong with a ledger; empty when all is well. */
export function ledgerFaults(ledger: Ledger, checks: Readonly<Record<string, Check>> = invariants): string[] {
  const faults: string[] = [];
  for (const name in checks) checks[name]?.(ledger, (text) => faults.push(`${name}: ${text}`));
  return faults;
}
