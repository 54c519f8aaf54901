import type { PriceAdjustment } from './adjustments.ts';
import { lotOf, partsOf } from './ledger/lots.ts';
import type { CartLine } from './cart.ts';
import type { OrderState } from './order.ts';

/** What the adjustment is called that lets an article cost what a gift did. */
export const giftExchangeCode = 'GIFT-EXCHANGE';

/** A unit of a gift that came back and whose money was given back, with what was paid for it in minor units. */
export interface GivenUnit {
  readonly sku: string;
  readonly paidMinor: number;
}

/** Units of a gift return whose money has become a gift card; none for a return that is no gift of this order. */
export function givenUnits(
  { giftReturns = [], ledger }: Pick<OrderState, 'giftReturns' | 'ledger'>,
  returnId: string,
): GivenUnit[] {
  if (!giftReturns.includes(returnId)) return [];
  return ledger.runs
    .filter((run) => run.returnId === returnId && run.place === 'RETURNED' && run.grantedBy !== undefined)
    .flatMap(({ lotId, from, to }) => {
      const lot = lotOf(ledger, lotId);
      return Array.from({ length: to - from }, (_, at) => ({
        sku: lot.sku,
        paidMinor: partsOf(lot, from + at, from + at + 1).payableMinor,
      }));
    });
}

type Line = Pick<CartLine, 'id' | 'sku' | 'quantity' | 'unitPriceMinor' | 'customisation'>;

/** The adjustments of a cart without those of an exchange. */
export const withoutExchange = (adjustments: readonly PriceAdjustment[] = []): readonly PriceAdjustment[] =>
  adjustments.filter(({ code }) => code !== giftExchangeCode);

/**
 * What lines are adjusted by so that as many units of a product as came back cost what those did. What is made for
 * somebody has a price of its own and takes no part.
 */
export function exchangeAdjustments(
  lines: readonly Line[],
  given: readonly GivenUnit[],
  productOf: ReadonlyMap<string, string>,
): PriceAdjustment[] {
  let left = given;
  return lines.flatMap(({ id: lineId, sku, quantity, unitPriceMinor, customisation }) => {
    const product = productOf.get(sku);
    if (product === undefined || customisation !== undefined) return [];
    const taken = left.filter((unit) => productOf.get(unit.sku) === product).slice(0, quantity);
    left = left.filter((unit) => !taken.includes(unit));
    const paid = taken.reduce((sum, { paidMinor }) => sum + paidMinor, 0);
    const amountMinor = paid - taken.length * unitPriceMinor;
    return amountMinor === 0 ? [] : [{ code: giftExchangeCode, amountMinor, lineId }];
  });
}
