import { inTransaction, type EventOf, type ReactionTable } from '../../../platform/journal/reactions.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import { stepOf, type MessageCodeStep } from '../domain/steps.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import { tell } from './tell.ts';
import { lookAtOrder, lookAtParcel } from './watching.ts';

/** A parcel as care knows it; null for one it has not heard of, one on its way back, and one between stores. */
async function parcelToCustomer({ models }: CareApplication, id: string, tx: Tx): Promise<ParcelView | null> {
  const found = await models.Parcel.findOne({ _id: id }).session(tx.session).lean<ParcelView>();
  return found === null || found.returnId !== undefined || found.toStore ? null : found;
}

const change = ({ models }: CareApplication, id: string, values: Partial<ParcelView>, tx: Tx) =>
  models.Parcel.updateOne({ _id: id }, { $set: values }, { session: tx.session });

/** Notes a step if it is the newest, and decides its message; which of several is told is judged when it is due. */
async function tellStep(
  application: CareApplication,
  {
    parcel,
    code,
    atMs,
  }: { readonly parcel: ParcelView; readonly code: MessageCodeStep; readonly atMs: number },
  event: { readonly id: string; readonly actor: string },
  tx: Tx,
): Promise<void> {
  if (parcel.newestStepAtMs === undefined || atMs >= parcel.newestStepAtMs)
    await change(application, parcel._id, { newestStep: code, newestStepAtMs: atMs }, tx);
  const order = await application.models.Order.findOne({ _id: parcel.orderId })
    .session(tx.session)
    .lean<OrderView>();
  const facts = {
    ...{ carrier: parcel.serviceCode, tracking: [...parcel.tracking], lines: [...parcel.lines] },
    latestAtMs: parcel.promisedLatestAtMs ?? order?.latestAtMs ?? atMs,
  };
  // A second attempt on another day is news; the same scan told twice is not.
  const repeats = code === 'OUT_FOR_DELIVERY' || code === 'ATTEMPT_FAILED';
  const version = repeats ? new Date(atMs).toISOString().slice(0, 10) : 1;
  const { orderId, _id: parcelId } = parcel;
  await tell(application, { orderId, parcelId, code, version, facts, factAtMs: atMs }, event, tx);
}

/** What a report of the carrier says about trouble; undefined where it says that all goes on. */
function troubleOf(milestone: string, rawCode: string, damaged: readonly string[]): ParcelView['trouble'] {
  if (milestone === 'ATTEMPT_FAILED' || milestone === 'DAMAGED') return milestone;
  if (milestone !== 'EXCEPTION') return undefined;
  return damaged.includes(rawCode.toUpperCase()) ? 'DAMAGED' : 'EXCEPTION';
}

/** Reports that a parcel does not reach the customer and goes back. */
const turning: ReadonlySet<string> = new Set(['RETURN_TO_SENDER', 'REFUSED', 'DAMAGED']);

async function tracked(
  application: CareApplication,
  event: EventOf<'shipping.TrackingRecorded'>,
  tx: Tx,
): Promise<void> {
  const { shipmentId, milestone, rawCode, occurredAtMs, estimatedDeliveryAtMs } = event.data;
  const parcel = await parcelToCustomer(application, shipmentId, tx);
  if (parcel === null) return;
  const { models, settings } = application;
  if (occurredAtMs >= (parcel.lastScanAtMs ?? 0)) {
    const etaMs = estimatedDeliveryAtMs === undefined ? {} : { etaMs: estimatedDeliveryAtMs };
    await change(application, shipmentId, { lastScanAtMs: occurredAtMs, ...etaMs }, tx);
    const trouble = troubleOf(milestone, rawCode, settings.current().damagedCodes);
    if (trouble !== undefined)
      await change(application, shipmentId, { trouble, troubleAtMs: occurredAtMs }, tx);
    // Damage stays until a person has looked at it.
    else if (parcel.trouble !== undefined && parcel.trouble !== 'DAMAGED') {
      const nothing = { $unset: { trouble: 1 as const, troubleAtMs: 1 as const } };
      await models.Parcel.updateOne({ _id: shipmentId }, nothing, { session: tx.session });
    }
  }
  if (turning.has(milestone) && parcel.returningAtMs === undefined)
    await change(application, shipmentId, { returningAtMs: occurredAtMs }, tx);
  // Of several parcels of a shipment all have to arrive: ShipmentDelivered says when.
  const step = milestone === 'DELIVERED' ? undefined : stepOf(milestone);
  if (step !== undefined) await tellStep(application, { parcel, code: step, atMs: occurredAtMs }, event, tx);
  await lookAtParcel(application, shipmentId, tx);
}

/** Units that have a label now, or have none any more. */
async function labelled(application: CareApplication, id: string, sign: 1 | -1, tx: Tx): Promise<void> {
  const parcel = await parcelToCustomer(application, id, tx);
  if (parcel === null) return;
  const units = parcel.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const { session } = tx;
  await application.models.Order.updateOne(
    { _id: parcel.orderId },
    { $inc: { labelled: sign * units } },
    { session },
  );
  await lookAtOrder(application, parcel.orderId, tx);
}

const hourMs = 3_600_000;

/** What care does when it hears of shipments. */
export const parcelReactions: ReactionTable<CareApplication> = {
  'shipping.CarrierServiceChanged': inTransaction(
    async ({ models }, { data: { code, name } }, { session }) => {
      await models.Service.replaceOne({ _id: code }, { _id: code, name }, { upsert: true, session });
    },
  ),
  'shipping.ShipmentCreated': inTransaction(async ({ models }, { data, at }, { session }) => {
    const { shipmentId, orderId, returnId, collectAtId, serviceCode, promisedLatestAtMs } = data;
    const view: ParcelView = {
      ...{ locationId: data.locationId, lastMile: data.carrier },
      ...{ _id: shipmentId, orderId, serviceCode, toStore: collectAtId !== undefined, createdAtMs: at },
      ...{ tracking: [], lines: data.lines.map(({ sku, quantity }) => ({ sku, quantity })) },
      ...(returnId === undefined ? {} : { returnId }),
      // What comes back, and what goes to a store, is nobody's promise here.
      ...(returnId === undefined && collectAtId === undefined ? { lookAtMs: at + hourMs } : {}),
      ...(promisedLatestAtMs === undefined ? {} : { promisedLatestAtMs }),
    };
    await models.Parcel.replaceOne({ _id: shipmentId }, view, { upsert: true, session });
  }),
  'shipping.LabelPurchased': inTransaction(async (application, { data, at }, tx) => {
    await change(application, data.shipmentId, { tracking: data.trackingCodes, labelledAtMs: at }, tx);
    await labelled(application, data.shipmentId, 1, tx);
  }),
  'shipping.ShipmentVoided': inTransaction(async (application, { data }, tx) => {
    await change(application, data.shipmentId, { voided: true }, tx);
    await labelled(application, data.shipmentId, -1, tx);
    await lookAtParcel(application, data.shipmentId, tx);
  }),
  'shipping.ShipmentHandedOver': inTransaction(async (application, event, tx) => {
    const { shipmentId, atMs } = event.data;
    const parcel = await parcelToCustomer(application, shipmentId, tx);
    if (parcel === null) return;
    await change(application, shipmentId, { handedOverAtMs: atMs }, tx);
    await tellStep(application, { parcel, code: 'PARCEL_SHIPPED', atMs }, event, tx);
    await lookAtParcel(application, shipmentId, tx);
  }),
  'shipping.TrackingRecorded': inTransaction(tracked),
  'shipping.ShipmentDelivered': inTransaction(async (application, event, tx) => {
    const { shipmentId, deliveredAtMs } = event.data;
    const parcel = await parcelToCustomer(application, shipmentId, tx);
    if (parcel === null) return;
    const { handedOverAtMs = deliveredAtMs } = parcel;
    const took = deliveredAtMs > handedOverAtMs ? { tookMs: deliveredAtMs - handedOverAtMs } : {};
    const { lastMileCarrier } = event.data;
    const by = lastMileCarrier === undefined ? {} : { lastMile: lastMileCarrier };
    await change(application, shipmentId, { deliveredAtMs, ...took, ...by }, tx);
    await tellStep(application, { parcel, code: 'PARCEL_DELIVERED', atMs: deliveredAtMs }, event, tx);
    await lookAtParcel(application, shipmentId, tx);
  }),
  'shipping.ShipmentLost': inTransaction(async (application, event, tx) => {
    const parcel = await parcelToCustomer(application, event.data.shipmentId, tx);
    if (parcel === null) return;
    await change(application, parcel._id, { lostAtMs: event.at }, tx);
    await lookAtParcel(application, parcel._id, tx);
  }),
};
