import { dateIn } from '../../../platform/values/time.ts';
import { isCancelled, type OrderView, type ParcelView } from './views.ts';

/** When on the customer's wall they hear of a day: late enough not to wake anybody, early enough to plan it. */
const morning = '08:00';
/** That moment so many days from the day of an instant, epoch ms. */
export const morningOf = (ms: number, zone: string, inDays: number): number =>
  dateIn(ms, zone).add({ days: inDays }).toZonedDateTime({ timeZone: zone, plainTime: morning })
    .epochMilliseconds;

/** It is nearer than tomorrow, or will not come as expected. */
const isOtherwise = (parcel: ParcelView): boolean =>
  parcel.newestStep === 'OUT_FOR_DELIVERY' ||
  parcel.newestStep === 'AT_PICKUP_POINT' ||
  [parcel.deliveredAtMs, parcel.lostAtMs, parcel.returningAtMs].some((ms) => ms !== undefined) ||
  parcel.voided === true;

/** When the customer is to hear that a parcel arrives tomorrow: on the morning before its carrier expects to deliver. */
export const arrivalNoticeMs = (
  parcel: ParcelView,
  { timeZone }: Pick<OrderView, 'timeZone'>,
): number | undefined =>
  parcel.etaMs === undefined || isOtherwise(parcel) ? undefined : morningOf(parcel.etaMs, timeZone, -1);

/** Tells that a parcel arrives tomorrow, once for each day; undefined unless that is so. */
export function arrivalTelling(
  { order, parcel }: { readonly order: OrderView; readonly parcel: ParcelView },
  nowMs: number,
) {
  if (parcel.etaMs === undefined) return undefined;
  const fromMs = arrivalNoticeMs(parcel, order);
  const day = dateIn(parcel.etaMs, order.timeZone);
  const isTomorrow = dateIn(nowMs, order.timeZone).add({ days: 1 }).equals(day);
  if (fromMs === undefined || nowMs < fromMs || !isTomorrow) return undefined;
  return {
    ...{ orderId: order._id, parcelId: parcel._id, code: 'ARRIVES_TOMORROW' as const },
    ...{ version: day.toString(), factAtMs: nowMs },
    facts: { carrier: parcel.serviceCode, tracking: [...parcel.tracking] },
  };
}

/** Morning of the last day on which something can be collected that waits until then. */
export const lastDayMs = (untilMs: number, { timeZone }: Pick<OrderView, 'timeZone'>): number =>
  morningOf(untilMs - 1, timeZone, 0);

/** When the next of the last days begins; undefined when nothing waits. */
export function nextLastDayMs(order: OrderView, nowMs: number): number | undefined {
  const moments = (order.waits ?? []).map(({ collectByMs }) => lastDayMs(collectByMs, order));
  const next = Math.min(...moments.filter((ms) => ms > nowMs));
  return Number.isFinite(next) ? next : undefined;
}

/** Tells of goods that wait that it is the last day to collect them, once for each. */
export const lastDayTellings = (order: OrderView, nowMs: number) =>
  (isCancelled(order) ? [] : (order.waits ?? []))
    .filter(({ collectByMs }) => nowMs >= lastDayMs(collectByMs, order) && nowMs < collectByMs)
    .map(({ fulfillmentOrderId: version, locationId: place, collectByMs }) => ({
      ...{ orderId: order._id, code: 'COLLECT_LAST_DAY' as const, version },
      ...{ facts: { place }, factAtMs: lastDayMs(collectByMs, order) },
    }));
