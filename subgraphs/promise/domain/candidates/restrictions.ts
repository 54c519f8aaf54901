import type { MethodConfig, ServiceConfig } from '../networkConfig.ts';
import type { Ask } from './ask.ts';
import type { CountedReason } from './refusals.ts';
import type { CartItem } from './cart.ts';

/** Items of the cart a service may not carry. */
export interface BlockedItems {
  readonly items: readonly boolean[];
  readonly need: readonly number[];
  readonly all: boolean;
  readonly codes: readonly CountedReason[];
}

/** Why a service may not carry an item; null when it may. */
function refusal(item: CartItem, service: ServiceConfig): CountedReason | null {
  const limits = service.limits;
  if (!limits) return null;
  if (item.variant.dangerousGoods && !limits.dangerousGoods) return 'DANGEROUS_GOODS';
  if (item.variant.oversize && !limits.oversize) return 'OVERSIZE';
  if (limits.maxParcelKg !== undefined && item.kg > limits.maxParcelKg) return 'ITEM_TOO_HEAVY';
  if (limits.maxSideCm !== undefined && (item.variant.longestSideCm ?? 0) > limits.maxSideCm)
    return 'ITEM_TOO_LONG';
  return null;
}

/** The items a service may not carry; null when it may carry all. */
export function blockedItems(ask: Ask, service: ServiceConfig): BlockedItems | null {
  if (!service.limits) return null;
  let found = false;
  const codes: CountedReason[] = [];
  const items = ask.cart.items.map((item) => {
    const code = refusal(item, service);
    if (code === null) return false;
    found = true;
    if (!codes.includes(code)) codes.push(code);
    return true;
  });
  if (!found) return null;
  return { items, need: ask.cart.items.map((i) => i.need), all: items.every(Boolean), codes };
}

/** Why some item may go by none of a method's services: then no candidate needs to be looked at. */
export function barredEverywhere(ask: Ask, method: MethodConfig): CountedReason | null {
  for (const item of ask.cart.items) {
    let code: CountedReason | null = null;
    for (const id of method.serviceIds) {
      const s = ask.index.serviceNumber.get(id);
      if (s === undefined) continue;
      code = refusal(item, ask.index.services[s]!);
      if (code === null) break;
    }
    if (code !== null) return code;
  }
  return null;
}
