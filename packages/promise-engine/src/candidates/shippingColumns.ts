import { DAY, HIGH, PICKUP } from '../network/collectionTable.ts';
import { NO_CAP } from '../network/capacityLimits.ts';
import { FIXED, PER_KG, type Lanes, LANE } from '../network/lanes.ts';
import type { MethodConfig } from '../model/networkConfig.ts';
import { Arrivals, type ArrivalRule } from './arrivals.ts';
import { ruleMask, type Ask } from '../question/ask.ts';
import type { Champions } from './champions.ts';
import type { PlanBound } from './planBound.ts';
import { WHY, type Refusals } from './refusals.ts';
import { blockedItems, type BlockedItems } from './restrictions.ts';
import type { Scratch } from '../workspace/scratch.ts';

/** How many working days a full location is looked ahead for capacity. */
const MAX_SLOTS = 12;

/** What the columns of one method are made for and measured by. */
export interface ColumnTask {
  readonly ask: Ask;
  readonly scratch: Scratch;
  readonly method: MethodConfig;
  readonly lanes: Lanes;
  readonly rule: ArrivalRule;
  readonly refusals: Refusals;
  readonly champions: Champions;
  /** null where every candidate is wanted. */
  readonly bound: PlanBound | null;
  /** A location that does not ship to itself, -1 when there is none. */
  readonly skipLocation: number;
}

/** A service of a method while its columns are made. */
interface ServiceTask {
  readonly task: ColumnTask;
  readonly s: number;
  /** Items it may not carry; null when it may carry all. */
  readonly blocked: BlockedItems | null;
}

/** One service is worked through at a time. */
const arrivals = new Arrivals();

/**
 * Columns of one service from the first `to` rows listed: every location with stock that it collects from, with the
 * first collection that stock, hours, cut-off and capacity allow. This is the engine's innermost loop: it reads a
 * dozen numbers for each row and passes most of them over by their score alone.
 */
export function shippingColumns(task: ColumnTask, s: number, to: number): void {
  const { ask, scratch, lanes, refusals, champions, bound, skipLocation } = task;
  const { index } = ask;
  const blocked = blockedItems(ask, s);
  if (blocked?.all) {
    for (const why of blocked.why) refusals.add(why, -1, s);
    return;
  }
  const mask = ruleMask(ask, task.method, index.services[s]!);
  const penalty = mask === null ? null : mask.penalty;
  const costWeight = ask.policy.weights.cost;
  const service: ServiceTask = { task, s, blocked };
  arrivals.begin(ask, lanes, s, task.rule);
  // Where only single shipments are looked for, rows are listed by what they cost at least: past the first that cannot
  // be better than what is known, none can. A penalty may be a bonus, which no list knows of.
  const within = bound !== null && bound.onlyAlone && penalty === null;
  if (within) bound.beginService(lanes, s, arrivals);
  const { shipsFrom } = index;
  const { pairOf } = index.collections;
  const first = s * index.locations.length;
  const firstLane = s * index.origins.length;
  const { weighed } = lanes;
  const { row, location, origin, mask: articles, score, unit, least, full } = scratch.list;
  for (let k = 0; k < to; k++) {
    if (within && bound.beyond(least[k]!)) return;
    const l = location[k]!;
    const pair = pairOf[first + l]!;
    if (pair < 0 || shipsFrom[l] === 0 || l === skipLocation) {
      refusals.add(WHY.NO_CARRIER_PICKUP, l, s);
      continue;
    }
    if (mask !== null && mask.denied[l]! > 0) {
      refusals.byRule(mask.rules[mask.denied[l]! - 1]!.id, l, s);
      continue;
    }
    const lane = firstLane + origin[k]!;
    const days = lanes.latestDays(lane);
    if (days < 0) {
      refusals.add(WHY.NO_SERVICE_TO_DESTINATION, l, s);
      continue;
    }
    const at = lane * LANE;
    const fixed = score[k]! + weighed[at + FIXED]! + (penalty === null ? 0 : costWeight * penalty[l]!);
    const perKg = weighed[at + PER_KG]!;
    const perUnit = unit[k]!;
    const late = arrivals.earliestLate(days);
    if (bound !== null && bound.passesOver(fixed, perKg, perUnit, late, k < full)) continue;
    if (champions.beats(articles[k]!, late, fixed, perKg, perUnit)) continue;
    // Left where the next column would have them: as arguments the three would be boxed, which costs more than the call.
    const next = scratch.nextColumn();
    scratch.colFixed[next] = fixed;
    scratch.colPerKg[next] = perKg;
    scratch.colPerUnit[next] = perUnit;
    addCollections(service, row[k]!, l, pair, days);
  }
}

/**
 * Columns of the collections a row can make: the first, and later ones with more capacity left. Its scores are where the
 * next column has them.
 */
function addCollections(service: ServiceTask, row: number, l: number, pair: number, days: number): void {
  const { task, s, blocked } = service;
  const { ask, scratch, refusals, champions, bound } = task;
  const { collections, capacity } = ask.index;
  const { found } = collections;
  const { units } = ask.cart;
  const next = scratch.columns;
  const fixed = scratch.colFixed[next]!;
  const perKg = scratch.colPerKg[next]!;
  const perUnit = scratch.colPerUnit[next]!;
  let start = scratch.rowStart[row]!;
  let most = 0;
  for (let slot = 0; slot < MAX_SLOTS; slot++) {
    const at = collections.seek(pair, start);
    const pickup = found[at + PICKUP]!;
    if (!(pickup >= 0)) return refusals.add(WHY.NO_CARRIER_PICKUP, l, s);
    const dispatchDay = found[at + DAY]!;
    const lastStart = found[at + HIGH]!;
    const left = capacity.limited[l] === 0 ? NO_CAP : capacity.left(ask.network.capacity, l, dispatchDay);
    if (left > most) {
      most = left;
      // What is refused here would only be refused for the same reason later.
      const refusal = arrivals.reach(days, dispatchDay, pickup);
      if (refusal !== null) return refusals.add(refusal, l, s, pickup);
      const used = blocked === null ? row : unblockedRow(scratch, row, blocked);
      if (used < 0) return refusals.add(blocked!.why[0]!, l, s);
      const { day } = arrivals;
      const late = day > ask.lateFromDay ? day - ask.lateFromDay : 0;
      // Now that the day is known, a champion may replace what it could not before. Later collections only lose more.
      if (champions.beats(scratch.anyMask[row]!, late, fixed, perKg, perUnit)) return;
      const c = scratch.addColumn();
      scratch.colRow[c] = used;
      scratch.colService[c] = s;
      scratch.colCap[c] = left;
      scratch.colDispatch[c] = pickup;
      scratch.colLastStart[c] = lastStart;
      scratch.colLatest[c] = arrivals.latestMs;
      scratch.colDay[c] = day;
      scratch.colLate[c] = late;
      scratch.colFixed[c] = fixed;
      scratch.colPerKg[c] = perKg;
      scratch.colPerUnit[c] = perUnit;
      // Capacity for the whole cart is as good as no limit.
      if (left >= units && blocked === null) {
        if (bound !== null && scratch.fullCount[row] === scratch.width) {
          const score = bound.of(fixed, perKg, perUnit, late);
          if (score < bound.alone) bound.alone = score;
        }
        if (bound === null || !bound.onlyAlone) champions.add(c);
      }
      if (left >= units) return;
    } else if (left <= 0) refusals.add(WHY.CAPACITY_SOLD, l, s, pickup);
    // Full or nearly so: also look at the next day's collections, which are of use only with more capacity.
    start = lastStart + 1;
  }
}

/** A copy of a row without the items a service may not carry; -1 when nothing is left. */
function unblockedRow(scratch: Scratch, row: number, blocked: BlockedItems): number {
  const copy = scratch.addRow(scratch.rowLocation[row]!, scratch.rowStart[row]!);
  for (let i = 0; i < scratch.width; i++) {
    const units = scratch.avail[row * scratch.width + i]!;
    if (units > 0 && !blocked.items[i]) scratch.put(copy, i, units, blocked.need[i]!);
  }
  return scratch.anyCount[copy]! > 0 ? copy : -1;
}
