import { inTransaction, type ReactionTable } from '../../../platform/journal/reactions.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import type { MessageCode } from '../domain/codes.ts';
import type { OrderView, WaitingGoods } from '../domain/views.ts';
import { tell } from './tell.ts';
import { lookAtOrder } from './watching.ts';

type ReturnEventName =
  | 'returns.LabelIssued'
  | 'returns.ReturnInTransit'
  | 'returns.ReturnReceived'
  | 'returns.ReturnInspected'
  | 'returns.ReturnRejected';
type ReturnCode = Extract<
  MessageCode,
  'RETURN_LABEL' | 'RETURN_ON_ITS_WAY' | 'RETURN_RECEIVED' | 'RETURN_INSPECTED' | 'RETURN_REFUSED'
>;

/** A step of a return, told under the number of the return. */
const returnStep = <N extends ReturnEventName>(code: ReturnCode) =>
  inTransaction<CareApplication, N>(async (application, event, tx) => {
    const { returnId, orderId } = event.data;
    const found = await application.models.Return.findOne({ _id: returnId }).session(tx.session).lean();
    if (found === null) return;
    const facts = { number: found.number };
    await tell(application, { orderId, code, version: returnId, facts, factAtMs: event.at }, event, tx);
  });

/** Keeps what waits for its customer in a store, and until when; what waits no more is dropped. */
async function setWaiting(
  application: CareApplication,
  about: { readonly orderId: string; readonly fulfillmentOrderId: string },
  waits: WaitingGoods | undefined,
  tx: Tx,
): Promise<void> {
  const { orderId: _id, fulfillmentOrderId } = about;
  const { Order } = application.models;
  const order = await Order.findOne({ _id }).session(tx.session).lean<OrderView>();
  if (order === null) return;
  const others = (order.waits ?? []).filter((each) => each.fulfillmentOrderId !== fulfillmentOrderId);
  const change = { $set: { waits: waits === undefined ? others : [...others, waits] } };
  await Order.updateOne({ _id }, change, { session: tx.session });
  await lookAtOrder(application, _id, tx);
}

/** What care does when it hears of stores, and of goods that wait in one. */
export const collectionReactions: ReactionTable<CareApplication> = {
  'fulfillment.LocationChanged': inTransaction(async ({ models }, { data }, { session }) => {
    const { locationId: _id, name, city } = data;
    await models.Place.replaceOne({ _id }, { _id, name, city }, { upsert: true, session });
  }),
  'fulfillment.ReadyForCollection': inTransaction(async (application, event, tx) => {
    const { orderId, fulfillmentOrderId: version, locationId: place, collectByMs: untilMs } = event.data;
    if (untilMs === undefined) return;
    const about = { orderId, version, facts: { place, untilMs }, factAtMs: event.at };
    await tell(application, { ...about, code: 'READY_TO_COLLECT' }, event, tx);
    const goods = { fulfillmentOrderId: version, locationId: place, collectByMs: untilMs };
    await setWaiting(application, event.data, goods, tx);
  }),
  'fulfillment.CollectionReminded': inTransaction(async (application, event, tx) => {
    const { orderId, fulfillmentOrderId: version, locationId: place, collectByMs: untilMs } = event.data;
    const about = { orderId, version, facts: { place, untilMs }, factAtMs: event.at };
    await tell(application, { ...about, code: 'COLLECT_REMINDER' }, event, tx);
  }),
  'fulfillment.Collected': inTransaction(async (application, event, tx) => {
    const { orderId, fulfillmentOrderId: version, locationId: place, atMs: factAtMs } = event.data;
    await tell(application, { orderId, code: 'COLLECTED', version, facts: { place }, factAtMs }, event, tx);
    await setWaiting(application, event.data, undefined, tx);
  }),
  'fulfillment.CollectionExpired': inTransaction((application, { data }, tx) =>
    setWaiting(application, data, undefined, tx),
  ),
  'fulfillment.LinesCancelled': inTransaction(async (application, { data }, tx) => {
    if (data.closed) await setWaiting(application, data, undefined, tx);
  }),
};

/** What care does when it hears of returns. */
export const returnReactions: ReactionTable<CareApplication> = {
  'returns.ReturnRequested': inTransaction(async ({ models }, { data }, { session }) => {
    const { returnId, orderId, number, turnedBack, gift } = data;
    // Whoever gave it hears nothing of it.
    if (gift === true) return;
    // The customer did not send it back: they hear of the parcel that did not arrive.
    if (turnedBack !== undefined) return;
    await models.Return.replaceOne({ _id: returnId }, { _id: returnId, number }, { upsert: true, session });
    await models.Order.updateOne({ _id: orderId }, { $addToSet: { returnIds: returnId } }, { session });
  }),
  'returns.LabelIssued': returnStep('RETURN_LABEL'),
  'returns.ReturnInTransit': returnStep('RETURN_ON_ITS_WAY'),
  'returns.ReturnReceived': returnStep('RETURN_RECEIVED'),
  'returns.ReturnInspected': returnStep('RETURN_INSPECTED'),
  'returns.ReturnRejected': returnStep('RETURN_REFUSED'),
};
