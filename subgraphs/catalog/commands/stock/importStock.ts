import { codedError } from '../../../../platform/errors/codedError.ts';
import { trusted } from '../../../../platform/mongo/connect.ts';
import { replaceMany } from '../../../../platform/mongo/replaceMany.ts';
import { withTransaction, type Tx } from '../../../../platform/mongo/withTransaction.ts';
import { placeFault } from '../../../../platform/values/placeFault.ts';
import type { Place } from '../../domain/place.ts';
import { countFault, onHandByCount, shortOf } from '../../domain/stockCount.ts';
import type { ImportStockInput, StockCountInput } from '../../generated/resolverTypes.ts';
import { movementsKeptMs, type StockDoc } from '../../store/stockModels.ts';
import { emptyPosition, positionOf, stockId, withDerived, type Cause } from '../../store/stockStore.ts';
import type { ImportOutcome, Refusal } from '../importProducts.ts';
import type { StockParts } from './stockParts.ts';

/** Most positions of one call; one event carries them all. */
const maxPositions = 500;

const keyOf = (row: StockCountInput): string => stockId(row.sku, row.locationId);

/**
 * Takes over counted stock for many positions at once, as of the instants it was counted; reservations stay as they
 * are. Where fewer units were counted than are held, the orders that go without are named to those who work on them.
 */
export async function importStock(
  parts: StockParts,
  { positions, idempotencyKey }: ImportStockInput,
  by: Cause,
): Promise<ImportOutcome> {
  if (positions.length > maxPositions)
    throw codedError(
      'BAD_USER_INPUT',
      `One call takes at most ${maxPositions} positions, not ${positions.length}.`,
    );
  const rows = new Map(positions.map((row) => [keyOf(row), row]));
  const places = await parts.places.find(positions.map((row) => row.locationId));
  const work = (tx: Tx): Promise<ImportOutcome> => importIn(parts, tx, { rows, places }, by);
  if (idempotencyKey == null) return withTransaction(parts.journal.connection, work);
  const scope = { principal: by.actor, operation: 'importStock', key: idempotencyKey, input: positions };
  return (await parts.idempotency.once(scope, work)).result;
}

interface Import {
  readonly rows: ReadonlyMap<string, StockCountInput>;
  readonly places: ReadonlyMap<string, Place>;
}

async function importIn(parts: StockParts, tx: Tx, asked: Import, by: Cause): Promise<ImportOutcome> {
  const { models, journal, newId } = parts;
  const nowMs = journal.clock.nowMs();
  const before = await positionsIn(parts, tx, [...asked.rows.keys()]);
  const refused = await refusalsIn(parts, tx, asked, { before, nowMs });
  const bad = new Set(refused.map(({ key }) => key));
  const accepted = [...asked.rows].filter(([key]) => !bad.has(key));
  const docs = await countedIn(parts, tx, accepted, { before, nowMs });
  const changed = docs.filter((doc) => doc.revision !== (before.get(doc._id)?.revision ?? 0));
  if (docs.length > 0) await replaceMany(models.Stock, tx, docs, before);
  if (changed.length > 0) {
    const events = [
      { type: 'catalog.StockImported', data: { positions: changed.map((doc) => positionOf(doc)) } },
    ];
    await journal.append(tx, { stream: `stockImport:${newId()}`, expectedSeq: 0, events, ...by });
  }
  for (const doc of changed) {
    const shortBy = shortOf(doc);
    const was = before.get(doc._id);
    if (shortBy > (was === undefined ? 0 : shortOf(was)))
      await parts.reservations.tellShortIn(tx, { sku: doc.sku, locationId: doc.locationId, shortBy }, by);
  }
  return { changed: changed.length, unchanged: accepted.length - changed.length, refused };
}

async function positionsIn(
  { models }: StockParts,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, StockDoc>> {
  const found = await models.Stock.find({ _id: trusted({ $in: [...ids] }) })
    .session(tx.session)
    .lean();
  return new Map(found.map((doc) => [doc._id, doc as StockDoc]));
}

interface Known {
  readonly before: ReadonlyMap<string, StockDoc>;
  readonly nowMs: number;
}

/** Rows that are wrong, each with its reason. */
async function refusalsIn(
  { models }: StockParts,
  tx: Tx,
  { rows, places }: Import,
  { before, nowMs }: Known,
): Promise<Refusal[]> {
  const skus = [...new Set([...rows.values()].map((row) => row.sku))];
  const known = await models.Variant.find({ _id: trusted({ $in: skus }) }, { _id: 1 })
    .session(tx.session)
    .lean();
  const existing = new Set(known.map((doc) => doc._id));
  const terms = { nowMs, keptMs: movementsKeptMs };
  return [...rows].flatMap(([key, row]) => {
    const { sku, locationId, onHand, safetyStock } = row;
    const count = { onHand, safetyStock, countedAtMs: row.countedAt ?? undefined };
    const fault = !existing.has(sku)
      ? { code: 'UNKNOWN_SKU', message: `No variant has the SKU ${sku}.` }
      : (countFault(count, before.get(key)?.countedAtMs, terms) ??
        // A closed place may be counted empty.
        placeFault(locationId, places.get(locationId), { closedToo: onHand === 0 }));
    return fault === undefined ? [] : [{ key, ...fault }];
  });
}

/** Positions as they are by the counts; those that differ have a new revision. */
async function countedIn(
  parts: StockParts,
  tx: Tx,
  rows: readonly (readonly [string, StockCountInput])[],
  { before, nowMs }: Known,
): Promise<StockDoc[]> {
  const docs: StockDoc[] = [];
  for (const [key, row] of rows) {
    const was = before.get(key);
    const base = was ?? emptyPosition(row.sku, row.locationId);
    const safetyStock = row.safetyStock ?? base.safetyStock;
    const moved = row.countedAt == null ? 0 : await movedSince(parts, tx, key, row.countedAt);
    const onHand = onHandByCount(row.onHand, moved);
    const same = was !== undefined && base.onHand === onHand && base.safetyStock === safetyStock;
    if (same && row.countedAt == null) continue;
    const counted = { ...base, onHand, safetyStock, countedAtMs: row.countedAt ?? nowMs };
    docs.push(same ? counted : withDerived({ ...counted, revision: base.revision + 1, asOfMs: nowMs }));
  }
  return docs;
}

/** Units that came (positive) or went since an instant. */
async function movedSince({ models }: StockParts, tx: Tx, slot: string, sinceMs: number): Promise<number> {
  const rows = await models.Movement.find({ slot, atMs: trusted({ $gt: sinceMs }) }, { delta: 1 })
    .session(tx.session)
    .lean();
  return rows.reduce((sum, { delta }) => sum + delta, 0);
}
