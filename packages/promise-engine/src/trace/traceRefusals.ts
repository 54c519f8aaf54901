import type { Ask } from '../question/ask.ts';
import type { RefusalNote } from '../candidates/refusals.ts';
import { makes, mayHandle } from '../candidates/rows.ts';
import type { RefusalCode, TraceRefusal, TraceRefusals } from '../model/traceTypes.ts';
import { capacityOf, stockOf } from './traceFacts.ts';

/** Refusals an explanation spells out per problem, and for the whole answer; the rest is counted by reason. */
const MAX_REFUSALS = 200;

/** Refusals of locations with stock, and of their services, in the terms of an explanation. */
export function refusedCandidates(ask: Ask, notes: readonly RefusalNote[]): TraceRefusals {
  const { locations, services } = ask.index;
  return bounded(
    notes.map(({ code, location, service, atMs, ruleId }) => () => ({
      locationId: locations[location]?.id ?? null,
      serviceId: services[service]?.id ?? null,
      reason: code,
      ...(ruleId === null ? {} : { ruleId }),
      ...(Number.isFinite(atMs) ? { atMs, ...refusedCapacity(ask, code, location, atMs) } : {}),
    })),
    notes.map(({ code }) => code),
  );
}

const refusedCapacity = (ask: Ask, code: RefusalCode, l: number, atMs: number) =>
  code === 'CAPACITY_SOLD' ? capacityOf(ask, l, ask.index.hours[l]!.clock.dayOf(atMs)) : {};

/** Locations that have no row at all: what they lack, or why they may not send what they have. */
export function refusedLocations(ask: Ask): TraceRefusals {
  const { scratch } = ask.network;
  const { locations } = ask.index;
  const numbers = Array.from(locations.keys()).filter(
    (l) => locations[l] && scratch.stamp[l] !== scratch.generation && !scratch.later(l),
  );
  const codes = numbers.map((l) => locationRefusal(ask, l));
  return bounded(
    numbers.map((l, n) => () => ({
      locationId: locations[l]!.id,
      serviceId: null,
      reason: codes[n]!,
      stock: ask.cart.items.map((item) => stockOf(ask, item.sku, l)),
    })),
    codes,
  );
}

/** The first reason that keeps a location out of every method. */
function locationRefusal(ask: Ask, l: number): RefusalCode {
  if (ask.index.originOf[l]! < 0) return 'LOCATION_INACTIVE';
  if (ask.excluded?.has(l)) return 'LOCATION_EXCLUDED';
  const location = ask.index.locations[l]!;
  let some = false;
  for (const item of ask.cart.items) {
    if (stockOf(ask, item.sku, l).available === 0) continue;
    some = true;
    if (mayHandle(ask, item, l)) continue;
    if (item.customised && !makes(location, item)) return 'CUSTOMISATION_UNAVAILABLE';
    if (item.variant.dangerousGoods && !location.dangerousGoods) return 'DANGEROUS_GOODS';
    return item.variant.oversize && !location.oversize ? 'OVERSIZE' : 'ITEM_RESTRICTED';
  }
  // Some, but not enough of any line, where lines may not be divided.
  return some ? 'NOT_ENOUGH_STOCK' : 'OUT_OF_STOCK';
}

/** Writes the first refusals out and counts all; those of a kind that tells more come first. */
function bounded(write: readonly (() => TraceRefusal)[], codes: readonly RefusalCode[]): TraceRefusals {
  const counts: Partial<Record<RefusalCode, number>> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  // Rare reasons first, so that a thousand places without stock do not hide the one a rule excludes.
  const order = Array.from(codes.keys()).sort((a, b) => counts[codes[a]!]! - counts[codes[b]!]! || a - b);
  return { first: order.slice(0, MAX_REFUSALS).map((n) => write[n]!()), counts };
}
