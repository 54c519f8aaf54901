import { codedError } from '../../../../platform/errors/codedError.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { allOpen } from '../../domain/openUnits.ts';
import { stateAsOf, type Reservation } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import { giveBackIn, loadIn, type ReservationParts } from './reservationParts.ts';

/** The reservation that a cart holds units by; null when it holds none (any more). */
export async function cartHoldOf(
  { models, journal }: ReservationParts,
  cartId: string,
): Promise<Reservation | null> {
  const row = await models.CartHold.findOne({ _id: cartId }).lean();
  if (row === null) return null;
  const hold = await models.Reservation.findOne({ _id: row.reservationId }).lean<Reservation>();
  return hold !== null && stateAsOf(hold, journal.clock.nowMs()) === 'SOFT' ? hold : null;
}

/**
 * A cart holds by one reservation at a time, its hold or that of its order: the row is its cart's, so two of them meet
 * in the database.
 */
export async function keepCartHoldIn(
  { models }: ReservationParts,
  tx: Tx,
  { _id, cartId }: Reservation,
): Promise<void> {
  if (cartId === undefined) return;
  const row = { _id: cartId, reservationId: _id };
  await models.CartHold.replaceOne({ _id: cartId }, row, { upsert: true, session: tx.session });
}

/** Gives back what the cart holds, whether its time is over or not. */
export async function endCartHoldIn(
  parts: ReservationParts,
  tx: Tx,
  cartId: string,
  how: { readonly key: string; readonly by: Cause },
): Promise<Reservation | undefined> {
  const { models, journal } = parts;
  const row = await models.CartHold.findOne({ _id: cartId }).session(tx.session).lean();
  if (row === null) return undefined;
  const hold = await loadIn(parts, tx, row.reservationId);
  if (hold.state !== 'SOFT') return undefined;
  await models.CartHold.deleteOne({ _id: cartId }, { session: tx.session });
  const over = stateAsOf(hold, journal.clock.nowMs()) === 'EXPIRED';
  const type = over ? ('catalog.ReservationExpired' as const) : ('catalog.ReservationReleased' as const);
  return giveBackIn(parts, tx, hold, { ...how, lines: allOpen(hold), type });
}

/**
 * Refuses to hold units for a cart whose order has its own: a hold that comes late, after the order was placed, would
 * count them twice. When the order came to nothing, its reservation was given back and the cart may hold again.
 */
export async function refuseOrderedIn(parts: ReservationParts, tx: Tx, cartId: string): Promise<void> {
  const row = await parts.models.CartHold.findOne({ _id: cartId }).session(tx.session).lean();
  if (row === null) return;
  const { state } = await loadIn(parts, tx, row.reservationId);
  if (state === 'FIRM' || state === 'COMMITTED')
    throw codedError('CART_ORDERED', 'This cart has become an order, which holds its units itself.');
}
