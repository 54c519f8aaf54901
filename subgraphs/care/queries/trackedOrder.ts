import type { CareApplication } from '../application.ts';
import { customerOf } from '../commands/answerPromise.ts';
import { isOpen, type ChoiceState } from '../domain/choice.ts';
import type {
  PromiseChoice,
  PromiseOption,
  TrackedOrder,
  TrackedParcel,
} from '../generated/resolverTypes.ts';
import { hasLeft } from '../domain/watch.ts';
import { isCancelled, type OrderView, type ParcelView } from '../domain/views.ts';

/** An order as its link shows it: nothing in it says who ordered, or where it goes. */
export async function trackedOrder(
  application: CareApplication,
  order: OrderView,
  requestId: string,
): Promise<TrackedOrder> {
  const { _id: orderId } = order;
  const { models } = application;
  const parcels = await models.Parcel.find({ orderId, toStore: false })
    .sort({ createdAtMs: 1 })
    .lean<ParcelView[]>();
  const choice = await models.Choice.findOne({ _id: orderId }).lean<ChoiceState>();
  return {
    ...{ locale: order.locale, timeZone: order.timeZone },
    ...{ number: order.number, placedAt: order.placedAtMs, firstPromisedAt: order.originalLatestAtMs },
    ...{ promisedAt: order.latestAtMs, deliveredAt: order.deliveredAtMs ?? null },
    cancelled: isCancelled(order),
    parcels: parcels
      .filter(({ returnId, voided }) => returnId === undefined && voided !== true)
      .map(trackedParcel),
    choice: choice === null ? null : await shownChoice(application, { order, choice }, requestId),
  };
}

const trackedParcel = (parcel: ParcelView): TrackedParcel => ({
  ...{ trackingCodes: [...parcel.tracking], step: parcel.newestStep ?? null },
  ...{ stepAt: parcel.newestStepAtMs ?? null, expectedAt: parcel.etaMs ?? null },
  ...{ promisedAt: parcel.promisedLatestAtMs ?? null, deliveredAt: parcel.deliveredAtMs ?? null },
});

async function shownChoice(
  application: CareApplication,
  { order, choice }: { readonly order: OrderView; readonly choice: ChoiceState },
  requestId: string,
): Promise<PromiseChoice | null> {
  const { latestAtMs, previousLatestAtMs, answer = null, answeredAtMs = null } = choice;
  if (answer === null && latestAtMs !== order.latestAtMs) return null;
  const options = isOpen(choice, order) ? await optionsOf(application, order, requestId) : [];
  return {
    previousAt: previousLatestAtMs,
    promisedAt: latestAtMs,
    answer,
    answeredAt: answeredAtMs,
    options,
  };
}

/** What is neither a place nor a date. */
const nowhere = { promisedAt: null, placeId: null, placeName: null, handle: null, difference: null };

async function optionsOf(
  application: CareApplication,
  order: OrderView,
  requestId: string,
): Promise<PromiseOption[]> {
  const keep: PromiseOption = { ...nowhere, answer: 'KEEP', promisedAt: order.latestAtMs };
  if (hasLeft(order)) return [keep];
  const places = await application.orders.collectOptions(order._id, {
    ...{ identity: customerOf(order), requestId },
  });
  const collect = places.map(({ latestAtMs: promisedAt, ...place }): PromiseOption => ({
    ...{ answer: 'COLLECT', promisedAt, ...place },
  }));
  return [keep, { ...nowhere, answer: 'CANCEL' }, ...collect];
}
