import type { Lanes } from '../network/lanes.ts';
import type { NetworkIndex } from '../network/networkIndex.ts';
import type { MethodConfig } from '../networkConfig.ts';
import { weekdayOf } from '../time/zoneClock.ts';
import type { Champions } from './champions.ts';
import type { PlanBound } from './planBound.ts';
import { ruleMask, type Ask } from './ask.ts';
import type { CountedReason, Refusals } from './refusals.ts';
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

/** Transit days whose arrivals are remembered while one service is worked through. */
const REMEMBERED = 32;
// One service is worked through at a time, so they can share what they remember in.
const seenDay = new Int32Array(REMEMBERED);
const arrivalDay = new Int32Array(REMEMBERED);
const latestMs = new Float64Array(REMEMBERED);
const leastLate = new Int32Array(REMEMBERED);

/**
 * Columns of one service: every location with stock that it collects from, with the first collection that
 * stock, hours, cut-off and capacity allow. `run` is the engine's innermost loop.
 */
export class ShippingColumns {
  readonly #ask: Ask;
  readonly #scratch: Scratch;
  readonly #index: NetworkIndex;
  readonly #s: number;
  readonly #lanes: Lanes;
  readonly #rule: ArrivalRule;
  readonly #refusals: Refusals;
  readonly #horizonMs: number;
  /** By transit days: the collection day last seen, and what it led to. */
  readonly #seenDay = seenDay.fill(-1);
  readonly #arrivalDay = arrivalDay;
  readonly #latestMs = latestMs;
  /** By transit days: days late at the earliest; -1 = not worked out yet. */
  readonly #leastLate = leastLate.fill(-1);
  readonly #champions: Champions;
  readonly #bound: PlanBound | null;
  #blocked: BlockedItems | null = null;

  constructor(
    ask: Ask,
    scratch: Scratch,
    s: number,
    lanes: Lanes,
    rule: ArrivalRule,
    refusals: Refusals,
    champions: Champions,
    bound: PlanBound | null,
  ) {
    this.#champions = champions;
    this.#bound = bound;
    this.#ask = ask;
    this.#scratch = scratch;
    this.#index = ask.index;
    this.#s = s;
    this.#lanes = lanes;
    this.#rule = rule;
    this.#refusals = refusals;
    this.#horizonMs = Math.min(ask.latestAllowedMs, ask.horizonMs);
  }

  /**
   * Columns of the first `to` rows listed.
   * @param skipLocation a location that does not ship to itself, -1 when there is none.
   */
  run(method: MethodConfig, skipLocation: number, to: number): void {
    const scratch = this.#scratch;
    const service = this.#index.services[this.#s]!;
    const { pairOf, shipsFrom } = this.#index;
    const { listLocation } = scratch;
    const first = this.#s * this.#index.locations.length;
    this.#blocked = blockedItems(this.#ask, service);
    if (this.#blocked?.all) {
      for (const code of this.#blocked.codes) this.#refusals.add(code, -1, this.#s);
      return;
    }
    const mask = ruleMask(this.#ask, method, service);
    for (let k = 0; k < to; k++) {
      const l = listLocation[k]!;
      const pair = pairOf[first + l]!;
      if (pair < 0 || shipsFrom[l] === 0 || l === skipLocation) {
        this.#refusals.add('NO_CARRIER_PICKUP', l, this.#s);
        continue;
      }
      if (mask !== null && mask.denied[l]! > 0) {
        this.#refusals.byRule(mask.rules[mask.denied[l]! - 1]!.id, l, this.#s);
        continue;
      }
      this.#weigh(k, l, pair, mask === null || mask.penalty === null ? 0 : mask.penalty[l]!);
    }
  }

  /** Looks at one row of the list: passes it over by its score, or goes on to its collections. */
  #weigh(k: number, l: number, pair: number, penalty: number): void {
    const scratch = this.#scratch;
    const lane = scratch.listOrigin[k]! * this.#index.services.length + this.#s;
    const days = this.#lanes.latestDays(lane);
    if (days < 0) return this.#refusals.add('NO_SERVICE_TO_DESTINATION', l, this.#s);
    const cost = this.#ask.policy.weights.cost;
    const fixed = scratch.listScore[k]! + this.#lanes.scoreFixed[lane]! + cost * penalty;
    const perKg = this.#lanes.scorePerKg[lane]!;
    const perUnit = scratch.listUnit[k]!;
    const late = this.#earliestLate(days);
    const full = k < scratch.fullRows;
    if (this.#bound !== null && this.#bound.passesOver(fixed, perKg, perUnit, late, full)) return;
    if (this.#champions.beats(scratch.listMask[k]!, late, fixed, perKg, perUnit)) return;
    this.#collect(scratch.touched[k]!, l, pair, lane, days, fixed);
  }

  /** Columns of the collections a row can make: the first, and later ones that have more room. */
  #collect(row: number, l: number, pair: number, lane: number, days: number, fixed: number): void {
    const index = this.#index;
    let start = this.#scratch.rowStart[row]!;
    let most = 0;
    for (let slot = 0; slot < MAX_SLOTS; slot++) {
      if (!(start > index.pairLow[pair]! && start <= index.pairHigh[pair]!)) seekDispatch(index, pair, start);
      if (!(index.pairPickup[pair]! >= 0)) return this.#refusals.add('NO_CARRIER_PICKUP', l, this.#s);
      const left = index.hasCapacity[l] === 0 ? NO_CAP : capacityLeft(this.#ask, l, index.pairDay[pair]!);
      if (left > most) {
        most = left;
        const added = this.#add(row, l, pair, lane, days, fixed, left);
        if (!added || left >= this.#ask.cart.units) return;
      } else if (left <= 0) this.#refusals.add('CAPACITY_SOLD', l, this.#s, index.pairPickup[pair]!);
      // Full or nearly so: also look at the next day's collections, which are of use only with more room.
      start = index.pairHigh[pair]! + 1;
    }
  }

  /** Adds one column; false when later collections could only be refused for the same reason. */
  #add(
    row: number,
    l: number,
    pair: number,
    lane: number,
    days: number,
    fixed: number,
    left: number,
  ): boolean {
    const index = this.#index;
    const scratch = this.#scratch;
    const dispatchDay = index.pairDay[pair]!;
    const slot = days < REMEMBERED ? days : 0;
    if (days === 0 || slot === 0 || this.#seenDay[slot] !== dispatchDay) {
      const refusal = this.#arrive(slot, dispatchDay, days, index.pairPickup[pair]!);
      if (refusal !== null) {
        this.#refusals.add(refusal, l, this.#s, index.pairPickup[pair]!);
        return false;
      }
    }
    let used = row;
    if (this.#blocked !== null) {
      used = unblockedRow(scratch, row, this.#blocked);
      if (used < 0) {
        this.#refusals.add(this.#blocked.codes[0]!, l, this.#s);
        return false;
      }
    }
    const { policy, lateFromDay } = this.#ask;
    const day = this.#arrivalDay[slot]!;
    // Now that the day is known, a champion may replace what it could not before. Later collections only lose more.
    const { scorePerKg } = this.#lanes;
    const late = day > lateFromDay ? day - lateFromDay : 0;
    const set = scratch.anyMask[row]!;
    if (this.#champions.beats(set, late, fixed, scorePerKg[lane]!, policy.unitScore[l]!)) return false;
    const c = scratch.addColumn();
    scratch.colRow[c] = used;
    scratch.colService[c] = this.#s;
    scratch.colCap[c] = left;
    scratch.colDispatch[c] = index.pairPickup[pair]!;
    scratch.colLastStart[c] = index.pairHigh[pair]!;
    scratch.colLatest[c] = this.#latestMs[slot]!;
    scratch.colDay[c] = day;
    scratch.colLate[c] = late;
    scratch.colFixed[c] = fixed;
    scratch.colPerKg[c] = scorePerKg[lane]!;
    scratch.colPerUnit[c] = policy.unitScore[l]!;
    // Room for the whole cart is as good as no limit.
    if (left >= this.#ask.cart.units && this.#blocked === null) {
      const perKg = scratch.colPerKg[c]!;
      const perUnit = scratch.colPerUnit[c]!;
      if (this.#bound !== null && scratch.fullCount[row] === scratch.width) {
        const score = this.#bound.of(fixed, perKg, perUnit, late);
        if (score < this.#bound.alone) this.#bound.alone = score;
      }
      if (this.#bound === null || !this.#bound.onlyAlone)
        this.#champions.add(row, this.#s, late, fixed, perKg, perUnit);
    }
    return true;
  }

  /** Days late of a parcel that travels `days` and leaves at once; whatever happens to it only makes it later. */
  #earliestLate(days: number): number {
    if (days >= REMEMBERED) return 0;
    const known = this.#leastLate[days]!;
    if (known >= 0) return known;
    const day = this.#lanes.calendars[this.#s]!.arrival(this.#ask.startDay, days);
    return (this.#leastLate[days] = Math.max(0, day - this.#ask.lateFromDay));
  }

  /** Works out the arrival for a collection day and transit time; the reason when there is none. */
  #arrive(slot: number, dispatchDay: number, days: number, pickupMs: number): CountedReason | null {
    const { addDays } = this.#ask;
    const rule = this.#rule;
    const calendar = this.#lanes.calendars[this.#s]!;
    this.#seenDay[slot] = -1;
    let day = calendar.arrival(dispatchDay, days);
    if (addDays > 0 && day >= 0) day = calendar.deliveryDay(day + addDays);
    if (rule.weekendOnly) day = weekendDay(day, calendar);
    if (day < 0) return 'BEYOND_HORIZON';
    if (rule.onlyDay === rule.onlyDay && day !== rule.onlyDay) return 'CUT_OFF_PASSED';
    const clock = this.#lanes.clock;
    const latest = rule.settle
      ? rule.settle(this.#s, day, pickupMs)
      : clock.at(day, this.#lanes.untilMinute[this.#s]!);
    if (!(latest >= 0)) return 'WINDOWS_SOLD';
    if (latest > this.#horizonMs) return latest > this.#ask.latestAllowedMs ? 'TOO_LATE' : 'BEYOND_HORIZON';
    this.#seenDay[slot] = dispatchDay;
    this.#latestMs[slot] = latest;
    this.#arrivalDay[slot] = rule.settle ? clock.dayOf(latest) : day;
    return null;
  }
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
