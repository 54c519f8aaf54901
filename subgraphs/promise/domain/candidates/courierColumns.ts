import type { Lanes } from '../network/lanes.ts';
import type { MethodConfig } from '../networkConfig.ts';
import { MINUTE_MS } from '../time/zoneClock.ts';
import { ruleMask, type Ask } from './ask.ts';
import { capacityLeft, NO_CAP, seekDispatch } from './columns.ts';
import type { Refusals } from './refusals.ts';
import { blockedItems } from './restrictions.ts';
import type { Scratch } from './scratch.ts';

/** Columns of a courier that counts minutes: from every open location within its radius, delivered today. */
export function courierColumns(
  ask: Ask,
  scratch: Scratch,
  method: MethodConfig,
  s: number,
  lanes: Lanes,
  refusals: Refusals,
  to: number,
): void {
  const { index } = ask;
  const service = index.services[s]!;
  const courier = service.courier!;
  const blocked = blockedItems(ask, service);
  if (blocked) {
    for (const code of blocked.codes) refusals.add(code, -1, s);
    return;
  }
  const mask = ruleMask(ask, method, service);
  const limit = Math.min(ask.latestAllowedMs, promisedBefore(ask, method));
  for (let k = 0; k < to; k++) {
    const row = scratch.touched[k]!;
    const l = scratch.rowLocation[row]!;
    // Most locations are far: a degree of latitude, 111 km, tells before anything else is looked up.
    if (Math.abs(index.latitude[l]! - ask.zone.centre.latitude) * 111 > courier.radiusKm) {
      refusals.add('OUT_OF_RADIUS', l, s);
      continue;
    }
    const pair = index.pair(l, s);
    if (pair < 0 || index.shipsFrom[l] === 0) {
      refusals.add('NO_CARRIER_PICKUP', l, s);
      continue;
    }
    if (mask !== null && mask.denied[l]! > 0) {
      refusals.byRule(mask.rules[mask.denied[l]! - 1]!.id, l, s);
      continue;
    }
    const km = index.distance(l, ask.zone.centre);
    if (km > courier.radiusKm) {
      refusals.add('OUT_OF_RADIUS', l, s);
      continue;
    }
    const travel = (courier.baseMinutes + courier.minutesPerKm * km) * MINUTE_MS;
    addCourierColumn(ask, scratch, s, row, l, pair, travel, lanes, refusals, mask?.penalty?.[l] ?? 0, limit);
  }
}

function addCourierColumn(
  ask: Ask,
  scratch: Scratch,
  s: number,
  row: number,
  l: number,
  pair: number,
  travel: number,
  lanes: Lanes,
  refusals: Refusals,
  penalty: number,
  limit: number,
): void {
  const { index, policy } = ask;
  const hours = index.hours[l]!;
  const onCall = index.services[s]!.courier!.onCall;
  const dayEnd = lanes.clock.at(ask.today, lanes.untilMinute[s]!);
  const lane = index.originOf[l]! * index.services.length + s;
  if (lanes.latestDays(lane) < 0) return refusals.add('NO_SERVICE_TO_DESTINATION', l, s);
  if (!lanes.calendars[s] || lanes.calendars[s].deliveryDay(ask.today) !== ask.today)
    return refusals.add('LOCATION_CLOSED', l, s);
  const start = scratch.rowStart[row]!;
  let dispatch: number;
  let lastStart: number;
  if (onCall) {
    const earliest = lanes.clock.at(ask.today, lanes.fromMinute[s]!);
    dispatch = Math.max(hours.addWork(start, index.handlingMs[l]!), earliest);
    const close = hours.lastClose(start);
    lastStart = hours.latestStart(Math.min(close, dayEnd - travel), index.handlingMs[l]!);
    // Work that would only be done after closing time is done tomorrow, which is not what this method promises.
    if (!(dispatch <= close)) return refusals.add('LOCATION_CLOSED', l, s);
  } else {
    seekDispatch(index, pair, start);
    dispatch = index.pairPickup[pair]!;
    lastStart = index.pairHigh[pair]!;
  }
  const latest = dispatch + travel;
  if (!(latest <= dayEnd)) return refusals.add('CUT_OFF_PASSED', l, s, dispatch);
  if (latest > limit) return refusals.add('TOO_LATE', l, s, dispatch);
  const left = index.hasCapacity[l] === 0 ? NO_CAP : capacityLeft(ask, l, hours.clock.dayOf(dispatch));
  if (left <= 0) return refusals.add('CAPACITY_SOLD', l, s, dispatch);
  const c = scratch.addColumn();
  scratch.colRow[c] = row;
  scratch.colService[c] = s;
  scratch.colCap[c] = left;
  scratch.colDispatch[c] = dispatch;
  scratch.colLastStart[c] = lastStart;
  scratch.colLatest[c] = latest;
  scratch.colDay[c] = ask.today;
  scratch.colLate[c] = Math.max(0, ask.today - ask.lateFromDay);
  scratch.colFixed[c] = policy.locationScore[l]! + lanes.scoreFixed[lane]! + policy.weights.cost * penalty;
  scratch.colPerKg[c] = lanes.scorePerKg[lane]!;
  scratch.colPerUnit[c] = policy.unitScore[l]!;
}

/** The instant after which a method is not what it promises to be; none for an order that was promised already. */
export const promisedBefore = ({ at, deciding }: Ask, { withinMinutes }: MethodConfig): number =>
  deciding || withinMinutes === undefined ? Infinity : at + withinMinutes * MINUTE_MS;
