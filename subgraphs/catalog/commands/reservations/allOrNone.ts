import { trusted } from '../../../../platform/mongo/connect.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { mergeUnits, type LineUnits, type Reservation } from '../../domain/reservation.ts';
import type { VariantDoc } from '../../store/models.ts';
import { stockId, type Cause } from '../../store/stockStore.ts';
import type { ReserveOutcome } from './reservationCommands.ts';
import type { ReservationParts } from './reservationParts.ts';
import { takeUnits, type Shortage, type Variants } from './units.ts';

/** Taken back to the start: a line lacks stock, and then no line is held. */
class Short extends Error {
  readonly shortages: readonly Shortage[];
  constructor(shortages: readonly Shortage[]) {
    super('Not enough units.');
    this.shortages = shortages;
  }
}

/** The reservation, or what was short; other errors go on. */
export async function orShort(work: () => Promise<Reservation>): Promise<ReserveOutcome> {
  try {
    return { kind: 'reserved', reservation: await work() };
  } catch (error) {
    if (error instanceof Short) return { kind: 'short', shortages: error.shortages };
    throw error;
  }
}

type Parts = Pick<ReservationParts, 'models' | 'stock' | 'journal'>;

/** Takes the units of all lines, or of none. */
export async function takeAll(
  parts: Parts,
  tx: Tx,
  lines: readonly LineUnits[],
  { hold, by }: { hold: 'SOFT' | 'FIRM'; by: Cause },
): Promise<void> {
  const variants = await variantsOf(parts, tx, lines);
  const how = { hold, by, nowMs: parts.journal.clock.nowMs(), variants };
  const shortages: Shortage[] = [];
  for (const line of mergeUnits(lines)) {
    const shortage = await takeUnits(tx, parts.stock, line, how);
    if (shortage !== undefined) shortages.push(shortage);
  }
  if (shortages.length > 0) throw new Short(shortages);
}

/** Variants of the lines that ask for more than stock: their dates say whether they may wait. */
async function variantsOf({ models }: Parts, tx: Tx, lines: readonly LineUnits[]): Promise<Variants> {
  const skus = [...new Set(lines.filter((line) => line.future).map((line) => line.sku))];
  if (skus.length === 0) return new Map();
  const docs = await models.Variant.find({ _id: trusted({ $in: skus }) })
    .session(tx.session)
    .lean();
  return new Map(docs.map((doc) => [doc._id, doc as VariantDoc]));
}

/**
 * Refuses before anything is begun what can be seen to be short. In a rush most callers come too late: telling them
 * costs a read, and not a transaction that others wait for.
 */
export const refuseEarly =
  ({ models }: Parts, key: string, lines: readonly LineUnits[]) =>
  async (): Promise<void> => {
    const now = lines.filter((line) => !line.future);
    const ids = now.map((line) => stockId(line.sku, line.locationId));
    const found = await models.Stock.find({ _id: trusted({ $in: ids }) }, { available: 1 }).lean();
    const there = new Map(found.map((doc) => [doc._id, Math.max(0, doc.available)]));
    const shortages = now.flatMap(({ sku, locationId, quantity }) => {
      const available = there.get(stockId(sku, locationId)) ?? 0;
      return available < quantity ? [{ sku, locationId, requested: quantity, available }] : [];
    });
    if (shortages.length > 0 && (await models.Reservation.exists({ key })) === null)
      throw new Short(shortages);
  };
