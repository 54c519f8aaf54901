import { workMs } from '../time/openHours.ts';
import { minutesAt } from '../question/making.ts';
import type { LocationConfig } from '../model/networkConfig.ts';
import { findEntry, STRIDE } from '../network/stockBook.ts';
import type { Ask } from '../question/ask.ts';
import type { CartItem } from '../question/cart.ts';
import type { Scratch } from '../workspace/scratch.ts';

/** Whether a location masters what making an article takes. */
export const makes = (
  { customisationMinutes, crafts }: Pick<LocationConfig, 'customisationMinutes' | 'crafts'>,
  { making }: Pick<CartItem, 'making'>,
): boolean =>
  customisationMinutes !== undefined && making.crafts.every((craft) => crafts?.includes(craft) ?? false);

/** Whether a location may handle an article at all. */
export function mayHandle(ask: Ask, item: CartItem, l: number): boolean {
  const location = ask.index.locations[l];
  if (!location) return false;
  if (item.customised && !makes(location, item)) return false;
  if (item.variant.dangerousGoods && !location.dangerousGoods) return false;
  if (item.variant.oversize && !location.oversize) return false;
  return !item.variant.onlyLocations || item.variant.onlyLocations.includes(location.id);
}

/** Start of the ordinary work once the made-to-order part is done, in opening hours. */
function afterCustomising(ask: Ask, l: number, startMs: number): number {
  const minutes = minutesAt(ask.cart.making, ask.index.locations[l]!);
  return minutes === undefined ? startMs : ask.index.hours[l]!.addWork(startMs, workMs(minutes));
}

/**
 * When work on a row begins where dates are promised to the minute: an offer counts from the last instant at which it
 * can be ordered, or nobody could order it any more the moment it was made.
 */
export function promisedStart(ask: Ask, l: number, rowStart: number): number {
  if (ask.deciding) return rowStart;
  const start = ask.heldUntilMs + ask.index.releaseMs;
  return Math.max(rowStart, ask.cart.customised ? afterCustomising(ask, l, start) : start);
}

/** Units of an entry that may be promised now. */
export function sellable(entries: Int32Array, at: number, own: number, withhold: number): number {
  // Reserved below zero is a broken feed, not more stock.
  const reserved = Math.max(0, entries[at + 2]! - own);
  return entries[at + 1]! - reserved - entries[at + 3]! - withhold;
}

/**
 * Fills one row per location with what it could send of each item, now and, as further rows, once incoming
 * stock is there. Reads only the stock rows of the cart's own articles.
 */
export function fillRows(ask: Ask, scratch: Scratch): void {
  const { cart, index, policy } = ask;
  scratch.begin(index.locations.length, cart.items.length);
  for (let i = 0; i < cart.items.length; i++) fillItem(ask, scratch, i);
  addIncomingRows(ask, scratch);
  scratch.list.build(scratch, policy, cart.units);
  scratch.baseRows = scratch.rows;
}

/** Adds one article to the rows of the locations that hold it. Goes over every one of them, so all is at hand here. */
function fillItem(ask: Ask, scratch: Scratch, i: number): void {
  const { cart, index, excluded, withhold, startMs } = ask;
  const item = cart.items[i]!;
  const { stock, need, restricted } = item;
  if (!stock) return;
  const mine = ask.own?.get(item.sku) ?? null;
  const least = ask.policy.set.splitLines ? 1 : need;
  const bit = i < 30 ? 1 << i : 0;
  const { originOf } = index;
  const { width, generation, stamp, avail, fullCount, anyCount, fullMask, anyMask, touched } = scratch;
  const { entries } = stock;
  const end = stock.count * STRIDE;
  for (let at = 0; at < end; at += STRIDE) {
    const l = entries[at]!;
    const held = mine === null ? 0 : (mine.get(l) ?? 0);
    const units = sellable(entries, at, held, withhold);
    if (units < least || originOf[l]! < 0) continue;
    if (excluded !== null && excluded.has(l)) continue;
    if (restricted && !mayHandle(ask, item, l)) continue;
    if (stamp[l] !== generation) {
      stamp[l] = generation;
      scratch.clearRow(l, l, cart.customised ? afterCustomising(ask, l, startMs) : startMs);
      touched[scratch.touchedCount++] = l;
    }
    avail[l * width + i] = units < need ? units : need;
    anyCount[l]!++;
    anyMask[l]! |= bit;
    if (units >= need) {
      fullCount[l]!++;
      fullMask[l]! |= bit;
    }
  }
}

/** Rows for later starts: what a location has once its incoming stock arrived. */
function addIncomingRows(ask: Ask, scratch: Scratch): void {
  const { cart, index } = ask;
  const starts = new Map<number, Set<number>>();
  const addStart = (l: number, availableAtMs: number): void => {
    const set = starts.get(l) ?? new Set();
    starts.set(l, set.add(Math.max(ask.startMs, availableAtMs)));
  };
  for (const item of cart.items) {
    const { restockAtMs = -Infinity } = item.variant;
    if (restockAtMs > ask.at)
      for (const l of keepersOf(ask, item))
        if (!ask.excluded?.has(l) && mayHandle(ask, item, l)) addStart(l, restockAtMs);
    if (!item.stock?.incoming || !takesIncoming(item)) continue;
    for (const [l, deliveries] of item.stock.incoming) {
      if (index.originOf[l]! < 0 || ask.excluded?.has(l) || !mayHandle(ask, item, l)) continue;
      for (const d of deliveries) {
        if (d.availableAtMs > ask.horizonMs || d.availableAtMs <= ask.at) continue;
        addStart(l, d.availableAtMs);
      }
    }
  }
  for (const [l, instants] of starts) {
    for (const startMs of [...instants].sort((a, b) => a - b)) fillIncomingRow(ask, scratch, l, startMs);
  }
}

/** Places that an article comes to again: those that keep it and sell, or the warehouses when none does. */
function keepersOf({ index }: Ask, { stock }: CartItem): number[] {
  const sells = (l: number): boolean => {
    const location = index.locations[l];
    return index.originOf[l]! >= 0 && (location?.shipFrom !== false || location.collect === true);
  };
  const keepers: number[] = [];
  for (let at = 0; stock !== undefined && at < stock.count * STRIDE; at += STRIDE)
    if (sells(stock.entries[at]!)) keepers.push(stock.entries[at]!);
  if (keepers.length > 0) return keepers;
  return [...index.locations.keys()].filter(
    (l) => index.locations[l]?.type === 'WAREHOUSE' && index.locations[l].shipFrom !== false && sells(l),
  );
}

const takesIncoming = (item: CartItem): boolean =>
  item.variant.backorder === true || item.variant.preorderAtMs !== undefined;

function fillIncomingRow(ask: Ask, scratch: Scratch, l: number, startMs: number): void {
  const row = scratch.addRow(l, ask.cart.customised ? afterCustomising(ask, l, startMs) : startMs);
  ask.cart.items.forEach((item, i) => {
    const units = unitsAt(ask, item, l, startMs);
    if (units > 0 && (units >= item.need || ask.policy.set.splitLines) && mayHandle(ask, item, l)) {
      scratch.put(row, i, units, item.need);
    }
  });
  if (scratch.anyCount[row]! > 0) scratch.touchLater(row);
}

/** Units of an item a location can send when work starts at `startMs`: on hand, plus what has come in by then. */
export function unitsAt(ask: Ask, item: CartItem, l: number, startMs: number): number {
  const { stock } = item;
  const { restockAtMs = -Infinity } = item.variant;
  if (restockAtMs > ask.at && restockAtMs <= startMs && keepersOf(ask, item).includes(l)) return item.need;
  if (!stock) return 0;
  const own = ask.own?.get(item.sku)?.get(l) ?? 0;
  const at = findEntry(stock, l);
  let units = at < 0 ? 0 : sellable(stock.entries, at, own, ask.withhold);
  if (!takesIncoming(item)) return units;
  for (const d of stock.incoming?.get(l) ?? []) {
    if (d.availableAtMs <= startMs && d.availableAtMs > ask.at) units += d.quantity;
  }
  return units;
}
