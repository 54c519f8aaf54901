import { Temporal } from 'temporal-polyfill';
import { zonedOf } from '../../../platform/values/time.ts';
import { awaitedUnits, type EventOf, type FulfillmentOrder } from './fulfillmentOrder.ts';
import { statusMachine } from './tables.ts';

type Rescheduled = EventOf<'fulfillment.WorkRescheduled'>;

const dayMs = 86_400_000;

/** Units that work waits for come later. */
export interface LateUnits {
  readonly sku: string;
  /** When they are expected now, epoch ms. */
  readonly expectedAtMs: number;
  /** Zone of the location. */
  readonly timeZone: string;
}

const isOver = ({ status, handedOverAtMs }: FulfillmentOrder): boolean =>
  statusMachine.isFinal(status) || handedOverAtMs !== undefined;

/**
 * Work that waits for units which come after it was to begin is due as many whole days later as they come too late, on the
 * clock of its location. Counted from where it is due now, so that the same news twice moves nothing, and units that still
 * come in time move nothing either.
 */
export function decideUnitsLate(
  work: FulfillmentOrder,
  { sku, expectedAtMs, timeZone }: LateUnits,
): Rescheduled[] {
  const waits = work.lines.some((line) => line.sku === sku && awaitedUnits(line) > 0);
  const tooLateMs = expectedAtMs - work.dueAt.pickStartMs;
  if (isOver(work) || !waits || tooLateMs <= 0) return [];
  const days = Math.ceil(tooLateMs / dayMs);
  const later = (ms: number): number => zonedOf(ms, timeZone).add({ days }).epochMilliseconds;
  const { pickStartMs, packedMs, handoverMs } = work.dueAt;
  const { capacityDay } = work;
  return [
    rescheduled(work, {
      dueAt: { pickStartMs: later(pickStartMs), packedMs: later(packedMs), handoverMs: later(handoverMs) },
      ...(capacityDay === undefined
        ? {}
        : { capacityDay: Temporal.PlainDate.from(capacityDay).add({ days }).toString() }),
      cause: 'RECEIPT_LATE',
    }),
  ];
}

/** The order was promised for a later date: labels that are made from now on carry it. What work is due by stays. */
export function decidePromiseMoved(work: FulfillmentOrder, promisedLatestAtMs: number): Rescheduled[] {
  if (isOver(work) || promisedLatestAtMs <= work.promisedLatestAtMs) return [];
  return [rescheduled(work, { promisedLatestAtMs, cause: 'PROMISE_MOVED' })];
}

const rescheduled = (
  { _id, orderId, locationId, dueAt, promisedLatestAtMs, capacityDay }: FulfillmentOrder,
  change: Partial<Rescheduled['data']> & Pick<Rescheduled['data'], 'cause'>,
): Rescheduled => ({
  type: 'fulfillment.WorkRescheduled',
  data: {
    ...{ fulfillmentOrderId: _id, orderId, locationId, dueAt, promisedLatestAtMs },
    ...(capacityDay === undefined ? {} : { capacityDay }),
    ...change,
  },
});
