import { trusted } from '../../../../platform/mongo/connect.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { allOpen } from '../../domain/openUnits.ts';
import type { Reservation } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import { endCartHoldIn } from './cartHoldRows.ts';
import type { ShortStock } from './reservationCommands.ts';
import { giveBackIn, type ReservationParts } from './reservationParts.ts';

/**
 * More is held than there is: carts give their units back, the newest first, and for what is still missing the event
 * names the orders' reservations that go without, the newest first. Whoever works on them looks for other places.
 */
export async function tellShortIn(
  parts: ReservationParts,
  tx: Tx,
  { sku, locationId, shortBy, except }: ShortStock,
  by: Cause,
): Promise<void> {
  const all = await holdersOf(parts, tx, sku, locationId);
  const holders = all.filter((each) => each.reservation._id !== except);
  let missing = shortBy;
  for (const { reservation, quantity } of holders.filter((each) => each.reservation.state === 'SOFT')) {
    if (missing <= 0) break;
    await giveCartUp(parts, tx, reservation, by);
    missing -= quantity;
  }
  if (missing <= 0) return;
  const without: { reservationId: string; quantity: number }[] = [];
  let left = missing;
  for (const { reservation, quantity } of holders.filter((each) => each.reservation.state === 'FIRM')) {
    if (left === 0) break;
    const units = Math.min(left, quantity);
    without.push({ reservationId: reservation._id, quantity: units });
    left -= units;
  }
  const data = { sku, locationId, shortBy: missing, reservations: without };
  await parts.journal.append(tx, {
    stream: `stockShort:${parts.newId()}`,
    expectedSeq: 0,
    events: [{ type: 'catalog.StockShort', data }],
    ...by,
  });
}

/** Reservations that hold units on the shelf of a place, the newest first, with how many. */
async function holdersOf({ models }: ReservationParts, tx: Tx, sku: string, locationId: string) {
  const filter = trusted({ state: { $in: ['SOFT', 'FIRM'] as const }, 'lines.sku': sku });
  const found = await models.Reservation.find(filter).session(tx.session).lean<Reservation[]>();
  return found
    .map((reservation) => ({
      reservation,
      quantity: allOpen(reservation)
        .filter((line) => line.sku === sku && line.locationId === locationId && !line.future)
        .reduce((sum, line) => sum + line.quantity, 0),
    }))
    .filter(({ quantity }) => quantity > 0)
    .sort((a, b) => b.reservation.madeAtMs - a.reservation.madeAtMs);
}

async function giveCartUp(
  parts: ReservationParts,
  tx: Tx,
  reservation: Reservation,
  by: Cause,
): Promise<void> {
  const key = `short:${reservation._id}`;
  const { cartId } = reservation;
  const ended = cartId === undefined ? undefined : await endCartHoldIn(parts, tx, cartId, { key, by });
  if (ended?._id === reservation._id) return;
  await giveBackIn(parts, tx, reservation, { key, by, lines: allOpen(reservation) });
}
