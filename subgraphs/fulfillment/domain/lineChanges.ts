import { openUnits, type FulfillmentOrder, type LineUnits, type WorkLine } from './fulfillmentOrder.ts';

/** What becomes of a line when units of it are concerned. */
type Change = (line: WorkLine, units: number) => WorkLine;

/** The work with a change made to the lines that units are of. */
export const counted = (
  work: FulfillmentOrder,
  units: readonly LineUnits[],
  change: Change,
): FulfillmentOrder => ({
  ...work,
  lines: work.lines.map((line) => {
    const mine = units.find((each) => each.lineId === line.lineId);
    return mine === undefined ? line : change(line, mine.quantity);
  }),
});

const withAwaited = (line: WorkLine, awaited: number): WorkLine =>
  line.awaited === undefined ? line : { ...line, awaited };
/** What goes elsewhere is what had not come, first. */
export const rerouted: Change = (line, units) => {
  const next = { ...line, rerouted: line.rerouted + units };
  const here = { ...next, picked: Math.min(next.picked, openUnits(next)) };
  return withAwaited(here, Math.max(0, (line.awaited ?? 0) - units));
};
/** Units of the shelf that are broken or not there; what is awaited still comes. */
export const missing: Change = (line, units) => {
  const next = { ...line, rerouted: line.rerouted + units };
  return { ...next, picked: Math.min(next.picked, openUnits(next)) };
};
/** Awaited units stand on the shelf. */
export const arrived: Change = (line, units) => withAwaited(line, Math.max(0, (line.awaited ?? 0) - units));
/** Units are in hand: all that were to pick, and no more. */
export const picked: Change = (line, units) => ({ ...line, picked: units });
/** The customer has taken units away. */
export const collected: Change = (line, units) => ({ ...line, collected: (line.collected ?? 0) + units });

/** Cancelled units leave the open ones, awaited ones first; what was picked of them goes back to the shelf. */
export const cancelled: Change = (line, units) => {
  const awaited = Math.max(0, (line.awaited ?? 0) - units);
  const next = withAwaited({ ...line, cancelled: line.cancelled + units }, awaited);
  return { ...next, picked: Math.min(next.picked, openUnits(next)) };
};

/** Units that had been refused here and were cancelled while they looked for another place. */
export const cancelledInSearch: Change = (line, units) => ({
  ...line,
  cancelled: line.cancelled + units,
  rerouted: line.rerouted - units,
});

/** Takes cancelled units out of the parcels, the last parcel first; empty parcels go. */
export function unpacked(work: FulfillmentOrder, units: readonly LineUnits[]): FulfillmentOrder {
  const left = new Map(units.map(({ lineId, quantity }) => [lineId, quantity]));
  const parcels = [...work.parcels]
    .reverse()
    .map((parcel) => ({
      ...parcel,
      lines: parcel.lines
        .map((line) => {
          const out = Math.min(line.quantity, left.get(line.lineId) ?? 0);
          left.set(line.lineId, (left.get(line.lineId) ?? 0) - out);
          return { ...line, quantity: line.quantity - out };
        })
        .filter((line) => line.quantity > 0),
    }))
    .filter((parcel) => parcel.lines.length > 0)
    .reverse();
  return { ...work, parcels };
}
