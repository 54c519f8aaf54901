import { storeTarget } from './methods/collect.ts';
import type { Lanes } from './network/lanes.ts';
import type { Network } from './network/network.ts';
import type { NetworkIndex } from './network/networkIndex.ts';
import type { MilestoneInput } from './model/sourcingTypes.ts';
import { workMs } from './time/openHours.ts';
import { MINUTE_MS, zoneClock, DAY_MS } from './time/zoneClock.ts';
import type { Milestone } from './model/types.ts';

/** Share of the handling time that is picking and packing; before it the order may wait in the queue. */
const PICKING_SHARE = 0.5;
/** How far before the promised date the last possible collection is looked for. */
const LOOK_BACK_DAYS = 35;

/** When a parcel must leave, and be packed before, for the promise to hold. */
interface Departure {
  readonly pickupMs: number;
  readonly packedMs: number;
  readonly releasedMs: number;
}

/**
 * The latest instants by which each step of a shipment must be done for the promised date to hold: the same
 * calendars, cut-offs and transit times as the promise, run backwards. Only DELIVERED when no collection could
 * keep the date any more.
 */
export function milestones(network: Network, input: MilestoneInput): Milestone[] {
  const delivered: Milestone = { kind: 'DELIVERED', dueMs: input.promisedLatestMs };
  const index = network.index();
  const l = network.findLocation(input.locationId);
  const hours = l === undefined ? null : index.hours[l];
  if (l === undefined || !hours) return [delivered];
  const departure =
    input.serviceId === null
      ? collectedThere(index, l, input.promisedLatestMs)
      : lastDeparture(network, index, l, input.serviceId, input);
  if (!departure) return [delivered];
  const { pickupMs, packedMs, releasedMs } = departure;
  const makingMs = (input.makingMinutes ?? 0) > 0 ? workMs(input.makingMinutes ?? 0) : 0;
  const packingMs = Math.max(MINUTE_MS, index.handlingMs[l]! * PICKING_SHARE);
  const pickMs = hours.latestStart(packedMs, packingMs + makingMs);
  const notBefore = input.placedAtMs ?? -Infinity;
  // What is made to order is picked first, then made, then packed.
  const released = makingMs > 0 ? hours.latestStart(releasedMs, makingMs) : releasedMs;
  const made: Milestone[] =
    makingMs > 0 ? [{ kind: 'MADE', dueMs: hours.latestStart(packedMs, packingMs / 2) }] : [];
  const steps: Milestone[] = [
    { kind: 'RELEASED', dueMs: released },
    { kind: 'PICK_START', dueMs: Math.max(released, pickMs) },
    ...made,
    { kind: 'PACKED', dueMs: packedMs },
    { kind: 'CARRIER_PICKUP', dueMs: pickupMs },
    delivered,
  ];
  return steps.map((m) => ({ ...m, dueMs: Math.max(m.dueMs, notBefore) }));
}

/** Collected where the stock is: ready by the promised instant, within opening hours. */
function collectedThere(index: NetworkIndex, l: number, promisedMs: number): Departure | null {
  const releasedMs = index.hours[l]!.latestStart(promisedMs, index.handlingMs[l]!);
  return Number.isNaN(releasedMs) ? null : { pickupMs: promisedMs, packedMs: promisedMs, releasedMs };
}

function lastDeparture(
  network: Network,
  index: NetworkIndex,
  l: number,
  serviceId: string,
  input: MilestoneInput,
): Departure | null {
  const s = index.serviceNumber.get(serviceId);
  const lanes = s === undefined ? null : lanesTo(network, index, input);
  if (s === undefined || !lanes) return null;
  const pair = index.pair(l, s);
  if (pair < 0) return null;
  const { courier } = index.services[s]!;
  if (courier) return courierDeparture(network, index, l, courier, input);
  const days = lanes.latestDays(index.laneOf(l, s));
  if (days < 0) return null;
  const schedule = index.locations[l]!.pickups.find((p) => p.serviceId === serviceId);
  const before = (schedule?.readyMinutesBefore ?? 0) * MINUTE_MS;
  const block = index.tables[pair]!.blockAt(input.promisedLatestMs - LOOK_BACK_DAYS * DAY_MS);
  const promisedDay = lanes.clock.dayOf(input.promisedLatestMs);
  for (let i = block.count - 1; i >= 0; i--) {
    const arrives = lanes.calendars[s]!.arrival(block.day[i]!, days);
    if (arrives < 0 || arrives > promisedDay || block.pickup[i]! > input.promisedLatestMs) continue;
    const pickupMs = block.pickup[i]!;
    return { pickupMs, packedMs: pickupMs - before, releasedMs: block.lastStart[i]! };
  }
  return null;
}

/** Lanes into the destination's area, or into the store the goods are collected from. */
function lanesTo(network: Network, index: NetworkIndex, input: MilestoneInput): Lanes | null {
  const store = input.toId === undefined ? undefined : network.findLocation(input.toId);
  const zone = index.zoneFinder.resolve(input.destination);
  if (store !== undefined && index.locations[store]) {
    const target = storeTarget(index, store);
    return network.lanes(target, zoneClock(target.timeZone).dayOf(input.promisedLatestMs));
  }
  if (!zone) return null;
  return network.lanes(index.zones[zone.zoneIndex]!, zoneClock(zone.timeZone).dayOf(input.promisedLatestMs));
}

function courierDeparture(
  network: Network,
  index: NetworkIndex,
  l: number,
  courier: { readonly baseMinutes: number; readonly minutesPerKm: number },
  input: MilestoneInput,
): Departure | null {
  const zone = network.index().zoneFinder.resolve(input.destination);
  if (!zone) return null;
  const km = index.distance(l, zone.centre) + zone.radiusMetres / 1_000;
  const minutes = courier.baseMinutes + courier.minutesPerKm * km;
  const pickupMs = input.promisedLatestMs - minutes * MINUTE_MS;
  const releasedMs = index.hours[l]!.latestStart(pickupMs, index.handlingMs[l]!);
  return Number.isNaN(releasedMs) ? null : { pickupMs, packedMs: pickupMs, releasedMs };
}
