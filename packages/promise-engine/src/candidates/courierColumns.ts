import { MINUTE_MS } from '../time/zoneClock.ts';
import { HIGH, PICKUP } from '../network/collectionTable.ts';
import type { MethodConfig } from '../model/networkConfig.ts';
import { ruleMask, type Ask } from '../question/ask.ts';
import { WHY } from './refusals.ts';
import { promisedStart } from './rows.ts';
import { blockedItems } from './restrictions.ts';
import type { ColumnTask } from './shippingColumns.ts';

/** Columns of a courier that counts minutes: from every open location within its radius, delivered today. */
export function courierColumns(task: ColumnTask, s: number, to: number): void {
  const { ask, refusals } = task;
  const { index } = ask;
  const service = index.services[s]!;
  const { baseMinutes, minutesPerKm, radiusKm } = service.courier!;
  const blocked = blockedItems(ask, s);
  if (blocked) {
    for (const why of blocked.why) refusals.add(why, -1, s);
    return;
  }
  // Days are added to what rests on old data. Minutes with a day added are no promise of this kind any more.
  if (ask.addDays > 0 && !ask.deciding) return refusals.add(WHY.STALE_DATA, -1, s);
  const mask = ruleMask(ask, task.method, service);
  const { location, row } = task.scratch.list;
  const { latitude, shipsFrom } = index;
  const { centre } = ask.zone;
  const here = centre.latitude;
  // The address may lie on the far side of what is known of it.
  const beyondKm = ask.zone.radiusMetres / 1_000;
  for (let k = 0; k < to; k++) {
    const l = location[k]!;
    // Most locations are far: a degree of latitude, 111 km, tells before anything else is looked up.
    if (Math.abs(latitude[l]! - here) * 111 > radiusKm) {
      refusals.add(WHY.OUT_OF_RADIUS, l, s);
      continue;
    }
    const pair = index.pair(l, s);
    if (pair < 0 || shipsFrom[l] === 0) {
      refusals.add(WHY.NO_CARRIER_PICKUP, l, s);
      continue;
    }
    if (mask !== null && mask.denied[l]! > 0) {
      refusals.byRule(mask.rules[mask.denied[l]! - 1]!.id, l, s);
      continue;
    }
    const km = index.distance(l, centre) + beyondKm;
    if (km > radiusKm) {
      refusals.add(WHY.OUT_OF_RADIUS, l, s);
      continue;
    }
    const travel = (baseMinutes + minutesPerKm * km) * MINUTE_MS;
    addCourierColumn(task, s, { row: row[k]!, l, pair, travel, penalty: mask?.penalty?.[l] ?? 0 });
  }
}

/** A location a courier can be called to. */
interface Call {
  readonly row: number;
  readonly l: number;
  readonly pair: number;
  /** From the location to the destination, ms. */
  readonly travel: number;
  /** What the rules add for it, minor units. */
  readonly penalty: number;
}

function addCourierColumn(task: ColumnTask, s: number, call: Call): void {
  const { row, l, pair, travel, penalty } = call;
  const { ask, scratch, lanes, refusals } = task;
  const { index, policy } = ask;
  const hours = index.hours[l]!;
  const onCall = index.services[s]!.courier!.onCall;
  const dayEnd = lanes.clock.at(ask.today, lanes.untilMinute[s]!);
  const lane = index.laneOf(l, s);
  if (lanes.latestDays(lane) < 0) return refusals.add(WHY.NO_SERVICE_TO_DESTINATION, l, s);
  if (lanes.calendars[s]!.deliveryDay(ask.today) !== ask.today)
    return refusals.add(WHY.LOCATION_CLOSED, l, s);
  const start = promisedStart(ask, l, scratch.rowStart[row]!);
  let dispatch: number;
  let lastStart: number;
  if (onCall) {
    const earliest = lanes.clock.at(ask.today, lanes.fromMinute[s]!);
    dispatch = Math.max(hours.addWork(start, index.handlingMs[l]!), earliest);
    const close = hours.lastClose(start);
    // Work that would only be done after closing time is done tomorrow, which is not what this method promises.
    if (!(dispatch <= close)) return refusals.add(WHY.LOCATION_CLOSED, l, s);
    lastStart = Math.max(start, hours.latestStart(dispatch, index.handlingMs[l]!));
  } else {
    const at = index.collections.seek(pair, start);
    dispatch = index.collections.found[at + PICKUP]!;
    lastStart = index.collections.found[at + HIGH]!;
  }
  const latest = dispatch + travel;
  if (!(latest <= dayEnd)) return refusals.add(WHY.CUT_OFF_PASSED, l, s, dispatch);
  const limit = Math.min(ask.latestAllowedMs, promisedBefore(ask, task.method));
  if (latest > limit) return refusals.add(WHY.TOO_LATE, l, s, dispatch);
  const left = index.capacity.left(ask.network.capacity, l, hours.clock.dayOf(dispatch));
  if (left <= 0) return refusals.add(WHY.CAPACITY_SOLD, l, s, dispatch);
  const c = scratch.addColumn();
  scratch.colRow[c] = row;
  scratch.colService[c] = s;
  scratch.colCap[c] = left;
  scratch.colDispatch[c] = dispatch;
  scratch.colLastStart[c] = lastStart;
  scratch.colLatest[c] = latest;
  scratch.colDay[c] = ask.today;
  scratch.colLate[c] = Math.max(0, ask.today - ask.lateFromDay);
  scratch.colFixed[c] = policy.locationScore[l]! + lanes.scoreFixed(lane) + policy.weights.cost * penalty;
  scratch.colPerKg[c] = lanes.scorePerKg(lane);
  scratch.colPerUnit[c] = policy.unitScore[l]!;
}

/** The instant after which a method is not what it promises to be; none for an order that was promised already. */
export const promisedBefore = ({ at, deciding }: Ask, { withinMinutes }: MethodConfig): number =>
  deciding || withinMinutes === undefined ? Infinity : at + withinMinutes * MINUTE_MS;
