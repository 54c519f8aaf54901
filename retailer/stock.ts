import type { Random } from '../platform/random/random.ts';

/** Units of one SKU at one location to begin with. */
export interface StartingStock {
  readonly sku: string;
  readonly locationId: string;
  readonly onHand: number;
  readonly safetyStock: number;
}

interface Shelf {
  readonly id: string;
  readonly kind: string;
}

/** Warehouses hold most of the range deep, stores a part of it shallow, suppliers what they make. */
export function startingStock(
  random: Random,
  skus: readonly string[],
  locations: readonly Shelf[],
): StartingStock[] {
  const stock: StartingStock[] = [];
  for (const { id, kind } of locations) {
    for (const [i, sku] of skus.entries()) {
      const row = rowOf(kind, random, sku, i);
      if (row !== undefined) stock.push({ sku, locationId: id, ...row });
    }
  }
  return stock;
}

function rowOf(
  kind: string,
  random: Random,
  sku: string,
  i: number,
): { onHand: number; safetyStock: number } | undefined {
  switch (kind) {
    case 'WAREHOUSE':
      return random.next() < 0.75 ? { onHand: 10 + random.int(90), safetyStock: 2 } : undefined;
    case 'STORE':
      return !sku.startsWith('FUR') && random.next() < 0.1
        ? { onHand: 1 + random.int(6), safetyStock: 1 }
        : undefined;
    case 'SUPPLIER':
      return (sku.startsWith('BAG') || sku.startsWith('FUR')) && i % 2 === 0
        ? { onHand: 40, safetyStock: 0 }
        : undefined;
    default:
      return undefined;
  }
}
