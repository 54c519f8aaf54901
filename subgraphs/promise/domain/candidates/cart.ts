import type { Network } from '../network.ts';
import type { VariantConfig } from '../networkConfig.ts';
import type { SkuStock } from '../stockBook.ts';
import type { PromiseLine, Reason } from '../types.ts';

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
  readonly lines: number;
  readonly customised: boolean;
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
  const bySku = new Map<string, { lineId: string; quantity: number; customised: boolean }[]>();
  lines.forEach((line, i) => {
    const { sku, quantity } = line;
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
      const message = `Line ${i}: the quantity must be a whole number from 1 to ${MAX_QUANTITY}, not ${quantity}.`;
      reasons.push({ code: 'BAD_QUANTITY', message, sku });
    } else if (!network.variant(sku)) {
      reasons.push({ code: 'UNKNOWN_SKU', message: `Line ${i}: no variant has the SKU '${sku}'.`, sku });
    } else {
      const list = bySku.get(sku) ?? [];
      const customised = line.customisation !== undefined && line.customisation !== '';
      list.push({ lineId: line.lineId ?? String(i), quantity, customised });
      bySku.set(sku, list);
    }
  });
  return reasons.length > 0 ? reasons : joinItems(network, bySku, lines.length);
}

function joinItems(
  network: Network,
  bySku: ReadonlyMap<string, readonly { lineId: string; quantity: number; customised: boolean }[]>,
  lines: number,
): Cart {
  const items = [...bySku].map(([sku, parts]): CartItem => {
    const variant = network.variant(sku)!;
    const customised = parts.some((p) => p.customised);
    return {
      sku,
      variant,
      stock: network.stock.of(sku),
      need: parts.reduce((sum, p) => sum + p.quantity, 0),
      kg: Math.max(0, variant.weightGrams) / 1000,
      customised,
      restricted: Boolean(customised || variant.dangerousGoods || variant.oversize || variant.onlyLocations),
      lines: parts,
    };
  });
  return {
    items,
    units: items.reduce((sum, i) => sum + i.need, 0),
    kg: items.reduce((sum, i) => sum + i.need * i.kg, 0),
    notBeforeMs: items.reduce((max, i) => Math.max(max, i.variant.preorderAtMs ?? -Infinity), -Infinity),
    lines,
    customised: items.some((i) => i.customised),
  };
}

export const isCart = (value: Cart | readonly Reason[]): value is Cart => !Array.isArray(value);
