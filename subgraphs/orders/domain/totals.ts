import { openUnits, type UnitsByLine } from './counters.ts';
import type { LineCounters, OrderState, PaymentKind } from './order.ts';
import { isCollected } from './shipments.ts';

/** Tax within a gross amount, in minor units, rounded half up. Rate in basis points. */
export const taxWithin = (grossMinor: number, basisPoints: number): number =>
  Math.round((grossMinor * basisPoints) / (10_000 + basisPoints));

/** Sum of successful payments of a kind, in minor units. */
export const paid = (order: OrderState, kind: PaymentKind): number =>
  order.payments
    .filter((payment) => payment.kind === kind && payment.state === 'SUCCEEDED')
    .reduce((sum, payment) => sum + payment.amountMinor, 0);

/** Price of units, in minor units. */
export const priceOf = (order: OrderState, units: UnitsByLine): number =>
  units.reduce((sum, { lineId, quantity }) => {
    const line = order.lines.find((each) => each.lineId === lineId);
    return sum + (line?.unitPriceMinor ?? 0) * quantity;
  }, 0);

/** Sums of an order, all in minor units of its currency, cancelled units left out. */
export function totalsOf(order: OrderState) {
  const kept = order.lines.map((line) => ({ line, units: line.counters.ordered - line.counters.cancelled }));
  const linesMinor = kept.reduce((sum, { line, units }) => sum + line.unitPriceMinor * units, 0);
  const all = kept.some(({ units }) => units > 0);
  const deliveryMinor = all ? order.deliveryMinor : 0;
  const linesTax = kept.reduce(
    (sum, { line, units }) => sum + taxWithin(line.unitPriceMinor * units, line.taxBasisPoints),
    0,
  );
  return {
    linesMinor,
    deliveryMinor,
    taxMinor: linesTax + (all ? order.deliveryTaxMinor : 0),
    totalMinor: linesMinor + deliveryMinor,
    capturedMinor: paid(order, 'CHARGE'),
    refundedMinor: paid(order, 'REFUND'),
  };
}

/** What to take when units leave: their price, and with the first shipment the delivery. */
export function captureDue(order: OrderState, units: UnitsByLine): number {
  const charged = order.payments.some(
    (payment) => payment.kind === 'CHARGE' && payment.state === 'SUCCEEDED',
  );
  return priceOf(order, units) + (charged ? 0 : order.deliveryMinor);
}

/** Units that may still have to be paid: what is collected is paid when it is collected, not when it leaves. */
const unpaidUnits = (order: OrderState, c: LineCounters): number =>
  isCollected(order.promise) ? c.ordered - c.cancelled - c.delivered - c.writtenOff : openUnits(c);

/** Money set aside that nothing will need any more. */
export function voidDue(order: OrderState): number {
  if (order.lines.some((line) => unpaidUnits(order, line.counters) > 0)) return 0;
  return Math.max(0, paid(order, 'AUTHORIZATION') - paid(order, 'CHARGE') - paid(order, 'VOID'));
}

type Covered = 'NONE' | 'PARTIAL' | 'FULL';
const covered = (part: number, whole: number): Covered =>
  part <= 0 ? 'NONE' : part < whole ? 'PARTIAL' : 'FULL';

export const authorizeStatusOf = (order: OrderState): Covered =>
  covered(paid(order, 'AUTHORIZATION') - paid(order, 'VOID'), totalsOf(order).totalMinor);

export const chargeStatusOf = (order: OrderState): Covered =>
  covered(paid(order, 'CHARGE'), totalsOf(order).totalMinor);
