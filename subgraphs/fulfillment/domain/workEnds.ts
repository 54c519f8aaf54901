import { openUnits, type FulfillmentOrder } from './fulfillmentOrder.ts';

/** Work of which the customer has everything that is still to be had; undefined otherwise. */
export function fetchedInPart(work: FulfillmentOrder): FulfillmentOrder | undefined {
  const some = work.lines.some((line) => (line.collected ?? 0) > 0);
  const all = work.lines.every((line) => openUnits(line) === (line.collected ?? 0));
  return some && all ? { ...finished(work), step: 'COLLECTED' } : undefined;
}

/** A label is for parcels as they were. */
export function unlabelled(work: FulfillmentOrder): FulfillmentOrder {
  if (work.step !== 'LABELLED') return work;
  const { shipmentId: _void, stoppedFor: _over, ...rest } = work;
  return { ...rest, step: 'PACKED', packings: (work.packings ?? 0) + 1 };
}

export function goingOn(work: FulfillmentOrder): FulfillmentOrder {
  const { stoppedFor: _over, ...rest } = work;
  return rest;
}

/** INCOMPLETE when a part went elsewhere, CLOSED otherwise. */
export const finished = (work: FulfillmentOrder): FulfillmentOrder => ({
  ...work,
  status: work.lines.some((line) => line.rerouted > 0) ? 'INCOMPLETE' : 'CLOSED',
});
