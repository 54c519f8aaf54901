import type { OrderFact } from './orderFact.ts';
import { isInTime, isPromised, type ShipmentFact } from './shipmentFact.ts';
import type { WorkFact } from './workFact.ts';

/** Why an order came later than promised. */
export const causes = [
  'LOST',
  'DAMAGED',
  'RETURNED',
  'STOCK',
  'SUPPLY',
  'PREPARATION',
  'CUSTOMER_ABSENT',
  'CARRIER',
  'UNKNOWN',
] as const;
export type Cause = (typeof causes)[number];

/** An order with what was done and carried for it. */
export interface OrderParts {
  readonly order: OrderFact;
  readonly shipments: readonly ShipmentFact[];
  readonly works: readonly WorkFact[];
}

/** The first thing on the way that explains it: what went wrong outright, then who took longer than planned. */
export function causeOf({ order, shipments, works }: OrderParts): Cause {
  const late = shipments.filter((each) => isPromised(each) && !isInTime(each));
  const trouble = late.find((each) => each.trouble !== undefined)?.trouble;
  if (trouble !== undefined) return trouble;
  if (works.some(({ refused }) => refused)) return 'STOCK';
  const lateWork = works.filter(leftLate);
  if (lateWork.length > 0) return order.awaited ? 'SUPPLY' : 'PREPARATION';
  if (late.some(({ attempted }) => attempted)) return 'CUSTOMER_ABSENT';
  return late.some(({ handedOverAtMs }) => handedOverAtMs !== undefined) ? 'CARRIER' : 'UNKNOWN';
}

/** It left after it was to leave, or never did though it was to leave before the order came. */
const leftLate = ({ handedOverAtMs, due, step }: WorkFact): boolean =>
  handedOverAtMs === undefined ? step !== 'DONE' : handedOverAtMs > due.handoverMs;

/** Facts of orders by their order. */
export function groupedByOrder<F extends { readonly orderId: string }>(facts: Iterable<F>): Map<string, F[]> {
  const found = new Map<string, F[]>();
  for (const fact of facts) {
    const list = found.get(fact.orderId);
    if (list === undefined) found.set(fact.orderId, [fact]);
    else list.push(fact);
  }
  return found;
}
