import type { StockLevel, VariantConfig } from '@promesse/promise-engine/model/goodsConfig';
import { unpromised } from '@promesse/promise-engine/network/sellable';
import type { StockFacts, VariantFacts } from '../facts.ts';

/** An article as the engine takes it. */
export const engineVariant = (facts: VariantFacts): VariantConfig => ({
  sku: facts.sku,
  weightGrams: facts.weightGrams,
  longestSideCm: Math.max(facts.lengthMm, facts.widthMm, facts.heightMm) / 10,
  dangerousGoods: facts.restrictions.includes('DANGEROUS'),
  oversize: facts.restrictions.includes('OVERSIZE'),
  customisable: facts.customisable,
  ...makingOf(facts),
  value: { [facts.price.currency]: facts.price.amountMinor },
  ...(facts.category === undefined ? {} : { category: facts.category }),
  ...(facts.brand === undefined ? {} : { brand: facts.brand }),
  ...(facts.preorderUntilMs === undefined ? {} : { preorderAtMs: facts.preorderUntilMs }),
  ...restockOf(facts),
  backorder: true,
});

/** What its options take. */
const makingOf = ({ options }: VariantFacts): Pick<VariantConfig, 'making'> =>
  options === undefined
    ? {}
    : {
        making: Object.fromEntries(
          options.map(({ code, craft, minutesPerLine, minutesPerUnit }) => [
            code,
            { minutesPerLine, minutesPerUnit, ...(craft === undefined ? {} : { craft }) },
          ]),
        ),
      };

/** A stock position as the engine takes it: what nobody has reserved may be promised. */
export const engineStock = (facts: StockFacts): StockLevel => ({
  ...{ onHand: facts.onHand, safetyStock: facts.safetyStock },
  reserved: facts.reserved + facts.softReserved,
  incoming: unpromised(facts.incoming, facts.futureReserved + (facts.drawnAhead ?? 0)),
});

/** When it is to be had again without any announcement: the catalogue takes orders for these dates beyond its stock. */
function restockOf({ preorderUntilMs, backorderUntilMs }: VariantFacts): { restockAtMs?: number } {
  const restockAtMs = Math.max(preorderUntilMs ?? -Infinity, backorderUntilMs ?? -Infinity);
  return Number.isFinite(restockAtMs) ? { restockAtMs } : {};
}
