import { joinMaking, makingOf, noMaking, type Making } from './making.ts';
import { mergeReasons } from '../model/mergeReasons.ts';
import type { Network } from '../network/network.ts';
import type { VariantConfig } from '../model/goodsConfig.ts';
import type { SkuStock } from '../network/stockBook.ts';
import type { PromiseLine } from '../model/types.ts';
import type { Reason } from '../model/reasons.ts';

/** The contract's largest cart, and largest line. */
export const MAX_LINES = 500;
export const MAX_QUANTITY = 99_999;

/** One article of a cart. Lines of the same article are one: they draw on the same stock. */
export interface CartItem {
  readonly sku: string;
  readonly variant: VariantConfig;
  readonly stock: SkuStock | undefined;
  readonly need: number;
  readonly kg: number;
  readonly customised: boolean;
  /** What making its units takes. */
  readonly making: Making;
  /** Needs a look at the location before its stock counts. */
  readonly restricted: boolean;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}

/** A checked cart. */
export interface Cart {
  readonly items: readonly CartItem[];
  readonly units: number;
  readonly kg: number;
  /** Work may not start before (pre-orders), epoch ms. */
  readonly notBeforeMs: number;
  /** Last instant from which an article is to be had in any number again, epoch ms; -Infinity when there is none. */
  readonly restockMs: number;
  readonly lines: number;
  readonly customised: boolean;
  /** What making all of it takes. */
  readonly making: Making;
  /** What its articles ask of whoever carries them: the heaviest unit, the longest side, and whether any is special. */
  readonly heaviestKg: number;
  readonly longestCm: number;
  readonly dangerousGoods: boolean;
  readonly oversize: boolean;
}

/** Checks the lines and joins those of the same article. */
export function readCart(network: Network, lines: readonly PromiseLine[]): Cart | readonly Reason[] {
  if (lines.length === 0) return [{ code: 'EMPTY_CART', message: 'The cart has no lines; send 1 to 500.' }];
  if (lines.length > MAX_LINES) {
    return [
      {
        code: 'TOO_MANY_LINES',
        message: `The cart has ${lines.length} lines; at most ${MAX_LINES} are promised.`,
      },
    ];
  }
  const reasons: Reason[] = [];
  const bySku = new Map<string, Part[]>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const { sku, quantity } = line;
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
      const message = `Line ${i}: the quantity must be a whole number from 1 to ${MAX_QUANTITY}, not ${quantity}.`;
      reasons.push({ code: 'BAD_QUANTITY', message, skus: [sku] });
    } else if (!network.variant(sku)) {
      reasons.push({
        code: 'UNKNOWN_SKU',
        message: `Line ${i}: no variant has the SKU '${sku}'.`,
        skus: [sku],
      });
    } else if (line.customisation && network.variant(sku)?.customisable === false) {
      const message = `Line ${i}: ${sku} is not made to order.`;
      reasons.push({ code: 'CUSTOMISATION_UNAVAILABLE', message, skus: [sku] });
    } else {
      const customised = line.customisation !== undefined && line.customisation !== '';
      const making = makingOf(network.variant(sku), line);
      const part = { lineId: line.lineId ?? String(i), quantity, customised, making };
      const list = bySku.get(sku);
      if (list) list.push(part);
      else bySku.set(sku, [part]);
    }
  }
  return reasons.length > 0 ? mergeReasons(reasons) : joinItems(network, bySku, lines.length);
}

interface Part {
  readonly lineId: string;
  readonly quantity: number;
  readonly customised: boolean;
  readonly making: Making;
}

function joinItems(network: Network, bySku: ReadonlyMap<string, readonly Part[]>, lines: number): Cart {
  const items: CartItem[] = [];
  const cart: Writable<Cart> = {
    items,
    units: 0,
    kg: 0,
    notBeforeMs: -Infinity,
    restockMs: -Infinity,
    lines,
    customised: false,
    making: noMaking,
    heaviestKg: 0,
    longestCm: 0,
    dangerousGoods: false,
    oversize: false,
  };
  const made: Making[] = [];
  for (const [sku, parts] of bySku) {
    const item = itemOf(network, sku, parts);
    const { variant, need, kg } = item;
    items.push(item);
    cart.units += need;
    cart.kg += need * kg;
    cart.notBeforeMs = Math.max(cart.notBeforeMs, variant.preorderAtMs ?? -Infinity);
    cart.restockMs = Math.max(cart.restockMs, variant.restockAtMs ?? -Infinity);
    cart.customised ||= item.customised;
    if (item.customised) made.push(item.making);
    cart.heaviestKg = Math.max(cart.heaviestKg, kg);
    cart.longestCm = Math.max(cart.longestCm, variant.longestSideCm ?? 0);
    cart.dangerousGoods ||= variant.dangerousGoods === true;
    cart.oversize ||= variant.oversize === true;
  }
  if (made.length > 0) cart.making = joinMaking(made);
  return cart;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function itemOf(network: Network, sku: string, parts: readonly Part[]): CartItem {
  const variant = network.variant(sku)!;
  let need = 0;
  let customised = false;
  for (const part of parts) {
    need += part.quantity;
    customised ||= part.customised;
  }
  return {
    sku,
    variant,
    stock: network.stock.of(sku),
    need,
    kg: Math.max(0, variant.weightGrams) / 1000,
    customised,
    making: customised ? joinMaking(parts.map((part) => part.making)) : noMaking,
    restricted: Boolean(customised || variant.dangerousGoods || variant.oversize || variant.onlyLocations),
    lines: parts,
  };
}

export const isCart = (value: Cart | readonly Reason[]): value is Cart => !Array.isArray(value);
