import { codedError } from '../../../../platform/errors/codedError.ts';
import { apportion, shareOfUnits, taxWithin } from './apportion.ts';
import type { Ledger, Lot } from './ledger.ts';

/** A discount (negative) or surcharge (positive) of a line or an order, in minor units. */
export interface Adjustment {
  readonly code: string;
  readonly amountMinor: number;
}

/** A line as it is priced. Tax by rate, or as a tax service said it. */
export interface PricedLine {
  readonly lotId: string;
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly adjustments?: readonly Adjustment[];
  readonly tax: { readonly basisPoints: number } | { readonly amountMinor: number };
  readonly paidFrom?: string;
}

/** A delivery as it is priced. */
export interface PricedDelivery {
  readonly lotId: string;
  readonly amountMinor: number;
  readonly taxMinor: number;
  /** What a standard delivery would have cost; all of it if absent. */
  readonly standardMinor?: number;
}

/** No sum of an order exceeds this, so that sums and doublings of sums stay exact. */
export const largestMinor = 1e14;

const sumOf = (adjustments: readonly Adjustment[]): number =>
  adjustments.reduce((sum, each) => sum + each.amountMinor, 0);

/** The lots of lines: surcharges raise what is asked, discounts of the order are divided over lines by their price. */
export function lotsOf(lines: readonly PricedLine[], orderAdjustments: readonly Adjustment[] = []): Lot[] {
  const lists = lines.map((line) => line.unitPriceMinor * line.quantity);
  const own = lines.map((line) => sumOf(line.adjustments ?? []));
  const before = lists.map((list, at) => Math.max(0, list + (own[at] ?? 0)));
  const shares =
    lines.length === 0
      ? []
      : apportion(sumOf(orderAdjustments), before.every((each) => each === 0) ? lists : before);
  return lines.map((line, at): Lot => {
    const { lotId, lineId, sku, quantity, tax } = line;
    const [list, change] = [lists[at] ?? 0, (own[at] ?? 0) + (shares[at] ?? 0)];
    requireAmounts(line, list, change);
    // A surcharge is part of the price; it is spread so that the list stays a multiple of the quantity.
    const raised = change > 0 ? Math.ceil(change / quantity) * quantity : 0;
    const listMinor = list + raised;
    const discountMinor = change > 0 ? raised - change : 0 - change;
    const payable = listMinor - discountMinor;
    const taxMinor = 'amountMinor' in tax ? tax.amountMinor : taxWithin(payable, tax.basisPoints);
    const from = line.paidFrom === undefined ? {} : { paidFrom: line.paidFrom };
    return { lotId, kind: 'GOODS', lineId, sku, quantity, listMinor, discountMinor, taxMinor, ...from };
  });
}

function requireAmounts(line: PricedLine, list: number, change: number): void {
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 1)
    throw codedError(
      'INVALID_QUANTITY',
      `Line ${line.lineId} has a quantity that is no whole number from 1 on.`,
    );
  if (!Number.isSafeInteger(list) || list < 0 || list > largestMinor || !Number.isSafeInteger(change))
    throw codedError(
      'BAD_USER_INPUT',
      `The price of line ${line.lineId} is not between 0 and ${largestMinor}.`,
    );
  if (change < -list)
    throw codedError('BAD_USER_INPUT', `The discounts of line ${line.lineId} are larger than its price.`);
}

/** The lot of a delivery. */
export const deliveryLot = ({ lotId, amountMinor, taxMinor, standardMinor }: PricedDelivery): Lot => ({
  ...{ lotId, kind: 'DELIVERY', lineId: '', sku: '', quantity: 1, discountMinor: 0 },
  ...{ listMinor: amountMinor, taxMinor, standardMinor: Math.min(standardMinor ?? amountMinor, amountMinor) },
});

/** The lot of a fee, such as a way back the customer pays. */
export const feeLot = (lotId: string, amountMinor: number, taxMinor: number, paidFrom: string): Lot => ({
  ...{ lotId, kind: 'FEE', lineId: '', sku: '', quantity: 1, discountMinor: 0 },
  ...{ listMinor: amountMinor, taxMinor, paidFrom },
});

/** What units of a lot cost, in minor units. */
export const payableOf = (lot: Lot, from = 0, to = lot.quantity): number =>
  shareOfUnits(lot.listMinor, from, to, lot.quantity) -
  shareOfUnits(lot.discountMinor, from, to, lot.quantity);

/** Amounts of units as documents show them. Parts of a lot sum to the lot. */
export const partsOf = (lot: Lot, from: number, to: number) => ({
  listMinor: shareOfUnits(lot.listMinor, from, to, lot.quantity),
  discountMinor: shareOfUnits(lot.discountMinor, from, to, lot.quantity),
  payableMinor: payableOf(lot, from, to),
  taxMinor: shareOfUnits(lot.taxMinor, from, to, lot.quantity),
});

/** A lot that exists: runs are never without. */
export function lotOf(ledger: Pick<Ledger, 'lots'>, lotId: string): Lot {
  const lot = ledger.lots.find((each) => each.lotId === lotId);
  if (lot === undefined) throw new Error(`The ledger has no lot ${lotId}.`);
  return lot;
}
