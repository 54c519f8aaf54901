import type { Facts } from './facts.ts';

export type FactLine = Facts['lines'][number];

/** Milestones of a shipment that customers are told of, with the message for each. */
export const stepOfMilestone = {
  CUSTOMS: 'CUSTOMS',
  OUT_FOR_DELIVERY: 'OUT_FOR_DELIVERY',
  ATTEMPT_FAILED: 'ATTEMPT_FAILED',
  AVAILABLE_FOR_PICKUP: 'AT_PICKUP_POINT',
  DELIVERED: 'PARCEL_DELIVERED',
} as const;
export type MessageCodeStep =
  'PARCEL_SHIPPED' | 'ARRIVES_TOMORROW' | (typeof stepOfMilestone)[keyof typeof stepOfMilestone];

/** The step a milestone is told as; undefined for those nobody is told of. */
export const stepOf = (milestone: string): MessageCodeStep | undefined =>
  Object.hasOwn(stepOfMilestone, milestone)
    ? stepOfMilestone[milestone as keyof typeof stepOfMilestone]
    : undefined;

/** Scans younger than this speak; older ones are taken in silently. */
export const speaksForMs = 7 * 86_400_000;
