import type { VariantConfig } from '../../src/model/goodsConfig.ts';
import type { Random } from '../random.ts';

/** An article; now and then one that is dangerous or may be backordered. */
export function generateVariant(random: Random, i: number): VariantConfig {
  return {
    sku: `S${i}`,
    weightGrams: random.int(100, 4000),
    longestSideCm: random.int(10, 90),
    value: { EUR: random.int(500, 20_000) },
    ...(random.chance(0.02) ? { dangerousGoods: true } : {}),
    ...(random.chance(0.05) ? { backorder: true } : {}),
  };
}
