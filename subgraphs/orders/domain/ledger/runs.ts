import { firstOfTwo } from './apportion.ts';
import type { Flight, Ledger, Lot, Run, RunMoney } from './ledger.ts';
import { lotOf, payableOf } from './lots.ts';

/** What units of a run cost. */
export const payable = (lot: Lot, run: Run): number => payableOf(lot, run.from, run.to);

export const sizeOf = (run: Run): number => run.to - run.from;

export const flying = (flights: readonly Flight[]): number => {
  let sum = 0;
  for (const flight of flights) sum += flight.amountMinor;
  return sum;
};

/** What may still be captured for a run: never more than it costs. */
export const askable = (lot: Lot, run: Run): number =>
  payable(lot, run) - run.money.waivedMinor - run.money.netMinor - flying(run.money.ins);

/** What may still be refunded for a run: never more than was captured for it. */
export const refundable = (run: Run): number => run.money.netMinor - flying(run.money.outs);

/**
 * Divides a run before unit `at`. Each amount is divided by what is left for it on both sides, so that on both sides
 * nothing is captured above the price and nothing refunded above the capture.
 */
export function splitRun(lot: Lot, run: Run, at: number): [Run, Run] {
  const { money } = run;
  const [left, right] = [payableOf(lot, run.from, at), payableOf(lot, at, run.to)];
  const cut = (total: number, weights: readonly [number, number]): [number, number] => {
    const first = firstOfTwo(total, weights[0], weights[1]);
    return [first, total - first];
  };
  const waived = cut(money.waivedMinor, [left, right]);
  const rest: [number, number] = [left - waived[0], right - waived[1]];
  const net = cut(money.netMinor, rest);
  const refunded = cut(money.refundedMinor, [left, right]);
  const ins = cutFlights(money.ins, [rest[0] - net[0], rest[1] - net[1]], cut);
  const outs = cutFlights(money.outs, net, cut);
  const side = (which: 0 | 1): RunMoney => ({
    ...{ netMinor: net[which], refundedMinor: refunded[which], waivedMinor: waived[which] },
    ...{ ins: ins[which], outs: outs[which] },
  });
  return [
    { ...run, to: at, money: side(0) },
    { ...run, from: at, money: side(1) },
  ];
}

function cutFlights(
  flights: readonly Flight[],
  weights: readonly [number, number],
  cut: (total: number, weights: readonly [number, number]) => [number, number],
): [readonly Flight[], readonly Flight[]] {
  if (flights.length === 0) return [flights, flights];
  const sides: [Flight[], Flight[]] = [[], []];
  let left: [number, number] = [weights[0], weights[1]];
  for (const { movementId, amountMinor } of flights) {
    const parts = cut(amountMinor, left);
    left = [left[0] - parts[0], left[1] - parts[1]];
    for (const which of [0, 1] as const)
      if (parts[which] > 0) sides[which].push({ movementId, amountMinor: parts[which] });
  }
  return sides;
}

export type Test = (run: Run) => boolean;

/**
 * Moves up to `quantity` units of a line. Choices are tried in order; within one, units in their order. A unit is moved
 * once. Answers the new ledger and how many moved.
 */
export function moveUnits(
  ledger: Ledger,
  ask: { readonly lineId: string; readonly quantity: number; readonly choices: readonly Test[] },
  change: (run: Run) => Run,
): { readonly ledger: Ledger; readonly moved: number } {
  const runs = [...ledger.runs];
  const done = new Set<Run>();
  let left = ask.quantity;
  for (const choice of ask.choices) {
    for (let at = 0; at < runs.length && left > 0; at++) {
      const run = runs[at] as Run;
      if (run.lineId !== ask.lineId || done.has(run) || !choice(run)) continue;
      const size = sizeOf(run);
      let taken = run;
      if (size > left) {
        const [head, tail] = splitRun(lotOf(ledger, run.lotId), run, run.from + left);
        runs.splice(at, 1, head, tail);
        taken = head;
      }
      left -= sizeOf(taken);
      const next = change(taken);
      done.add(next);
      runs[at] = next;
    }
    if (left === 0) break;
  }
  return {
    ledger: done.size === 0 ? ledger : { ...ledger, runs: joined(ledger.lots, runs) },
    moved: ask.quantity - left,
  };
}

/** Changes every run that passes. */
export const changeRuns = (ledger: Ledger, test: Test, change: (run: Run) => Run): Ledger => ({
  ...ledger,
  runs: joined(
    ledger.lots,
    ledger.runs.map((run) => (test(run) ? change(run) : run)),
  ),
});

/** Changes exactly the units `from` to `to` of a lot. */
export function changeUnits(
  ledger: Ledger,
  units: { readonly lotId: string; readonly from: number; readonly to: number },
  change: (run: Run) => Run,
): Ledger {
  const lot = lotOf(ledger, units.lotId);
  const runs = ledger.runs.flatMap((run) => {
    if (run.lotId !== units.lotId || run.to <= units.from || run.from >= units.to) return [run];
    const out: Run[] = [];
    let middle = run;
    if (middle.from < units.from) {
      const [before, rest] = splitRun(lot, middle, units.from);
      out.push(before);
      middle = rest;
    }
    let after: Run | undefined;
    if (middle.to > units.to) [middle, after] = splitRun(lot, middle, units.to);
    out.push(change(middle), ...(after === undefined ? [] : [after]));
    return out;
  });
  return { ...ledger, runs: joined(ledger.lots, runs) };
}

/** Units of a line that pass a test. */
export function countUnits(ledger: Ledger, lineId: string, test: Test): number {
  let sum = 0;
  for (const run of ledger.runs) if (run.lineId === lineId && test(run)) sum += run.to - run.from;
  return sum;
}

/** Neighbours that are alike in everything, money per unit included, become one run again. */
export function joined(lots: readonly Lot[], runs: readonly Run[]): readonly Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out[out.length - 1];
    if (last !== undefined && last.lotId === run.lotId && last.to === run.from && alike(lots, last, run))
      out[out.length - 1] = { ...last, to: run.to, money: sum(last.money, run.money) };
    else out.push(run);
  }
  return out.length === runs.length ? runs : out;
}

const sum = (a: RunMoney, b: RunMoney): RunMoney => ({ ...a, netMinor: a.netMinor + b.netMinor });

function alike(lots: readonly Lot[], a: Run, b: Run): boolean {
  if (a.place !== b.place || a.causeId !== b.causeId || a.workId !== b.workId) return false;
  if (a.sentBy !== b.sentBy) return false;
  if (a.shipmentId !== b.shipmentId || a.returnId !== b.returnId || a.entryId !== b.entryId) return false;
  if (a.takenFrom !== b.takenFrom || a.givenUpBy !== b.givenUpBy) return false;
  if (a.heldBy !== b.heldBy || a.handedBack !== b.handedBack) return false;
  if (a.askId !== b.askId || a.grantedBy !== b.grantedBy || a.fault !== b.fault) return false;
  if (a.source?.locationId !== b.source?.locationId || a.source?.receiptId !== b.source?.receiptId)
    return false;
  if (a.source?.awaited !== b.source?.awaited) return false;
  // Only what divides again into the very same amounts is joined.
  const [left, right] = [plain(lots, a), plain(lots, b)];
  return left !== 'MIXED' && left === right;
}

function plain(lots: readonly Lot[], run: Run): 'NONE' | 'FULL' | 'MIXED' {
  const { netMinor, refundedMinor, waivedMinor, ins, outs } = run.money;
  if (refundedMinor !== 0 || waivedMinor !== 0 || ins.length > 0 || outs.length > 0) return 'MIXED';
  if (netMinor === 0) return 'NONE';
  return netMinor === payable(lotOf({ lots }, run.lotId), run) ? 'FULL' : 'MIXED';
}
