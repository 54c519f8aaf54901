import { trusted } from '../../../../platform/mongo/connect.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import type { Reservation } from '../../domain/reservation.ts';
import { mergeUnits, type LineUnits } from '../../domain/units.ts';
import type { VariantDoc } from '../../store/models.ts';
import { stockId, type Cause } from '../../store/stockStore.ts';
import { expireAtIn, overdueUnits } from './expired.ts';
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

/** Takes the units of all lines, or of none. What carts hold past their time is given back before a line is short. */
export async function takeAll(
  parts: ReservationParts,
  tx: Tx,
  lines: readonly LineUnits[],
  { hold, by }: { hold: 'SOFT' | 'FIRM'; by: Cause },
): Promise<void> {
  const variants = await variantsOf(parts, tx, lines);
  const how = { hold, by, nowMs: parts.journal.clock.nowMs(), variants };
  const take = async (wanted: readonly LineUnits[]): Promise<Shortage[]> => {
    const shortages: Shortage[] = [];
    for (const line of wanted) {
      const shortage = await takeUnits(tx, parts.stock, line, how);
      if (shortage !== undefined) shortages.push(shortage);
    }
    return shortages;
  };
  const short = await take(mergeUnits(lines));
  if (short.length === 0) return;
  if (!(await expireAtIn(parts, tx, short, by))) throw new Short(short);
  const stillShort = await take(mergeUnits(lines).filter((line) => isShort(short, line)));
  if (stillShort.length > 0) throw new Short(stillShort);
}

const isShort = (shortages: readonly Shortage[], line: LineUnits): boolean =>
  shortages.some(
    ({ sku, locationId, future }) =>
      sku === line.sku && locationId === line.locationId && future === line.future,
  );

/** Variants of the lines that ask for more than stock: their dates say whether they may wait. */
async function variantsOf(
  { models }: ReservationParts,
  tx: Tx,
  lines: readonly LineUnits[],
): Promise<Variants> {
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
  (
    { models, journal }: ReservationParts,
    asked: {
      readonly key: string;
      readonly lines: readonly LineUnits[];
      readonly held: readonly LineUnits[];
    },
  ) =>
  async (): Promise<void> => {
    const now = asked.lines.filter((line) => !line.future);
    const ids = now.map((line) => stockId(line.sku, line.locationId));
    const found = await models.Stock.find({ _id: trusted({ $in: ids }) }, { available: 1 }).lean();
    const there = new Map(found.map((doc) => [doc._id, Math.max(0, doc.available)]));
    for (const { sku, locationId, quantity, future } of asked.held)
      if (!future) addTo(there, stockId(sku, locationId), quantity);
    if (shortagesOf(now, there).length === 0) return;
    for (const [slot, units] of await overdueUnits(models, journal.clock.nowMs())) addTo(there, slot, units);
    const shortages = shortagesOf(now, there);
    if (shortages.length > 0 && (await models.Reservation.exists({ key: asked.key })) === null)
      throw new Short(shortages);
  };

const addTo = (units: Map<string, number>, slot: string, more: number): void => {
  units.set(slot, (units.get(slot) ?? 0) + more);
};

const shortagesOf = (lines: readonly LineUnits[], there: ReadonlyMap<string, number>): Shortage[] =>
  lines.flatMap(({ sku, locationId, quantity, future }) => {
    const available = there.get(stockId(sku, locationId)) ?? 0;
    return available < quantity ? [{ sku, locationId, requested: quantity, available, future }] : [];
  });
