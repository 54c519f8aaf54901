import { eventNamesOf, inTransaction, type ReactionTable } from '../../platform/journal/reactions.ts';
import { trusted } from '../../platform/mongo/connect.ts';
import type { InsightsApplication } from './application.ts';

/** What insights does on other subgraphs' events: it keeps one row per order and per shipment. */
export const insightsReactions: ReactionTable<InsightsApplication> = {
  'orders.OrderPlaced': inTransaction(async ({ models }, { data }, { session }) => {
    const early = await models.Early.findOne({ _id: data.orderId }).session(session).lean();
    const row = {
      ...{ _id: data.orderId, owner: data.owner, channel: data.channel, placedAtMs: data.placedAtMs },
      promisedLatestAtMs: data.promise.latestAtMs,
      ordered: data.lines.reduce((sum, line) => sum + line.quantity, 0),
      locationIds: data.shipments.map((shipment) => shipment.locationId),
      ...(early === null ? {} : { deliveredAtMs: early.deliveredAtMs }),
    };
    await models.Outcome.replaceOne({ _id: row._id }, row, { upsert: true, session });
  }),
  // The customer chose another promise: that one is to be kept.
  'orders.OrderReplanned': inTransaction(async ({ models }, { data }, { session }) => {
    const promisedLatestAtMs = data.promise.latestAtMs;
    const locationIds = data.shipments.map((shipment) => shipment.locationId);
    await models.Outcome.updateOne(
      { _id: data.orderId },
      { $set: { promisedLatestAtMs, locationIds } },
      { session },
    );
  }),
  'orders.OrderDelivered': inTransaction(async ({ models }, { data }, { session }) => {
    const { orderId } = data;
    // To collect, the promise is kept when the goods wait; when the customer comes is theirs to say.
    const deliveredAtMs = data.readyAtMs ?? data.deliveredAtMs;
    const done = await models.Outcome.updateOne({ _id: orderId }, { $set: { deliveredAtMs } }, { session });
    if (done.matchedCount === 0)
      await models.Early.replaceOne(
        { _id: orderId },
        { _id: orderId, deliveredAtMs },
        { upsert: true, session },
      );
  }),
  'orders.LinesCancelled': inTransaction(async ({ models: { Outcome } }, { data, at }, { session }) => {
    const { orderId, by, lines, readyAtMs } = data;
    if (by === 'NOT_COLLECTED' && readyAtMs !== undefined) {
      const unheard = { _id: orderId, deliveredAtMs: trusted({ $exists: false }) };
      await Outcome.updateOne(unheard, { $set: { deliveredAtMs: readyAtMs } }, { session });
      return;
    }
    // What the retailer could not do, and what was given up after its date, was promised and not kept.
    if (by !== 'CUSTOMER' && by !== 'PAYMENT') return;
    const inTime = { _id: orderId, promisedLatestAtMs: trusted({ $gte: at }) };
    const units = lines.reduce((sum, line) => sum + line.quantity, 0);
    await Outcome.updateOne(inTime, { $inc: { withdrawn: units } }, { session });
  }),
  'shipping.ShipmentDelivered': inTransaction(async ({ models }, { data }, { session }) => {
    const { shipmentId, orderId, serviceCode, locationId, deliveredAtMs, promisedLatestAtMs } = data;
    if (data.isReturn || promisedLatestAtMs === undefined) return;
    const row = { _id: shipmentId, orderId, serviceCode, locationId, promisedLatestAtMs, deliveredAtMs };
    await models.Shipment.replaceOne({ _id: shipmentId }, row, { upsert: true, session });
  }),
};

/** Event types insights reacts to. */
export const insightsConsumes = eventNamesOf(insightsReactions);
