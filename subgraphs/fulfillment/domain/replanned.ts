import type { EventPayload } from '../../../schema/events/registry.ts';
import type { OrderFacts } from './orderWork.ts';

/** What is known anew of an order that goes another way. `perhaps`: what is undefined holds no more. */
export interface ReplannedFacts {
  readonly kept: Pick<OrderFacts, 'destination' | 'methodType' | 'code' | 'promisedLatestAtMs'>;
  readonly perhaps: {
    readonly collectAtId: string | undefined;
    readonly windowStartAtMs: number | undefined;
    readonly holdDays: number | undefined;
  };
}

const dayMs = 86_400_000;

/** The facts of the new way. */
export function replannedFacts({
  destination,
  promise,
}: Pick<EventPayload<'orders.OrderReplanned'>, 'destination' | 'promise'>): ReplannedFacts {
  const { methodType, code, latestAtMs, collectAtId, windowStartAtMs, holdUntilAtMs } = promise;
  const holdDays = holdUntilAtMs === undefined ? undefined : Math.round((holdUntilAtMs - latestAtMs) / dayMs);
  return {
    kept: { destination, methodType, code, promisedLatestAtMs: latestAtMs },
    perhaps: { collectAtId, windowStartAtMs, holdDays },
  };
}

/** An order's facts with those of its new way. */
export const withFacts = (facts: OrderFacts, changed: ReplannedFacts | undefined): OrderFacts =>
  changed === undefined ? facts : { ...facts, ...changed.kept, ...changed.perhaps };

/** The same as an update of the stored row. */
export function factsUpdate({ kept, perhaps }: ReplannedFacts) {
  const known = Object.entries(perhaps).filter(([, value]) => value !== undefined);
  const gone = Object.entries(perhaps).filter(([, value]) => value === undefined);
  return {
    $set: { ...kept, ...Object.fromEntries(known) },
    ...(gone.length === 0 ? {} : { $unset: Object.fromEntries(gone.map(([name]) => [name, 1])) }),
  };
}
