import { inTransaction, type Reactions } from '../../platform/journal/inbox.ts';
import { trusted } from '../../platform/mongo/connect.ts';
import type { EventName, EventPayload } from '../../schema/events/registry.ts';
import type { InsightsModels } from './store/models.ts';

/** What insights does on other subgraphs' events: it keeps one line per order and per shipment. */
export function insightsReactions(models: () => InsightsModels): Reactions {
  return {
    'orders.OrderPlaced': inTransaction(async (event, { session }) => {
      const data = event.data as EventPayload<'orders.OrderPlaced'>;
      const early = await models().Early.findOne({ _id: data.orderId }).session(session).lean();
      const row = {
        ...{ _id: data.orderId, owner: data.owner, channel: data.channel, placedAtMs: data.placedAtMs },
        promisedLatestAtMs: data.promise.latestAtMs,
        ordered: data.lines.reduce((sum, line) => sum + line.quantity, 0),
        locationIds: data.shipments.map((shipment) => shipment.locationId),
        ...(early === null ? {} : { deliveredAtMs: early.deliveredAtMs }),
      };
      await models().Outcome.replaceOne({ _id: row._id }, row, { upsert: true, session });
    }),
    'orders.OrderDelivered': inTransaction(async (event, { session }) => {
      const data = event.data as EventPayload<'orders.OrderDelivered'>;
      const { orderId } = data;
      // To collect, the promise is kept when the goods wait; when the customer comes is theirs to say.
      const deliveredAtMs = data.readyAtMs ?? data.deliveredAtMs;
      const done = await models().Outcome.updateOne(
        { _id: orderId },
        { $set: { deliveredAtMs } },
        { session },
      );
      if (done.matchedCount === 0)
        await models().Early.replaceOne(
          { _id: orderId },
          { _id: orderId, deliveredAtMs },
          { upsert: true, session },
        );
    }),
    'orders.LinesCancelled': inTransaction(async (event, { session }) => {
      const { orderId, by, lines, readyAtMs } = event.data as EventPayload<'orders.LinesCancelled'>;
      const { Outcome } = models();
      if (by === 'NOT_COLLECTED' && readyAtMs !== undefined) {
        const unheard = { _id: orderId, deliveredAtMs: trusted({ $exists: false }) };
        await Outcome.updateOne(unheard as never, { $set: { deliveredAtMs: readyAtMs } }, { session });
        return;
      }
      // What the retailer could not do, and what was given up after its date, was promised and not kept.
      if (by !== 'CUSTOMER' && by !== 'PAYMENT') return;
      const inTime = { _id: orderId, promisedLatestAtMs: trusted({ $gte: event.at }) };
      const units = lines.reduce((sum, line) => sum + line.quantity, 0);
      await Outcome.updateOne(inTime as never, { $inc: { withdrawn: units } }, { session });
    }),
    'shipping.ShipmentDelivered': inTransaction(async (event, { session }) => {
      const data = event.data as EventPayload<'shipping.ShipmentDelivered'>;
      const { shipmentId, orderId, serviceCode, locationId, deliveredAtMs, promisedLatestAtMs } = data;
      if (data.isReturn || promisedLatestAtMs === undefined) return;
      const row = { _id: shipmentId, orderId, serviceCode, locationId, promisedLatestAtMs, deliveredAtMs };
      await models().Shipment.replaceOne({ _id: shipmentId }, row, { upsert: true, session });
    }),
  };
}

/** Event types insights reacts to. */
export const insightsConsumes = Object.keys(
  insightsReactions(() => {
    throw new Error('Only the names are wanted.');
  }),
) as readonly EventName[];
