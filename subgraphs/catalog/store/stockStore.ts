import type { Journal } from '../../../platform/journal/journal.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { LineUnits } from '../domain/reservation.ts';
import type { CatalogModels, StockDoc } from './models.ts';

/** Who changes stock, and on what occasion. */
export interface Cause {
  readonly actor: string;
  readonly cause: string;
}

export const stockId = (sku: string, locationId: string): string => `${sku}@${locationId}`;

/** The whole position, as events carry it. */
export function positionOf(doc: StockDoc) {
  const { sku, locationId, onHand, reserved, softReserved, safetyStock, incoming, futureReserved } = doc;
  const { revision, asOfMs } = doc;
  return {
    ...{ sku, locationId, onHand, reserved, softReserved, safetyStock, futureReserved, revision, asOfMs },
    incoming: incoming.map(({ id, quantity, expectedAtMs }) => ({ id, quantity, expectedAtMs })),
  };
}

type Counter =
  'onHand' | 'reserved' | 'softReserved' | 'safetyStock' | 'available' | 'futureAvailable' | 'futureReserved';

/** Amounts to add to counters. */
export type CounterChange = Partial<Record<Counter, number>>;

/** How much must be there for a change to happen. */
export type Guard = Partial<Record<Counter, number>>;

/** The only writer of stock positions: each change is one conditional update and one journal event. */
export interface StockStore {
  /** Adds to counters if the guard holds; null if it does not (or the position does not exist). */
  change(tx: Tx, slot: Omit<LineUnits, 'quantity' | 'future'>, change: StockChange): Promise<StockDoc | null>;
  /** Replaces a position that was read in this transaction, or creates it. */
  put(tx: Tx, next: StockDoc, reason: string, cause: Cause): Promise<StockDoc>;
  read(tx: Tx, sku: string, locationId: string): Promise<StockDoc | null>;
}

export interface StockChange {
  readonly inc: CounterChange;
  readonly guard?: Guard;
  readonly reason: string;
  readonly by: Cause;
}

/** A position nobody has counted yet. */
export const emptyPosition = (sku: string, locationId: string): StockDoc => ({
  _id: stockId(sku, locationId),
  sku,
  locationId,
  onHand: 0,
  reserved: 0,
  softReserved: 0,
  safetyStock: 0,
  available: 0,
  incoming: [],
  futureAvailable: 0,
  futureReserved: 0,
  revision: 0,
  journalSeq: 0,
  asOfMs: 0,
});

/** The derived counters of a position, computed anew. */
export const withDerived = (doc: StockDoc): StockDoc => ({
  ...doc,
  available: doc.onHand - doc.reserved - doc.softReserved - doc.safetyStock,
  futureAvailable: doc.incoming.reduce((sum, { quantity }) => sum + quantity, 0) - doc.futureReserved,
});

export function createStockStore({ Stock }: CatalogModels, journal: Journal): StockStore {
  const record = async (tx: Tx, doc: StockDoc, reason: string, by: Cause): Promise<StockDoc> => {
    await journal.append(tx, {
      stream: `stock:${doc._id}`,
      expectedSeq: doc.journalSeq - 1,
      events: [{ type: 'catalog.StockChanged', data: { ...positionOf(doc), reason } }],
      ...by,
    });
    return doc;
  };
  return {
    change: async (tx, { sku, locationId }, { inc, guard = {}, reason, by }) => {
      const conditions = Object.entries(guard).map(([counter, least]) => [counter, trusted({ $gte: least })]);
      const doc = await Stock.findOneAndUpdate(
        { _id: stockId(sku, locationId), ...(Object.fromEntries(conditions) as object) },
        { $inc: { ...inc, revision: 1, journalSeq: 1 }, $set: { asOfMs: journal.clock.nowMs() } },
        { returnDocument: 'after', session: tx.session, lean: true },
      );
      return doc === null ? null : record(tx, doc as StockDoc, reason, by);
    },
    put: async (tx, changed, reason, by) => {
      const next = withDerived({
        ...changed,
        revision: changed.revision + 1,
        journalSeq: changed.journalSeq + 1,
        asOfMs: journal.clock.nowMs(),
      });
      await Stock.replaceOne({ _id: next._id }, next, { upsert: true, session: tx.session });
      return record(tx, next, reason, by);
    },
    read: async (tx, sku, locationId) =>
      (await Stock.findOne({ _id: stockId(sku, locationId) })
        .session(tx.session)
        .lean()) as StockDoc | null,
  };
}
