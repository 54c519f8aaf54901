import type { StockLevel } from '../model/goodsConfig.ts';

/** Numbers per entry: location, on hand, reserved, safety stock. */
export const STRIDE = 4;

/** Stock of one article: entries sorted by location index in one flat array. */
export interface SkuStock {
  entries: Int32Array;
  count: number;
  /** Incoming deliveries by location index, soonest first; null when there are none. */
  incoming: Map<number, readonly { readonly quantity: number; readonly availableAtMs: number }[]> | null;
}

/**
 * Stock of every article at every location: sixteen bytes an entry, one array an article, so that a cart reads
 * only its own articles' rows and an update is a binary search.
 */
export class StockBook {
  readonly #skus = new Map<string, SkuStock>();
  #entries = 0;

  get skus(): number {
    return this.#skus.size;
  }

  get entries(): number {
    return this.#entries;
  }

  /** Entries of an article; undefined when nobody ever stocked it. */
  of(sku: string): SkuStock | undefined {
    return this.#skus.get(sku);
  }

  /** Replaces the stock of an article at a location. */
  set(sku: string, location: number, level: StockLevel): void {
    let stock = this.#skus.get(sku);
    if (!stock) {
      stock = { entries: new Int32Array(STRIDE * 2), count: 0, incoming: null };
      this.#skus.set(sku, stock);
    }
    const at = this.#slot(stock, location);
    stock.entries[at + 1] = clampUnits(level.onHand);
    stock.entries[at + 2] = clampUnits(level.reserved ?? 0);
    stock.entries[at + 3] = clampUnits(level.safetyStock ?? 0);
    setIncoming(stock, location, level);
  }

  #slot(stock: SkuStock, location: number): number {
    const found = findEntry(stock, location);
    if (found >= 0) return found;
    const at = ~found;
    const end = stock.count * STRIDE;
    if (end === stock.entries.length) {
      const grown = new Int32Array(Math.ceil((stock.count * 1.25 + 2) / 2) * 2 * STRIDE);
      grown.set(stock.entries);
      stock.entries = grown;
    }
    stock.entries.copyWithin(at + STRIDE, at, end);
    stock.entries[at] = location;
    stock.count++;
    this.#entries++;
    return at;
  }
}

/** Offset of a location's entry, or the bitwise complement of where it belongs. */
export function findEntry(stock: SkuStock, location: number): number {
  let low = 0;
  let high = stock.count;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (stock.entries[mid * STRIDE]! < location) low = mid + 1;
    else high = mid;
  }
  const at = low * STRIDE;
  return low < stock.count && stock.entries[at] === location ? at : ~at;
}

/** Stock feeds carry nonsense at times: units are whole, and far below 2^31. */
function clampUnits(value: number): number {
  return Number.isFinite(value) ? Math.max(-1e9, Math.min(1e9, Math.trunc(value))) : 0;
}

function setIncoming(stock: SkuStock, location: number, level: StockLevel): void {
  const incoming = (level.incoming ?? []).filter((i) => i.quantity > 0 && Number.isFinite(i.availableAtMs));
  if (incoming.length > 0) {
    stock.incoming ??= new Map();
    stock.incoming.set(
      location,
      incoming.map((i) => ({ ...i })).sort((a, b) => a.availableAtMs - b.availableAtMs),
    );
  } else if (stock.incoming?.delete(location) && stock.incoming.size === 0) stock.incoming = null;
}
