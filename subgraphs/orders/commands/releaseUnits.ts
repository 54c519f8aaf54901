import type { JournalEvent } from '../../../platform/journal/journalRow.ts';
import type { OrdersParts } from '../parts.ts';
import type { Line } from '../domain/foreignFacts.ts';
import { orderAsOf } from '../domain/replay.ts';
import { withoutUnits } from '../domain/shipments.ts';

/** Units given up that somebody else can buy: what is made for the order is set aside by the catalogue. */
export const sellableUnits = ({
  lines,
  made = [],
}: {
  readonly lines: readonly Line[];
  readonly made?: readonly Line[] | undefined;
}): Line[] =>
  lines.flatMap((line) => {
    const apart = made.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0;
    return line.quantity > apart ? [{ ...line, quantity: line.quantity - apart }] : [];
  });

/** Gives units back that a location will not need. The catalogue counts each key once. */
export async function releaseUnits(
  { models, catalog }: OrdersParts,
  orderId: string,
  locationId: string,
  lines: readonly Line[],
  key: string,
): Promise<void> {
  const order = await models.Order.findOne({ _id: orderId }, { reservationId: 1 }).lean();
  if (order === null || lines.length === 0) return;
  const units = lines.map(({ sku, quantity }) => ({ sku, locationId, quantity, future: false }));
  await catalog.release(order.reservationId, key, units, key);
}

/** Gives units back that were cancelled before the order was confirmed: no location knows of them and would do it. */
export async function releaseUnworked(
  { journal, catalog }: OrdersParts,
  lines: readonly Line[],
  { stream, seq, id }: Pick<JournalEvent, 'stream' | 'seq' | 'id'>,
): Promise<void> {
  const before = (await journal.read(stream)).filter((event) => event.seq < seq);
  const order = orderAsOf(before);
  if (order === undefined || order.confirmed) return;
  const { freed } = withoutUnits(order.shipments, lines);
  if (freed.length > 0) await catalog.release(order.reservationId, id, freed, id);
}

/** Gives all units of an order back. */
export async function releaseAll(
  { models, catalog }: OrdersParts,
  orderId: string,
  key: string,
): Promise<void> {
  const order = await models.Order.findOne({ _id: orderId }, { reservationId: 1 }).lean();
  if (order !== null) await catalog.release(order.reservationId, key, undefined, key);
}
