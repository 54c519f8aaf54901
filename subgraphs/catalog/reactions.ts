import { inTransaction, type Reactions } from '../../platform/journal/inbox.ts';
import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import type { Tx } from '../../platform/mongo/withTransaction.ts';
import type { EventName, EventPayload } from '../../schema/events/registry.ts';
import type { CatalogApplication } from './application.ts';
import { onHandAfter } from './domain/counts.ts';
import { openUnits } from './domain/reservation.ts';
import type { Cause } from './store/stockStore.ts';

/** Event types the catalogue reacts to. */
export const catalogConsumes = [
  'fulfillment.HandedOver',
  'fulfillment.Collected',
  'fulfillment.CollectionExpired',
  'fulfillment.StockDiscrepancy',
  'returns.ReturnInspected',
] as const satisfies readonly EventName[];

const on = <N extends EventName>(
  _name: N,
  run: (data: EventPayload<N>, tx: Tx, event: JournalEvent) => Promise<void>,
) => inTransaction((event, tx) => run(event.data as EventPayload<N>, tx, event));

const causedBy = (event: JournalEvent): Cause => ({ actor: event.actor, cause: event.id });

/** What the catalogue does on other subgraphs' events. */
export function catalogReactions(application: () => CatalogApplication): Reactions {
  const leave = async (
    data: EventPayload<'fulfillment.HandedOver'>,
    tx: Tx,
    event: JournalEvent,
  ): Promise<void> => {
    const { reservationId, locationId, lines } = data;
    // Sent to a store and collected there: the units left stock where they were sent from.
    if (data.arrivedFrom !== undefined) return;
    const units = lines.map(({ sku, quantity }) => ({ sku, locationId, quantity, future: false }));
    await application().reservations.commitIn(tx, reservationId, event.id, units, causedBy(event));
  };
  return {
    'fulfillment.HandedOver': on('fulfillment.HandedOver', leave),
    'fulfillment.Collected': on('fulfillment.Collected', leave),
    'fulfillment.CollectionExpired': on('fulfillment.CollectionExpired', async (data, tx, event) => {
      // A store's own units are still reserved there, and orders gives them back.
      if (data.arrivedFrom === undefined) return;
      for (const { sku, quantity } of data.lines) {
        const units = { sku, locationId: data.locationId, quantity };
        await application().adjustments.addIn(tx, units, 'NOT_COLLECTED', causedBy(event));
      }
    }),
    'fulfillment.StockDiscrepancy': on('fulfillment.StockDiscrepancy', async (data, tx, event) => {
      const { models, stock } = application();
      const reservation = await models.Reservation.findOne({ _id: data.reservationId })
        .session(tx.session)
        .lean();
      for (const { sku, locationId, quantity } of data.lines) {
        const position = await stock.read(tx, sku, locationId);
        if (position === null) continue;
        const held = (reservation?.lines ?? [])
          .filter((line) => line.sku === sku && line.locationId === locationId && !line.future)
          .reduce((sum, line) => sum + openUnits(line), 0);
        const stillReserved = Math.min(held, quantity);
        const onHand = onHandAfter(position, { reason: data.reason, missing: quantity, stillReserved });
        await stock.put(tx, { ...position, onHand }, data.reason, causedBy(event));
      }
    }),
    'returns.ReturnInspected': on('returns.ReturnInspected', async (data, tx, event) => {
      for (const { sku, quantity, disposition } of data.findings) {
        if (disposition !== 'RESTOCK' || quantity === 0) continue;
        const units = { sku, locationId: data.locationId, quantity };
        await application().adjustments.addIn(tx, units, 'RETURNED', causedBy(event));
      }
    }),
  };
}
