import type { Lanes } from '../network/lanes.ts';
import type { NetworkIndex } from '../network/networkIndex.ts';
import type { MethodConfig } from '../networkConfig.ts';
import { DAY_MS, weekdayOf } from '../time/zoneClock.ts';
import { locationFacts, orderFacts, type Ask, type Refusals } from './ask.ts';
import { blockedItems, type BlockedItems } from './restrictions.ts';
import type { Scratch } from './scratch.ts';

/** No limit on units. */
export const NO_CAP = 0x3fffffff;
/** How many working days a full location is looked ahead for capacity. */
const MAX_SLOTS = 12;

/** How a method turns an arrival into a date. */
export interface ArrivalRule {
  /** Only this local day counts (same day); NaN = any. */
  readonly onlyDay: number;
  readonly weekendOnly: boolean;
  /** Own adjustment of the arrival (windows, opening hours of a point); returns the latest instant or NaN. */
  readonly settle: ((service: number, day: number, dispatchMs: number) => number) | null;
}

/** Makes sure the pair's cached collection holds for work begun at `startMs`. NaN pickup: none for weeks. */
export function seekDispatch(index: NetworkIndex, pair: number, startMs: number): void {
  if (startMs > index.pairLow[pair]! && startMs <= index.pairHigh[pair]!) return;
  const table = index.tables[pair]!;
  const block = table.blockAt(startMs);
  const i = table.first(block, startMs);
  if (i >= block.count) {
    index.pairLow[pair] = Infinity;
    index.pairPickup[pair] = NaN;
    return;
  }
  index.pairLow[pair] = i > 0 ? block.lastStart[i - 1]! : startMs - 1;
  index.pairHigh[pair] = block.lastStart[i]!;
  index.pairPickup[pair] = block.pickup[i]!;
  index.pairDay[pair] = block.day[i]!;
}

/** Units (or whether any order) a location can still take on a local day; NO_CAP when unlimited. */
export function capacityLeft(ask: Ask, l: number, day: number): number {
  const capacity = ask.index.locations[l]?.capacity;
  if (!capacity) return NO_CAP;
  const limit =
    typeof capacity.perDay === 'number' ? capacity.perDay : (capacity.perDay[weekdayOf(day)] ?? 0);
  const left = limit - ask.network.capacity.used(l, day);
  if (left <= 0) return 0;
  return capacity.unit === 'ORDERS' ? NO_CAP : left;
}

/**
 * Columns of one service: every location with stock that it collects from, with the first collection that
 * stock, hours, cut-off and capacity allow. This is the engine's innermost loop.
 */
export function shippingColumns(
  ask: Ask,
  scratch: Scratch,
  method: MethodConfig,
  s: number,
  lanes: Lanes,
  rule: ArrivalRule,
  refusals: Refusals,
  skipLocation: number,
): void {
  const { index, policy } = ask;
  const services = index.services.length;
  const service = index.services[s]!;
  const blocked = blockedItems(ask, service);
  if (blocked?.all) {
    for (const code of blocked.codes) refusals.add(code);
    return;
  }
  const facts = orderFacts(ask, method, service.id, service.carrier);
  const mask = policy.masks[ask.stage]!.mask(
    facts,
    ask.zone.zoneIndex,
    index.locations.length,
    locationFacts(ask, lanes.target.centre),
  );
  const rows = scratch.touchedCount;
  for (let k = 0; k < rows; k++) {
    const row = scratch.touched[k]!;
    const l = scratch.rowLocation[row]!;
    const pair = index.pairOf[l * services + s]!;
    if (pair < 0 || index.shipsFrom[l] === 0 || l === skipLocation) {
      refusals.add('NO_CARRIER_PICKUP');
      continue;
    }
    if (mask !== null && mask.denied[l]! > 0) {
      refusals.add('RULE_EXCLUDED');
      refusals.ruleId = mask.rules[mask.denied[l]! - 1]!.id;
      continue;
    }
    const lane = index.originOf[l]! * services + s;
    const days = lanes.latestDays(lane);
    if (days < 0) {
      refusals.add('NO_SERVICE_TO_DESTINATION');
      continue;
    }
    const penalty = mask?.penalty ? mask.penalty[l]! : 0;
    shipFrom(ask, scratch, s, row, l, pair, lane, days, lanes, rule, refusals, penalty, blocked);
  }
}

function shipFrom(
  ask: Ask,
  scratch: Scratch,
  s: number,
  row: number,
  l: number,
  pair: number,
  lane: number,
  days: number,
  lanes: Lanes,
  rule: ArrivalRule,
  refusals: Refusals,
  penalty: number,
  blocked: BlockedItems | null,
): void {
  const { index } = ask;
  let start = scratch.rowStart[row]!;
  for (let slot = 0; slot < MAX_SLOTS; slot++) {
    seekDispatch(index, pair, start);
    const pickup = index.pairPickup[pair]!;
    if (!(pickup >= 0)) return refusals.add('NO_CARRIER_PICKUP');
    const day = index.pairDay[pair]!;
    const left = index.hasCapacity[l] === 0 ? NO_CAP : capacityLeft(ask, l, day);
    if (left > 0) {
      const done = addShipColumn(
        ask,
        scratch,
        s,
        row,
        l,
        pair,
        lane,
        days,
        lanes,
        rule,
        refusals,
        penalty,
        left,
        blocked,
      );
      if (!done || left >= ask.cart.units) return;
    } else refusals.add('CAPACITY_SOLD');
    // Full or nearly so: also look at the next day's collections.
    start = Math.max(index.pairHigh[pair]! + 1, 0);
  }
}

/** Adds one column; false when later collections cannot do better than being refused for the same reason. */
function addShipColumn(
  ask: Ask,
  scratch: Scratch,
  s: number,
  row: number,
  l: number,
  pair: number,
  lane: number,
  days: number,
  lanes: Lanes,
  rule: ArrivalRule,
  refusals: Refusals,
  penalty: number,
  left: number,
  blocked: BlockedItems | null,
): boolean {
  const { index, policy } = ask;
  const calendar = lanes.calendars[s]!;
  let day = calendar.arrival(index.pairDay[pair]!, days);
  if (ask.addDays > 0 && day >= 0) day = calendar.deliveryDay(day + ask.addDays);
  if (rule.weekendOnly) day = weekendDay(day, calendar);
  if (day < 0) return refuse(refusals, 'BEYOND_HORIZON');
  if (rule.onlyDay === rule.onlyDay && day !== rule.onlyDay) return refuse(refusals, 'CUT_OFF_PASSED');
  const latest = rule.settle
    ? rule.settle(s, day, index.pairPickup[pair]!)
    : lanes.clock.at(day, lanes.untilMinute[s]!);
  if (!(latest >= 0)) return refuse(refusals, 'WINDOWS_SOLD');
  if (latest > ask.at + policy.set.horizonDays * DAY_MS) return refuse(refusals, 'BEYOND_HORIZON');
  if (latest > ask.latestAllowedMs) return refuse(refusals, 'TOO_LATE');
  const used = blocked ? unblockedRow(scratch, row, blocked) : row;
  if (used < 0) return refuse(refusals, blocked!.codes[0]!);
  const w = policy.weights;
  const c = scratch.addColumn();
  scratch.colRow[c] = used;
  scratch.colService[c] = s;
  scratch.colCap[c] = left;
  scratch.colDispatch[c] = index.pairPickup[pair]!;
  scratch.colLastStart[c] = index.pairHigh[pair]!;
  scratch.colLatest[c] = latest;
  const arrivalDay = rule.settle ? lanes.clock.dayOf(latest) : day;
  scratch.colDay[c] = arrivalDay;
  scratch.colLate[c] = arrivalDay > ask.lateFromDay ? arrivalDay - ask.lateFromDay : 0;
  scratch.colFixed[c] =
    policy.locationScore[l]! +
    w.cost * (lanes.costFixed[lane]! + penalty) +
    w.perGram * lanes.gramsFixed[lane]! +
    w.distance * lanes.distance[lane]!;
  scratch.colPerKg[c] = w.cost * lanes.costPerKg[lane]! + w.perGram * lanes.gramsPerKg[lane]!;
  scratch.colPerUnit[c] = w.cost * index.unitCost[l]!;
  return true;
}

function refuse(refusals: Refusals, code: Parameters<Refusals['add']>[0]): false {
  refusals.add(code);
  return false;
}

/** The first Saturday or Sunday not before `day` on which the service delivers; -1 when it never does. */
function weekendDay(day: number, calendar: { deliveryDay(day: number): number }): number {
  for (let d = day, i = 0; d >= 0 && i < 14; i++) {
    if (weekdayOf(d) >= 5) return d;
    d = calendar.deliveryDay(d + 1);
  }
  return -1;
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
