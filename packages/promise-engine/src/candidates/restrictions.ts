import type { CarriageLimits } from '../network/serviceTable.ts';
import type { Ask } from '../question/ask.ts';
import type { Cart, CartItem } from '../question/cart.ts';
import { WHY, type Why } from './refusals.ts';

/** Items of the cart a service may not carry. */
export interface BlockedItems {
  readonly items: readonly boolean[];
  readonly need: readonly number[];
  readonly all: boolean;
  readonly why: readonly Why[];
}

/** Whether a service may carry whatever is in the cart: nearly always, and known from its heaviest and longest. */
const carriesAll = (cart: Cart, limits: CarriageLimits): boolean =>
  cart.heaviestKg <= limits.maxParcelKg &&
  cart.longestCm <= limits.maxSideCm &&
  (limits.dangerousGoods || !cart.dangerousGoods) &&
  (limits.oversize || !cart.oversize);

/** Why a service may not carry an item; null when it may. */
function refusal(item: CartItem, limits: CarriageLimits): Why | null {
  if (item.variant.dangerousGoods && !limits.dangerousGoods) return WHY.DANGEROUS_GOODS;
  if (item.variant.oversize && !limits.oversize) return WHY.OVERSIZE;
  if (item.kg > limits.maxParcelKg) return WHY.ITEM_TOO_HEAVY;
  if ((item.variant.longestSideCm ?? 0) > limits.maxSideCm) return WHY.ITEM_TOO_LONG;
  return null;
}

/** The items a service may not carry; null when it may carry all. */
export function blockedItems(ask: Ask, s: number): BlockedItems | null {
  const limits = ask.index.serviceTable.limits[s]!;
  if (limits === null || carriesAll(ask.cart, limits)) return null;
  const refusals = ask.cart.items.map((item) => refusal(item, limits));
  const why = [...new Set(refusals)].filter((code) => code !== null);
  if (why.length === 0) return null;
  const items = refusals.map((code) => code !== null);
  return { items, need: ask.cart.items.map((i) => i.need), all: items.every(Boolean), why };
}

/** Why some item may go by none of these services: then no candidate needs to be looked at. */
export function barredEverywhere(ask: Ask, services: readonly number[]): Why | null {
  const { limits } = ask.index.serviceTable;
  for (const s of services) {
    const its = limits[s]!;
    if (its === null || carriesAll(ask.cart, its)) return null;
  }
  for (const item of ask.cart.items) {
    let code: Why | null = null;
    for (const s of services) {
      const its = limits[s]!;
      code = its === null ? null : refusal(item, its);
      if (code === null) break;
    }
    if (code !== null) return code;
  }
  return null;
}
