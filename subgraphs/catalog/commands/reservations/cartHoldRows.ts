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

/** A cart holds by one reservation at a time: the row is its cart's, so two of them meet in the database. */
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
  const row = await models.CartHold.findOneAndDelete({ _id: cartId }, { session: tx.session }).lean();
  if (row === null) return undefined;
  const hold = await loadIn(parts, tx, row.reservationId);
  if (hold.state !== 'SOFT') return undefined;
  const over = stateAsOf(hold, journal.clock.nowMs()) === 'EXPIRED';
  const type = over ? ('catalog.ReservationExpired' as const) : ('catalog.ReservationReleased' as const);
  return giveBackIn(parts, tx, hold, { ...how, lines: allOpen(hold), type });
}
