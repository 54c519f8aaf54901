import type { Clock } from '../../../../platform/clock/clock.ts';
import { trusted } from '../../../../platform/mongo/connect.ts';
import { readTogether } from '../../../../platform/mongo/readTogether.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { allOpen } from '../../domain/openUnits.ts';
import { stateAsOf, type Reservation } from '../../domain/reservation.ts';
import type { LineUnits } from '../../domain/units.ts';
import type { CatalogModels } from '../../store/models.ts';
import { stockId, type Cause } from '../../store/stockStore.ts';
import { giveBackIn, loadIn, type ReservationParts } from './reservationParts.ts';

/** SOFT reservations whose time is over and whose units nobody has given back yet; mostly none. */
export const overdue = async (
  { Reservation }: CatalogModels,
  nowMs: number,
  limit: number,
): Promise<Reservation[]> =>
  Reservation.find(trusted({ state: 'SOFT' as const, expiresAtMs: { $lte: nowMs } }))
    .sort({ expiresAtMs: 1 })
    .limit(limit)
    .lean<Reservation[]>();

/** Most of them that are looked at for one question. */
const lookedAt = 1_000;

/** `<sku>@<location>` -> units on the shelf that such reservations count and do not hold any more. */
export async function overdueUnits(
  models: CatalogModels,
  nowMs: number,
): Promise<ReadonlyMap<string, number>> {
  const units = new Map<string, number>();
  for (const reservation of await overdue(models, nowMs, lookedAt))
    for (const { sku, locationId, quantity, future } of allOpen(reservation)) {
      if (future) continue;
      const slot = stockId(sku, locationId);
      units.set(slot, (units.get(slot) ?? 0) + quantity);
    }
  return units;
}

/** The same for readers. Every page asks and mostly there are none: all callers of a moment share one query. */
export function overdueReader(
  models: CatalogModels,
  clock: Clock,
): () => Promise<ReadonlyMap<string, number>> {
  const read = readTogether(
    async (ids) => {
      const units = await overdueUnits(models, clock.nowMs());
      return ids.map((_id) => ({ _id, units }));
    },
    { apartMs: 50 },
  );
  return async () => (await read('all'))?.units ?? new Map<string, number>();
}

/** Gives back what a SOFT reservation past its time still holds; anything else is left alone. */
export async function expireIn(
  parts: ReservationParts,
  tx: Tx,
  id: string,
  by: Cause,
): Promise<Reservation | undefined> {
  const reservation = await loadIn(parts, tx, id);
  const over =
    reservation.state === 'SOFT' && stateAsOf(reservation, parts.journal.clock.nowMs()) === 'EXPIRED';
  if (!over) return undefined;
  const lines = allOpen(reservation);
  const expired = await giveBackIn(parts, tx, reservation, {
    ...{ key: `expire:${id}`, lines, by, type: 'catalog.ReservationExpired' },
  });
  const { cartId } = reservation;
  // The cart may hold by another one by now.
  if (cartId !== undefined)
    await parts.models.CartHold.deleteOne({ _id: cartId, reservationId: id }, { session: tx.session });
  return expired;
}

/** Gives back at once what reservations past their time hold at these slots; whether there were any. */
export async function expireAtIn(
  parts: ReservationParts,
  tx: Tx,
  lines: readonly Pick<LineUnits, 'sku' | 'locationId'>[],
  by: Cause,
): Promise<boolean> {
  const slots = new Set(lines.map(({ sku, locationId }) => stockId(sku, locationId)));
  const over = await overdue(parts.models, parts.journal.clock.nowMs(), lookedAt);
  const here = over.filter((each) =>
    allOpen(each).some(({ sku, locationId }) => slots.has(stockId(sku, locationId))),
  );
  for (const { _id } of here) await expireIn(parts, tx, _id, by);
  return here.length > 0;
}
