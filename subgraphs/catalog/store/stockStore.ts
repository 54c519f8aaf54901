import type { Journal } from '../../../platform/journal/journal.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { LineUnits } from '../domain/units.ts';
import type { CatalogModels } from './models.ts';
import type { StockDoc } from './stockModels.ts';

/** Who changes stock, and on what occasion. */
export interface Cause {
  readonly actor: string;
  readonly cause: string;
}

export const stockId = (sku: string, locationId: string): string => `${sku}@${locationId}`;

/** The whole position, as events carry it. */
export function positionOf(doc: StockDoc) {
  const { sku, locationId, onHand, reserved, softReserved, safetyStock, incoming, futureReserved } = doc;
  const { revision, asOfMs, drawnAhead } = doc;
  return {
    ...(drawnAhead ? { drawnAhead } : {}),
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
  /** Changes members of a position that was read in this transaction, or creates it. */
  put(tx: Tx, before: StockDoc, patch: Partial<StockDoc>, why: Occasion): Promise<StockDoc>;
  read(tx: Tx, sku: string, locationId: string): Promise<StockDoc | null>;
}

/** Why a position changes. */
export interface Occasion {
  readonly reason: string;
  /** In the words of whoever changes it. */
  readonly note?: string | undefined;
  readonly by: Cause;
  /** When the units moved, epoch ms; now if absent. */
  readonly atMs?: number;
}

export interface StockChange extends Occasion {
  readonly inc: CounterChange;
  readonly guard?: Guard;
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
  futureAvailable:
    doc.incoming.reduce((sum, { quantity }) => sum + quantity, 0) -
    (doc.drawnAhead ?? 0) -
    doc.futureReserved,
});

export function createStockStore(models: CatalogModels, journal: Journal): StockStore {
  return {
    change: (tx, slot, change) => changeStock(models, journal, tx, slot, change),
    put: async (tx, before, patch, why) => {
      const next = withDerived({
        ...before,
        ...patch,
        revision: before.revision + 1,
        journalSeq: before.journalSeq + 1,
        asOfMs: journal.clock.nowMs(),
      });
      await models.Stock.replaceOne({ _id: next._id }, next, { upsert: true, session: tx.session });
      await move(models, journal, tx, next, { ...why, delta: next.onHand - before.onHand });
      return record(journal, tx, next, why);
    },
    read: async (tx, sku, locationId) =>
      (await models.Stock.findOne({ _id: stockId(sku, locationId) })
        .session(tx.session)
        .lean()) as StockDoc | null,
  };
}

async function changeStock(
  models: CatalogModels,
  journal: Journal,
  tx: Tx,
  { sku, locationId }: { readonly sku: string; readonly locationId: string },
  { inc, guard = {}, ...why }: StockChange,
): Promise<StockDoc | null> {
  const conditions = Object.entries(guard).map(([counter, least]) => [counter, trusted({ $gte: least })]);
  const doc = (await models.Stock.findOneAndUpdate(
    { _id: stockId(sku, locationId), ...(Object.fromEntries(conditions) as object) },
    { $inc: { ...inc, revision: 1, journalSeq: 1 }, $set: { asOfMs: journal.clock.nowMs() } },
    { returnDocument: 'after', session: tx.session, lean: true },
  )) as StockDoc | null;
  if (doc === null) return null;
  await move(models, journal, tx, doc, { ...why, delta: inc.onHand ?? 0 });
  return record(journal, tx, doc, why);
}

async function record(
  journal: Journal,
  tx: Tx,
  doc: StockDoc,
  { reason, note, by }: Occasion,
): Promise<StockDoc> {
  await journal.append(tx, {
    stream: `stock:${doc._id}`,
    expectedSeq: doc.journalSeq - 1,
    events: [
      {
        type: 'catalog.StockChanged',
        data: { ...positionOf(doc), reason, ...(note === undefined ? {} : { note }) },
      },
    ],
    ...by,
  });
  return doc;
}

/** Remembers that units came or went: a count that was taken before is brought up to date with it. */
async function move(
  { Movement }: CatalogModels,
  { clock }: Journal,
  tx: Tx,
  { _id, revision }: StockDoc,
  { delta, atMs = clock.nowMs() }: { readonly delta: number; readonly atMs?: number },
): Promise<void> {
  if (delta === 0) return;
  const row = { _id: `${_id}#${revision}`, slot: _id, atMs, delta, writtenAt: new Date() };
  await Movement.create([row], { session: tx.session });
}
