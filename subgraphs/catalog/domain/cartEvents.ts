import { allOpen } from './openUnits.ts';
import type { Reservation } from './reservation.ts';
import type { ReservationEvent } from './reservationEvents.ts';

const holds = (reservation: Reservation | undefined): boolean => reservation?.state === 'SOFT';

/** What a change of a reservation means for the cart it holds units for, if it does. */
export function cartEvents(before: Reservation | undefined, after: Reservation): ReservationEvent[] {
  const { cartId, _id: reservationId, expiresAtMs: heldUntilMs } = after;
  if (cartId === undefined) return [];
  if (holds(after) && heldUntilMs !== undefined) {
    const data = { cartId, reservationId, lines: allOpen(after), heldUntilMs };
    return [{ type: 'catalog.CartHeld', data }];
  }
  return holds(before) ? [{ type: 'catalog.CartHoldEnded', data: { cartId, reservationId } }] : [];
}
