import { codedError } from '../../../platform/errors/codedError.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { replaceMany } from '../../../platform/mongo/replaceMany.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import { isCount } from '../domain/counts.ts';
import type { ImportStockInput, StockCountInput } from '../generated/resolverTypes.ts';
import type { CatalogModels, StockDoc } from '../store/models.ts';
import { emptyPosition, positionOf, stockId, withDerived, type Cause } from '../store/stockStore.ts';
import type { ImportOutcome, Refusal } from './importProducts.ts';

/** Most positions of one call; one event carries them all. */
const maxPositions = 500;

const keyOf = (row: StockCountInput): string => stockId(row.sku, row.locationId);

function countedDoc(before: StockDoc | undefined, row: StockCountInput, nowMs: number): StockDoc | undefined {
  const base = before ?? emptyPosition(row.sku, row.locationId);
  const safetyStock = row.safetyStock ?? base.safetyStock;
  if (before !== undefined && base.onHand === row.onHand && base.safetyStock === safetyStock)
    return undefined;
  return withDerived({
    ...base,
    onHand: row.onHand,
    safetyStock,
    revision: base.revision + 1,
    asOfMs: nowMs,
  });
}

/** Takes over counted stock for many positions at once; reservations stay as they are. */
export async function importStock(
  deps: { models: CatalogModels; journal: Journal; newId: () => string },
  { positions }: ImportStockInput,
  by: Cause,
): Promise<ImportOutcome> {
  const { models, journal, newId } = deps;
  if (positions.length > maxPositions)
    throw codedError(
      'BAD_USER_INPUT',
      `One call takes at most ${maxPositions} positions, not ${positions.length}.`,
    );
  const rows = new Map(positions.map((row) => [keyOf(row), row]));

  return withTransaction(journal.connection, async (tx) => {
    const skus = [...new Set(positions.map((row) => row.sku))];
    const known = await models.Variant.find({ _id: trusted({ $in: skus }) }, { _id: 1 }).session(tx.session).lean(); // prettier-ignore
    const existing = new Set(known.map((doc) => doc._id));
    const refused: Refusal[] = [];
    const accepted = [...rows].filter(([key, row]) => {
      const fault = !existing.has(row.sku)
        ? { code: 'UNKNOWN_SKU', message: `No variant has the SKU ${row.sku}.` }
        : isCount(row.onHand) && isCount(row.safetyStock ?? 0)
          ? undefined
          : { code: 'INVALID_QUANTITY', message: 'Units are from 0 to 1,000,000.' };
      if (fault !== undefined) refused.push({ key, ...fault });
      return fault === undefined;
    });
    const found = await models.Stock.find({ _id: trusted({ $in: accepted.map(([key]) => key) }) }).session(tx.session).lean(); // prettier-ignore
    const before = new Map(found.map((doc) => [doc._id, doc as StockDoc]));
    const now = journal.clock.nowMs();
    const changed = accepted
      .map(([key, row]) => countedDoc(before.get(key), row, now))
      .filter((doc) => doc !== undefined);
    if (changed.length > 0) {
      await replaceMany(models.Stock, tx, changed, before);
      const data = { positions: changed.map(positionOf) };
      const events = [{ type: 'catalog.StockImported', data }];
      await journal.append(tx, { stream: `stockImport:${newId()}`, expectedSeq: 0, events, ...by });
    }
    return { changed: changed.length, unchanged: accepted.length - changed.length, refused };
  });
}
