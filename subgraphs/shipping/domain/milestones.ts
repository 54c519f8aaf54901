import type { ShipmentMilestone } from '../generated/resolverTypes.ts';

/**
 * How far each milestone is. Carriers report late, twice and out of order, so what counts is the highest reached.
 * A delivery outranks a loss: found again is found. CANCELLED is ours alone; no carrier report undoes it. Of milestones that
 * are equally far, such as customs and the way on from there, the newest counts.
 */
export const milestoneRank: Readonly<Record<ShipmentMilestone, number>> = {
  CREATED: 0,
  LABEL_PURCHASED: 10,
  HANDED_OVER: 20,
  IN_TRANSIT: 30,
  CUSTOMS: 30,
  EXCEPTION: 40,
  OUT_FOR_DELIVERY: 50,
  ATTEMPT_FAILED: 60,
  AVAILABLE_FOR_PICKUP: 70,
  REFUSED: 80,
  DAMAGED: 80,
  RETURN_TO_SENDER: 80,
  LOST: 90,
  RETURNED_TO_SENDER: 95,
  DELIVERED: 100,
  CANCELLED: 110,
};

/** Milestones a carrier may report; the others are ours to say. */
export const reportable = [
  'HANDED_OVER',
  'IN_TRANSIT',
  'CUSTOMS',
  'OUT_FOR_DELIVERY',
  'AVAILABLE_FOR_PICKUP',
  'ATTEMPT_FAILED',
  'DELIVERED',
  'EXCEPTION',
  'REFUSED',
  'DAMAGED',
  'RETURN_TO_SENDER',
  'LOST',
] as const satisfies readonly ShipmentMilestone[];
export type ReportedMilestone = (typeof reportable)[number];

export const higherOf = <A extends ShipmentMilestone, B extends ShipmentMilestone>(a: A, b: B): A | B =>
  milestoneRank[a] >= milestoneRank[b] ? a : b;

/** Of several parcels the one that is least far speaks for the shipment: it has arrived when all have. */
export function lowestOf(milestones: readonly ShipmentMilestone[]): ShipmentMilestone {
  return milestones.reduce(
    (low, each) => (milestoneRank[each] < milestoneRank[low] ? each : low),
    'CANCELLED',
  );
}
