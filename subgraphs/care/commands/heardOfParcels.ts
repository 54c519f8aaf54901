import { inTransaction, type EventOf, type ReactionTable } from '../../../platform/journal/reactions.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import { createdParcel } from '../domain/orderHeard.ts';
import {
  changed,
  delivered,
  handedOver,
  reported,
  isExchangeOf,
  numberUnknown,
  stepOfParcel,
  type ParcelChange,
} from '../domain/parcelHeard.ts';
import { stepOf, type MessageCodeStep } from '../domain/steps.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import { tell } from './tell.ts';
import { lookAtOrder, lookAtParcel } from './watching.ts';

/** A parcel as care knows it; null for one it has not heard of, one on its way back, and one between stores. */
async function parcelToCustomer({ models }: CareApplication, id: string, tx: Tx): Promise<ParcelView | null> {
  const found = await models.Parcel.findOne({ _id: id }).session(tx.session).lean<ParcelView>();
  return found === null || found.returnId !== undefined || found.toStore ? null : found;
}

const orderOf = ({ models }: CareApplication, id: string, { session }: Tx): Promise<OrderView | null> =>
  models.Order.findOne({ _id: id }).session(session).lean<OrderView>();

const change = async (
  { models }: CareApplication,
  id: string,
  { set, troubleIsOver }: ParcelChange,
  { session }: Tx,
): Promise<void> => {
  if (Object.keys(set).length === 0 && !troubleIsOver) return;
  const unset = troubleIsOver ? { $unset: { trouble: 1 as const, troubleAtMs: 1 as const } } : {};
  await models.Parcel.updateOne({ _id: id }, { $set: set, ...unset }, { session });
};
const setting = (set: ParcelChange['set']): ParcelChange => ({ set, troubleIsOver: false });

/** Notes a step if it is the newest, and decides its message; which of several is told is judged when it is due. */
async function tellStep(
  application: CareApplication,
  parcel: ParcelView,
  step: { readonly code: MessageCodeStep; readonly atMs: number },
  event: { readonly id: string; readonly actor: string },
  tx: Tx,
): Promise<void> {
  const order = await orderOf(application, parcel.orderId, tx);
  const { change: newest, telling } = stepOfParcel(parcel, order, step);
  await change(application, parcel._id, newest, tx);
  // What is sent for something that came back is told as such.
  const isExchange = step.code === 'PARCEL_SHIPPED' && order !== null && isExchangeOf(order, parcel);
  if (isExchange)
    await tell<'EXCHANGE_SHIPPED'>(application, { ...telling, code: 'EXCHANGE_SHIPPED' }, event, tx);
  else await tell(application, telling, event, tx);
}

async function tracked(
  application: CareApplication,
  event: EventOf<'shipping.TrackingRecorded'>,
  tx: Tx,
): Promise<void> {
  const { shipmentId, milestone, occurredAtMs: atMs } = event.data;
  const parcel = await parcelToCustomer(application, shipmentId, tx);
  if (parcel === null) return;
  const { damagedCodes } = application.settings.current();
  const report = reported(parcel, event.data, damagedCodes);
  await change(application, shipmentId, report, tx);
  // Of several parcels of a shipment all have to arrive: ShipmentDelivered says when.
  const code = milestone === 'DELIVERED' ? undefined : stepOf(milestone);
  if (code !== undefined) await tellStep(application, changed(parcel, report), { code, atMs }, event, tx);
  await lookAtParcel(application, shipmentId, tx);
}

/** A parcel has a label now, or needs none any more: more or less of its order is still to leave. */
async function lookAtOrderOf(application: CareApplication, id: string, tx: Tx): Promise<void> {
  const parcel = await parcelToCustomer(application, id, tx);
  if (parcel !== null) await lookAtOrder(application, parcel.orderId, tx);
}

/** What care does when it hears of shipments. */
export const parcelReactions: ReactionTable<CareApplication> = {
  'shipping.CarrierServiceChanged': inTransaction(
    async ({ models }, { data: { code, name } }, { session }) => {
      await models.Service.replaceOne({ _id: code }, { _id: code, name }, { upsert: true, session });
    },
  ),
  // Whichever of the two is heard first: a label is never forgotten.
  'shipping.ShipmentCreated': inTransaction(async (application, { data, at }, tx) => {
    const order = await orderOf(application, data.orderId, tx);
    const { _id, tracking, ...created }: ParcelView = createdParcel(data, at, order);
    const kept = { $set: created, $setOnInsert: { tracking } };
    const options = { upsert: true, session: tx.session };
    const { matchedCount } = await application.models.Parcel.updateOne({ _id }, kept, options);
    if (matchedCount > 0) await lookAtOrderOf(application, _id, tx);
  }),
  'shipping.LabelPurchased': inTransaction(async (application, { data, at }, tx) => {
    const { shipmentId: _id, orderId, trackingCodes: tracking } = data;
    const unknown = { orderId, toStore: false, serviceCode: '-', lines: [], createdAtMs: at };
    const label = { $set: { tracking, labelledAtMs: at }, $setOnInsert: unknown };
    await application.models.Parcel.updateOne({ _id }, label, { upsert: true, session: tx.session });
    await lookAtOrderOf(application, _id, tx);
  }),
  'shipping.ShipmentVoided': inTransaction(async (application, { data }, tx) => {
    await change(application, data.shipmentId, setting({ voided: true }), tx);
    await lookAtOrderOf(application, data.shipmentId, tx);
    await lookAtParcel(application, data.shipmentId, tx);
  }),
  'shipping.ShipmentHandedOver': inTransaction(async (application, event, tx) => {
    const { shipmentId, atMs } = event.data;
    const parcel = await parcelToCustomer(application, shipmentId, tx);
    if (parcel === null) return;
    const order = await orderOf(application, parcel.orderId, tx);
    await change(application, shipmentId, handedOver(order, atMs), tx);
    await tellStep(application, parcel, { code: 'PARCEL_SHIPPED', atMs }, event, tx);
    await lookAtParcel(application, shipmentId, tx);
  }),
  'shipping.TrackingRecorded': inTransaction(tracked),
  'shipping.TrackingNumberUnknown': inTransaction(async (application, { data }, tx) => {
    const { shipmentId, trackingCode, atMs } = data;
    const parcel = await parcelToCustomer(application, shipmentId, tx);
    if (parcel === null) return;
    await change(application, shipmentId, numberUnknown(parcel, trackingCode, atMs), tx);
    await lookAtParcel(application, shipmentId, tx);
  }),
  'shipping.ShipmentDelivered': inTransaction(async (application, event, tx) => {
    const { shipmentId, deliveredAtMs } = event.data;
    const parcel = await parcelToCustomer(application, shipmentId, tx);
    if (parcel === null) return;
    await change(application, shipmentId, delivered(parcel, event.data), tx);
    await tellStep(application, parcel, { code: 'PARCEL_DELIVERED', atMs: deliveredAtMs }, event, tx);
    await lookAtParcel(application, shipmentId, tx);
  }),
  'shipping.ParcelCameBack': inTransaction(async (application, event, tx) => {
    const { shipmentId, number, orderId, isReturn, atMs } = event.data;
    const parcel = await parcelToCustomer(application, shipmentId, tx);
    if (isReturn || parcel === null) return;
    const about = { orderId, parcelId: shipmentId, version: number, facts: {}, factAtMs: atMs };
    await tell(application, { ...about, code: 'BACK_AT_WAREHOUSE' }, event, tx);
  }),
  'shipping.ShipmentLost': inTransaction(async (application, event, tx) => {
    const parcel = await parcelToCustomer(application, event.data.shipmentId, tx);
    if (parcel === null) return;
    await change(application, parcel._id, setting({ lostAtMs: event.at }), tx);
    await lookAtParcel(application, parcel._id, tx);
  }),
};
