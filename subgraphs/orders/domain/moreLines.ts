import type { EventPayload } from '../../../schema/events/registry.ts';
import { countersOf } from './counters.ts';
import type { OrderLine, OrderState } from './order.ts';
import { agreedLatestAtMs } from './status.ts';

/** More units, on lines there are or on lines of their own, with what is planned for them. */
export function withUnits(state: OrderState, data: EventPayload<'orders.UnitsAdded'>): OrderState {
  const { lines, shipments, causeId, returnId, latestAtMs } = data;
  if (state.ledger.causes.includes(`UnitsAdded:${causeId}`)) return state;
  const added = lines
    .filter(({ lineId }) => !state.lines.some((line) => line.lineId === lineId))
    .map(({ lineId, sku, unitPriceMinor, taxBasisPoints, customisation }): OrderLine => ({
      ...{ lineId, sku, unitPriceMinor, taxBasisPoints, addedBy: causeId },
      ...(customisation === undefined ? {} : { customisation }),
      counters: countersOf(state.ledger, lineId),
    }));
  const locationIds = new Set([...state.locationIds, ...shipments.map(({ locationId }) => locationId)]);
  const next = {
    ...{ ...state, lines: [...state.lines, ...added], locationIds: [...locationIds] },
    shipments: [...state.shipments, ...shipments],
  };
  // What comes in exchange has a date of its own; with units added the customer agreed to a date of all.
  if (returnId !== undefined) return next;
  const currentLatestAtMs = Math.max(state.currentLatestAtMs, latestAtMs);
  return { ...next, currentLatestAtMs, agreedLatestAtMs: Math.max(agreedLatestAtMs(state), latestAtMs) };
}
