import type { StockLevel, VariantConfig } from '@promesse/promise-engine/model/goodsConfig';
import type { StockFacts, VariantFacts } from '../facts.ts';

/** An article as the engine takes it. */
export const engineVariant = (facts: VariantFacts): VariantConfig => ({
  sku: facts.sku,
  weightGrams: facts.weightGrams,
  longestSideCm: Math.max(facts.lengthMm, facts.widthMm, facts.heightMm) / 10,
  dangerousGoods: facts.restrictions.includes('DANGEROUS'),
  oversize: facts.restrictions.includes('OVERSIZE'),
  customisable: facts.customisable,
  value: { [facts.price.currency]: facts.price.amountMinor },
  ...(facts.preorderUntilMs === undefined ? {} : { preorderAtMs: facts.preorderUntilMs }),
  backorder: true,
});

/** A stock position as the engine takes it: what nobody has reserved may be promised. */
export const engineStock = (facts: StockFacts): StockLevel => ({
  ...{ onHand: facts.onHand, safetyStock: facts.safetyStock },
  reserved: facts.reserved + facts.softReserved,
  incoming: unpromised(facts.incoming, facts.futureReserved + (facts.drawnAhead ?? 0)),
});

/** Incoming units that nobody waits for yet, the earliest ones taken first. */
function unpromised(
  incoming: StockFacts['incoming'],
  taken: number,
): { quantity: number; availableAtMs: number }[] {
  let left = taken;
  return [...incoming]
    .sort((a, b) => a.expectedAtMs - b.expectedAtMs)
    .map(({ quantity, expectedAtMs }) => {
      const waiting = Math.min(left, quantity);
      left -= waiting;
      return { quantity: quantity - waiting, availableAtMs: expectedAtMs };
    })
    .filter(({ quantity }) => quantity > 0);
}
