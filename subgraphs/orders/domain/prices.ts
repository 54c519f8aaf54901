import { atBasePrice, isPayable, subtotal, type CartLine } from './cart.ts';

/** What a variant costs now. */
export interface PriceNow {
  readonly sku: string;
  readonly price: { readonly amountMinor: number; readonly currency: string };
  readonly taxBasisPoints: number;
  readonly taxCategory?: string;
}

/** The price of one unit of a line, before and now, in minor units. */
export interface PriceMove {
  readonly lineId: string;
  readonly sku: string;
  readonly beforeMinor: number;
  readonly nowMinor: number;
}

/** What the prices of now mean for a cart's lines. */
export type Repriced =
  | { readonly kind: 'same'; readonly lines: readonly CartLine[] }
  /** Accepted: the lines at the prices of now. */
  | { readonly kind: 'accepted'; readonly lines: readonly CartLine[] }
  | {
      readonly kind: 'changed';
      readonly moves: readonly PriceMove[];
      readonly beforeMinor: number;
      readonly nowMinor: number;
    }
  | { readonly kind: 'gone'; readonly skus: readonly string[] }
  /** Nobody can pay that much. */
  | { readonly kind: 'tooLarge'; readonly message: string };

/**
 * Compares a cart's prices with those of now. A change is told before anything is ordered, and holds when the caller
 * names the new sum of the lines. A variant that is gone, or sold in another currency by now, cannot be ordered.
 */
export function repriced(
  currency: string,
  lines: readonly CartLine[],
  prices: readonly PriceNow[],
  acceptedMinor?: number,
): Repriced {
  const now = new Map(prices.map((price) => [price.sku, price]));
  const gone = lines.filter(({ sku }) => now.get(sku)?.price.currency !== currency).map(({ sku }) => sku);
  if (gone.length > 0) return { kind: 'gone', skus: [...new Set(gone)] };
  const next = lines.map((line): CartLine => {
    const price = now.get(line.sku);
    return price === undefined
      ? line
      : { ...atBasePrice(line, price.price.amountMinor), taxBasisPoints: price.taxBasisPoints };
  });
  if (!isPayable(next)) return { kind: 'tooLarge', message: 'The sum at the prices of now is too large.' };
  const moves = lines.flatMap(({ id, sku, unitPriceMinor: beforeMinor }, at) => {
    const nowMinor = next[at]?.unitPriceMinor ?? beforeMinor;
    return nowMinor === beforeMinor ? [] : [{ lineId: id, sku, beforeMinor, nowMinor }];
  });
  const [beforeMinor, nowMinor] = [subtotal(lines), subtotal(next)];
  if (moves.length === 0 && (acceptedMinor === undefined || acceptedMinor === nowMinor))
    return { kind: 'same', lines };
  if (acceptedMinor !== nowMinor) return { kind: 'changed', moves, beforeMinor, nowMinor };
  return { kind: 'accepted', lines: next };
}
