import { asEffect, inTransaction, type Reactions } from '../../platform/journal/inbox.ts';
import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import { trusted } from '../../platform/mongo/connect.ts';
import type { EventName, EventPayload } from '../../schema/events/registry.ts';
import type { FulfillmentApplication } from './application.ts';
import type { Cause } from './ports.ts';

/** Event types fulfillment reacts to. */
export const fulfillmentConsumes = [
  'orders.OrderConfirmed',
  'orders.OrderHeld',
  'orders.LinesCancelled',
  'catalog.VariantsChanged',
  'shipping.ShipmentDelivered',
] as const satisfies readonly EventName[];

const causedBy = (event: JournalEvent): Cause => ({ actor: event.actor, cause: event.id });

/** What fulfillment does on other subgraphs' events. */
export function fulfillmentReactions(application: () => FulfillmentApplication): Reactions {
  return {
    // Not in the inbox's transaction: orders of one busy location first queue for its capacity counter.
    // The order's own row makes a second delivery harmless.
    'orders.OrderConfirmed': asEffect((event) =>
      application().maker.forOrder(event.data as EventPayload<'orders.OrderConfirmed'>, causedBy(event)),
    ),
    'orders.OrderHeld': inTransaction((event, tx) =>
      application().maker.hold(tx, String(event.data['orderId']), causedBy(event)),
    ),
    'orders.LinesCancelled': inTransaction((event, tx) =>
      application().cancelLines(tx, event.data as EventPayload<'orders.LinesCancelled'>, causedBy(event)),
    ),
    'shipping.ShipmentDelivered': inTransaction((event, tx) =>
      application().maker.arrived(
        tx,
        event.data as EventPayload<'shipping.ShipmentDelivered'>,
        causedBy(event),
      ),
    ),
    'catalog.VariantsChanged': inTransaction(async (event, tx) => {
      const { variants } = event.data as EventPayload<'catalog.VariantsChanged'>;
      const { VariantWeight } = application().models;
      const skus = variants.map((variant) => variant.sku);
      const known = await VariantWeight.find({ _id: trusted({ $in: skus }) } as never)
        .session(tx.session)
        .lean();
      const newest = new Map(known.map((row) => [row._id, row.asOfMs]));
      const fresh = variants.filter((variant) => (newest.get(variant.sku) ?? 0) <= event.at);
      if (fresh.length === 0) return;
      await VariantWeight.bulkWrite(
        fresh.map(({ sku, weightGrams }) => ({
          replaceOne: {
            filter: { _id: sku },
            replacement: { _id: sku, weightGrams, asOfMs: event.at },
            upsert: true,
          },
        })) as never,
        { session: tx.session, ordered: true },
      );
    }),
  };
}
