import { inTransaction, type Reaction, type Reactions } from '../../platform/journal/inbox.ts';
import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import type { Tx } from '../../platform/mongo/withTransaction.ts';
import type { EventName, EventPayload } from '../../schema/events/registry.ts';
import { learningReactions } from './learned/reactions.ts';
import { keepPlaces, placeRef, releasePlaces, windowSlotsOf } from './commands/windowPlaces.ts';
import { engineServiceId } from './projection/serviceConfigs.ts';
import type { PromiseApplication } from './application.ts';
import { engineDestination } from './queries/question.ts';

const on = <N extends EventName>(
  _name: N,
  run: (data: EventPayload<N>, tx: Tx, event: JournalEvent) => Promise<void>,
): Reaction => inTransaction((event, tx) => run(event.data as EventPayload<N>, tx, event));

/** What the promise subgraph does on other subgraphs' events: it listens, and keeps the network true. */
export function promiseReactions(application: () => PromiseApplication): Reactions {
  return {
    ...learningReactions(application),
    'fulfillment.LocationChanged': on('fulfillment.LocationChanged', (data, tx) =>
      application().facts.location(tx, data),
    ),
    'fulfillment.CapacityUsed': on('fulfillment.CapacityUsed', ({ locationId, day, used }, tx) =>
      application().facts.capacity(tx, locationId, day, used),
    ),
    'shipping.CarrierServiceChanged': on('shipping.CarrierServiceChanged', (data, tx) =>
      application().facts.service(tx, data),
    ),
    'catalog.VariantsChanged': on('catalog.VariantsChanged', ({ variants }, tx) =>
      application().facts.variants(tx, variants),
    ),
    'catalog.StockChanged': on('catalog.StockChanged', (data, tx) => application().facts.stock(tx, [data])),
    'catalog.StockImported': on('catalog.StockImported', ({ positions }, tx) =>
      application().facts.stock(tx, positions),
    ),
    'orders.OrderPlaced': on('orders.OrderPlaced', async (data, tx) => {
      const { orderId, placedAtMs, ...rest } = data;
      const doc = { _id: orderId, placedAtMs, facts: rest };
      await application().models.PastOrder.replaceOne({ _id: orderId }, doc, {
        upsert: true,
        session: tx.session,
      });
      const { windowStartAtMs } = data.promise;
      if (windowStartAtMs === undefined) return;
      const shipments = data.shipments.map(({ serviceCode }) => ({
        serviceId: serviceCode === null ? null : engineServiceId(serviceCode, 0),
      }));
      const slots = windowSlotsOf(
        application(),
        engineDestination(data.destination),
        windowStartAtMs,
        shipments,
      );
      await keepPlaces(application(), tx, slots, { ref: placeRef(data.lines), orderId });
    }),
    'orders.LinesCancelled': on('orders.LinesCancelled', async ({ orderId, lines }, tx) => {
      const cancelledUnits = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      const order = await application()
        .models.PastOrder.findOneAndUpdate(
          { _id: orderId },
          { $inc: { cancelledUnits } },
          { session: tx.session, returnDocument: 'after' },
        )
        .lean();
      const facts = order?.facts as { lines: readonly { quantity: number }[] } | undefined;
      const ordered = facts?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? Infinity;
      // The carrier comes for what is left; only an order without units needs no window.
      if ((order?.cancelledUnits ?? 0) >= ordered) await releasePlaces(application(), tx, orderId);
    }),
    'orders.OrderDelivered': on(
      'orders.OrderDelivered',
      async ({ orderId, deliveredAtMs, readyAtMs }, tx) => {
        await application().models.PastOrder.updateOne(
          { _id: orderId },
          // What waits in the store keeps its promise, whenever the customer comes.
          { $set: { deliveredAtMs: readyAtMs ?? deliveredAtMs } },
          { session: tx.session },
        );
      },
    ),
  };
}

/** Event types the promise subgraph reacts to. */
export const promiseConsumes = Object.keys(
  promiseReactions(() => {
    throw new Error('Only the names are wanted.');
  }),
) as readonly EventName[];
