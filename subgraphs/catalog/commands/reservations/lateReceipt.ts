import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { laterReservations } from '../../domain/awaitedUnits.ts';
import { awaitedAt } from '../../domain/openUnits.ts';
import { stateAsOf, type Reservation } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import type { Reannounced } from './reservationCommands.ts';
import type { ReservationParts } from './reservationParts.ts';

/** Most reservations that one event names. */
const perEvent = 500;

/** Awaited units come later than was announced: says which orders have them later, and when. Carts choose anew anyway. */
export async function tellLaterIn(
  parts: ReservationParts,
  tx: Tx,
  { before, after, receiptId }: Reannounced,
  by: Cause,
): Promise<void> {
  const { sku, locationId } = after;
  if (before.incoming.length === 0 || after.futureReserved === 0) return;
  const waiting = await parts.models.Reservation.find({ awaits: `${sku}@${locationId}` })
    .sort({ madeAtMs: 1, _id: 1 })
    .session(tx.session)
    .lean<Reservation[]>();
  const nowMs = parts.journal.clock.nowMs();
  const alive = waiting.filter((each) => stateAsOf(each, nowMs) !== 'EXPIRED');
  const queue = alive.map((each) => ({
    ...{ reservationId: each._id, quantity: awaitedAt(each, sku, locationId) },
  }));
  const ofOrders = new Set(alive.filter(({ state }) => state === 'FIRM').map(({ _id }) => _id));
  const later = laterReservations(queue, before.incoming, after.incoming, before.drawnAhead ?? 0);
  const told = later.filter(({ reservationId }) => ofOrders.has(reservationId));
  for (let from = 0; from < told.length; from += perEvent)
    await parts.journal.append(tx, {
      stream: `receiptLate:${parts.newId()}`,
      expectedSeq: 0,
      events: [
        {
          type: 'catalog.ReceiptLate',
          data: { sku, locationId, receiptId, reservations: told.slice(from, from + perEvent) },
        },
      ],
      ...by,
    });
}
