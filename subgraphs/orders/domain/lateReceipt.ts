import { zonedOf } from '../../../platform/values/time.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';

const dayMs = 86_400_000;

/** Units that an order awaits come later. Times in epoch ms. */
export interface LateReceipt {
  readonly sku: string;
  readonly locationId: string;
  readonly previousExpectedAtMs: number;
  readonly expectedAtMs: number;
}

/** Does it still await units of the SKU there? */
function awaits({ ledger, lines }: OrderState, { sku, locationId }: LateReceipt): boolean {
  const ids = new Set(lines.filter((line) => line.sku === sku).map(({ lineId }) => lineId));
  return ledger.runs.some(
    ({ lineId, place, source }) =>
      ids.has(lineId) &&
      source?.awaited === true &&
      source.locationId === locationId &&
      (place === 'AWAITED' || place === 'AT_WORK'),
  );
}

/** By when the units have to be there for the promised date to hold, as it was planned; when they were expected if no plan says. */
function neededByMs(
  { shipments }: OrderState,
  { sku, locationId, previousExpectedAtMs }: LateReceipt,
): number {
  const planned = shipments.filter(
    (each) => each.locationId === locationId && each.lines.some((line) => line.sku === sku && line.future),
  );
  const due = planned.flatMap(({ milestones }) =>
    milestones.filter(({ code }) => code === 'RELEASED').map(({ dueAtMs }) => dueAtMs),
  );
  return due.length === 0 ? previousExpectedAtMs : Math.min(...due);
}

/**
 * The order is promised anew when units that it awaits come too late for its date: as many whole days later as they are too
 * late, on the clock of the place it goes to. Counted from the date it was planned for, so that the same news twice moves
 * nothing, and two delays are not added up. What still comes in time, or sooner, changes no promise.
 */
export function decideReceiptLate(order: OrderState, late: LateReceipt): OrderEvent[] {
  if (order.deliveredAtMs !== undefined || !awaits(order, late)) return [];
  const tooLateMs = late.expectedAtMs - neededByMs(order, late);
  if (tooLateMs <= 0) return [];
  const { latestAtMs: plannedMs, timeZone } = order.promise;
  const latestAtMs = zonedOf(plannedMs, timeZone).add({
    days: Math.ceil(tooLateMs / dayMs),
  }).epochMilliseconds;
  if (latestAtMs <= order.currentLatestAtMs) return [];
  return [
    orderEvent('orders.OrderRepromised', {
      ...{ orderId: order._id, latestAtMs, reason: 'the supplier delivers later' },
      cause: 'RECEIPT_LATE',
    }),
  ];
}
