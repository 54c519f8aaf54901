import { cumulative } from './ledger/apportion.ts';
import { isGone } from './ledger/ledger.ts';
import { lotOf, partsOf } from './ledger/lots.ts';
import { moneyOf } from './ledger/views.ts';
import type { OrderState, PaymentKind } from './order.ts';

/** Sum of successful payments of a kind, in minor units. */
export const paid = (order: OrderState, kind: PaymentKind): number =>
  order.payments
    .filter((payment) => payment.kind === kind && payment.state === 'SUCCEEDED')
    .reduce((sum, payment) => sum + payment.amountMinor, 0);

/** Sums of an order, all in minor units of its currency, cancelled units left out. */
export function totalsOf({ ledger }: Pick<OrderState, 'ledger'>) {
  let [linesMinor, deliveryMinor, taxMinor] = [0, 0, 0];
  const kept = new Map<string, number>();
  for (const run of ledger.runs) {
    const lot = lotOf(ledger, run.lotId);
    if (lot.kind !== 'GOODS' || isGone(run.place)) continue;
    const { payableMinor } = partsOf(lot, run.from, run.to);
    linesMinor += payableMinor;
    kept.set(lot.lotId, (kept.get(lot.lotId) ?? 0) + payableMinor);
  }
  for (const lot of ledger.lots) {
    const whole = partsOf(lot, 0, lot.quantity);
    if (lot.kind === 'GOODS')
      taxMinor += cumulative(whole.taxMinor, kept.get(lot.lotId) ?? 0, whole.payableMinor);
    if (lot.kind !== 'DELIVERY' || lot.replaced === true || kept.size === 0) continue;
    deliveryMinor += whole.payableMinor;
    taxMinor += whole.taxMinor;
  }
  const { capturedMinor, refundedMinor, outstandingMinor } = moneyOf(ledger);
  return {
    ...{ linesMinor, deliveryMinor, taxMinor, totalMinor: linesMinor + deliveryMinor },
    ...{ capturedMinor, refundedMinor, outstandingMinor },
  };
}

type Covered = 'NONE' | 'PARTIAL' | 'FULL';
const covered = (part: number, whole: number): Covered =>
  part <= 0 ? 'NONE' : part < whole ? 'PARTIAL' : 'FULL';

export const authorizeStatusOf = (order: OrderState): Covered =>
  covered(paid(order, 'AUTHORIZATION') - paid(order, 'VOID'), totalsOf(order).totalMinor);

export const chargeStatusOf = (order: OrderState): Covered =>
  covered(moneyOf(order.ledger).capturedMinor, totalsOf(order).totalMinor);
