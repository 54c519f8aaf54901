import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import {
  asEffect,
  eventNamesOf,
  inTransaction,
  type EventOf,
  type ReactionTable,
} from '../../platform/journal/reactions.ts';
import { trusted } from '../../platform/mongo/connect.ts';
import type { Tx } from '../../platform/mongo/withTransaction.ts';
import type { FulfillmentApplication } from './application.ts';
import type { Cause } from './ports.ts';

const causedBy = ({ actor, id }: Pick<JournalEvent, 'actor' | 'id'>): Cause => ({ actor, cause: id });

/** Weights and longest sides of variants, for parcels; a later import wins. */
async function rememberSizes(
  { models: { VariantWeight } }: FulfillmentApplication,
  { data, at }: EventOf<'catalog.VariantsChanged'>,
  tx: Tx,
): Promise<void> {
  const skus = data.variants.map((variant) => variant.sku);
  const known = await VariantWeight.find({ _id: trusted({ $in: skus }) })
    .session(tx.session)
    .lean();
  const newest = new Map(known.map((row) => [row._id, row.asOfMs]));
  const fresh = data.variants.filter((variant) => (newest.get(variant.sku) ?? 0) <= at);
  if (fresh.length === 0) return;
  await VariantWeight.bulkWrite(
    fresh.map(({ sku, weightGrams, lengthMm, widthMm, heightMm, gtin, options }) => ({
      replaceOne: {
        filter: { _id: sku },
        replacement: {
          ...{ _id: sku, weightGrams, longestMm: Math.max(lengthMm, widthMm, heightMm), asOfMs: at },
          ...(gtin === undefined ? {} : { gtin }),
          ...(options === undefined ? {} : { options }),
        },
        upsert: true,
      },
    })),
    { session: tx.session, ordered: true },
  );
}

/** What fulfillment does on other subgraphs' events. */
export const fulfillmentReactions: ReactionTable<FulfillmentApplication> = {
  // Not in the inbox's transaction: orders of one busy location first queue for its capacity counter.
  // The order's own row makes a second delivery harmless.
  'orders.OrderConfirmed': asEffect(({ maker }, event) => maker.forOrder(event.data, causedBy(event))),
  'orders.UnitsAdded': asEffect(({ maker }, event) => maker.forAddition(event.data, causedBy(event))),
  // What was recalled is worked on again: another way, or as before.
  'orders.OrderReplanned': asEffect(({ maker }, event) => maker.replanned(event.data, causedBy(event))),
  'orders.ChangeUndone': asEffect(({ maker }, event) => maker.forAddition(event.data, causedBy(event))),
  'orders.OrderHeld': inTransaction(({ maker }, event, tx) =>
    maker.hold(tx, event.data.orderId, causedBy(event)),
  ),
  // Asks the carrier where parcels have their label; the ask's own row makes a second delivery harmless.
  'orders.CancelAsked': asEffect(({ cancelAsks }, event) => cancelAsks.answer(event.data, causedBy(event))),
  // The same question: which units can be given up. That they are not cancelled is for orders to know.
  'orders.ChangeAsked': asEffect(({ cancelAsks }, event) =>
    cancelAsks.answer(event.data, causedBy(event), true),
  ),
  'orders.LinesCancelled': inTransaction(({ cancelLines }, event, tx) =>
    cancelLines(tx, event.data, causedBy(event)),
  ),
  'shipping.TrackingRecorded': inTransaction(({ scans }, event, tx) =>
    scans.recorded(tx, event.data, causedBy(event)),
  ),
  'shipping.ShipmentDelivered': inTransaction(({ maker }, event, tx) =>
    maker.arrived(tx, event.data, causedBy(event)),
  ),
  'catalog.StockShort': inTransaction(({ shortStock }, event, tx) =>
    shortStock.found(tx, event.data, causedBy(event)),
  ),
  'fulfillment.StockDiscrepancy': inTransaction(({ shortStock }, event, tx) =>
    shortStock.missing(tx, event.data, causedBy(event)),
  ),
  'catalog.ReservedUnitsArrived': inTransaction(({ arrivals }, event, tx) =>
    arrivals.arrived(tx, event.data, causedBy(event)),
  ),
  // Not in the inbox's transaction, as above; work that was moved is not moved again by the same news.
  'catalog.ReceiptLate': asEffect(({ reschedule }, event) =>
    reschedule.receiptLate(event.data, causedBy(event)),
  ),
  'orders.OrderRepromised': inTransaction(({ reschedule }, event, tx) =>
    reschedule.promiseMoved(tx, event.data, causedBy(event)),
  ),
  'catalog.VariantsChanged': inTransaction((application, event, tx) => rememberSizes(application, event, tx)),
  'shipping.CarrierServiceChanged': inTransaction(async ({ models }, { data, at }, tx) => {
    const { code: _id, carrier, maxWeightGrams, maxLengthMm } = data;
    const known = await models.ServiceLimits.findOne({ _id }).session(tx.session).lean();
    if (known !== null && known.asOfMs > at) return;
    const row = { _id, carrier, maxWeightGrams, maxLengthMm, asOfMs: at };
    await models.ServiceLimits.replaceOne({ _id }, row, { upsert: true, session: tx.session });
  }),
  'shipping.ShipmentVoided': inTransaction(({ corrections }, event, tx) =>
    corrections.voided(tx, event.data, causedBy(event)),
  ),
};

/** Event types fulfillment reacts to. */
export const fulfillmentConsumes = eventNamesOf(fulfillmentReactions);
