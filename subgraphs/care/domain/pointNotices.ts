import { dateIn } from '../../../platform/values/time.ts';
import { lastDayMs, morningOf } from './notices.ts';
import type { OrderView, ParcelView } from './views.ts';

/** A parcel that waits at a pickup point, and its order. */
interface Waiting {
  readonly order: Pick<OrderView, '_id' | 'timeZone'>;
  readonly parcel: ParcelView;
}

/** What the retailer decided about it. */
interface PointTerms {
  /** So many days before the last one the customer is reminded; 0 for never. */
  readonly pickupPointReminderDays: number;
}

/** When its customer is reminded, as far as they are, and until when it waits; epoch ms. */
interface Moments {
  readonly keptUntilMs: number;
  readonly reminderMs?: number;
  readonly lastMs?: number;
}

/** Undefined where it waits at no pickup point, or nobody knows until when. */
function momentsOf(
  { order, parcel }: Waiting,
  { pickupPointReminderDays: days }: PointTerms,
): Moments | undefined {
  const { newestStep, newestStepAtMs = 0, keptUntilMs } = parcel;
  const isOver = [parcel.deliveredAtMs, parcel.lostAtMs, parcel.returningAtMs].some((ms) => ms !== undefined);
  if (newestStep !== 'AT_PICKUP_POINT' || keptUntilMs === undefined || isOver || parcel.voided === true)
    return undefined;
  const reminderMs = morningOf(keptUntilMs - 1, order.timeZone, -days);
  // Whoever has just heard that it is there needs no reminder.
  const isReminded = days > 0 && reminderMs > newestStepAtMs;
  const lastMs = lastDayMs(keptUntilMs, order);
  return {
    keptUntilMs,
    ...(isReminded ? { reminderMs } : {}),
    ...(lastMs > newestStepAtMs ? { lastMs } : {}),
  };
}

/** When its customer hears next of a parcel that waits at a pickup point; undefined when nothing is left to be said. */
export function nextPointNoticeMs(waiting: Waiting, terms: PointTerms, nowMs: number): number | undefined {
  const moments = momentsOf(waiting, terms);
  if (moments === undefined) return undefined;
  const { reminderMs = -Infinity, lastMs = -Infinity } = moments;
  return [reminderMs, lastMs].find((ms) => ms > nowMs);
}

/**
 * Tells that a parcel still waits at a pickup point, or that it does for the last day: each once for each day until which
 * it is kept, never both, and nothing once that is over.
 */
export function pointTelling(waiting: Waiting, terms: PointTerms, nowMs: number) {
  const moments = momentsOf(waiting, terms);
  if (moments === undefined || nowMs >= moments.keptUntilMs) return undefined;
  const { keptUntilMs: untilMs, reminderMs = Infinity, lastMs = Infinity } = moments;
  const isLast = nowMs >= lastMs;
  if (!isLast && nowMs < reminderMs) return undefined;
  const { order, parcel } = waiting;
  return {
    ...{ orderId: order._id, parcelId: parcel._id, factAtMs: isLast ? lastMs : reminderMs },
    code: isLast ? ('PICKUP_POINT_LAST_DAY' as const) : ('PICKUP_POINT_REMINDER' as const),
    version: dateIn(untilMs - 1, order.timeZone).toString(),
    facts: { carrier: parcel.serviceCode, tracking: [...parcel.tracking], untilMs },
  };
}
