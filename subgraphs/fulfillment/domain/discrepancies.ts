import type { RejectReason } from '../generated/resolverTypes.ts';
import type { FulfillmentOrder, FulfillmentOrderEvent } from './fulfillmentOrder.ts';

/** Stock is wrong only when goods are missing or damaged; inbound units were never said to be there. */
export function discrepancies(
  work: FulfillmentOrder,
  missing: readonly { lineId: string; sku: string; quantity: number; reason: RejectReason }[],
): FulfillmentOrderEvent[] {
  return (['NOT_IN_STOCK', 'DAMAGED'] as const).flatMap((reason) => {
    const future = new Set(
      work.lines.filter((line) => line.future && line.awaited === undefined).map((line) => line.lineId),
    );
    const lines = missing.filter(
      (line) => line.reason === reason && line.quantity > 0 && !future.has(line.lineId),
    );
    if (lines.length === 0) return [];
    const units = new Map<string, number>();
    for (const { sku, quantity } of lines) units.set(sku, (units.get(sku) ?? 0) + quantity);
    return [
      {
        type: 'fulfillment.StockDiscrepancy' as const,
        data: {
          fulfillmentOrderId: work._id,
          reservationId: work.reservationId,
          reason,
          lines: [...units].map(([sku, quantity]) => ({ sku, locationId: work.locationId, quantity })),
        },
      },
    ];
  });
}
