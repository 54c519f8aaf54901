import { Temporal } from 'temporal-polyfill';
import type { LocationConfig, ServiceConfig } from '../src/model/networkConfig.ts';
import type { Network } from '../src/network/network.ts';
import { findEntry } from '../src/network/stockBook.ts';
import type { DeliveryOption, PlannedShipment, PromiseInput } from '../src/model/types.ts';
import type { Instance } from './generator.ts';

/**
 * Looks an option over with nothing but the configuration and a calendar library: what it finds wrong, in words.
 * Written without the engine's own clocks, tables and solver, so that it cannot share their mistakes.
 */
export function faultsOf(
  instance: Instance,
  network: Network,
  input: PromiseInput,
  option: DeliveryOption,
): string[] {
  const faults: string[] = [];
  const sent = new Map<string, number>();
  for (const shipment of option.shipments) {
    for (const line of shipment.lines) sent.set(line.sku, (sent.get(line.sku) ?? 0) + line.quantity);
    faults.push(...shipmentFaults(instance, network, input, shipment));
  }
  for (const line of input.lines) {
    if (sent.get(line.sku) !== line.quantity)
      faults.push(`${line.sku}: ${sent.get(line.sku)} sent of ${line.quantity}`);
  }
  const places = option.shipments.map((s) => s.locationId);
  if (new Set(places).size < places.length) faults.push(`one location sends twice: ${places.join()}`);
  if (option.splitCount > network.rules.maxSplits) faults.push(`${option.splitCount} splits`);
  if (option.earliestMs > option.latestMs) faults.push('earliest after latest');
  if (option.orderByMs < input.at) faults.push('the cut-off has passed');
  if (option.latestMs < input.at) faults.push('delivered before it was asked for');
  return faults;
}

function shipmentFaults(
  instance: Instance,
  network: Network,
  input: PromiseInput,
  s: PlannedShipment,
): string[] {
  const location = instance.locations.find((l) => l.id === s.locationId)!;
  const faults = [...stockFaults(network, s), ...workFaults(location, input, s)];
  const day = local(location, s.dispatchMs).toPlainDate();
  if (location.capacity) {
    const limit = location.capacity.perDay as number;
    const used = network.capacity.used(network.findLocation(s.locationId)!, epochDay(day));
    const asked = location.capacity.unit === 'UNITS' ? s.lines.reduce((sum, l) => sum + l.quantity, 0) : 1;
    if (used + asked > limit)
      faults.push(`${s.locationId}: ${used} of ${limit} sold on ${day.toString()}, ${asked} more promised`);
  }
  const service = instance.services.find((v) => v.id === s.serviceId);
  if (service && !service.courier) faults.push(...transportFaults(location, service, s));
  return faults;
}

function stockFaults(network: Network, s: PlannedShipment): string[] {
  const l = network.findLocation(s.locationId)!;
  return s.lines.flatMap((line) => {
    const stock = network.stock.of(line.sku);
    const at = stock ? findEntry(stock, l) : -1;
    const e = stock?.entries;
    const units = e && at >= 0 ? e[at + 1]! - e[at + 2]! - e[at + 3]! : 0;
    const later = (stock?.incoming?.get(l) ?? [])
      .filter((i) => i.availableAtMs <= s.startMs)
      .reduce((sum, i) => sum + i.quantity, 0);
    return line.quantity <= Math.max(0, units) + later
      ? []
      : [`${s.locationId}: ${line.quantity} of ${units} ${line.sku}`];
  });
}

const local = (location: LocationConfig, ms: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(location.timeZone);

const epochDay = (date: Temporal.PlainDate): number =>
  date.since(Temporal.PlainDate.from('1970-01-01'), { largestUnit: 'days' }).days;

/** Work must fit into opening hours between its start and the moment it is ready. */
function workFaults(location: LocationConfig, input: PromiseInput, s: PlannedShipment): string[] {
  if (s.startMs < input.at) return [`${s.locationId}: work starts before the order`];
  let worked = 0;
  let day = local(location, s.startMs).toPlainDate();
  const end = local(location, s.readyMs).toPlainDate();
  for (; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    if (location.opening.closedDates?.includes(day.toString())) continue;
    for (const span of location.opening.weekly[day.dayOfWeek - 1]!) {
      const open = instant(day, span.open, location.timeZone);
      const close = instant(day, span.close, location.timeZone);
      worked += Math.max(0, Math.min(close, s.readyMs) - Math.max(open, s.startMs));
    }
  }
  const wanted = location.handlingMinutes * 60_000;
  return Math.abs(worked - wanted) > 1
    ? [`${s.locationId}: ${worked / 60_000} of ${wanted / 60_000} minutes of work`]
    : [];
}

const instant = (day: Temporal.PlainDate, time: string, timeZone: string): number =>
  day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;

/** The collection must be on the schedule, after the work; the carrier's business days must have passed. */
function transportFaults(location: LocationConfig, service: ServiceConfig, s: PlannedShipment): string[] {
  const faults: string[] = [];
  const leaves = local(location, s.dispatchMs);
  const schedule = location.pickups.find((p) => p.serviceId === service.id);
  const time = leaves.toPlainTime().toString({ smallestUnit: 'minute' });
  if (!schedule?.weekly[leaves.dayOfWeek - 1]?.includes(time))
    faults.push(`${s.locationId}: no collection ${leaves.toString()}`);
  const before = (schedule?.readyMinutesBefore ?? 0) * 60_000;
  if (s.readyMs + before > s.dispatchMs) faults.push(`${s.locationId}: ready after the collection`);
  let days = 0;
  let day = leaves.toPlainDate();
  const zone = s.toId === undefined ? location.timeZone : location.timeZone;
  const arrival = Temporal.Instant.fromEpochMilliseconds(s.latestMs).toZonedDateTimeISO(zone).toPlainDate();
  while (Temporal.PlainDate.compare(day, arrival) < 0) {
    day = day.add({ days: 1 });
    if (service.transitDays[day.dayOfWeek - 1] && !service.holidays?.['*']?.includes(day.toString())) days++;
  }
  if (days < s.transitDays) faults.push(`${s.locationId}: ${days} business days, ${s.transitDays} needed`);
  return faults;
}
