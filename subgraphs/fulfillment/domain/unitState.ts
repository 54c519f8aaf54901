import type { RejectReason } from '../generated/resolverTypes.ts';
import type { FulfillmentOrder, FulfillmentOrderEvent, LineUnits } from './fulfillmentOrder.ts';

/** How far units of a line are: as they lie on any shelf, being made for the order, or made for it. */
export type UnitState = 'BLANK' | 'BEGUN' | 'MADE';

/** The state of a line's units at a location. What came from another location was made there. */
export function unitState(work: FulfillmentOrder, lineId: string): UnitState {
  const isToOrder = work.lines.some((line) => line.lineId === lineId && line.customisation !== undefined);
  if (!isToOrder) return 'BLANK';
  if (work.made === true || work.arrivedFrom !== undefined) return 'MADE';
  return work.step === 'MAKING' ? 'BEGUN' : 'BLANK';
}

/**
 * What becomes of units that leave the work. SHELF: as good as any other, for sale again. ASIDE: begun or made for this
 * order, so nobody else buys them as new. GONE: not there, or broken, which corrects stock.
 */
export type UnitEnd = 'SHELF' | 'ASIDE' | 'GONE';

const gone: ReadonlySet<RejectReason> = new Set<RejectReason>(['NOT_IN_STOCK', 'DAMAGED']);

/** The one answer to where units go, whichever way they leave the work; `reason` where the location gave one. */
export function unitEnd(work: FulfillmentOrder, lineId: string, reason?: RejectReason): UnitEnd {
  if (reason !== undefined && gone.has(reason)) return 'GONE';
  return unitState(work, lineId) === 'BLANK' ? 'SHELF' : 'ASIDE';
}

/** Of units that the order gives up here, those that are set aside, as events carry them. */
export function madeOf<T extends LineUnits>(work: FulfillmentOrder, lines: readonly T[]): { made?: T[] } {
  const made = lines.filter(({ lineId }) => unitEnd(work, lineId) === 'ASIDE');
  return made.length === 0 ? {} : { made };
}

/** The event of refused units that are set aside, while the order looks for others; none where all go another way. */
export function setAside(
  work: FulfillmentOrder,
  refused: readonly (LineUnits & { readonly sku: string; readonly reason?: RejectReason })[],
): FulfillmentOrderEvent[] {
  const lines = refused
    .filter(({ lineId, quantity, reason }) => quantity > 0 && unitEnd(work, lineId, reason) === 'ASIDE')
    .map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));
  if (lines.length === 0) return [];
  const { _id: fulfillmentOrderId, orderId, locationId, reservationId } = work;
  const data = { fulfillmentOrderId, orderId, locationId, reservationId, lines };
  return [{ type: 'fulfillment.UnitsSetAside', data }];
}
