import type { UnitsByLine } from './counters.ts';
import type { OrderState } from './order.ts';

type Shipments = OrderState['shipments'];

/** Units at one location that nobody works on yet. */
export interface FreedUnits {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly future: boolean;
}

/** Planned shipments less some units, and where those units are held. The last planned shipment gives first. */
export function withoutUnits(
  shipments: Shipments,
  units: UnitsByLine,
): { readonly kept: Shipments; readonly freed: FreedUnits[] } {
  const left = new Map<string, number>();
  for (const { lineId, quantity } of units) left.set(lineId, (left.get(lineId) ?? 0) + quantity);
  const freed: FreedUnits[] = [];
  const kept = [...shipments].reverse().map((shipment) => ({
    ...shipment,
    lines: shipment.lines
      .map((line) => {
        const { lineId, sku, future } = line;
        const quantity = Math.min(left.get(lineId) ?? 0, line.quantity);
        left.set(lineId, (left.get(lineId) ?? 0) - quantity);
        if (quantity > 0) freed.push({ sku, locationId: shipment.locationId, quantity, future });
        return { ...line, quantity: line.quantity - quantity };
      })
      .filter((line) => line.quantity > 0),
  }));
  return { kept: kept.reverse().filter((shipment) => shipment.lines.length > 0), freed };
}

/** Pickup points and lockers are the carrier's; these two methods end in a store of ours. */
export const isCollected = ({ methodType }: OrderState['promise']): boolean =>
  methodType === 'PICKUP_IN_STORE' || methodType === 'RESERVE_AND_COLLECT';
