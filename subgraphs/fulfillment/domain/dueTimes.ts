import type { DueTimes } from './fulfillmentOrder.ts';

/** Due times from the promise's milestones; a missing one takes the time of the next. */
export function dueTimesOf(
  milestones: readonly { readonly code: string; readonly dueAtMs: number }[],
  promisedLatestAtMs: number,
): DueTimes {
  const at = (code: string): number | undefined => milestones.find((each) => each.code === code)?.dueAtMs;
  const handoverMs = at('CARRIER_PICKUP') ?? at('PACKED') ?? promisedLatestAtMs;
  const packedMs = at('PACKED') ?? handoverMs;
  return { pickStartMs: at('PICK_START') ?? at('RELEASED') ?? packedMs, packedMs, handoverMs };
}
