import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import {
  asEffect,
  eventNamesOf,
  inTransaction,
  type ReactionTable,
} from '../../platform/journal/reactions.ts';
import { trusted } from '../../platform/mongo/connect.ts';
import type { FulfillmentApplication } from './application.ts';
import type { Cause } from './ports.ts';

const causedBy = ({ actor, id }: Pick<JournalEvent, 'actor' | 'id'>): Cause => ({ actor, cause: id });

/** What fulfillment does on other subgraphs' events. */
export const fulfillmentReactions: ReactionTable<FulfillmentApplication> = {
  // Not in the inbox's transaction: orders of one busy location first queue for its capacity counter.
  // The order's own row makes a second delivery harmless.
  'orders.OrderConfirmed': asEffect(({ maker }, event) => maker.forOrder(event.data, causedBy(event))),
  'orders.UnitsAdded': asEffect(({ maker }, event) => maker.forAddition(event.data, causedBy(event))),
  'orders.OrderHeld': inTransaction(({ maker }, event, tx) =>
    maker.hold(tx, event.data.orderId, causedBy(event)),
  ),
  // Asks the carrier where parcels have their label; the ask's own row makes a second delivery harmless.
  'orders.CancelAsked': asEffect(({ cancelAsks }, event) => cancelAsks.answer(event.data, causedBy(event))),
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
  'catalog.VariantsChanged': inTransaction(async ({ models: { VariantWeight } }, { data, at }, tx) => {
    const skus = data.variants.map((variant) => variant.sku);
    const known = await VariantWeight.find({ _id: trusted({ $in: skus }) })
      .session(tx.session)
      .lean();
    const newest = new Map(known.map((row) => [row._id, row.asOfMs]));
    const fresh = data.variants.filter((variant) => (newest.get(variant.sku) ?? 0) <= at);
    if (fresh.length === 0) return;
    await VariantWeight.bulkWrite(
      fresh.map(({ sku, weightGrams }) => ({
        replaceOne: {
          filter: { _id: sku },
          replacement: { _id: sku, weightGrams, asOfMs: at },
          upsert: true,
        },
      })),
      { session: tx.session, ordered: true },
    );
  }),
};

/** Event types fulfillment reacts to. */
export const fulfillmentConsumes = eventNamesOf(fulfillmentReactions);
