import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { mulDivRound } from './ledger/apportion.ts';
import { largestMinor, lotsOf, payableOf, type Adjustment, type PricedLine } from './ledger/lots.ts';
import type { Lot } from './ledger/ledger.ts';
import { subtotal, type CartLine } from './cart.ts';

/** A discount (negative) or surcharge of a line, of the delivery or of the whole order, in minor units. */
export interface PriceAdjustment extends Adjustment {
  readonly lineId?: string;
  readonly delivery?: boolean;
}

/** Most discounts and surcharges of one cart. */
export const maxAdjustments = 100;

type Line = Pick<CartLine, 'id' | 'sku' | 'quantity' | 'unitPriceMinor' | 'taxBasisPoints'>;

/** Lines and their discounts as lots: the one way an order's sums are made. Tax by line where rates are named. */
export function lotsOfLines(
  lines: readonly Line[],
  adjustments: readonly PriceAdjustment[] = [],
  taxes?: ReadonlyMap<string, number>,
): Lot[] {
  const priced = lines.map(({ id, sku, quantity, unitPriceMinor, taxBasisPoints }): PricedLine => ({
    ...{ lotId: id, lineId: id, sku, quantity, unitPriceMinor },
    tax: { basisPoints: taxes?.get(id) ?? taxBasisPoints },
    adjustments: adjustments.filter(({ lineId }) => lineId === id),
  }));
  return lotsOf(priced, adjustments.filter(isOfOrder));
}

const isOfOrder = ({ lineId, delivery }: PriceAdjustment): boolean =>
  lineId === undefined && delivery !== true;

const wrong = (message: string) => codedError('BAD_USER_INPUT', message, { field: 'adjustments' });

/** BAD_USER_INPUT for discounts that no cart of these lines can bear. */
export function requireAdjustments(lines: readonly Line[], adjustments: readonly PriceAdjustment[]): void {
  if (adjustments.length > maxAdjustments)
    throw wrong(`A cart has at most ${maxAdjustments} discounts and surcharges.`);
  for (const { code, amountMinor, lineId, delivery } of adjustments) {
    if (!/^[\w.-]{1,40}$/.test(code)) throw wrong('A code is 1 to 40 letters, digits and ._- long.');
    if (!Number.isSafeInteger(amountMinor) || Math.abs(amountMinor) > largestMinor)
      throw wrong(`An amount is a whole number of minor units of at most ${largestMinor}.`);
    if (lineId !== undefined && delivery === true) throw wrong('Name a line or the delivery, not both.');
    if (lineId !== undefined && !lines.some((line) => line.id === lineId)) throw notFound('cart line');
  }
  if (lines.length === 0) {
    if (adjustments.some((each) => each.delivery !== true)) throw wrong('The cart has no lines.');
    return;
  }
  const whole = subtotal(lines) + goodsAdjustment(adjustments);
  if (whole < 0) throw wrong('The discounts are larger than what they are for.');
  lotsOfLines(lines, adjustments);
}

/** Sum of discounts and surcharges of lines and order, without the delivery's. */
export const goodsAdjustment = (adjustments: readonly PriceAdjustment[] = []): number =>
  adjustments.reduce((sum, each) => (each.delivery === true ? sum : sum + each.amountMinor), 0);

/** A delivery's price and tax with its own discounts and surcharges: never below nothing. */
export function adjustedDelivery(
  delivery: { readonly amountMinor: number; readonly taxMinor: number },
  adjustments: readonly PriceAdjustment[] = [],
): { readonly amountMinor: number; readonly taxMinor: number } {
  const change = adjustments.reduce(
    (sum, each) => (each.delivery === true ? sum + each.amountMinor : sum),
    0,
  );
  if (change === 0) return delivery;
  const amountMinor = Math.max(0, delivery.amountMinor + change);
  const { amountMinor: before, taxMinor } = delivery;
  return { amountMinor, taxMinor: before === 0 ? 0 : mulDivRound(taxMinor, amountMinor, before) };
}

/** What a cart costs, in minor units: goods with their discounts, delivery with its own, tax within both. */
export function cartSums(
  cart: { readonly lines: readonly Line[]; readonly adjustments?: readonly PriceAdjustment[] | undefined },
  delivery: { readonly amountMinor: number; readonly taxMinor: number } | undefined,
  taxes?: ReadonlyMap<string, number>,
) {
  const lots = lotsOfLines(cart.lines, cart.adjustments, taxes);
  const sent = delivery === undefined ? undefined : adjustedDelivery(delivery, cart.adjustments);
  const goods = lots.reduce((sum, lot) => sum + payableOf(lot), 0);
  const tax = lots.reduce((sum, lot) => sum + lot.taxMinor, 0);
  const linesMinor = subtotal(cart.lines);
  return {
    ...{ linesMinor, adjustmentsMinor: goods - linesMinor, deliveryMinor: sent?.amountMinor },
    ...{ taxMinor: tax + (sent?.taxMinor ?? 0), totalMinor: goods + (sent?.amountMinor ?? 0) },
  };
}
