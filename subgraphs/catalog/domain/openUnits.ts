import type { Reservation, ReservationLine } from './reservation.ts';
import { mergeUnits, type LineUnits } from './units.ts';

/** Units of a line that are neither gone nor given back. */
export const openUnits = (line: ReservationLine): number => line.quantity - line.committed - line.released;

/**
 * Which units of a place go first: those that are still awaited (a release: what is on the shelf stays with the
 * order), those on the shelf (a hand-over: nothing else can be packed), or as named (a transfer).
 */
export type Order = 'AWAITED_FIRST' | 'SHELF_FIRST' | 'AS_NAMED';

/** The open part of the asked units, slot by slot; what is no longer open is left out. */
export function openPartOf(
  reservation: Reservation,
  asked: readonly LineUnits[],
  order: Order = 'SHELF_FIRST',
): LineUnits[] {
  const open = reservation.lines.map((line) => ({ line, left: openUnits(line) }));
  const parts: LineUnits[] = [];
  for (const ask of mergeUnits(asked)) {
    const first = order === 'AS_NAMED' ? ask.future : order === 'AWAITED_FIRST';
    let wanted = ask.quantity;
    for (const future of [first, !first])
      for (const each of open) {
        const { sku, locationId } = each.line;
        if (sku !== ask.sku || locationId !== ask.locationId || each.line.future !== future) continue;
        const quantity = Math.min(wanted, each.left);
        if (quantity === 0) continue;
        parts.push({ sku, locationId, quantity, future });
        each.left -= quantity;
        wanted -= quantity;
      }
  }
  return mergeUnits(parts);
}

/** All open units. */
export const allOpen = (reservation: Reservation): LineUnits[] =>
  reservation.lines
    .filter((line) => openUnits(line) > 0)
    .map((line) => ({
      ...{ sku: line.sku, locationId: line.locationId, future: line.future },
      quantity: openUnits(line),
    }));

/** Units it still awaits at one place. */
export const awaitedAt = (reservation: Reservation, sku: string, locationId: string): number =>
  allOpen(reservation)
    .filter((line) => line.future && line.sku === sku && line.locationId === locationId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
