import { DAY_MS } from '../time/zoneClock.ts';
import { ruleMask } from '../question/ask.ts';
import { WHY } from '../candidates/refusals.ts';
import { promisedStart } from '../candidates/rows.ts';
import { NO_CAP } from '../network/capacityLimits.ts';
import type { MethodRun } from '../candidates/methodRun.ts';
import { LOCAL } from './shipments.ts';

/** How many working days a full store is looked ahead for capacity. */
const MAX_SLOTS = 12;

/** The store's own stock, picked in opening hours and ready there. */
export function localColumns(run: MethodRun, l: number): void {
  const { ask, scratch, method, refusals } = run;
  const mask = ruleMask(ask, method, null);
  if (mask !== null && mask.denied[l]! > 0) {
    return refusals.byRule(mask.rules[mask.denied[l]! - 1]!.id, l, -1);
  }
  const penalty = mask?.penalty?.[l] ?? 0;
  if (!scratch.laterAt(l)) {
    if (scratch.stamp[l] === scratch.generation) addLocalColumns(run, l, l, penalty);
    return;
  }
  const { row, location, count } = scratch.list;
  for (let k = 0; k < count; k++) if (location[k] === l) addLocalColumns(run, row[k]!, l, penalty);
}

function addLocalColumns(run: MethodRun, row: number, l: number, penalty: number): void {
  const { ask, scratch, refusals } = run;
  const { index, policy } = ask;
  const hours = index.hours[l]!;
  const work = index.handlingMs[l]!;
  let start = promisedStart(ask, l, scratch.rowStart[row]!);
  let most = 0;
  for (let slot = 0; slot < MAX_SLOTS; slot++) {
    const ready = hours.addWork(start, work);
    if (!(ready <= ask.horizonMs)) return refusals.add(WHY.BEYOND_HORIZON, l, -1, ready);
    const day = hours.clock.dayOf(ready);
    const limited = index.capacity.limited[l] === 1;
    const left = limited ? index.capacity.left(ask.network.capacity, l, day) : NO_CAP;
    const lastStart = hours.latestStart(hours.lastClose(ready), work);
    if (left <= 0) refusals.add(WHY.CAPACITY_SOLD, l, -1, ready);
    else if (ready > ask.latestAllowedMs) return refusals.add(WHY.TOO_LATE, l, -1, ready);
    else if (left > most) {
      // A later day is of use only with more capacity.
      most = left;
      const c = scratch.addColumn();
      scratch.colRow[c] = row;
      scratch.colService[c] = LOCAL;
      scratch.colCap[c] = left;
      scratch.colDispatch[c] = ready;
      scratch.colLastStart[c] = Math.max(start, hours.latestStart(ready, work));
      scratch.colLatest[c] = ready + ask.addDays * DAY_MS;
      scratch.colDay[c] = day;
      scratch.colLate[c] = Math.max(0, day + ask.addDays - ask.lateFromDay);
      scratch.colFixed[c] = policy.locationScore[l]! + policy.weights.cost * penalty;
      scratch.colPerKg[c] = 0;
      scratch.colPerUnit[c] = policy.unitScore[l]!;
      if (left >= ask.cart.units) return;
    }
    start = Math.max(lastStart, start) + 1;
  }
}

/** Whether nothing sent from elsewhere can beat the store's own stock: then there is no need to look. */
export function localIsBest(run: MethodRun, services: readonly number[]): boolean {
  const { ask, scratch, vectors, lanes } = run;
  if (!ask.pruning || vectors.adjust) return false;
  const { policy, cart } = ask;
  let whole = Infinity;
  let unit = Infinity;
  for (const s of services) {
    if (!lanes.serves(s)) continue;
    whole = Math.min(whole, lanes.least.shipment(policy, s, cart.units));
    unit = Math.min(unit, lanes.least.shipment(policy, s, 1));
  }
  // All of it from elsewhere, or a unit from there and the rest from here.
  let elsewhere = whole;
  for (let c = 0; c < scratch.columns && cart.units > 1; c++) {
    const rest = scratch.colFixed[c]! + (cart.units - 1) * scratch.colPerUnit[c]!;
    elsewhere = Math.min(elsewhere, unit + rest);
  }
  for (let c = 0; c < scratch.columns; c++) {
    if (scratch.fullCount[scratch.colRow[c]!] !== scratch.width || scratch.colCap[c]! < ask.cart.units)
      continue;
    const score =
      scratch.colFixed[c]! +
      scratch.colPerUnit[c]! * ask.cart.units +
      scratch.colLate[c]! * policy.weights.late;
    if (score <= elsewhere) return true;
  }
  return false;
}
