import { inTransaction, type EventOf, type ReactionTable } from '../../../platform/journal/reactions.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import {
  backorderTelling,
  dispatchOf,
  placedOrder,
  placedTelling,
  serviceOf,
  shortLines,
  unitsOf,
} from '../domain/orderHeard.ts';
import { isCancelled, type OrderView, type ParcelView } from '../domain/views.ts';
import { nextOrderLookMs } from '../domain/watch.ts';
import { decideOffer } from '../domain/choice.ts';
import { tell } from './tell.ts';
import { labelledUnits } from './watching.ts';

const orderOf = ({ models }: CareApplication, id: string, { session }: Tx): Promise<OrderView | null> =>
  models.Order.findOne({ _id: id }).session(session).lean<OrderView>();
const hourMs = 3_600_000;

/** Tells what is done about units that were lost or are broken. */
async function tellTrouble(
  application: CareApplication,
  event: EventOf<'orders.UnitsReshipped' | 'orders.ReshipRefused'>,
  remedy: 'RESHIP' | 'REFUND',
  tx: Tx,
): Promise<void> {
  const { orderId, causeId, trouble, shipmentId } = event.data;
  const parcel =
    shipmentId === undefined
      ? null
      : await application.models.Parcel.findOne({ _id: shipmentId }).session(tx.session).lean();
  const facts = { carrier: parcel?.serviceCode ?? '-', remedy };
  const about = { orderId, version: causeId, facts, factAtMs: event.at };
  const code = trouble === 'LOST' ? 'PARCEL_LOST' : 'PARCEL_DAMAGED';
  await tell(application, { ...about, code }, event, tx);
}

/** What care does when it hears of orders: keeps what messages need of them, and tells their customers. */
export const orderReactions: ReactionTable<CareApplication> = {
  'orders.OrderPlaced': inTransaction(async (application, event, tx) => {
    const { orderId } = event.data;
    const labelled = (await labelledUnits(application, [orderId], tx)).get(orderId) ?? 0;
    const view = { ...placedOrder(event.data), labelled };
    const { clock, settings } = application;
    const nowMs = clock.nowMs();
    // What was heard of its parcels may be about to change: they are counted again at the next look.
    const lookAtMs =
      view.labelled > 0 ? nowMs : nextOrderLookMs({ order: view, nowMs, settings: settings.current() });
    await application.models.Order.replaceOne(
      { _id: view._id },
      { ...view, ...(lookAtMs === undefined ? {} : { lookAtMs }) },
      { upsert: true, session: tx.session },
    );
    // Their watching waits for it.
    await application.models.Parcel.updateMany(
      builtFilter<ParcelView>({ orderId, lookAtMs: { $exists: true } }),
      { $set: { lookAtMs: nowMs } },
      { session: tx.session },
    );
    await tell(application, placedTelling(event.data), event, tx);
    const waiting = backorderTelling(event.data);
    if (waiting !== undefined) await tell(application, waiting, event, tx);
  }),
  // They are to leave like the rest; whether anything of the order is late is asked of all its units.
  'orders.UnitsAdded': inTransaction(async (application, event, tx) => {
    const { models, clock } = application;
    const { session } = tx;
    const { orderId, lines, shipments, latestAtMs, returnId, replaces, causeId: version } = event.data;
    const dispatch = dispatchOf(shipments);
    const set = { lookAtMs: clock.nowMs(), ...dispatch };
    // What was to leave before is no measure for what was added later.
    const unset = dispatch.dispatchDueAtMs === undefined ? { $unset: { dispatchDueAtMs: 1 as const } } : {};
    const ids = returnId === undefined ? [] : lines.map(({ lineId }) => lineId);
    const more = { $inc: { ordered: unitsOf(lines) }, $max: { latestAtMs } };
    const change = { ...more, $addToSet: { exchanged: { $each: ids } }, $set: set, ...unset };
    await models.Order.updateOne({ _id: orderId }, change, { session });
    // What is sent for something that came back, was lost or is broken is told as such.
    if (returnId !== undefined || replaces === true) return;
    const about = { orderId, version, facts: { latestAtMs }, factAtMs: event.at };
    await tell(application, { ...about, code: 'ORDER_EDITED' }, event, tx);
  }),
  'orders.OrderHeld': inTransaction(async (application, event, tx) => {
    const { orderId } = event.data;
    const telling = {
      orderId,
      code: 'ORDER_ON_HOLD',
      version: event.seq,
      facts: {},
      factAtMs: event.at,
    } as const;
    await tell(application, telling, event, tx);
  }),
  'orders.LinesCancelled': inTransaction(async (application, event, tx) => {
    const { orderId, by, causeId } = event.data;
    const lines = shortLines(event.data.lines);
    const units = unitsOf(lines);
    const { session } = tx;
    await application.models.Order.updateOne({ _id: orderId }, { $inc: { cancelled: units } }, { session });
    const order = await orderOf(application, orderId, tx);
    if (order === null) return;
    const about = { orderId, version: causeId, factAtMs: event.at, facts: { units, lines } };
    const byCustomer = by === 'CUSTOMER' ? '_BY_CUSTOMER' : '';
    if (by === 'NOT_COLLECTED') await tell(application, { ...about, code: 'COLLECT_EXPIRED' }, event, tx);
    else if (isCancelled(order))
      await tell(application, { ...about, code: `ORDER_CANCELLED${byCustomer}` }, event, tx);
    else await tell(application, { ...about, code: `LINES_CANCELLED${byCustomer}` }, event, tx);
  }),
  // The order goes another way, as was agreed: watched is the new promise; the first one stays the first.
  'orders.OrderReplanned': inTransaction(async (application, event, tx) => {
    const { orderId, promise, shipments, askId: version } = event.data;
    const { latestAtMs, collectAtId } = promise;
    const set = {
      ...{ latestAtMs, planned: shipments.length },
      ...dispatchOf(shipments),
      ...serviceOf(shipments),
      lookAtMs: application.clock.nowMs(),
      ...(collectAtId === undefined ? {} : { collectAtId }),
    };
    const gone = collectAtId === undefined ? { $unset: { collectAtId: 1 } } : {};
    await application.models.Order.updateOne(
      { _id: orderId },
      { $set: set, ...gone },
      { session: tx.session },
    );
    const about = { orderId, version, facts: { latestAtMs }, factAtMs: event.at };
    await tell(application, { ...about, code: 'ORDER_EDITED' }, event, tx);
  }),
  'orders.OrderRepromised': inTransaction(async (application, event, tx) => {
    const { orderId, latestAtMs, cause } = event.data;
    const { session } = tx;
    const order = await orderOf(application, orderId, tx);
    if (order === null) return;
    const set = { latestAtMs, repromisedLatestAtMs: latestAtMs };
    await application.models.Order.updateOne({ _id: orderId }, { $set: set }, { session });
    // An earlier date is good news that nobody needs to act on.
    if (latestAtMs <= order.latestAtMs) return;
    const offered = { orderId, latestAtMs, previousLatestAtMs: order.latestAtMs };
    await runDecision(application.journal, application.choices, {
      ...{ id: orderId, actor: event.actor, cause: event.id, tx },
      decide: (known) => decideOffer(known, offered),
    });
    // What is under way to this customer is watched by the new date; the first one stays the first of the order.
    await application.models.Parcel.updateMany(
      builtFilter<ParcelView>({ orderId, promisedLatestAtMs: { $lt: latestAtMs }, returnId: null }),
      { $set: { promisedLatestAtMs: latestAtMs, lookAtMs: application.clock.nowMs() } },
      { session },
    );
    const facts = { latestAtMs, previousLatestAtMs: order.latestAtMs };
    const telling = {
      orderId,
      code: cause === 'RECEIPT_LATE' ? 'BACKORDER_MOVED' : 'PROMISE_MOVED',
      version: latestAtMs,
      facts,
      factAtMs: event.at,
    } as const;
    await tell(application, telling, event, tx);
  }),
  // What is done about the trouble is being decided: whoever looks into it does not say so meanwhile.
  'orders.ReshipAsked': inTransaction(async ({ models }, { data: { orderId, causeId } }, { session }) => {
    await models.Order.updateOne({ _id: orderId }, { $addToSet: { reshipsAsked: causeId } }, { session });
  }),
  'orders.UnitsReshipped': inTransaction(async (application, event, tx) => {
    const { orderId, latestAtMs, causeId } = event.data;
    const { session } = tx;
    const change = { $max: { latestAtMs }, $pull: { reshipsAsked: causeId } };
    await application.models.Order.updateOne({ _id: orderId }, change, { session });
    await tellTrouble(application, event, 'RESHIP', tx);
  }),
  'orders.ReshipRefused': inTransaction(async (application, event, tx) => {
    const { orderId, causeId } = event.data;
    const { session } = tx;
    const over = { $pull: { reshipsAsked: causeId } };
    await application.models.Order.updateOne({ _id: orderId }, over, { session });
    if (event.data.code === 'OUT_OF_STOCK') await tellTrouble(application, event, 'REFUND', tx);
  }),
  'orders.PaymentChanged': inTransaction(async (application, event, tx) => {
    const { orderId, paymentId, state, amount } = event.data;
    if (state !== 'ACTION_REQUIRED') return;
    const about = { orderId, version: paymentId, facts: { amount }, factAtMs: event.at };
    await tell(application, { ...about, code: 'PAYMENT_ACTION_NEEDED' }, event, tx);
  }),
  // Once for all means that it went back on.
  'orders.MoneyGivenBack': inTransaction(async (application, event, tx) => {
    const { orderId, amount, returnId, goodwill } = event.data;
    const about = { orderId, version: event.id, facts: { amount }, factAtMs: event.at };
    const code = returnId !== undefined ? 'RETURN_REFUNDED' : goodwill === true ? 'GOODWILL' : 'REFUNDED';
    await tell(application, { ...about, code }, event, tx);
  }),
  'orders.OrderDelivered': inTransaction(async (application, event, tx) => {
    const { orderId, deliveredAtMs, readyAtMs } = event.data;
    const { models } = application;
    const { session } = tx;
    const surveyAtMs = deliveredAtMs + application.settings.current().surveyAfterHours * hourMs;
    await models.Order.updateOne({ _id: orderId }, { $set: { deliveredAtMs, surveyAtMs } }, { session });
    const toCustomer = { orderId, toStore: false, returnId: null };
    const parcels = await models.Parcel.countDocuments(toCustomer).session(session);
    if (readyAtMs !== undefined || parcels < 2) return;
    const telling = {
      orderId,
      code: 'ORDER_DELIVERED',
      version: 1,
      facts: {},
      factAtMs: deliveredAtMs,
    } as const;
    await tell(application, telling, event, tx);
  }),
};
