import type { OrderState } from './order.ts';

type Shipments = OrderState['shipments'];

/** Dates of an order as of now. Its units stay where they are held. */
export interface Replan {
  /** Latest delivery that can be promised now, epoch ms. */
  readonly latestAtMs: number;
  /** Plans of locations, of which those that hold units of the order are taken over. */
  readonly shipments: Shipments;
}

const dayMs = 86_400_000;

/** Is a step of the plan an order was placed with over already? Then its dates are not those of today. */
export const isMissed = ({ shipments, promise }: OrderState, nowMs: number): boolean =>
  promise.latestAtMs < nowMs ||
  shipments.some(({ milestones }) =>
    milestones.some(({ code, dueAtMs }) => code !== 'RELEASED' && dueAtMs < nowMs),
  );

/** Dates for when nobody can tell: later by the days that have passed. */
export function laterByDays({ currentLatestAtMs, placedAtMs }: OrderState, nowMs: number): Replan {
  const days = Math.max(1, Math.ceil((nowMs - placedAtMs) / dayMs));
  return { latestAtMs: currentLatestAtMs + days * dayMs, shipments: [] };
}

/** The planned shipments with the steps of now: as planned anew where the same place is named, else moved along. */
export function withDates(shipments: Shipments, { shipments: anew }: Replan, laterMs: number): Shipments {
  return shipments.map((shipment) => {
    const same = anew.find(
      (each) => each.locationId === shipment.locationId && each.serviceCode === shipment.serviceCode,
    );
    if (same === undefined) {
      const { capacityDay: _past, ...rest } = shipment;
      const moved = shipment.milestones.map(({ code, dueAtMs }) => ({ code, dueAtMs: dueAtMs + laterMs }));
      return { ...rest, milestones: moved };
    }
    const { capacityDay, milestones } = same;
    return { ...shipment, milestones, ...(capacityDay === undefined ? {} : { capacityDay }) };
  });
}
