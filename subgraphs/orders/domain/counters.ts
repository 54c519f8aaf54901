import type { LineCounters, OrderLine } from './order.ts';

/** Units of order lines, as facts carry them. */
export type UnitsByLine = readonly { readonly lineId: string; readonly quantity: number }[];

type Counter = keyof LineCounters;

export const newCounters = (ordered: number, backordered: number): LineCounters => ({
  ordered,
  cancelled: 0,
  backordered,
  sourced: ordered - backordered,
  released: 0,
  picked: 0,
  packed: 0,
  shipped: 0,
  delivered: 0,
  returnRequested: 0,
  returned: 0,
  writtenOff: 0,
});

/** Units that are neither cancelled nor gone. */
export const openUnits = (c: LineCounters): number => c.ordered - c.cancelled - c.shipped;

/** Units that are with the customer and not on their way back. */
export const returnableUnits = (c: LineCounters): number => c.delivered - c.returnRequested - c.returned;

/** Moves up to `units` into a location's hands. */
const release = (c: LineCounters, units: number): LineCounters => {
  const fromSourced = Math.min(units, c.sourced);
  const fromBackorder = Math.min(units - fromSourced, c.backordered);
  return {
    ...c,
    sourced: c.sourced - fromSourced,
    backordered: c.backordered - fromBackorder,
    released: c.released + fromSourced + fromBackorder,
  };
};

/** Cancels up to `units` of those not gone, the ones nobody has touched first. */
const cancel = (c: LineCounters, units: number): LineCounters => {
  let left = Math.min(units, openUnits(c));
  const take = (from: number): number => {
    const taken = Math.min(left, from);
    left -= taken;
    return taken;
  };
  const backordered = take(c.backordered);
  const sourced = take(c.sourced);
  const released = take(c.released - c.shipped);
  const stays = c.released - released;
  return {
    ...c,
    cancelled: c.cancelled + backordered + sourced + released,
    backordered: c.backordered - backordered,
    sourced: c.sourced - sourced,
    released: stays,
    picked: Math.min(c.picked, stays),
    packed: Math.min(c.packed, stays),
  };
};

/** Takes back units that waited in a store and were never collected: they are cancelled as if they had never left. */
function recall(c: LineCounters, units: number): LineCounters {
  const back = Math.min(units, c.shipped - c.delivered - c.writtenOff);
  const stays = c.shipped - back;
  return {
    ...c,
    cancelled: c.cancelled + back,
    released: c.released - back,
    picked: Math.max(stays, c.picked - back),
    packed: Math.max(stays, c.packed - back),
    shipped: stays,
  };
}

/** Adds to a work counter; whoever reports a later step has done the earlier ones too. */
const workSteps = ['released', 'picked', 'packed', 'shipped', 'delivered'] as const;
type WorkStep = (typeof workSteps)[number];

function advance(c: LineCounters, step: WorkStep, units: number): LineCounters {
  const limit = c.ordered;
  const reached = Math.min(limit, c[step] + units);
  // The carrier's word beats a cancellation that came too late.
  const late = Math.max(0, reached - (c.ordered - c.cancelled));
  let next: LineCounters = late > 0 ? { ...c, cancelled: c.cancelled - late, sourced: c.sourced + late } : c;
  if (reached > next.released) next = release(next, reached - next.released);
  for (const earlier of workSteps.slice(1, workSteps.indexOf(step) + 1))
    next = { ...next, [earlier]: Math.max(next[earlier], reached) };
  return next;
}

/** A parcel given up for lost that arrives after all is no longer lost. */
const found = (c: LineCounters): LineCounters => ({
  ...c,
  writtenOff: Math.min(c.writtenOff, c.shipped - c.delivered),
});

const add = (c: LineCounters, counter: Counter, units: number, most: number): LineCounters => ({
  ...c,
  [counter]: Math.max(0, Math.min(most, c[counter] + units)),
});

/** What a fact does to the counters of one line. */
export const counterRules = {
  release,
  cancel,
  recall,
  pick: (c: LineCounters, n: number) => advance(c, 'picked', n),
  pack: (c: LineCounters, n: number) => advance(c, 'packed', n),
  ship: (c: LineCounters, n: number) => advance(c, 'shipped', n),
  deliver: (c: LineCounters, n: number) => found(advance(c, 'delivered', n)),
  requestReturn: (c: LineCounters, n: number) => add(c, 'returnRequested', n, c.delivered - c.returned),
  withdrawReturn: (c: LineCounters, n: number) => add(c, 'returnRequested', -n, c.ordered),
  takeBack: (c: LineCounters, n: number) =>
    add(add(c, 'returnRequested', -n, c.ordered), 'returned', n, c.delivered),
  writeOff: (c: LineCounters, n: number) => add(c, 'writtenOff', n, c.shipped - c.delivered),
} as const;

/** Applies a rule to every line the fact names. */
export function applyUnits(
  lines: readonly OrderLine[],
  units: UnitsByLine,
  rule: (c: LineCounters, units: number) => LineCounters,
): OrderLine[] {
  return lines.map((line) => {
    const total = units
      .filter((each) => each.lineId === line.lineId)
      .reduce((sum, each) => sum + each.quantity, 0);
    return total === 0 ? line : { ...line, counters: rule(line.counters, total) };
  });
}

/** What is wrong with counters; empty when all is well. Checked on every write. */
export function counterFaults(c: LineCounters): string[] {
  const faults: string[] = [];
  if (Object.values(c).some((units) => !Number.isInteger(units) || units < 0))
    faults.push('a counter is negative');
  if (c.ordered !== c.cancelled + c.backordered + c.sourced + c.released)
    faults.push('ordered differs from cancelled + backordered + sourced + released');
  const chain = [c.released, c.picked, c.packed, c.shipped, c.delivered];
  if (chain.some((units, i) => i > 0 && units > (chain[i - 1] ?? 0)))
    faults.push('a later step counts more than an earlier');
  if (c.returnRequested + c.returned > c.delivered) faults.push('more comes back than was delivered');
  if (c.delivered + c.writtenOff > c.shipped) faults.push('more arrived or was lost than left');
  return faults;
}
